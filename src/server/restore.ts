import { mkdtemp, readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../queue/events.js';
import { keepAccess } from './access.js';
import { archivedDays } from './archive.js';
import { copyStore, faultsOf, isWithin, ownFiles, renewEpochs, type Copied } from './copyStore.js';
import { isMissing } from './durableFile.js';
import { announceExchange, makeExchange, planExchange, undoExchange } from './exchange.js';
import { journalDays, journalFile, readJournal } from './journal.js';
import { removeLeftovers, stagedPrefix } from './leftovers.js';
import { lockStore } from './lock.js';
import { storedSites } from './storedSites.js';
import { makeStore, removeServerPlace, settingsFile } from './store.js';
import type { Finding } from './verify.js';

export interface Restored extends Copied {
  /** Where the store's former content is now, if it had any. */
  readonly aside?: string;
  /** What is wrong with the store as it is now. */
  readonly faults: readonly Finding[];
}

/** The backup is none, is damaged, or is the store itself. */
export class BadBackup extends Error {
  override readonly name = 'BadBackup';
  readonly faults: readonly Finding[];

  constructor(folder: string, faults: readonly Finding[]) {
    super(folder);
    this.faults = faults;
  }
}

/** The store holds something that the backup lacks. */
export class StoreHoldsMore extends Error {
  override readonly name = 'StoreHoldsMore';
}

/**
 * Puts a backup in the place of a store that no server runs on; rejects with `StoreInUse` otherwise. Nothing is
 * deleted: what the store held goes into a folder beside it, and only if the backup has all of it or `replace` is
 * set. The backup is checked before anything changes, the store afterwards. A restore that fails has changed nothing;
 * one that is killed may leave a store that can't be used until the next one, which begins by taking back what the
 * killed one did. `now`: ms since the epoch.
 */
export async function restore(
  store: string,
  backup: string,
  { replace, now }: { readonly replace: boolean; readonly now: number },
): Promise<Restored> {
  const target = resolve(store);
  await checkBackup(backup);
  await makeStore(target);
  if (isWithin(await realpath(backup), await realpath(target))) throw new BadBackup(backup, []);
  const lock = await lockStore(target);
  try {
    await removeServerPlace(target);
    await takeBack(target);
    if (!replace && (await holdsMore(target, backup))) throw new StoreHoldsMore(target);
    return await putInPlace(target, backup, now);
  } finally {
    await lock.release();
  }
}

async function checkBackup(backup: string): Promise<void> {
  if ((await textOf(settingsFile(backup))) === undefined) throw new BadBackup(backup, []);
  const faults = await faultsOf(backup);
  if (faults.length > 0) throw new BadBackup(backup, faults);
}

async function putInPlace(store: string, backup: string, now: number): Promise<Restored> {
  const exchange = await planExchange(store, now);
  try {
    // The next start would take a folder without anything for a new store, although somebody means to restore one.
    if (exchange.former.length === 0) await announceExchange(store, exchange);
    const staged = await mkdtemp(stagedPrefix(store));
    const copied = await copyStore(backup, staged);
    await renewEpochs(staged);
    await keepAccess(store, staged);
    const broken = await faultsOf(staged);
    if (broken.length > 0) throw new BadBackup(backup, broken);
    const aside = await makeExchange(store, staged, exchange);
    await removeLeftovers(store);
    return { ...copied, ...(aside === undefined ? {} : { aside }), faults: await faultsOf(store) };
  } catch (error) {
    // What can't be undone now, the next restore undoes.
    await takeBack(store).catch(() => undefined);
    throw error;
  }
}

/** What a restore before, or this one, has begun and not finished. */
async function takeBack(store: string): Promise<void> {
  await undoExchange(store);
  await removeLeftovers(store);
}

/** Whether anything in the store is not in the backup too. What can't be read might be. */
async function holdsMore(store: string, backup: string): Promise<boolean> {
  try {
    for (const name of ownFiles) {
      const mine = await textOf(join(store, name));
      if (mine !== undefined && mine !== (await textOf(join(backup, name)))) return true;
    }
    for (const site of await storedSites(store)) {
      if ((await hasMoreRows(store, backup, site)) || (await hasMoreFigures(store, backup, site)))
        return true;
    }
    return false;
  } catch {
    return true;
  }
}

async function hasMoreRows(store: string, backup: string, site: string): Promise<boolean> {
  for (const day of await journalDays(store, site)) {
    const mine = await rowsOf(store, site, day);
    const theirs = await rowsOf(backup, site, day);
    if (!isDeepStrictEqual(mine, theirs.slice(0, mine.length))) return true;
  }
  return false;
}

async function hasMoreFigures(store: string, backup: string, site: string): Promise<boolean> {
  const ever = ['0000-01-01', '9999-12-31'] as const;
  const theirs = new Map(
    (await archivedDays(backup, site, ...ever)).map((figures) => [figures.day, figures]),
  );
  const mine = await archivedDays(store, site, ...ever);
  return mine.some((figures) => !isDeepStrictEqual(figures, theirs.get(figures.day)));
}

/** A day's entries without the name of its stream, which a restored one has of its own. */
async function rowsOf(store: string, site: string, day: string): Promise<Entry[]> {
  const { entries } = await readJournal(journalFile(store, site, day));
  return entries.map((entry) =>
    entry.seq === 1
      ? {
          ...entry,
          ask: '',
          events: entry.events.map((event) => (event.type === 'DayOpened' ? { ...event, epoch: '' } : event)),
        }
      : entry,
  );
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
