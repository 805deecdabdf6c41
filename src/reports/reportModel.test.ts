import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailyFigures, type DailyFigures } from '../statistics/dailyFigures.js';
import { startOf, endOf } from '../statistics/calendar.js';
import {
  dayOfWaits,
  defaultLimits,
  noLimits,
  periodOf,
  reportOf,
  spreadDays,
} from '../testing/exampleReports.js';
import { officeDay } from '../testing/officeDay.js';
import { diceOfADay, liveThrough } from '../testing/randomDay.js';
import { renderJson } from './json.js';
import type { Report, Stats } from './report.js';
import { renderTable } from '../testing/renderTable.js';

const zone = 'Europe/Berlin';
const week = periodOf({ kind: 'week', word: '2015-W24' });
const weekdays = ['2015-06-08', '2015-06-09', '2015-06-10', '2015-06-11', '2015-06-12'];

/** A random day moved to another date: its figures know their day by name only. */
const figuresOn = (dice: Parameters<typeof liveThrough>[0], day: string): DailyFigures => ({
  ...dailyFigures(liveThrough(dice, () => undefined).day, { zone, halfDayAt: '12:00' }),
  day,
  closed: true,
});

const weekOf = fc
  .array(diceOfADay, { minLength: 5, maxLength: 5 })
  .map((days) => days.map((dice, i) => figuresOn(dice, weekdays[i] ?? '')));

const checkWeeks = (check: (days: readonly DailyFigures[]) => void) =>
  fc.assert(fc.property(weekOf, check), { numRuns: 15, seed: 24, endOnFailure: true });

/** Sum in whole ms, as the figures are kept. */
const add = (values: readonly (number | null)[]): number =>
  Math.round(values.reduce<number>((sum, value) => sum + (value ?? 0), 0) * 1000) / 1000;

describe('a week', () => {
  test('is the sum of its days, of its concerns and of its hours', () => {
    checkWeeks((days) => {
      const report = reportOf(days, week);
      for (const key of ['total', 'settled', 'tickets', 'appointments', 'forwarded'] as const) {
        expect(add(report.byDay.map(({ visits }) => visits[key]))).toBe(report.visits[key]);
      }
      for (const key of [
        'checkedIn',
        'served',
        'contacts',
        'noShow',
        'noShowEvents',
        'left',
        'flagged',
      ] as const) {
        expect(add(report.byDay.map(({ tickets }) => tickets[key]))).toBe(report.tickets[key]);
      }
      for (const stats of ['waiting', 'service'] as const) {
        const total = report[stats];
        expect(add(report.byDay.map((day) => day[stats].n))).toBe(total.n);
        expect(add(report.byDay.map((day) => day[stats].sumSeconds))).toBeCloseTo(total.sumSeconds ?? 0, 2);
        expect(add(report.byConcern.map((row) => row[stats].sumSeconds))).toBeCloseTo(
          total.sumSeconds ?? 0,
          6,
        );
        expect(add(report.byGroup.map((row) => row[stats].sumSeconds))).toBeCloseTo(total.sumSeconds ?? 0, 2);
      }
      expect(add(report.byConcern.map(({ contacts }) => contacts))).toBe(report.tickets.contacts);
      expect(add(report.byHour.map(({ visits }) => visits))).toBe(report.visits.total);
      expect(add(report.byHour.map(({ arrived }) => arrived))).toBe(report.tickets.checkedIn);
      expect(add(report.byHour.map(({ served }) => served))).toBe(report.tickets.served);
      expect(add(report.byHour.map(({ desks }) => desks.staffedSeconds))).toBe(
        report.desks.staffedSeconds ?? 0,
      );
      expect(add(report.byHalfDay.map(({ busySeconds }) => busySeconds))).toBeCloseTo(
        report.desks.busySeconds ?? 0,
        6,
      );
      expect(add(Object.values(report.outcomes))).toBe(report.tickets.contacts);
      const { byWeekday, byLevel, columns, profile, activitiesByHalf, onward } = report;
      expect(add(byWeekday.map(({ days: open }) => open))).toBe(report.days);
      expect(add(byWeekday.map(({ visits }) => visits))).toBe(report.visits.total);
      expect(add(byWeekday.map(({ contacts }) => contacts))).toBe(report.tickets.contacts);
      for (const stats of ['waiting', 'service'] as const) {
        expect(add(byWeekday.map((row) => row[stats].sumSeconds))).toBeCloseTo(
          report[stats].sumSeconds ?? 0,
          2,
        );
      }
      // Every weekday occurs once, so its means are its sums.
      expect(add(profile.map(({ visits }) => visits))).toBe(report.visits.total);
      expect(add(profile.map(({ arrived }) => arrived))).toBe(report.tickets.checkedIn);
      expect(add(profile.map(({ served }) => served))).toBe(report.tickets.served);
      expect(add(byLevel.map(({ reception }) => reception))).toBe(report.visits.total);
      expect(add(byLevel.map(({ entranceZone }) => entranceZone))).toBe(report.tickets.contacts);
      expect(add(activitiesByHalf.map(({ seconds }) => seconds))).toBe(
        add((report.activities ?? []).map(({ seconds }) => seconds)),
      );
      expect(add(onward.map(({ appointments }) => appointments))).toBeGreaterThanOrEqual(
        report.visits.appointments,
      );
      expect(report.censoring.ended).toBe(report.tickets.contacts);
      expect(report.censoring.stillWaiting).toBe(report.open.elapsedSeconds.length);
      for (const key of ['contacts', 'appointments', 'withAdviser'] as const) {
        expect(add(columns.map(({ newCustomers }) => newCustomers[key]))).toBe(report.newCustomers[key]);
      }
      for (const { concern, n } of report.consultations) {
        const inColumns = columns.map((column) =>
          column.consultations.find((row) => row.concern === concern),
        );
        expect(add(inColumns.map((row) => row?.n ?? null))).toBe(n);
      }
      const { reception, entranceZone, passedOn } = report.shares;
      if (report.visits.total > 0)
        expect((reception ?? 0) + (entranceZone ?? 0) + (passedOn ?? 0)).toBeCloseTo(1, 12);
      const { served, noShow, left, flagged, stillWaiting, atDesks } = report.tickets;
      expect(add([served, noShow, left, flagged, stillWaiting, atDesks])).toBe(report.tickets.checkedIn);
    });
  });

  test('reads the same to the byte from figures that were in a file', () => {
    checkWeeks((days) => {
      const filed = JSON.parse(JSON.stringify(days)) as DailyFigures[];
      for (const limits of [noLimits, defaultLimits]) {
        expect(renderJson(reportOf(filed, week, limits))).toBe(renderJson(reportOf(days, week, limits)));
        expect(renderTable(reportOf(filed.toReversed(), week, limits), { language: 'de' })).toBe(
          renderTable(reportOf(days, week, limits), { language: 'de' }),
        );
      }
    });
  });

  test('a suppressed cell keeps its n and tells nothing else', () => {
    checkWeeks((days) => {
      const report = reportOf(days, week, defaultLimits);
      for (const stats of suppressedIn(report)) {
        const { n, suppressed: _, ...rest } = stats;
        expect(n).toBeGreaterThan(0);
        expect(Object.values(rest).filter((value) => value !== null)).toEqual([]);
      }
      expect(renderJson(report)).not.toMatch(/NaN|Infinity|-0[,\n]/);
    });
  });
});

