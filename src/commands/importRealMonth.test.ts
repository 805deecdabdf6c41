import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Report, Stats } from '../reports/report.js';
import { Program } from '../testing/program.js';
import { realMonth } from '../testing/realMonth.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A line of the file; January has no change of clocks, so its times can be subtracted as they stand. */
interface Line {
  readonly day: string;
  readonly concern: string;
  readonly arrivedHour: number;
  /** A completion after midnight belongs to the last hour of the day. */
  readonly servedHour: number;
  readonly isServed: boolean;
  /** Seconds. */
  readonly wait: number;
  readonly service: number;
}

const seconds = (time: string): number => Date.parse(`${time}Z`) / 1000;

const lines: readonly Line[] = realMonth()
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [arrived = '', called = '', finished = '', ended = '', concern = ''] = line.split(',');
    const day = arrived.slice(0, 10);
    return {
      day,
      concern,
      arrivedHour: Number(arrived.slice(11, 13)),
      servedHour: finished.startsWith(day) ? Number(finished.slice(11, 13)) : 23,
      isServed: ended === 'served',
      wait: seconds(called) - seconds(arrived),
      service: seconds(finished) - seconds(called),
    };
  });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Hyndman and Fan, type 7. */
function quantile(sorted: readonly number[], p: number): number {
  const h = (sorted.length - 1) * p;
  const [below = NaN, above = below] = [sorted[Math.floor(h)], sorted[Math.ceil(h)]];
  return below + (h - Math.floor(h)) * (above - below);
}

type Value = 'wait' | 'service';

function expected(some: readonly Line[], value: Value): Omit<Stats, 'meanPerVisitSeconds'> {
  const values = some.filter(({ isServed }) => isServed).map((line) => line[value]);
  const sorted = values.toSorted((a, b) => a - b);
  return {
    n: values.length,
    sumSeconds: sum(values),
    meanPerContactSeconds: expect.closeTo(sum(values) / values.length, 6) as number,
    medianSeconds: quantile(sorted, 0.5),
    p90Seconds: expect.closeTo(quantile(sorted, 0.9), 6) as number,
    maxSeconds: sorted.at(-1) ?? null,
  };
}

/** Each visitor has one contact, so a day's mean per visit is the mean of its contacts; days count alike. */
function meanOfDays(some: readonly Line[], value: Value): number {
  const days = [...new Set(some.map(({ day }) => day))].map((day) =>
    some.filter((line) => line.day === day && line.isServed).map((line) => line[value]),
  );
  return sum(days.map((values) => sum(values) / values.length)) / days.length;
}

const countBy = (some: readonly Line[], keyOf: (line: Line) => number): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const line of some) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  return counts;
};

const beo = (store: string, ...args: readonly string[]) => Program.run(args, { env: { BEO_DATA: store } });

/** Imports the month into a store whose settings keep figures for so long. */
async function importedStore(privacy: object): Promise<{ store: string; told: Record<string, unknown> }> {
  const folder = temporaryFolder();
  const store = join(folder, 'store');
  const file = join(folder, 'january1999.csv');
  writeFileSync(file, realMonth());
  writeSettings(store, { herford: { ...exampleSite({ privacy }), retention: { figuresMonths: 1200 } } });
  const { stdout, stderr } = await beo(store, 'import', file, '--accept-concerns', '--json');
  expect(stderr).toBe('');
  return { store, told: JSON.parse(stdout) as Record<string, unknown> };
}

async function reportOf(store: string, ...period: readonly string[]): Promise<Report> {
  const { stdout } = await beo(store, 'report', ...period, '--format', 'json');
  return JSON.parse(stdout) as Report;
}

function expectEverything(report: Report): void {
  const { from, to } = report.period;
  const some = lines.filter(({ day }) => day >= from && day <= to);
  const served = some.filter(({ isServed }) => isServed);
  expect(report.visits).toMatchObject({ total: some.length, tickets: some.length });
  expect(report.tickets).toMatchObject({
    checkedIn: some.length,
    served: served.length,
    contacts: served.length,
    left: some.length - served.length,
    stillWaiting: 0,
    flagged: 0,
  });
  expect(report.waiting).toMatchObject(expected(some, 'wait'));
  expect(report.firstCallWait).toMatchObject(expected(some, 'wait'));
  expect(report.service).toMatchObject(expected(some, 'service'));
  expect(report.waiting.meanPerVisitSeconds).toBeCloseTo(meanOfDays(some, 'wait'), 6);
  expect(report.service.meanPerVisitSeconds).toBeCloseTo(meanOfDays(some, 'service'), 6);
  expect(report.waiting.withinTarget).toBeCloseTo(
    served.filter(({ wait }) => wait <= 900).length / served.length,
    9,
  );
  expect(report.byConcern.map(({ concern }) => concern)).toEqual([
    ...new Set(served.map(({ concern }) => concern).toSorted()),
  ]);
  for (const { concern, waiting, service } of report.byConcern) {
    const ofConcern = some.filter((line) => line.concern === concern);
    expect(waiting).toMatchObject(expected(ofConcern, 'wait'));
    expect(service).toMatchObject(expected(ofConcern, 'service'));
  }
  for (const { day, tickets, waiting, service } of report.byDay) {
    const ofDay = some.filter((line) => line.day === day);
    expect(tickets.left).toBe(ofDay.filter(({ isServed }) => !isServed).length);
    expect(waiting).toMatchObject(expected(ofDay, 'wait'));
    expect(service).toMatchObject(expected(ofDay, 'service'));
  }
  const arrivals = countBy(some, ({ arrivedHour }) => arrivedHour);
  const completions = countBy(served, ({ servedHour }) => servedHour);
  expect(report.byHour.map(({ hour, arrived, served: done }) => [hour, arrived, done])).toEqual(
    report.byHour.map(({ hour }) => [hour, arrivals.get(hour) ?? 0, completions.get(hour) ?? 0]),
  );
  expect(sum(report.byHour.map(({ arrived }) => arrived))).toBe(some.length);
}

