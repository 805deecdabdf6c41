import type { Day } from '../queue/day.js';
import { replay } from '../queue/evolve.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { lastDayOf } from '../statistics/calendar.js';
import type { Span } from '../statistics/period.js';
import type { Terms } from '../statistics/portion.js';
import type { MonthRollUp } from '../statistics/rolledPortion.js';
import { archivedDays, archivedMonths, readMonth } from './archive.js';
import { journalDays, journalFile, readJournal } from './journal.js';
import { findRollUp, termsOf } from './rollUp.js';
import type { SiteSettings } from './settings.js';
import { figuresOf } from './dayFigures.js';

/** A day of a store that no server runs on; undefined when nothing happened on it. Takes no lock and writes nothing. */
export async function readDay(store: string, site: string, day: string): Promise<Day | undefined> {
  const { entries } = await readJournal(journalFile(store, site, day));
  return replay(entries);
}

export interface FiguresQuery {
  readonly from: string;
  readonly to: string;
  readonly at?: number;
  /** Months within these days may come summed up. */
  readonly inMonths?: Span;
}

/** A month's sums instead of its days. */
export interface SummedMonth {
  /** 'YYYY-MM' */
  readonly month: string;
  /** Reads them when they are asked for: who has many months need not have all of them in mind. */
  readonly sums: () => MonthRollUp;
  /** Reads its days after all, oldest first. */
  readonly readDays: () => DailyFigures[];
}

export interface FoundFigures {
  /** Oldest first. */
  readonly days: readonly DailyFigures[];
  readonly rolled: readonly SummedMonth[];
}

/** The figures of a period: archived ones, and those of days that are not archived yet. */
export async function readFigures(
  store: string,
  site: string,
  settings: SiteSettings,
  { from, to, at, inMonths }: FiguresQuery,
): Promise<FoundFigures> {
  const unarchived = (await journalDays(store, site)).filter((day) => day >= from && day <= to);
  const terms = termsOf(settings);
  const rolled = inMonths ? await summedMonths(store, site, terms, inMonths, unarchived) : [];
  const archived = await archivedDays(store, site, from, to, new Set(rolled.map(({ month }) => month)));
  const known = new Set([
    ...archived.map(({ day }) => day),
    ...(unarchived.length > 0 ? rolled.flatMap(({ sums }) => sums().days) : []),
  ]);
  const found = [...archived];
  for (const day of unarchived) {
    if (known.has(day)) continue;
    const replayed = await readDay(store, site, day);
    if (replayed) found.push(figuresOf(replayed, settings, at));
  }
  return { days: found.toSorted((a, b) => (a.day < b.day ? -1 : 1)), rolled };
}

/** Months wholly within a span that are summed up, and of which no other day has a journal; oldest first. */
export async function summedMonths(
  store: string,
  site: string,
  terms: Terms,
  { from, to }: Span,
  journals: readonly string[],
): Promise<SummedMonth[]> {
  return (await archivedMonths(store, site)).flatMap((month): SummedMonth[] => {
    if (`${month}-01` < from || lastDayOf(month) > to) return [];
    const sums = findRollUp(store, site, month, terms);
    if (!sums) return [];
    const open = journals.filter((day) => day.startsWith(month));
    if (open.length > 0 && !open.every((day) => sums().days.includes(day))) return [];
    return [{ month, sums, readDays: () => readMonth(store, site, month) }];
  });
}
