import { expect, test } from 'vitest';
import { buildReport } from '../reports/reportModel.js';
import type { Report, ReportKey } from '../reports/report.js';
import { todayFigures } from '../reports/today.js';
import { startOf, endOf } from '../statistics/calendar.js';
import { dailyFigures } from '../statistics/dailyFigures.js';
import { officeDay } from '../testing/officeDay.js';
import { reportKeys, sectionGuards, type Guard } from './evaluations.js';

const day = '2015-06-08';
const zone = 'Europe/Berlin';
const limits = { minContacts: 5, minDesks: 3 };
const targets = { waitSeconds: 900, utilisation: 0.85 };

/** Two visitors at one desk, which is too few for any time. */
function thinDay() {
  const office = officeDay({ opening: { day, startsAt: startOf(day, zone), endsAt: endOf(day, zone) } });
  office.at('20:00');
  for (const hour of ['08', '09']) {
    const at = (minute: string) => office.instant(`${hour}:${minute}`);
    office.lead.checkIn('3.1', {
      occurredAt: at('00'),
      visit: { desk: '1', calledAt: at('05'), finishedAt: at('20') },
    });
  }
  return office.day;
}

function thinReport(): Report {
  const period = { kind: 'day', label: day, from: day, to: day } as const;
  const figures = dailyFigures(thinDay(), { zone, halfDayAt: '12:00' });
  return buildReport({ site: 'herford', period, days: [figures], limits, targets, zone });
}

/** Sections that a key of the report is printed in say how it is guarded. */
const guardsOfKey = (key: ReportKey): readonly Guard[] =>
  reportKeys[key].flatMap((name) => (name === 'head' ? ['office' as const] : sectionGuards[name]));

/** Names under which counts stand between the times. */
const counts: ReadonlySet<string> = new Set(['n', 'contacts', 'ended', 'stillWaiting', 'left', 'flagged']);

/** Paths of all numbers but the counts. */
function numbersIn(value: unknown, path: string): string[] {
  if (typeof value === 'number') return counts.has(path.split('.').at(-1) ?? '') || value === 0 ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => numbersIn(inner, `${path}.${name}`));
}

test('what is said to be guarded tells no time of a day with too few contacts and desks', () => {
  const report = thinReport();
  expect(report.tickets.contacts).toBe(2);
  const isTimed = (guard: string) => guard === 'waits' || guard === 'staff';
  const guarded = (Object.keys(reportKeys) as ReportKey[]).filter((key) => guardsOfKey(key).every(isTimed));
  expect(guarded).toContain('service');
  expect(guarded).toContain('waiting');
  expect(guarded).toContain('desks');
  expect(guarded.flatMap((key) => numbersIn(report[key], key))).toEqual([]);
});

test('every key of a report, and of the live part of it, has its line', () => {
  const office = thinDay();
  const today = todayFigures(office, office.lastAt, { zone, halfDayAt: '12:00', limits, targets });
  for (const key of [...Object.keys(thinReport()), ...Object.keys(today)]) {
    expect(Object.keys(reportKeys)).toContain(key);
  }
});
