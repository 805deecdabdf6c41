import type { ClockQuarter } from './clockTimes.js';
import {
  allConcerns,
  contactsIn,
  servicesIn,
  serviceTimeIn,
  visitsIn,
  waitsIn,
  waitTimeIn,
  type Days,
} from './combine.js';
import { groupBy, sumOf } from './grouping.js';
import { dailyValues, servedVisitsIn } from './kpis.js';
import type { MonthFigures } from './monthFigures.js';
import type { HourSums, WeekdayDurations, WeekdaySums } from './portion.js';
import { byWeekday } from './profile.js';
import type { Pool } from './tally.js';

/**
 * R22: days by weekday. Times are of the days that are shown by themselves anyway, so that a weekday tells nothing of a
 * day that is not.
 */
export const weekdaySums = (days: Days, month: MonthFigures): WeekdaySums[] =>
  byWeekday(days).map(({ weekday, days: same }) => ({
    weekday,
    days: same.length,
    visits: visitsIn(same),
    contacts: contactsIn(same),
    waits: durationsOf(same, month, 'waits', waitsIn, waitTimeIn),
    services: durationsOf(same, month, 'services', servicesIn, serviceTimeIn),
    hours: hourSums(same.flatMap(({ day }) => month.quartersOn(day))),
  }));

function durationsOf(
  days: Days,
  month: MonthFigures,
  name: 'waits' | 'services',
  durationsIn: (days: Days) => Pool,
  sumIn: (days: Days) => number,
): WeekdayDurations {
  const release = month.release(name);
  const shown = days.filter(
    (day) => durationsIn([day]).n > 0 && release(allConcerns, day.day, day.day).isShown,
  );
  const { n, sum, max } = durationsIn(shown);
  return {
    n: durationsIn(days).n,
    days: shown.length,
    shown: { n, sum, max },
    daily: dailyValues(
      shown.map((day) => [day]),
      sumIn,
      servedVisitsIn,
    ),
  };
}

/** What happened by the hour of the clock. */
export const hourSums = (quarters: readonly ClockQuarter[]): HourSums[] =>
  groupBy(quarters, ({ hour }) => String(hour).padStart(2, '0')).map(([hour, members]) => {
    const rows = members.map(({ row }) => row);
    return {
      hour: Number(hour),
      visits: sumOf(rows, ({ visits = 0 }) => visits),
      booked: sumOf(rows, ({ booked = 0 }) => booked),
      served: sumOf(rows, ({ served = 0 }) => served),
      isOpen: rows.some(({ visits = 0, served = 0, desk }) => visits + served > 0 || desk !== undefined),
    };
  });
