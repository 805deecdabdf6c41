import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { archiveFolder } from './archive.js';
import { journalFolder } from './journal.js';

/** The sites that have something in the store, whether or not the settings still know them. */
export async function storedSites(store: string): Promise<string[]> {
  const sites: string[] = [];
  for (const folder of await readdir(store, { withFileTypes: true })) {
    if (!folder.isDirectory() || folder.name === disksOwn) continue;
    const parts = await readdir(join(store, folder.name));
    const isSite = [journalFolder, archiveFolder].some((part) => parts.includes(basename(part('', ''))));
    if (isSite) sites.push(folder.name);
  }
  return sites.toSorted();
}

/** Where a store is a disk by itself, its system has a folder there that only the administrator may read. */
const disksOwn = 'lost+found';
