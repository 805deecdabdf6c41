import { describe, expect, test } from 'vitest';
import { mondayOf, plusDays } from '../statistics/calendar.js';
import { keyDates, parsePeriod, pilot, type Period } from '../statistics/period.js';
import { dayOfWaits, defaultLimits, noLimits, reportOf } from '../testing/exampleReports.js';
import type { Report } from './report.js';

/** Days on both sides of every border: of weeks, of quarters, of the key dates and of the pilot. */
const dates = [
  '2015-05-29',
  '2015-06-01',
  '2015-06-30',
  '2015-07-01',
  '2015-09-28',
  '2015-09-29',
  '2015-09-30',
  '2015-10-01',
  '2015-10-02',
  '2015-12-28',
  '2015-12-31',
  '2016-01-01',
];

const days = dates.map((date, i) =>
  dayOfWaits(
    date,
    Array.from({ length: 6 + (i % 3) }, (_, n) => (i + n) % 12),
  ),
);

/** What adds up. */
const sumsOf = ({ visits, tickets, waiting, service, byHour }: Report) => ({
  visits: visits.total,
  numbers: tickets.checkedIn,
  contacts: tickets.contacts,
  waits: waiting.sumSeconds,
  services: service.sumSeconds,
  served: byHour.reduce((sum, row) => sum + row.served, 0),
});

const add = (parts: readonly ReturnType<typeof sumsOf>[]) =>
  parts.reduce((sum, part) => ({
    visits: sum.visits + part.visits,
    numbers: (sum.numbers ?? 0) + (part.numbers ?? 0),
    contacts: (sum.contacts ?? 0) + (part.contacts ?? 0),
    waits: (sum.waits ?? 0) + (part.waits ?? 0),
    services: (sum.services ?? 0) + (part.services ?? 0),
    served: sum.served + part.served,
  }));

/** The weeks of a span; the first and the last are cut at its ends. */
function weeksOf({ from, to }: Pick<Period, 'from' | 'to'>): Period[] {
  const weeks: Period[] = [];
  for (let day = from; day <= to; day = plusDays(mondayOf(day), 7)) {
    const sunday = plusDays(mondayOf(day), 6);
    const end = sunday < to ? sunday : to;
    weeks.push({ kind: 'range', label: `${day}..${end}`, from: day, to: end });
  }
  return weeks;
}

const spans = [...keyDates, pilot];

describe.each(spans)('$kind $label', (span) => {
  test.each([noLimits, defaultLimits])('is the sum of its weeks, split at its ends: %o', (limits) => {
    const weeks = weeksOf(span).map((week) => sumsOf(reportOf(days, week, limits)));
    expect(sumsOf(reportOf(days, span, limits))).toEqual(add(weeks));
  });

  test('holds nothing from before its first day or after its last', () => {
    const inside = dates.filter((date) => date >= span.from && date <= span.to);
    expect(reportOf(days, span, noLimits).byDay.map(({ day }) => day)).toEqual(inside);
  });
});

test('the two key dates are the pilot', () => {
  const [first, second] = keyDates.map((span) => sumsOf(reportOf(days, span, noLimits)));
  expect(first && second && add([first, second])).toEqual(sumsOf(reportOf(days, pilot, noLimits)));
});

test('a period with today in it, to come or without an end is what is known of it', () => {
  const today = '2015-09-29';
  const known = days.filter(({ day }) => day <= today);
  const read = (ask: Parameters<typeof parsePeriod>[0]) => {
    const answer = parsePeriod(ask, today);
    if ('rejection' in answer) throw new Error(answer.rejection.name);
    return reportOf(known, answer.period, noLimits);
  };
  expect(read({ kind: 'week' }).byDay.map(({ day }) => day)).toEqual(['2015-09-28', '2015-09-29']);
  expect(read({ kind: 'range', from: '2015-07-01' })).toMatchObject({ days: 3, period: { to: today } });
  expect(read({ kind: 'week', word: '2015-W53' })).toMatchObject({
    days: 0,
    asOf: null,
    visits: { total: 0 },
    waiting: { n: 0, meanPerVisitSeconds: null },
  });
});
