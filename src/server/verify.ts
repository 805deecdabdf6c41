import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Label } from '../protocol/messages.js';
import { replay } from '../queue/evolve.js';
import { dailyFigures } from '../statistics/dailyFigures.js';
import { asOldAs } from '../statistics/figures.js';
import { readAccess } from './access.js';
import { archivedDays, archivedMonths, archiveFolder } from './archive.js';
import { markedDays, markFile } from './importMark.js';
import { readStoreVersion } from './migrateStore.js';
import { DamagedJournal, journalDays, journalFile, readJournal } from './journal.js';
import { UnreadableFile } from './durableFile.js';
import { isRolledUpRight, rollUpFile } from './rollUp.js';
import type { Settings, SiteSettings } from './settings.js';
import { readChanges } from './settingStore.js';
import { storedSites } from './storedSites.js';
import { BadSettings, HalfRestored, NewerStore, readSettings, restoringFile, settingsFile } from './store.js';

/** One thing that is wrong with a store. */
export interface Finding {
  readonly file: string;
  /** 1-based, where the file has lines. */
  readonly line?: number;
  readonly problem:
    | 'missing'
    | 'unreadable'
    | 'badSettings'
    | 'newerVersion'
    | 'halfRestored'
    | 'notJson'
    | 'badChecksum'
    | 'badShape'
    | 'badSequence'
    | 'otherDay'
    | 'tornTail'
    | 'cannotReplay'
    | 'notArchived'
    | 'archiveDiffers'
    | 'sumsDiffer'
    | 'unfinishedImport'
    | 'openToOthers';
  readonly detail?: string;
  /** What is wrong with a setting. */
  readonly reason?: Label;
}

export interface Verification {
  /** Of the store; null where nothing tells it. */
  readonly version: number | null;
  readonly sites: number;
  readonly days: number;
  readonly entries: number;
  readonly archivedDays: number;
  readonly findings: readonly Finding[];
}

interface Count {
  days: number;
  entries: number;
  archivedDays: number;
  findings: Finding[];
}

/**
 * Reads everything in a store and checks every rule it should keep. Changes nothing. A site that the settings lack, or
 * that nobody can look up in them, is read like the others; only its figures can't be worked out again without its zone.
 */
export async function verifyStore(store: string): Promise<Verification> {
  const count: Count = { days: 0, entries: 0, archivedDays: 0, findings: [] };
  const settings = await checkedSettings(store, count.findings);
  if (settings) await verifyChanges(store, settings, count.findings);
  const stored = await storedSites(store).catch(() => []);
  const sites = new Set([...Object.keys(settings?.sites ?? {}), ...stored]);
  for (const site of sites) {
    await verifyArchive(store, site, settings?.sites[site], count);
    await verifyJournals(store, site, settings?.sites[site], count);
  }
  await verifyAccess(store, count.findings);
  await verifyPermissions(store, count.findings);
  const version = (await readStoreVersion(store)) ?? null;
  return { version, sites: sites.size, ...count };
}

async function checkedSettings(store: string, findings: Finding[]) {
  const file = settingsFile(store);
  try {
    const settings = await readSettings(store);
    if (!settings) findings.push({ file, problem: 'missing' });
    return settings;
  } catch (error) {
    if (error instanceof BadSettings) {
      for (const { path, problem } of error.problems) {
        findings.push({ file, problem: 'badSettings', detail: path, reason: problem });
      }
    } else if (error instanceof HalfRestored)
      findings.push({ file: restoringFile(store), problem: 'halfRestored' });
    else if (error instanceof NewerStore) findings.push({ file, problem: 'newerVersion' });
    else if (error instanceof UnreadableFile)
      findings.push({ file, problem: 'unreadable', detail: error.problem });
    else throw error;
    return undefined;
  }
}

async function verifyChanges(store: string, settings: Settings, findings: Finding[]): Promise<void> {
  try {
    await readChanges(store, settings);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    findings.push({ file: error.file, problem: 'unreadable', detail: error.problem });
  }
}

async function verifyJournals(
  store: string,
  site: string,
  settings: SiteSettings | undefined,
  count: Count,
): Promise<void> {
  const days = await journalDays(store, site);
  const last = days.at(-1);
  for (const day of days) {
    const file = journalFile(store, site, day);
    count.days += 1;
    try {
      const { entries, torn } = await readJournal(file);
      count.entries += entries.length;
      if (torn > 0) count.findings.push({ file, problem: 'tornTail', detail: `${torn}` });
      const replayed = replay(entries);
      if (!replayed) {
        if (entries.length > 0) count.findings.push({ file, problem: 'cannotReplay' });
        continue;
      }
      const [archived] = await archivedDays(store, site, day, day);
      if (!archived && day !== last) count.findings.push({ file, problem: 'notArchived' });
      if (!archived || !settings) continue;
      const figures = dailyFigures(replayed, {
        zone: settings.zone,
        // As it was archived: the setting may have changed since.
        halfDayAt: archived.halfDayAt,
        at: replayed.lastAt,
      });
      if (JSON.stringify(asOldAs(figures, archived)) !== JSON.stringify(asOldAs(archived, archived)))
        count.findings.push({ file, problem: 'archiveDiffers' });
    } catch (error) {
      // An unreadable archive is a finding of its own.
      if (!(error instanceof UnreadableFile)) count.findings.push(findingOf(file, error));
    }
  }
}

function findingOf(file: string, error: unknown): Finding {
  if (error instanceof DamagedJournal) {
    return { file, line: error.line, problem: error.problem };
  }
  return { file, problem: 'cannotReplay', detail: error instanceof Error ? error.message : String(error) };
}

/** What a month adds up to depends on the site's settings; without them nobody reads it either. */
async function verifyArchive(
  store: string,
  site: string,
  settings: SiteSettings | undefined,
  count: Count,
): Promise<void> {
  await verifyImport(archiveFolder(store, site), count);
  for (const month of await archivedMonths(store, site)) {
    try {
      count.archivedDays += (await archivedDays(store, site, `${month}-01`, `${month}-31`)).length;
      if (settings && !(await isRolledUpRight(store, site, month, settings))) {
        count.findings.push({ file: rollUpFile(store, site, month), problem: 'sumsDiffer' });
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      count.findings.push({ file: error.file, problem: 'unreadable', detail: error.problem });
    }
  }
}

async function verifyImport(archive: string, count: Count): Promise<void> {
  const file = markFile(archive);
  try {
    const { size } = await markedDays(archive);
    if (size > 0) count.findings.push({ file, problem: 'unfinishedImport', detail: `${size}` });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    count.findings.push({ file, problem: 'unreadable', detail: error.problem });
  }
}

async function verifyAccess(store: string, findings: Finding[]): Promise<void> {
  try {
    await readAccess(store);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    findings.push({ file: error.file, problem: 'unreadable', detail: error.problem });
  }
}

/** Folders 0700, files 0600: nobody but the server's user reads the store. */
async function verifyPermissions(store: string, findings: Finding[]): Promise<void> {
  if (process.platform === 'win32') return;
  const names = await readdir(store, { recursive: true }).catch(() => []);
  for (const file of [store, ...names.map((name) => join(store, name))]) {
    const found = await stat(file).catch(() => undefined);
    if (found && (found.mode & 0o077) !== 0) findings.push({ file, problem: 'openToOthers' });
  }
}