/** Every stats object of a report, however deep, that is suppressed; the reception's counts are none of its stats. */
function suppressedIn(report: Report): Stats[] {
  const found: Stats[] = [];
  const look = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if ('suppressed' in value && 'n' in value && !('contacts' in value)) found.push(value as Stats);
    for (const inner of Object.values(value)) look(inner);
  };
  look(report);
  return found;
}

describe('what a period may show', () => {
  const days = spreadDays();
  const serviceOf = (from: string, to: string) => {
    const { service } = reportOf(days, periodOf({ kind: 'range', from, to }), defaultLimits);
    return service.suppressed ? 'suppressed' : service.n;
  };

  test('a period that parts merged days withholds their service, whichever way it is cut', () => {
    expect(serviceOf('2015-06-08', '2015-06-09')).toBe('suppressed');
    expect(serviceOf('2015-06-10', '2015-06-12')).toBe('suppressed');
    expect(serviceOf('2015-06-09', '2015-06-10')).toBe(9);
    expect(serviceOf('2015-06-08', '2015-06-10')).toBe(21);
    expect(serviceOf('2015-06-11', '2015-06-14')).toBe(15);
  });

  test('nor does a further week that may be shown make up for merged days that a period parts', () => {
    const more = [...days, dayOfWaits('2015-06-15', [1, 2, 3, 4, 5, 6])];
    const serviceTo = (from: string) => {
      const { service } = reportOf(more, periodOf({ kind: 'range', from, to: '2015-06-15' }), defaultLimits);
      return service.suppressed ? 'suppressed' : service.n;
    };
    expect(serviceTo('2015-06-11')).toBe(15 + 6);
    expect(serviceTo('2015-06-10')).toBe('suppressed');
    expect(serviceTo('2015-06-09')).toBe(9 + 15 + 6);
  });

  test('the mean per visit takes merged days as one value for each of them', () => {
    const uneven = days.map((figures) =>
      figures.day === '2015-06-09'
        ? { ...dayOfWaits('2015-06-09', [2, 2, 2]), contacts: figures.contacts }
        : figures,
    );
    const { service } = reportOf(uneven, week, defaultLimits);
    expect(service.meanPerVisitSeconds).toBe(300);
  });

  test('two desks a day are too few for a day and enough for a week', () => {
    const thin = weekdays.map((day) => dayOfWaits(day, [1, 2, 3, 4, 5, 6], ['P1', 'P2']));
    const report = reportOf(thin, week, defaultLimits);
    expect(report.byDay.every(({ service }) => service.suppressed)).toBe(true);
    expect(report.byDay.every(({ waiting }) => !waiting.suppressed)).toBe(true);
    expect(report.service).toMatchObject({ n: 30, meanPerContactSeconds: 300, meanPerVisitSeconds: 300 });
    expect(
      report.byHalfDay.every(({ suppressed, staffedSeconds }) => suppressed || staffedSeconds === null),
    ).toBe(true);
    expect(report.halfDays.am.suppressed).toBeUndefined();
    expect(report.peaks.every(({ utilisation }) => utilisation === null)).toBe(true);
    const [monday] = report.byDay;
    expect(monday?.service).toEqual({
      n: 6,
      sumSeconds: null,
      meanPerContactSeconds: null,
      meanPerVisitSeconds: null,
      medianSeconds: null,
      p90Seconds: null,
      maxSeconds: null,
      suppressed: true,
      meanPerDaySeconds: null,
      conclusiveRate: null,
    });
  });

  test('a month leaves out a week that may not be shown, and counts what is missing', () => {
    const month = [
      ...days,
      dayOfWaits('2015-06-29', [1, 2], ['P1']),
      dayOfWaits('2015-07-01', [1, 2, 3, 4, 5, 6]),
    ];
    const report = reportOf(month, periodOf({ kind: 'month', word: '2015-06' }), defaultLimits);
    expect(report.service).toMatchObject({ n: 36, withheld: 2 });
    expect(report.tickets.contacts).toBe(38);
    expect(
      report.columns.map(({ label, service }) => [label, service.n, service.suppressed ?? false]),
    ).toEqual([
      ['2015-W24', 36, false],
      ['2015-W27', 2, true],
    ]);
    expect(renderTable(report, { language: 'en' })).toContain('2 contacts are missing');
  });

  test('a single day is judged by its whole week', () => {
    const tuesday = periodOf({ kind: 'day', word: '2015-06-09' });
    const wednesday = periodOf({ kind: 'day', word: '2015-06-10' });
    expect(reportOf(days, tuesday, defaultLimits).service.suppressed).toBe(true);
    expect(reportOf(days, wednesday, defaultLimits).service.suppressed).toBe(true);
    expect(reportOf(days, wednesday, noLimits).service.n).toBe(6);
  });
});

