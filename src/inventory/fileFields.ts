import type { Access } from '../server/access.js';
import type { CheckedHead } from '../server/checkedSettings.js';
import type { ImportMark } from '../server/importMark.js';
import type { LogFields, LogLine } from '../server/log.js';
import type { RestoreNote } from '../server/exchange.js';
import type { RecordedChange } from '../server/settingStore.js';
import type { ServerPlace } from '../server/store.js';
import type { InstructionShown } from '../texts/instruction.js';
import type { FieldsOf } from './lines.js';

/** What stands in the small files of a store, and in the log. */

export const serverPlace: FieldsOf<ServerPlace> = {
  url: 'url',
  pid: 'pid',
  run: 'run',
  key: 'localKey',
  certificate: 'certificate?',
};

export const importMark: FieldsOf<ImportMark> = { version: 'version', days: 'importedDays' };

/** The settings follow it, as they are listed above. */
export const checkedHead: FieldsOf<CheckedHead> = { program: 'version', text: 'settingsText', check: 'crc' };

export const restoreNote: FieldsOf<RestoreNote> = {
  version: 'version',
  former: 'storeParts',
  aside: 'asideFolder',
};

export const access: FieldsOf<Access> = {
  version: 'version',
  tokens: {
    is: 'tokens',
    of: {
      id: 'tokenId',
      hash: 'tokenHash',
      role: 'role',
      site: 'site',
      place: 'placeId',
      createdAt: 'tokenCreatedAt',
      expiresAt: 'tokenExpiresAt',
      revokedAt: 'tokenRevokedAt',
    },
  },
};

/** Beside the store: what a station keeps of its own. */
export const instructionShown: FieldsOf<InstructionShown> = {
  version: 'instructionVersion',
  day: 'instructionDay',
};

/** Settings have values of all sorts. */
export const settingChange: FieldsOf<Omit<RecordedChange, 'before' | 'after'>> & {
  readonly [value in 'before' | 'after']: { readonly is: 'settingValue?' };
} = {
  revision: 'revision',
  at: 'changedAt',
  by: 'changedBy',
  path: 'settingPath',
  before: { is: 'settingValue?' },
  after: { is: 'settingValue?' },
};

/** What every line of the log has. */
export const logLine = {
  at: 'logAt',
  level: 'logLevel',
  event: 'logEvent',
  message: 'logMessage?',
} as const satisfies FieldsOf<Omit<LogLine, 'fields'> & { readonly message?: string }>;

export const logEvents: { readonly [E in keyof LogFields]: FieldsOf<LogFields[E]> } = {
  clockStep: { site: 'site?', ms: 'clockStep' },
  dayOpened: { site: 'site', day: 'day' },
  dayClosed: { site: 'site', day: 'day' },
  dayAnonymised: { site: 'site', day: 'day' },
  rowsPurged: { site: 'site', days: 'purgedCount', months: 'purgedCount' },
  tornTailCut: { file: 'filePath', bytes: 'cutBytes' },
  badMessage: { problem: 'messageProblem', unlogged: 'unlogged?' },
  connectionDropped: { reason: 'dropReason', unlogged: 'unlogged?' },
  connectionRefused: { reason: 'refusedFor', unlogged: 'unlogged?' },
  accessRefused: {
    reason: 'refusedFor',
    role: 'role',
    site: 'site?',
    token: 'tokenId?',
    unlogged: 'unlogged?',
  },
  notPermitted: { site: 'site', role: 'role', attempt: 'attempt', unlogged: 'unlogged?' },
  accessUnreadable: { problem: 'diskProblem' },
  notEncrypted: { host: 'listenHost' },
  storeUnavailable: { site: 'site', problem: 'diskProblem' },
  storeAvailable: { site: 'site' },
  storeInDoubt: { problem: 'diskProblem' },
  storeUnreadable: { site: 'site?', file: 'filePath?', problem: 'diskProblem' },
  settingsCreated: { file: 'filePath' },
  storeMigrated: { from: 'version', to: 'version', kept: 'filePath' },
  settingChanged: { site: 'site', path: 'settingPath' },
  importTakenBack: { site: 'site', days: 'purgedCount' },
  listening: { url: 'url', version: 'programVersion' },
  stopped: {},
};
