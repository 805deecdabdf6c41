import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Low } from 'lowdb';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { isMissing, makeFolder, openLow, UnreadableFile } from './durableFile.js';

/** The shape of an archive file: the daily figures of one month, by day. */
interface ArchiveMonth {
  version: 1;
  days: Record<string, DailyFigures>;
}

export const archiveFolder = (store: string, site: string): string => join(store, site, 'archive');

/** The file of a day's or a month's figures. */
export const monthFile = (store: string, site: string, day: string): string =>
  join(archiveFolder(store, site), `${day.slice(0, 7)}.json`);

async function openMonth(file: string): Promise<Low<ArchiveMonth>> {
  const low = await openLow<ArchiveMonth>(file, { version: 1, days: {} });
  const { version, days }: Partial<ArchiveMonth> = low.data;
  if (version !== 1 || typeof days !== 'object')
    throw new UnreadableFile(file, 'not an archive of this version');
  return low;
}

/** Keeps the figures of a closed day; keeping them again replaces them. */
export async function archiveDay(store: string, site: string, figures: DailyFigures): Promise<void> {
  await makeFolder(archiveFolder(store, site));
  const low = await openMonth(monthFile(store, site, figures.day));
  low.data.days[figures.day] = figures;
  await low.write();
}

/** The archived figures of a period, oldest day first, both days included. */
export async function archivedDays(
  store: string,
  site: string,
  from: string,
  to: string,
): Promise<DailyFigures[]> {
  const found: DailyFigures[] = [];
  for (const month of await archivedMonths(store, site)) {
    if (month < from.slice(0, 7) || month > to.slice(0, 7)) continue;
    const { data } = await openMonth(monthFile(store, site, `${month}-01`));
    found.push(...Object.values(data.days).filter(({ day }) => day >= from && day <= to));
  }
  return found.toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** 'YYYY-MM' of every archive file, oldest first. */
export async function archivedMonths(store: string, site: string): Promise<string[]> {
  try {
    const files = await readdir(archiveFolder(store, site));
    return files.flatMap((file) => /^(\d{4}-\d{2})\.json$/.exec(file)?.[1] ?? []).toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
