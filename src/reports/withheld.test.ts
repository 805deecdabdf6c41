import { expect, test } from 'vitest';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import type { StaffingPlan } from '../statistics/presence.js';
import type { Limits } from '../statistics/suppression.js';
import {
  dayOfWaits,
  defaultLimits,
  figuresAt,
  noLimits,
  periodOf,
  reportOf,
} from '../testing/exampleReports.js';
import { minutes, type OfficeDay } from '../testing/officeDay.js';
import { herfordDay } from '../testing/scenarioDay.js';
import { buildReport } from './reportModel.js';

/** Figures beside the means that the limits hold for as well. */

const monday = '2015-06-08';
const desks = ['P1', 'P2', 'P3'];
const booking = { rule: '3.1/default', identityChecked: true };

function book(office: OfficeDay, visitors: number): void {
  for (let i = 0; i < visitors; i += 1) office.reception().checkIn('3.1', booking);
}

test('the longest wait of a peak is told where enough began to wait in its quarter hour', () => {
  const alone = dayOfWaits(monday, [16, 16, 16, 16, 16, 16, 16]);
  const longest = (day: DailyFigures, limits: Limits) =>
    reportOf([day], undefined, limits).peaks.map(({ maxWaitSeconds }) => maxWaitSeconds);
  expect(longest(alone, noLimits)).toEqual(Array.from({ length: 7 }, () => 960));
  expect(longest(alone, defaultLimits)).toEqual(Array.from({ length: 7 }, () => null));

  const office = herfordDay(monday);
  office.at('08:00');
  book(office, 5);
  office.at('08:20');
  for (let i = 0; i < 5; i += 1) {
    office.desk('P1').call();
    office.desk('P1').finish();
  }
  office.desk('P1').close();
  office.server.closeDay();
  expect(longest(figuresAt(office), defaultLimits)).toEqual([1200]);
});

test('a quarter hour with too few desks is no peak of utilisation, though its hour may be shown', () => {
  const office = herfordDay(monday);
  office.at('08:00');
  book(office, 6);
  for (const desk of desks) office.desk(desk).call();
  office.at('08:30');
  for (const desk of desks) office.desk(desk).finish();
  office.desk('P2').close();
  office.desk('P3').close();
  for (const end of ['08:40', '08:50', '09:00']) {
    office.desk('P1').call();
    office.at(end);
    office.desk('P1').finish();
  }
  office.desk('P1').close();
  office.server.closeDay();
  const busy = (limits: Limits) =>
    reportOf([figuresAt(office)], undefined, limits).peaks.flatMap(({ from, reasons }) =>
      reasons.includes('utilisation') ? from : [],
    );
  expect(busy(noLimits)).toEqual(['08:00', '08:15', '08:30', '08:45']);
  expect(busy(defaultLimits)).toEqual(['08:00', '08:15']);
});

test('the time at the reception is that of one person a day, and shown of three', () => {
  const days = ['2015-06-08', '2015-06-09', '2015-06-10'].map((date) => {
    const office = herfordDay(date);
    for (const time of ['08:00', '08:10', '08:20', '08:30', '08:40', '08:50']) {
      office.at(time);
      const openedAt = office.instant(time);
      office.pass(minutes(1));
      office.reception().checkIn('3.1', { ...booking, openedAt });
    }
    office.server.closeDay();
    return figuresAt(office);
  });
  const receptionOf = (some: readonly DailyFigures[]) =>
    reportOf(some, periodOf({ kind: 'week', word: '2015-W24' }), defaultLimits).reception;
  expect(receptionOf(days.slice(0, 2))).toMatchObject({ n: 12, suppressed: true, sumSeconds: null });
  expect(receptionOf(days)).toMatchObject({ n: 18, sumSeconds: 18 * 60 });
});

test('the least mean with those who still wait would tell the waits of a few', () => {
  const office = herfordDay(monday);
  office.at('08:00');
  book(office, 3);
  office.at('08:10');
  office.desk('P1').call();
  office.desk('P1').finish();
  const leastMean = (limits: Limits) =>
    reportOf([figuresAt(office, '08:20')], undefined, limits).open.meanWaitAtLeastSeconds;
  expect(leastMean(noLimits)).toBe(((10 + 20 + 20) * 60) / 3);
  expect(leastMean(defaultLimits)).toBeNull();
});

test('an hour says that its desk time may not be shown', () => {
  const report = reportOf([dayOfWaits(monday, [1, 2, 3, 4, 5, 6], ['P1'])], undefined, defaultLimits);
  const hours = report.byHour.map(({ desks: figures }) => figures);
  expect(hours.length).toBeGreaterThan(2);
  for (const figures of hours) expect(figures).toMatchObject({ suppressed: true, staffedSeconds: null });
});

test('who was present on some of the days is not held against the plan of all', () => {
  const waits = [1, 2, 3, 4, 5, 6];
  const shown = dayOfWaits(monday, waits);
  const withheld = dayOfWaits('2015-06-15', waits, ['P1']);
  const stage = { minimumFte: 1, plannedMs: null };
  const staffing: StaffingPlan = {
    fullDayMs: 8 * 3_600_000,
    stages: { reception: stage, entranceZone: stage },
  };
  const report = (...days: readonly DailyFigures[]) =>
    buildReport({
      site: 'Herford',
      period: periodOf({ kind: 'range', from: monday, to: '2015-06-15' }),
      days,
      limits: defaultLimits,
      targets: { waitSeconds: 900, utilisation: 0.85 },
      zone: 'Europe/Berlin',
      staffing,
    });
  const [whole, part] = [report(shown), report(shown, withheld)];
  expect(part.desks.staffedSeconds).toBe(whole.desks.staffedSeconds);
  expect(whole.staffing?.entranceZone.presentSeconds).toBe(whole.desks.staffedSeconds);
  expect(part.staffing?.entranceZone).toMatchObject({ presentSeconds: null, suppressed: true });
});
