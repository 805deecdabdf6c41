import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { isAnonymousEntry } from './anonymise.js';
import { archivedMonths, archiveFolder, monthFile } from './archive.js';
import { isMissing, makeFolder, replaceFile } from './durableFile.js';
import { markFile } from './importMark.js';
import { journalDays, journalFile, journalFolder, readJournal } from './journal.js';
import { writeLine } from './journalLine.js';
import { changesFile } from './settingStore.js';
import { settingsFile } from './store.js';
import { storedSites } from './storedSites.js';
import { verifyStore, type Finding } from './verify.js';

/** How much a copy holds. */
export interface Copied {
  readonly sites: number;
  /** Days of which there is a journal. */
  readonly days: number;
  readonly months: number;
}

/**
 * What a store is made of, beside the sites' folders. The settings come before the record of their changes: a copy of
 * both has no change that is not on record.
 */
export const ownFiles = [basename(settingsFile('')), 'access.json', basename(changesFile(''))];

/** The files and folders at the top of a store that hold facts. */
export async function storeParts(store: string): Promise<string[]> {
  const names = new Set(await readdir(store));
  return [...ownFiles.filter((name) => names.has(name)), ...(await storedSites(store))];
}

/**
 * Copies a store, durably and for its owner alone, also while a server writes to it: settings and figures are replaced
 * in one step, so each copy is one whole state of its file; of a journal the whole lines are taken, as a start after a
 * crash would. The figures come first: a day that ends meanwhile has its rows in the copy, and the next start closes it.
 */
export async function copyStore(from: string, to: string): Promise<Copied> {
  for (const name of ownFiles) await copyText(join(from, name), join(to, name));
  const sites = await storedSites(from);
  let months = 0;
  for (const site of sites) {
    const [theirs, ours] = [archiveFolder(from, site), archiveFolder(to, site)];
    await makeFolder(ours);
    // Before and after: an import that runs meanwhile is in the copy as not finished.
    await copyText(markFile(theirs), markFile(ours));
    for (const month of await archivedMonths(from, site)) {
      months += await copyText(monthFile(from, site, month), monthFile(to, site, month));
    }
    await copyText(markFile(theirs), markFile(ours));
  }
  let days = 0;
  for (const site of sites) {
    await makeFolder(journalFolder(to, site));
    for (const day of await journalDays(from, site)) {
      days += await copyText(journalFile(from, site, day), journalFile(to, site, day), wholeLines);
    }
  }
  return { sites: sites.length, days, months };
}

/** Resolves with how many files there were: none where it is not there, or was purged meanwhile. */
async function copyText(from: string, to: string, part = (text: string) => text): Promise<0 | 1> {
  try {
    await replaceFile(to, part(await readFile(from, 'utf8')));
    return 1;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

/** What a start puts right by itself, and whose modes a disk for backups may not keep. */
const harmless: ReadonlySet<Finding['problem']> = new Set([
  'notArchived',
  'tornTail',
  'unfinishedImport',
  'openToOthers',
]);

/** What is wrong with a copy and stays wrong. */
export async function faultsOf(copy: string): Promise<Finding[]> {
  return (await verifyStore(copy)).findings.filter(({ problem }) => !harmless.has(problem));
}

/**
 * Makes the last day of every site another stream. Stations that followed it past the moment of the copy would take
 * what happens next for the continuation of what they know, once the day has as many entries again.
 */
export async function renewEpochs(store: string): Promise<void> {
  for (const site of await storedSites(store)) {
    const last = (await journalDays(store, site)).at(-1);
    if (last === undefined) continue;
    const file = journalFile(store, site, last);
    const [opening, ...rest] = (await readJournal(file)).entries;
    const [opened, ...others] = opening?.events ?? [];
    if (!opening || opened?.type !== 'DayOpened' || isAnonymousEntry(opening)) continue;
    const epoch = randomUUID();
    const renewed = { ...opening, ask: epoch, events: [{ ...opened, epoch }, ...others] };
    await replaceFile(file, [renewed, ...rest].map(writeLine).join(''));
  }
}

/** Whether a folder is another one or lies in it; both absolute. */
export function isWithin(folder: string, other: string): boolean {
  const path = relative(other, folder);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** The name, or with a number behind it where it is taken. */
export function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let n = 2; taken.includes(free); n += 1) free = `${name}-${n}`;
  return free;
}

/** An instant as a part of a folder's name: 2015-06-08T061500Z. */
export const stampOf = (now: number): string =>
  `${new Date(now).toISOString().slice(0, 19).replaceAll(':', '')}Z`;
