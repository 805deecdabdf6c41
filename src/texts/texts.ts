import type { Refusal } from '../protocol/messages.js';
import type { Language } from './language.js';
import { commands as germanCommands } from './de/commands.js';
import { doctor as germanDoctor } from './de/doctor.js';
import { failures as germanFailures } from './de/failures.js';
import { imports as germanImports } from './de/imports.js';
import { log as germanLog } from './de/log.js';
import { setup as germanSetup } from './de/setup.js';
import { rejections as germanRejections } from './de/rejections.js';
import { commands as englishCommands } from './en/commands.js';
import { doctor as englishDoctor } from './en/doctor.js';
import { failures as englishFailures } from './en/failures.js';
import { imports as englishImports } from './en/imports.js';
import { log as englishLog } from './en/log.js';
import { setup as englishSetup } from './en/setup.js';
import { rejections as englishRejections } from './en/rejections.js';
import { keys as germanKeys } from './de/keys.js';
import { screens as germanScreens } from './de/screens.js';
import { checkin as germanCheckin } from './de/checkin.js';
import { desk as germanDesk } from './de/desk.js';
import { signals as germanSignals } from './de/signals.js';
import { statistics as germanStatistics } from './de/statistics.js';
import { display as germanDisplay } from './de/display.js';
import { tokens as germanTokens } from './de/tokens.js';
import { privacy as germanPrivacy } from './de/privacy.js';
import { keys as englishKeys } from './en/keys.js';
import { screens as englishScreens } from './en/screens.js';
import { checkin as englishCheckin } from './en/checkin.js';
import { desk as englishDesk } from './en/desk.js';
import { signals as englishSignals } from './en/signals.js';
import { statistics as englishStatistics } from './en/statistics.js';
import { display as englishDisplay } from './en/display.js';
import { tokens as englishTokens } from './en/tokens.js';
import { privacy as englishPrivacy } from './en/privacy.js';

export type { Language } from './language.js';

/** The compiler wants a sentence for every refusal, with no more than the refusal carries. */
type Sentences = {
  readonly [Name in Refusal['name']]: (refusal: Extract<Refusal, { name: Name }>) => string;
};

const german = {
  commands: germanCommands,
  doctor: germanDoctor,
  failures: germanFailures,
  log: germanLog,
  imports: germanImports,
  setup: germanSetup,
  keys: germanKeys,
  screens: germanScreens,
  checkin: germanCheckin,
  desk: germanDesk,
  signals: germanSignals,
  statistics: germanStatistics,
  display: germanDisplay,
  tokens: germanTokens,
  privacy: germanPrivacy,
  rejections: germanRejections satisfies Sentences,
};

/** Every sentence a person reads, by key. */
export type Texts = typeof german;

const english: Texts = {
  commands: englishCommands,
  doctor: englishDoctor,
  failures: englishFailures,
  log: englishLog,
  imports: englishImports,
  setup: englishSetup,
  keys: englishKeys,
  screens: englishScreens,
  checkin: englishCheckin,
  desk: englishDesk,
  signals: englishSignals,
  statistics: englishStatistics,
  display: englishDisplay,
  tokens: englishTokens,
  privacy: englishPrivacy,
  rejections: englishRejections,
};

export const textsFor = (language: Language): Texts => (language === 'de' ? german : english);

const unknownTo = ({ protocolMismatch }: Texts['rejections']): string => protocolMismatch();

/** A refusal as a sentence: what happened and what to try. */
export function refusalText(refusal: Refusal, language: Language): string {
  const { rejections } = textsFor(language);
  // A server of another version may say what this one has no sentence for.
  if (!Object.hasOwn(rejections, refusal.name)) return unknownTo(rejections);
  const sentence = rejections[refusal.name] as (refusal: Refusal) => string;
  return sentence(refusal);
}
