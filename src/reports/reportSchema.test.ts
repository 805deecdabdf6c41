import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  dayOfWaits,
  defaultLimits,
  figuresOfScenario,
  noLimits,
  periodOf,
  reportOf,
  spreadDays,
  spreadWeek,
} from '../testing/exampleReports.js';
import { exampleComparison, inputOf } from '../testing/exampleComparisons.js';
import { expectGolden } from '../testing/golden.js';
import { printedSchema, reportJsonSchema, reportSchema } from '../testing/reportSchema.js';
import { renderJson } from './json.js';
import { buildReport } from './reportModel.js';

const scenarios = ['S01', 'S02', 'S03', 'S04', 'S05', 'S07', 'S10a', 'S10b', 'S12', 'S13', 'S14'];

const noDesks = { ...dayOfWaits('2015-06-08', [1]), stages: { reception: false, entranceZone: true } };

test('docs/report.schema.json is the schema', () => {
  expectGolden(reportJsonSchema(), new URL('../../docs/report.schema.json', import.meta.url));
});

test.each([
  ...scenarios.map((id) => [id, reportOf([figuresOfScenario(id)])] as const),
  ['S16', spreadWeek(noLimits)] as const,
  ['S16 with what may not be shown', spreadWeek(defaultLimits)] as const,
  ['a month', reportOf(spreadDays(), periodOf({ kind: 'month', word: '2015-06' }), defaultLimits)] as const,
  ['the pilot', reportOf(spreadDays(), periodOf({ kind: 'pilot' }))] as const,
  ['no reception', reportOf([noDesks])] as const,
  ['no days', reportOf([], periodOf({ kind: 'week', word: '2015-W24' }))] as const,
])('the report of %s, as it is printed, keeps to it', (_, report) => {
  expect(reportSchema.safeParse(JSON.parse(renderJson(report))).error?.issues ?? []).toEqual([]);
});

test('the golden reports keep to it', () => {
  const folder = new URL('golden/', import.meta.url);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const { error } = reportSchema.safeParse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    expect(error?.issues ?? [], name).toEqual([]);
  }
});

const keepsTo = (printed: Parameters<typeof renderJson>[0]) =>
  printedSchema.safeParse(JSON.parse(renderJson(printed))).error?.issues ?? [];

test('compared periods, and several sites with and without them, keep to what is printed', () => {
  const comparison = exampleComparison();
  const report = spreadWeek(defaultLimits);
  expect(keepsTo(report)).toEqual([]);
  expect(keepsTo(comparison)).toEqual([]);
  expect(keepsTo({ sites: [{ id: 'herford', ...report }] })).toEqual([]);
  expect(keepsTo({ sites: [{ id: 'herford', ...comparison }] })).toEqual([]);
  expect(printedSchema.safeParse({ sites: [report] }).success).toBe(false);
  expect(printedSchema.safeParse({ ...comparison, sites: [] }).success).toBe(false);
});

test('what the settings add keeps to it', () => {
  const days = spreadDays();
  const label = { de: 'Geschäftsführung', en: 'Management' };
  const plan = { minimumFte: 1, plannedMs: null };
  const report = buildReport({
    ...inputOf(days, '2015-W24'),
    period: periodOf({ kind: 'pilot' }),
    goals: { withinWait: 0.9, noShow: 0.05 },
    staffing: { fullDayMs: 28_800_000, stages: { reception: plan, entranceZone: plan } },
    reporting: { addressees: { pilot: [label] }, baseline: { figures: [{ label, value: 60 }] } },
  });
  expect(report).toMatchObject({ addressees: [label], baseline: {}, goals: { withinWait: { goal: 0.9 } } });
  expect(report).toHaveProperty('staffing');
  expect(keepsTo(report)).toEqual([]);
});

test('another key, or one too few, does not', () => {
  const report = JSON.parse(renderJson(spreadWeek(noLimits))) as Record<string, unknown>;
  expect(reportSchema.safeParse({ ...report, madeAt: '2015-06-12' }).success).toBe(false);
  const { asOf, ...rest } = report;
  expect(asOf).toBeTypeOf('string');
  expect(reportSchema.safeParse(rest).success).toBe(false);
});
