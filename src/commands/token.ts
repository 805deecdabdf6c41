import { writeFile } from 'node:fs/promises';
import type { Role } from '../queue/events.js';
import {
  addToken,
  readAccess,
  revokeToken,
  type NewToken,
  type StoredToken,
  type TokenScope,
} from '../server/access.js';
import type { SiteSettings } from '../server/settings.js';
import { createSettings } from '../server/firstSettings.js';
import { makeStore, readServerPlace, readSettings } from '../server/store.js';
import { dayOf } from '../statistics/calendar.js';
import { formatDay } from '../texts/format.js';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';
import { withOwnStore } from './ownStore.js';
import { expiryOf } from './expiry.js';
import { storedSite } from './storedSite.js';

export interface TokenOptions {
  /** Until when it counts. */
  readonly expires?: string;
  /** Into this file instead of onto the screen. */
  readonly out?: string;
}

export type TokenAction = 'add' | 'list' | 'revoke';

const roles: readonly Role[] = ['reception', 'desk', 'lead', 'display'];

/** `beo token`: makes, lists and revokes the tokens of stations, also while the server runs. */
export async function runToken(
  action: TokenAction,
  [subject, place]: readonly (string | undefined)[],
  options: TokenOptions & Globals,
): Promise<void> {
  if (action === 'add') await add(subject, place, options);
  else if (action === 'list') await list(options);
  else await revoke(subject, options);
}

async function add(
  word: string | undefined,
  place: string | undefined,
  options: TokenOptions & Globals,
): Promise<void> {
  const { tokens: texts } = textsFor(languageOf(options));
  const role = roles.find((known) => known === word);
  if (!role) throw new Failure('badRole', texts.badRole({ word: word ?? '', known: roles }), 2);
  await makeSettings(options);
  const { store, site, settings } = await storedSite(options);
  const scope: TokenScope = { role, site, place: placeFor(role, place, settings, options) };
  const now = Date.now();
  const expiresAt = expiryOf(options.expires, now, settings.zone);
  if (expiresAt === undefined) {
    throw new Failure('badExpiry', texts.badExpiry({ word: options.expires ?? '' }), 2);
  }
  const isFirst = (await readAccess(store)).tokens.length === 0;
  const made = await addToken(store, scope, { now, expiresAt });
  await hand(made, options);
  if (options.json) return;
  const said = [
    texts.made({ ...scope, id: made.stored.id, until: dayIn(expiresAt, settings.zone, options) }),
    options.out === undefined ? texts.shownOnce() : texts.written({ file: options.out }),
    texts.use({ role, place: scope.place }),
  ];
  if (isFirst && (await readServerPlace(store))) said.push(texts.fromNextStart());
  process.stderr.write(`${said.join('\n')}\n`);
}

/** A store that has no settings yet gets those that a first start would give it. */
async function makeSettings(options: Globals): Promise<void> {
  const store = storeOf(options);
  await makeStore(store);
  if (await readSettings(store)) return;
  await withOwnStore(options, createSettings);
}

/** The place of a role that has places: the one named, or the only one. */
function placeFor(
  role: Role,
  place: string | undefined,
  { desks, receptions }: SiteSettings,
  options: Globals,
): string | null {
  const { tokens: texts } = textsFor(languageOf(options));
  if (role === 'lead' || role === 'display') {
    if (place === undefined) return null;
    throw new Failure('noPlaceFor', texts.noPlaceFor({ role }), 2);
  }
  const known = Object.keys(role === 'desk' ? desks : receptions);
  const named = place ?? (known.length === 1 ? known[0] : undefined);
  if (named !== undefined && known.includes(named)) return named;
  throw new Failure('unknownPlace', texts.unknownPlace({ role, place: named, known }));
}

/** The token, this once: to standard output, or into a file that nobody else can read. */
async function hand({ text, stored }: NewToken, options: TokenOptions & Globals): Promise<void> {
  const { out: file } = options;
  if (file !== undefined) {
    await writeFile(file, `${text}\n`, { mode: 0o600, flag: 'wx' }).catch(async (error: Error) => {
      // Nobody will ever know it.
      await revokeToken(storeOf(options), stored.id, Date.now());
      throw new Failure(
        'cannotWrite',
        textsFor(languageOf(options)).failures.cannotWrite({ file, problem: error.message }),
      );
    });
  }
  const shown = file === undefined ? { token: text } : { file };
  if (options.json) process.stdout.write(`${JSON.stringify({ ...told(stored), ...shown })}\n`);
  else if (file === undefined) process.stdout.write(`${text}\n`);
}

async function list(options: Globals): Promise<void> {
  const { tokens } = await readAccess(storeOf(options));
  const now = Date.now();
  if (options.json) {
    const listed = tokens.map((token) => ({ ...told(token), state: stateOf(token, now) }));
    process.stdout.write(`${JSON.stringify({ tokens: listed })}\n`);
    return;
  }
  const { tokens: texts } = textsFor(languageOf(options));
  if (tokens.length === 0) {
    process.stdout.write(`${texts.none()}\n`);
    return;
  }
  const rows = tokens.map((token) => [
    token.id,
    token.role,
    token.place ?? '–',
    token.site,
    isoDay(token.createdAt),
    isoDay(token.expiresAt),
    texts.states[stateOf(token, now)],
  ]);
  process.stdout.write(`${columns([[...texts.columns], ...rows])}\n`);
}

async function revoke(id: string | undefined, options: Globals): Promise<void> {
  const { tokens: texts } = textsFor(languageOf(options));
  if (id === undefined) throw new Failure('idMissing', texts.idMissing(), 2);
  const store = storeOf(options);
  const known = (await readAccess(store)).tokens.some((token) => token.id === id);
  const revoked = known ? await revokeToken(store, id, Date.now()) : undefined;
  if (!revoked) throw new Failure('unknownToken', texts.unknownToken());
  process.stdout.write(`${options.json ? JSON.stringify(told(revoked)) : texts.revoked({ id })}\n`);
}

/** A token in JSON; never its hash. */
const told = ({ id, role, site, place, createdAt, expiresAt, revokedAt }: StoredToken) => ({
  id,
  role,
  site,
  place,
  createdAt: new Date(createdAt).toISOString(),
  expiresAt: new Date(expiresAt).toISOString(),
  revokedAt: revokedAt === null ? null : new Date(revokedAt).toISOString(),
});

function stateOf({ expiresAt, revokedAt }: StoredToken, now: number): 'valid' | 'expired' | 'revoked' {
  if (revokedAt !== null) return 'revoked';
  return now < expiresAt ? 'valid' : 'expired';
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The last day on which it counts, as people write it. */
const dayIn = (expiresAt: number, zone: string, options: Globals): string =>
  formatDay(dayOf(expiresAt - 1, zone), languageOf(options));

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