/** Of all that imported days do not know nothing is printed, and never 0. */
function expectNothingUnknown(report: Report): void {
  const { desks, halfDays, productivity, reception, filters, shares, tickets, byHour, byHalfDay } = report;
  const unknown = [
    desks,
    halfDays.am,
    halfDays.pm,
    productivity,
    filters,
    shares,
    ...byHour.map((row) => row.desks),
    ...byHalfDay.map((row) => ({ ...row, day: null, half: null })),
  ];
  expect(new Set(unknown.flatMap((figures) => Object.values(figures) as unknown[]))).toEqual(new Set([null]));
  expect(reception).toMatchObject({ contacts: null, documents: null, meanPerContactSeconds: null });
  expect(tickets).toMatchObject({ noShow: null, noShowEvents: null, noShowRate: null });
  expect(report.peaks.every(({ utilisation }) => utilisation === null)).toBe(true);
}

describe('a month of real records, with nothing hidden', () => {
  let store = '';
  let told: Record<string, unknown> = {};
  beforeAll(async () => {
    ({ store, told } = await importedStore({ minContacts: 1, minDesks: 1 }));
  });

  test('is told with its rough spots', () => {
    expect(told).toMatchObject({
      site: 'herford',
      zone: 'Europe/Berlin',
      days: 29,
      from: '1999-01-01',
      to: '1999-01-31',
      visits: 30_093,
      served: 27_013,
      left: 3080,
      concerns: { IN: 264, NE: 1552, NW: 5215, PE: 155, PS: 21_998, TT: 909 },
      newConcerns: ['PS', 'TT', 'PE', 'NW', 'NE', 'IN'],
      roughSpots: {
        overlaps: 198,
        overMidnight: 21,
        zeroWaits: lines.filter(({ isServed, wait }) => isServed && wait === 0).length,
        zeroServices: lines.filter(({ isServed, service }) => isServed && service === 0).length,
        leftWithoutDesk: 3080,
        servedWithoutDesk: 0,
        repeated: 0,
        quietNights: 14,
        emptyDays: 2,
        outOfOrder: 0,
        ambiguousTimes: 0,
      },
      soonPurged: null,
    });
  });

  test.each([
    ['--month', '1999-01'],
    ['--week', '1998-W53'],
    ['--week', '1999-W01'],
    ['--week', '1999-W02'],
    ['--week', '1999-W03'],
    ['--week', '1999-W04'],
    ['--day', '1999-01-03'],
    ['--day', '1999-01-30'],
  ])('reads %s %s as the file itself does', async (...period) => {
    const report = await reportOf(store, ...period);
    expectEverything(report);
    expectNothingUnknown(report);
    expect(report.importedDays).toBe(report.days);
  });

  test('leaves a store in order', async () => {
    const { stdout, exitCode } = await beo(store, 'verify', '--json');
    expect({ exitCode, ...(JSON.parse(stdout) as object) }).toMatchObject({
      exitCode: 0,
      ok: true,
      archivedDays: 29,
    });
  });
});

describe('the same month, with the limits as shipped', () => {
  let store = '';
  beforeAll(async () => {
    ({ store } = await importedStore({}));
  });

  test('hides nothing where enough contacts and desks stand behind it', async () => {
    const report = await reportOf(store, '--month', '1999-01');
    expect(report.limits).toEqual({ minContacts: 5, minDesks: 3 });
    expectEverything(report);
    expectNothingUnknown(report);
  });

  test('shows in a small day what may be shown, and of the rest n alone', async () => {
    const { period, byConcern, waiting, service } = await reportOf(store, '--day', '1999-01-30');
    const ofDay = lines.filter(({ day }) => day === period.from);
    expect(waiting).toMatchObject(expected(ofDay, 'wait'));
    expect(service).toMatchObject(expected(ofDay, 'service'));
    const hidden = byConcern.filter((row) => row.service.suppressed);
    expect(hidden.length).toBeGreaterThan(1);
    expect(hidden.length).toBeLessThan(byConcern.length);
    for (const row of byConcern) {
      const ofConcern = ofDay.filter(({ concern }) => concern === row.concern);
      for (const [stats, value] of [
        [row.waiting, 'wait'],
        [row.service, 'service'],
      ] as const) {
        const { n, ...values } = expected(ofConcern, value);
        expect(stats.n).toBe(n);
        if (stats.suppressed)
          expect(new Set(Object.keys(values).map((key) => stats[key as keyof Stats]))).toEqual(
            new Set([null]),
          );
        else expect(stats).toMatchObject(values);
      }
    }
  });
});
