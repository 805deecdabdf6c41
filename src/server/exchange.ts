import { mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { freeName, stampOf, storeParts } from './copyStore.js';
import { isMissing, replaceFile, syncFolder, UnreadableFile } from './durableFile.js';
import { HalfRestored, restoringFile } from './store.js';

/**
 * The exchange of a store's content for another, all of it or nothing. The store's folder itself stays: its identity is
 * the lock, and how stations know that a server is the one of their store. So the parts are moved one by one, and a
 * note in the store, `restoring.json`, says so meanwhile:
 *
 * 1. the note is written: which parts the store has, and where they go
 * 2. these parts are moved into the folder set aside, beside the store
 * 3. the new parts are moved in
 * 4. the note is deleted: now, and not before, the exchange has happened
 *
 * Where the program is killed in between, the note stays. Nothing but `restore` touches a store that has one
 * (`readSettings` rejects with `HalfRestored`), and `restore` begins by undoing it. All parts of before are then in the
 * store or aside, and what is in the store although it never was, or although it is aside too, is the copy's.
 */
export interface Exchange {
  /** The parts of the store before. */
  readonly former: readonly string[];
  /** The name of the folder that they go into, beside the store. */
  readonly aside: string;
}

/** What stands in the note. */
export interface RestoreNote extends Exchange {
  readonly version: 1;
}

/** What an exchange will do to a store as it is. `now`: ms since the epoch. */
export async function planExchange(store: string, now: number): Promise<Exchange> {
  const name = `${basename(store)}.before-restore-${stampOf(now)}`;
  return { former: await storeParts(store), aside: freeName(name, await readdir(dirname(store))) };
}

/** From here on until the exchange is done or undone the store can't be used. */
export async function announceExchange(store: string, exchange: Exchange): Promise<void> {
  const note: RestoreNote = { version: 1, ...exchange };
  await replaceFile(restoringFile(store), `${JSON.stringify(note)}\n`);
}

/** Resolves with the folder that now holds what the store did, if that was anything. */
export async function makeExchange(
  store: string,
  staged: string,
  exchange: Exchange,
): Promise<string | undefined> {
  const { former } = exchange;
  const aside = join(dirname(store), exchange.aside);
  await announceExchange(store, exchange);
  if (former.length > 0) {
    await mkdir(aside, { mode: 0o700 });
    await syncFolder(dirname(aside));
    await move(former, store, aside);
  }
  await move(await storeParts(staged), staged, store);
  await deleteNote(store);
  return former.length > 0 ? aside : undefined;
}

/** Makes the store what it was before an exchange that didn't come to its end, if there was one. May be cut short too. */
export async function undoExchange(store: string): Promise<void> {
  const exchange = await announcedExchange(store);
  if (!exchange) return;
  const aside = join(dirname(store), exchange.aside);
  const setAside = await partsIn(aside);
  const inStore = await storeParts(store);
  const isKept = (part: string) => setAside.includes(part) || inStore.includes(part);
  // Somebody else has been here; without the note the store would look like a new one.
  if (!exchange.former.every(isKept)) throw new HalfRestored(store);
  for (const part of inStore) {
    const isCopy = !exchange.former.includes(part) || setAside.includes(part);
    if (isCopy) await rm(join(store, part), { recursive: true });
  }
  if (setAside.length > 0) await move(setAside, aside, store);
  // It may never have been made; and should anything be in it, that is not the store's.
  await rmdir(aside).catch(() => undefined);
  await deleteNote(store);
}

async function announcedExchange(store: string): Promise<Exchange | undefined> {
  const file = restoringFile(store);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Exchange;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error instanceof SyntaxError ? new UnreadableFile(file, error.message) : error;
  }
}

async function deleteNote(store: string): Promise<void> {
  await rm(restoringFile(store));
  await syncFolder(store);
}

async function partsIn(folder: string): Promise<string[]> {
  try {
    return await storeParts(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function move(parts: readonly string[], from: string, to: string): Promise<void> {
  for (const part of parts) await rename(join(from, part), join(to, part));
  await syncFolder(to);
  await syncFolder(from);
}
