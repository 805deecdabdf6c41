import { rm, stat } from 'node:fs/promises';
import { dayOf, plusDays, plusMonths } from '../statistics/calendar.js';
import { archivedDays, archivedMonths, archiveFolder, monthFile } from './archive.js';
import { syncFolder } from './durableFile.js';
import { journalDays, journalFile, journalFolder } from './journal.js';
import { removeLeftovers } from './leftovers.js';
import { rollUpFile } from './rollUp.js';
import type { Settings, SiteSettings } from './settings.js';
import { purgeChanges } from './settingStore.js';

/** What was deleted of one site. */
export interface Purged {
  readonly site: string;
  /** Days whose single entries are gone, oldest first. */
  readonly days: readonly string[];
  /** 'YYYY-MM' of the figures that are gone, oldest first. */
  readonly months: readonly string[];
}

/**
 * Deletes what the settings no longer keep, of every site, and what killed programs left of it. Once more deletes
 * nothing more. For whoever has the store locked.
 */
export async function purge(store: string, settings: Settings, now: number): Promise<Purged[]> {
  await removeLeftovers(store);
  await purgeChanges(store, settings, now);
  const purged: Purged[] = [];
  for (const [id, site] of Object.entries(settings.sites)) {
    purged.push(await purgeSite(store, id, site, now));
  }
  return purged;
}

/** The same for one site. `now`: ms since the epoch. */
export async function purgeSite(
  store: string,
  site: string,
  { zone, retention }: Pick<SiteSettings, 'zone' | 'retention'>,
  now: number,
): Promise<Purged> {
  const today = dayOf(now, zone);
  const days = await purgeRows(store, site, plusDays(today, -retention.rowsDays));
  const months = await purgeFigures(store, site, today, retention.figuresMonths);
  return { site, days, months };
}

/** Rows of days before `keptFrom`: only of days that the archive has as closed, and of days on which nothing happened. */
async function purgeRows(store: string, site: string, keptFrom: string): Promise<string[]> {
  const old = (await journalDays(store, site)).filter((day) => day < keptFrom);
  const [first] = old;
  if (first === undefined) return [];
  const archived = await archivedDays(store, site, first, keptFrom);
  const closed = new Set(archived.filter((figures) => figures.closed).map(({ day }) => day));
  const purged: string[] = [];
  for (const day of old) {
    const file = journalFile(store, site, day);
    if (!closed.has(day) && (await stat(file)).size > 0) continue;
    await rm(file);
    purged.push(day);
  }
  if (purged.length > 0) await syncFolder(journalFolder(store, site));
  return purged;
}

/** Whether the time of a day's or month's figures, so many months after the end of their year, is over by today. */
export const areFiguresOver = (day: string, keptFor: number, today: string): boolean =>
  plusMonths(`${Number(day.slice(0, 4)) + 1}-01-01`, keptFor) <= today;

/** For how many months after the end of their year figures of a month have to be kept to be there after today. */
export function monthsToKeep(month: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(month.slice(0, 4)) - 1;
  return Math.max(0, years * 12 + Number(today.slice(5, 7)));
}

/**
 * Figures whose time after the end of their year is over, unless rows of the month are still there. Rejects with
 * `UnreadableFile` rather than delete what it can't read: that needs a person.
 */
async function purgeFigures(store: string, site: string, today: string, keptFor: number): Promise<string[]> {
  const withRows = new Set((await journalDays(store, site)).map((day) => day.slice(0, 7)));
  const old = (await archivedMonths(store, site)).filter(
    (month) => areFiguresOver(month, keptFor, today) && !withRows.has(month),
  );
  for (const month of old) await archivedDays(store, site, `${month}-01`, `${month}-31`);
  for (const month of old) {
    await rm(monthFile(store, site, month));
    await rm(rollUpFile(store, site, month), { force: true });
  }
  if (old.length > 0) await syncFolder(archiveFolder(store, site));
  return old;
}
