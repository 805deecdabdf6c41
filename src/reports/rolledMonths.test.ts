import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailyFigures, type DailyFigures } from '../statistics/dailyFigures.js';
import { groupBy } from '../statistics/grouping.js';
import type { PeriodAsk } from '../statistics/period.js';
import { rollUp, type MonthRollUp } from '../statistics/rolledPortion.js';
import type { Limits } from '../statistics/suppression.js';
import { dayOfWaits, defaultLimits, noLimits, periodOf } from '../testing/exampleReports.js';
import { diceOfADay, liveThrough } from '../testing/randomDay.js';
import { lateDutyDay } from '../testing/lateDutyDay.js';
import { renderJson } from './json.js';
import type { RolledMonth } from './portions.js';
import { buildReport, type ReportInput } from './reportModel.js';
import { reportSheet } from './reportSheet.js';
import { sitesSheet } from './sitesSheet.js';

const zone = 'Europe/Berlin';
const targets = { waitSeconds: 120, utilisation: 0.5 };
const staffing = {
  fullDayMs: 8 * 3_600_000,
  stages: {
    reception: { minimumFte: 1, plannedMs: null },
    entranceZone: { minimumFte: 2, plannedMs: [1, 2, 3, 4, 5, 0, 0].map((hours) => hours * 3_600_000) },
  },
};

/** Days of three months: weeks with one day and with several, and weeks that a change of months parts. */
const dates = [
  '2015-05-04 2015-05-05 2015-05-27 2015-05-29',
  '2015-06-01 2015-06-02 2015-06-11 2015-06-29 2015-06-30',
  '2015-07-01 2015-07-03 2015-07-20 2015-07-31',
].flatMap((month) => month.split(' '));

const randomFigures = diceOfADay.map((dice) => {
  const { day } = liveThrough(dice, () => undefined);
  return JSON.parse(JSON.stringify(dailyFigures(day, { zone, halfDayAt: '09:00' }))) as DailyFigures;
});

/**
 * Days on which all sorts of things happened, some of them with a late duty, some of them imported or
 * archived before signals were counted.
 */
const days = fc
  .tuple(
    fc.array(randomFigures, { minLength: 3, maxLength: 4 }),
    fc.array(fc.nat(7), { minLength: dates.length, maxLength: dates.length }),
  )
  .map(([figures, picks]) =>
    dates.flatMap((day, i): DailyFigures[] => {
      const pick = picks[i] ?? 0;
      if (pick === 0) return [];
      if (pick === 1) return [lateDutyDay(day)];
      if (pick === 2) return [dayOfWaits(day, [1, 2, 3, 4, 5, 6, 7, 8])];
      const found = figures[pick % figures.length];
      if (!found) return [];
      const { imported: _, ...others } = { ...found, day, closed: pick !== 3 };
      const { signals: __, deskDecisions: ___, ...uncounted } = others;
      if (pick === 5) return [uncounted];
      return [pick === 4 ? { ...uncounted, imported: true } : others];
    }),
  );

const asks: readonly PeriodAsk[] = [
  { kind: 'year', word: '2015' },
  { kind: 'quarter', word: '2015-Q2' },
  { kind: 'month', word: '2015-06' },
  { kind: 'range', from: '2015-05-01', to: '2015-07-31' },
  { kind: 'range', from: '2015-05-29', to: '2015-07-31' },
];

const limits: readonly Limits[] = [noLimits, defaultLimits, { minContacts: 12, minDesks: 2 }];

const inputOf = (figures: readonly DailyFigures[], ask: PeriodAsk, limit: Limits): ReportInput => ({
  site: 'Herford',
  period: periodOf(ask),
  days: figures,
  limits: limit,
  targets,
  staffing,
  zone,
});

/** The same with every month summed up, as it comes from a file. */
function rolledInput(input: ReportInput, readDays: (month: string) => readonly DailyFigures[]): ReportInput {
  const rolled = groupBy(input.days, ({ day }) => day.slice(0, 7)).map(([month, members]): RolledMonth => ({
    month,
    sums: () => JSON.parse(JSON.stringify(rollUp(members, input))) as MonthRollUp,
    readDays: () => readDays(month),
  }));
  return { ...input, days: [], rolled };
}

const noDays = (): never => {
  throw new Error('days were read');
};

describe('a report of months that are summed up', () => {
  test('is to the byte that of their days', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...asks), fc.constantFrom(...limits), (figures, ask, limit) => {
        const input = inputOf(figures, ask, limit);
        const rolled = rolledInput(input, (month) => figures.filter(({ day }) => day.startsWith(month)));
        expect(renderJson(buildReport(rolled))).toBe(renderJson(buildReport(input)));
        const sheet = reportSheet(buildReport(rolled), { language: 'de' });
        expect(sheet).toEqual(reportSheet(buildReport(input), { language: 'de' }));
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  test('makes its sheet without reading any day', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...limits), (figures, limit) => {
        const input = inputOf(figures, { kind: 'year', word: '2015' }, limit);
        const [report, rolled] = [buildReport(input), buildReport(rolledInput(input, noDays))];
        expect(reportSheet(rolled, { language: 'en' })).toEqual(reportSheet(report, { language: 'en' }));
        const sitesOf = (one: typeof report) => [
          { id: 'a', report: one },
          { id: 'b', report: one },
        ];
        expect(sitesSheet(sitesOf(rolled), { language: 'de' })).toEqual(
          sitesSheet(sitesOf(report), { language: 'de' }),
        );
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
});
