import { mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { copyStore, faultsOf, freeName, isWithin, stampOf, type Copied } from './copyStore.js';
import { makeFolder, syncFolder } from './durableFile.js';
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
 * is whole it has another name. `now`: ms since the epoch.
 */
export async function backUp(store: string, into: string, now: number): Promise<Backup> {
  if (!(await readSettings(store))) throw new NoStore(store);
  if (isWithin(resolve(into), resolve(store))) throw new BackupInStore(into);
  await makeFolder(into);
  if (isWithin(await realpath(into), await realpath(store))) throw new BackupInStore(into);
  const unfinished = await mkdtemp(join(into, '.beo-backup-'));
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
  }
}

const moved = (fault: Finding, from: string, to: string): Finding => ({
  ...fault,
  file: `${to}${fault.file.slice(from.length)}`,
});
