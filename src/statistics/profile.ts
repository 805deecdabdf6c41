import { weekdayOf } from './calendar.js';
import type { Days } from './combine.js';
import { sumOf } from './grouping.js';
import { hoursIn } from './kpis.js';
import type { Portion, WeekdaySums } from './portion.js';

/** What an hour of the clock brings on a weekday: means over the weekday's open days. */
export interface ProfileHour {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** 0 to 23 */
  readonly hour: number;
  /** Visits that began, whatever their way. */
  readonly visits: number;
  /** Tickets booked. */
  readonly arrived: number;
  /** Last completions. */
  readonly served: number;
}

/** The open days of a period by weekday, Monday first; weekdays without any are left out. */
export function byWeekday(days: Days): { readonly weekday: number; readonly days: Days }[] {
  return [1, 2, 3, 4, 5, 6, 7]
    .map((weekday) => ({ weekday, days: days.filter(({ day }) => weekdayOf(day) === weekday) }))
    .filter((row) => row.days.length > 0);
}

/** The weekdays of portions, Monday first, each with what the portions have of it. */
export const weekdaysIn = (
  portions: readonly Portion[],
): {
  readonly weekday: number;
  readonly rows: readonly { readonly portion: Portion; readonly sums: WeekdaySums }[];
}[] =>
  [1, 2, 3, 4, 5, 6, 7]
    .map((weekday) => ({
      weekday,
      rows: portions.flatMap((portion) =>
        portion.weekdays.flatMap((sums) => (sums.weekday === weekday ? [{ portion, sums }] : [])),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);

/**
 * R22: the profile weekday × hour of a period. Sums by the number of the weekday's open days: those that have figures,
 * so that a holiday lowers no mean. Every weekday has the same hours, from the first with anything to the last; an hour
 * in which nothing happened is 0.
 */
export function weekdayProfile(portions: readonly Portion[]): ProfileHour[] {
  const present = hoursIn(portions.flatMap(({ weekdays }) => weekdays.flatMap(({ hours }) => hours)));
  return weekdaysIn(portions).flatMap(({ weekday, rows }) => {
    const here = new Map(hoursIn(rows.flatMap(({ sums }) => sums.hours)).map((row) => [row.hour, row]));
    const open = sumOf(rows, ({ sums }) => sums.days);
    return present.map(({ hour }): ProfileHour => {
      const { visits = 0, arrived = 0, served = 0 } = here.get(hour) ?? {};
      return { weekday, hour, visits: visits / open, arrived: arrived / open, served: served / open };
    });
  });
}
