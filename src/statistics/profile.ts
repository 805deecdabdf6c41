import { weekdayOf } from './calendar.js';
import type { ClockQuarter } from './clockTimes.js';
import type { Days } from './combine.js';
import { sumOf } from './grouping.js';
import { hours } from './kpis.js';

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

/**
 * R22: the profile weekday × hour of a period. Sums by the number of the weekday's open days: those that have figures,
 * so that a holiday lowers no mean. Every weekday has the same hours, from the first with anything to the last; an hour
 * in which nothing happened is 0.
 */
export function weekdayProfile(
  days: Days,
  quartersOn: ReadonlyMap<string, readonly ClockQuarter[]>,
): ProfileHour[] {
  const quartersOf = (some: Days) => some.flatMap(({ day }) => quartersOn.get(day) ?? []);
  const present = hours(quartersOf(days)).map(({ hour }) => hour);
  return byWeekday(days).flatMap(({ weekday, days: open }) => {
    const rows = hours(quartersOf(open));
    return present.map((hour): ProfileHour => {
      const here = rows.filter((row) => row.hour === hour);
      const mean = (key: 'visits' | 'arrived' | 'served') => sumOf(here, (row) => row[key]) / open.length;
      return { weekday, hour, visits: mean('visits'), arrived: mean('arrived'), served: mean('served') };
    });
  });
}