describe('columns', () => {
  const columnsOf = (from: string, to: string) =>
    reportOf(spreadDays(), periodOf({ kind: 'range', from, to })).columns.map(
      ({ kind, label }) => `${kind} ${label}`,
    );

  test('are days, weeks, months, quarters or years, as few as fit', () => {
    expect(columnsOf('2015-06-08', '2015-06-08')).toEqual([]);
    expect(columnsOf('2015-06-08', '2015-06-14')).toEqual(weekdays.map((day) => `day ${day}`));
    expect(columnsOf('2015-06-08', '2015-06-30')).toEqual(['week 2015-W24']);
    expect(columnsOf('2015-06-01', '2015-12-31')).toEqual(['month 2015-06']);
    expect(columnsOf('2015-01-01', '2015-12-31')).toEqual(['quarter 2015-Q2']);
    expect(columnsOf('2013-01-01', '2018-12-31')).toEqual(['year 2015']);
    expect(columnsOf('2001-01-01', '2018-12-31')).toEqual([]);
  });
});

test('contacts recorded elsewhere have service times but no desk time', () => {
  const day = '2015-06-08';
  const office = officeDay({ opening: { day, startsAt: startOf(day, zone), endsAt: endOf(day, zone) } });
  office.at('20:00');
  const at = (time: string) => office.instant(time);
  for (const hour of ['08', '09', '13']) {
    office.lead.checkIn('3.1', {
      occurredAt: at(`${hour}:00`),
      visit: { desk: '1', calledAt: at(`${hour}:05`), finishedAt: at(`${hour}:20`) },
    });
  }
  const report = reportOf([dailyFigures(office.day, { zone, halfDayAt: '12:00' })]);
  expect(report.service).toMatchObject({ n: 3, meanPerContactSeconds: 900 });
  expect(report.halfDays.am).toMatchObject({ staffedSeconds: null, utilisation: null });
  expect(report.productivity.contactsPerStaffedHour).toBeNull();
  expect(renderTable(report, { language: 'de' })).toMatch(/vormittags +–\n/);
});
