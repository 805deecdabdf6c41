import { stat } from 'node:fs/promises';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { groupBy } from '../statistics/grouping.js';
import { archivedDays, archiveDays, archiveFolder, dropDays } from './archive.js';
import { isMissing, makeFolder } from './durableFile.js';
import { liftMark, markedDays, setMark } from './importMark.js';
import { journalFile } from './journal.js';

/** Days that are not free: they have figures or entries of their own. */
export class DaysTaken extends Error {
  override readonly name = 'DaysTaken';
  readonly days: readonly string[];

  constructor(days: readonly string[]) {
    super(days.join(', '));
    this.days = days;
  }
}

/**
 * Brings days that were recorded elsewhere, oldest first, into the archive: all of them or, whatever happens on the
 * way, none. Their figures are asked for month by month. Needs the store's lock. Rejects with `DaysTaken` if any of
 * the days is there already.
 */
export async function importDays(
  store: string,
  site: string,
  days: readonly string[],
  figuresOf: (day: string) => DailyFigures,
): Promise<void> {
  const archive = archiveFolder(store, site);
  await takeBackImport(store, site);
  const taken = await takenDays(store, site, days);
  if (taken.length > 0) throw new DaysTaken(taken);
  await makeFolder(archive);
  await setMark(archive, days);
  try {
    for (const [, members] of groupBy(days, (day) => day.slice(0, 7)))
      await archiveDays(store, site, members.map(figuresOf));
  } catch (error) {
    // Where this fails too, the mark stays, and the next import or start tries again.
    await takeBackImport(store, site).catch(() => undefined);
    throw error;
  }
  await liftMark(archive);
}

/** Removes what an import left that was cut short. Resolves with how many days it was of. Needs the store's lock. */
export async function takeBackImport(store: string, site: string): Promise<number> {
  const archive = archiveFolder(store, site);
  const days = await markedDays(archive);
  if (days.size === 0) return 0;
  await dropDays(store, site, days);
  await liftMark(archive);
  return days.size;
}

/** Which of some days, oldest first, have figures or entries. */
export async function takenDays(store: string, site: string, days: readonly string[]): Promise<string[]> {
  const [from, to] = [days.at(0), days.at(-1)];
  if (from === undefined || to === undefined) return [];
  const archived = new Set((await archivedDays(store, site, from, to)).map(({ day }) => day));
  const taken: string[] = [];
  for (const day of days) {
    if (archived.has(day) || (await hasEntries(store, site, day))) taken.push(day);
  }
  return taken;
}

/** A day on which a server ran and nothing happened has an empty journal. */
async function hasEntries(store: string, site: string, day: string): Promise<boolean> {
  try {
    return (await stat(journalFile(store, site, day))).size > 0;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
