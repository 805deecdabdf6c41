import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dayOf } from '../../statistics/calendar.js';
import type { Texts } from '../../texts/texts.js';
import { accessFile, readAccess, type StoredToken } from '../../server/access.js';
import { journalDays, journalFile, readJournal } from '../../server/journal.js';
import { isLocked } from '../../server/lock.js';
import { readStoreVersion } from '../../server/migrateStore.js';
import { storeVersion } from '../../server/migrations.js';
import type { Settings } from '../../server/settings.js';
import { placeFile, readServerPlace, readSettings, settingsFile } from '../../server/store.js';
import { explainFailure } from '../fail.js';
import { languageOf, storeOf, type Globals } from '../globals.js';
import { Notes, soonMs, type Finding } from './finding.js';

/** Free bytes under which the office should do something, and under which it must. */
const littleRoom = 500 * 2 ** 20;
const noRoom = 100 * 2 ** 20;

/** File systems of the network, by the number that the kernel gives them. */
const networkDisks: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x517b, 'SMB'],
  [0x01021997, '9P'],
]);

/** The store, looked at from outside: nothing is changed, no day is replayed. */
export async function checkStore(texts: Texts, options: Globals, now: number): Promise<Finding[]> {
  const notes = new Notes('store', texts);
  const store = storeOf(options);
  const found = await stat(settingsFile(store)).catch((error: NodeJS.ErrnoException) => error.code);
  if (found === 'EACCES') notes.warning('storeHidden', { store });
  else if (typeof found === 'string' || found === undefined) notes.ok('noStore', { store });
  else if (await isReadable(settingsFile(store))) {
    await checkContent(notes, store, options, now);
    await checkRights(notes, store);
    await checkDisk(notes, store);
  } else notes.warning('storeHidden', { store });
  return notes.findings;
}

const isReadable = (file: string): Promise<boolean> =>
  access(file, constants.R_OK).then(
    () => true,
    () => false,
  );

async function checkContent(notes: Notes, store: string, options: Globals, now: number): Promise<void> {
  try {
    const settings = await readSettings(store);
    const version = (await readStoreVersion(store)) ?? storeVersion;
    if (!settings) return;
    if (version < storeVersion) notes.warning('storeOlder', { store, version });
    else notes.ok('storeRight', { store, version, sites: Object.keys(settings.sites) });
    await checkLastDays(notes, store, settings, now);
    await checkTokens(notes, store, settings, now);
  } catch (error) {
    notes.problem('storeWrong', { problem: explainFailure(error, languageOf(options)) });
  }
  const place = await readServerPlace(store);
  if (place && (await isLocked(store))) notes.ok('served', place);
}

/** The last journal of every site: the one that the next start reads. */
async function checkLastDays(notes: Notes, store: string, { sites }: Settings, now: number): Promise<void> {
  for (const [site, { zone }] of Object.entries(sites)) {
    const last = (await journalDays(store, site)).at(-1);
    if (last === undefined) continue;
    const file = journalFile(store, site, last);
    await readJournal(file);
    if (last > dayOf(now, zone)) notes.problem('clockBehind', { file });
  }
}

/** Tokens that end soon, at whose places no other goes on. */
async function checkTokens(notes: Notes, store: string, { sites }: Settings, now: number): Promise<void> {
  const valid = (await readAccess(store)).tokens.filter(
    ({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now,
  );
  const goOn = new Set(valid.filter(({ expiresAt }) => expiresAt - now >= soonMs).map(stationOf));
  const ending = valid.filter((token) => !goOn.has(stationOf(token)));
  const [first] = ending.toSorted((a, b) => a.expiresAt - b.expiresAt);
  if (!first) return;
  const day = dayOf(first.expiresAt - 1, sites[first.site]?.zone ?? 'UTC');
  notes.warning('tokensEnd', { count: new Set(ending.map(stationOf)).size, day });
}

const stationOf = ({ role, site, place }: StoredToken): string => [site, role, place].join(' ');

async function checkRights(notes: Notes, store: string): Promise<void> {
  if (process.platform === 'win32') return;
  // The run's key and the tokens' hashes are in two of them.
  for (const file of [store, settingsFile(store), accessFile(store), placeFile(store)]) {
    const mode = (await stat(file).catch(() => undefined))?.mode ?? 0;
    if ((mode & 0o077) !== 0) notes.problem('storeOpen', { file });
  }
}

async function checkDisk(notes: Notes, store: string): Promise<void> {
  const { type, bavail, bsize } = await statfs(store);
  const kind = networkDisks.get(type);
  if (kind !== undefined) notes.problem('storeOnNetwork', { store, kind });
  const bytes = bavail * bsize;
  if (bytes < noRoom) notes.problem('littleRoom', { bytes });
  else if (bytes < littleRoom) notes.warning('littleRoom', { bytes });
  else notes.ok('room', { bytes });
}
