import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { archiveFolder } from './archive.js';
import { trialName } from './durableFile.js';
import { journalFolder } from './journal.js';

/**
 * The files that `replaceFile` has beside those of a store until they are whole. Not that of the tokens: these change
 * under a lock of their own, and the next change takes a half-written one over.
 */
const halfFile =
  /^\.((settings(\.v\d+|\.checked)?|changes|server|importing|restoring)\.json|\d{4}-\d{2}-\d{2}\.jsonl|\d{4}-\d{2}(\.sums)?\.json)\.new$/;

/** Where `restore` puts its copy until the copy is whole: beside the store. */
export const stagedPrefix = (store: string): string => `${store}.restoring-`;

/**
 * Deletes what programs left behind that were killed at their work on a store: files that were not whole yet, and
 * copies that were to be restored. For whoever has the store locked, since then none of it is anybody's. A half-written
 * file would otherwise stay for ever once the file itself is purged.
 */
export async function removeLeftovers(store: string): Promise<void> {
  const folders = (await namesIn(store)).flatMap((name) => [
    journalFolder(store, name),
    archiveFolder(store, name),
  ]);
  for (const folder of [store, ...folders]) {
    for (const name of await namesIn(folder)) {
      if (halfFile.test(name) || name === trialName) await rm(join(folder, name), { force: true });
    }
  }
  // A copy beside the store may be another user's, and does no harm.
  const around = dirname(store);
  for (const name of await namesIn(around)) {
    const isStaged = name.startsWith(basename(stagedPrefix(store))) && /-[A-Za-z0-9]{6}$/.test(name);
    if (isStaged) await rm(join(around, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Nothing where there is no such folder, or somebody else's, such as lost+found. */
const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
