import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { copyStore, faultsOf, freeName, isWithin, stampOf, type Copied } from './copyStore.js';
import { isMissing, makeFolder, syncFolder } from './durableFile.js';
import { lockStore, StoreInUse, type StoreLock } from './lock.js';
import { readSettings } from './store.js';
import type { Finding } from './verify.js';

export interface Backup extends Copied {
  /** Where it is. */
  readonly folder: string;
  /** What is wrong with it, and so with the store: a backup of a damaged store is better than none. */
  readonly faults: readonly Finding[];
}

/** There is no store to copy. */
export class NoStore extends Error {
  override readonly name = 'NoStore';
}

/** A backup in the store would be lost with it. */
export class BackupInStore extends Error {
  override readonly name = 'BackupInStore';
}

/**
 * Copies a store into a new folder `beo-backup-…` of the given one, whether or not a server runs on it. Until the copy
 * is whole it has another name; unfinished ones that killed programs left of this store are deleted.
 * `now`: ms since the epoch.
 */
export async function backUp(store: string, into: string, now: number): Promise<Backup> {
  if (!(await readSettings(store))) throw new NoStore(store);
  if (isWithin(resolve(into), resolve(store))) throw new BackupInStore(into);
  await makeFolder(into);
  if (isWithin(await realpath(into), await realpath(store))) throw new BackupInStore(into);
  const prefix = join(into, unfinishedPrefix(await realpath(store)));
  await removeUnfinished(into, prefix);
  const { folder: unfinished, lock } = await makeUnfinished(prefix);
  try {
    const copied = await copyStore(store, unfinished);
    const faults = await faultsOf(unfinished);
    const folder = join(into, freeName(`beo-backup-${stampOf(now)}`, await readdir(into)));
    await rename(unfinished, folder);
    await syncFolder(into);
    return { folder, ...copied, faults: faults.map((fault) => moved(fault, unfinished, folder)) };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    await lock.release();
  }
}

/**
 * What the names of a store's unfinished backups begin with. It says whose they are: several machines may back up to
 * one disk of the network, and a lock tells only this one's programs from each other.
 */
function unfinishedPrefix(store: string): string {
  const owner = createHash('sha256').update(`${hostname()}\n${store}`).digest('hex');
  return `.beo-backup-${owner.slice(0, 12)}-`;
}

/** Leaves those that a running program holds. What can't be deleted must not keep anybody from a backup. */
async function removeUnfinished(into: string, prefix: string): Promise<void> {
  for (const name of await readdir(into)) {
    const folder = join(into, name);
    if (!folder.startsWith(prefix)) continue;
    const lock = await lockIfFree(folder);
    if (lock) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    await lock?.release();
  }
}

/** A folder that is locked from its first moment, but for the one in which somebody else may take it for a leftover. */
async function makeUnfinished(prefix: string): Promise<{ folder: string; lock: StoreLock }> {
  for (let attempt = 1; ; attempt += 1) {
    const folder = await mkdtemp(prefix);
    const lock = await lockIfFree(folder);
    if (lock && existsSync(folder)) return { folder, lock };
    await lock?.release();
    if (attempt === 10) throw new StoreInUse(folder);
  }
}

async function lockIfFree(folder: string): Promise<StoreLock | undefined> {
  try {
    return await lockStore(folder);
  } catch (error) {
    if (error instanceof StoreInUse || isMissing(error)) return undefined;
    throw error;
  }
}

const moved = (fault: Finding, from: string, to: string): Finding => ({
  ...fault,
  file: `${to}${fault.file.slice(from.length)}`,
});
