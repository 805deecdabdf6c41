import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Low } from 'lowdb';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { groupBy } from '../statistics/grouping.js';
import { currentFigures } from '../statistics/olderFigures.js';
import { isMissing, makeFolder, openLow, syncFolder, UnreadableFile } from './durableFile.js';
import { markedDays } from './importMark.js';

/**
 * The shape of an archive file: the daily figures of one month, by day, a line a day. A file may hold days of an older
 * version of the figures; they are read as today's, and written so with the next change.
 */
interface ArchiveMonth {
  version: 1;
  days: Record<string, DailyFigures>;
}

export const archiveFolder = (store: string, site: string): string => join(store, site, 'archive');

/** The file of a day's or a month's figures. */
export const monthFile = (store: string, site: string, day: string): string =>
  join(archiveFolder(store, site), `${day.slice(0, 7)}.json`);

async function openMonth(file: string): Promise<Low<ArchiveMonth>> {
  const low = await openLow<ArchiveMonth>(file, { version: 1, days: {} }, writeMonth);
  makeCurrent(low.data, file);
  return low;
}

/** Turns what stands in a file into figures of today's version. */
function makeCurrent(month: Partial<ArchiveMonth>, file: string): void {
  const { version, days } = month;
  if (version !== 1 || typeof days !== 'object')
    throw new UnreadableFile(file, 'not an archive of this version');
  for (const [day, figures] of Object.entries(days)) days[day] = currentFigures(figures);
}

/** All figures of a month, oldest day first, for whoever can't wait for `archivedDays`. */
export function readMonth(store: string, site: string, month: string): DailyFigures[] {
  const file = monthFile(store, site, month);
  const content = JSON.parse(readFileSync(file, 'utf8')) as ArchiveMonth;
  makeCurrent(content, file);
  return Object.values(content.days).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** A line a day: figures are many and are read by programs, but a person can still find a day. */
function writeMonth({ version, days }: ArchiveMonth): string {
  const lines = Object.entries(days).map(
    ([day, figures]) => `${JSON.stringify(day)}:${JSON.stringify(figures)}`,
  );
  return `{"version":${version},"days":{\n${lines.join(',\n')}\n}}\n`;
}

/** Keeps the figures of a closed day; keeping them again replaces them. */
export const archiveDay = (store: string, site: string, figures: DailyFigures): Promise<void> =>
  archiveDays(store, site, [figures]);

/** The same for several days, month by month. */
export async function archiveDays(
  store: string,
  site: string,
  figures: readonly DailyFigures[],
): Promise<void> {
  await makeFolder(archiveFolder(store, site));
  for (const [file, members] of groupBy(figures, ({ day }) => monthFile(store, site, day))) {
    const low = await openMonth(file);
    for (const one of members) low.data.days[one.day] = one;
    await low.write();
  }
}

/** Forgets days, and months that have no other. */
export async function dropDays(store: string, site: string, days: ReadonlySet<string>): Promise<void> {
  const months = new Set(await archivedMonths(store, site));
  for (const month of new Set(Array.from(days, (day) => day.slice(0, 7)))) {
    if (!months.has(month)) continue;
    const file = monthFile(store, site, `${month}-01`);
    const low = await openMonth(file);
    low.data.days = Object.fromEntries(Object.entries(low.data.days).filter(([day]) => !days.has(day)));
    if (Object.keys(low.data.days).length > 0) await low.write();
    else await rm(file);
  }
  if (months.size > 0) await syncFolder(archiveFolder(store, site));
}

/**
 * The archived figures of a period, oldest day first, both days included; without those of an unfinished import, and
 * of the months ('YYYY-MM') left out.
 */
export async function archivedDays(
  store: string,
  site: string,
  from: string,
  to: string,
  leftOut: ReadonlySet<string> = new Set(),
): Promise<DailyFigures[]> {
  const folder = archiveFolder(store, site);
  // Before and after, for an import may begin or end meanwhile.
  const before = await markedDays(folder);
  const found: DailyFigures[] = [];
  for (const month of await archivedMonths(store, site)) {
    if (month < from.slice(0, 7) || month > to.slice(0, 7) || leftOut.has(month)) continue;
    const { data } = await openMonth(monthFile(store, site, `${month}-01`));
    found.push(...Object.values(data.days).filter(({ day }) => day >= from && day <= to));
  }
  const unfinished = new Set([...before, ...(await markedDays(folder))]);
  return found.filter(({ day }) => !unfinished.has(day)).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** 'YYYY-MM' of every archive file, oldest first. */
export const archivedMonths = (store: string, site: string): Promise<string[]> =>
  namesInArchive(archiveFolder(store, site), /^(\d{4}-\d{2})\.json$/);

/** What the pattern's group is in the names of an archive's files, in order. */
export async function namesInArchive(folder: string, pattern: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).flatMap((file) => pattern.exec(file)?.[1] ?? []).toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
