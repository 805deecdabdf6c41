import { instantOf, plusDays, weekdayOf } from './calendar.js';
import { contactsIn, servicesIn, type Days } from './combine.js';
import type { DailyFigures } from './figures.js';
import { sumOf } from './grouping.js';
import { mayShow, type Limits } from './suppression.js';
import { pool, type Sums } from './tally.js';

/** What one service usually takes, ms, by half of the day. Never by desk. */
export type UsualService = Readonly<Record<'am' | 'pm', number>>;

export interface UsualServiceOptions {
  /** 'YYYY-MM-DD' */
  readonly day: string;
  readonly limits: Limits;
  /** Where there is not enough to go by, ms. */
  readonly otherwise: number;
}

/** First and last of the days that say what is usual on a day: the four weeks before. */
export const daysBefore = (day: string): { readonly from: string; readonly to: string } => ({
  from: plusDays(day, -28),
  to: plusDays(day, -1),
});

/**
 * What one service usually takes on a day: the mean of the same half of the same weekday over the four weeks before,
 * where that may be published; else of all their days; else what was said. In whole minutes, since it is told to visitors.
 */
export function usualService(days: Days, { day, limits, otherwise }: UsualServiceOptions): UsualService {
  const { from, to } = daysBefore(day);
  const before = days.filter((each) => each.day >= from && each.day <= to);
  const alike = before.filter((each) => weekdayOf(each.day) === weekdayOf(day));
  const all = meanOf(servicesIn(before), {
    n: contactsIn(before),
    desks: sumOf(before, ({ sessions }) => sessions.all),
  });
  const ofHalf = (half: keyof UsualService): number =>
    meanOf(servicesOf(alike, half), {
      n: servicesOf(alike, half).n,
      desks: sumOf(alike, ({ sessions }) => sessions.atDesksByHalf[half]),
    }) ??
    all ??
    otherwise;
  function meanOf({ n, sum }: Sums, cell: { readonly n: number; readonly desks: number }): number | null {
    return n > 0 && mayShow(cell, limits) ? Math.max(1, Math.round(sum / n / 60_000)) * 60_000 : null;
  }
  return { am: ofHalf('am'), pm: ofHalf('pm') };
}

const servicesOf = (days: readonly DailyFigures[], half: keyof UsualService): Sums =>
  pool(days.flatMap(({ contacts }) => contacts.flatMap((row) => (row.half === half ? row.service : []))));

/** What one service usually takes at an instant of the day, ms. */
export function usualServiceAt(
  at: number,
  day: string,
  site: { readonly zone: string; readonly halfDayAt: string; readonly usualService: UsualService },
): number {
  const { am, pm } = site.usualService;
  return at < instantOf(day, site.halfDayAt, site.zone) ? am : pm;
}
