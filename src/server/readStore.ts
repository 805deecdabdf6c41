import type { Day } from '../queue/day.js';
import { replay } from '../queue/evolve.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { archivedDays } from './archive.js';
import { journalDays, journalFile, readJournal } from './journal.js';
import type { SiteSettings } from './settings.js';
import { figuresOf } from './dayFigures.js';

/** A day of a store that no server runs on; undefined when nothing happened on it. Takes no lock and writes nothing. */
export async function readDay(store: string, site: string, day: string): Promise<Day | undefined> {
  const { entries } = await readJournal(journalFile(store, site, day));
  return replay(entries);
}

/** The daily figures of a period, oldest first: archived ones, and those of days that are not archived yet. */
export async function readFigures(
  store: string,
  site: string,
  settings: SiteSettings,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at?: number },
): Promise<DailyFigures[]> {
  const archived = await archivedDays(store, site, from, to);
  const known = new Set(archived.map(({ day }) => day));
  const found = [...archived];
  for (const day of await journalDays(store, site)) {
    if (day < from || day > to || known.has(day)) continue;
    const replayed = await readDay(store, site, day);
    if (replayed) found.push(figuresOf(replayed, settings, at));
  }
  return found.toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
