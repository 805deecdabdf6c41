import { expect, test } from 'vitest';
import { defaultLimits, figuresAt, noLimits, reportOf } from '../testing/exampleReports.js';
import { playScenario } from '../testing/scenarioDay.js';
import { loadScenario } from '../testing/scenarios/load.js';
import { todayFigures, type TodayOptions } from './today.js';

const options: TodayOptions = {
  zone: 'Europe/Berlin',
  halfDayAt: '12:00',
  limits: noLimits,
  targets: { waitSeconds: 900, utilisation: 0.85 },
  goals: { withinWait: 0.8 },
};

const office = playScenario(loadScenario('S02')).office;
const at = office.instant('09:00');

test('the day so far has the criteria of both stages, as its report has them', () => {
  const today = todayFigures(office.day, at, options);
  // S02: K1 to K6, K13.
  expect(today.waiting.meanPerVisitSeconds).toBe(500);
  expect(today.waiting.meanPerContactSeconds).toBeCloseTo(3000 / 7, 9);
  expect(today.service.meanPerVisitSeconds).toBe(860);
  expect(today.service.meanPerContactSeconds).toBeCloseTo(5160 / 7, 9);
  expect(today.filters).toMatchObject({ first: 2 / 8, second: 5 / 6 });
  expect(today.reception.contacts).toBe(8);
  expect(today.goals.withinWait).toEqual({ goal: 0.8, actual: 1, isReached: true });
  expect(today.onward).toEqual([
    { destination: 'SACHBEARBEITUNG', appointments: 1, forwarded: 0, cameBack: 0 },
  ]);
  const report = reportOf([figuresAt(office, '09:00')]);
  for (const [key, value] of Object.entries(today)) {
    if (key !== 'goals') expect(value, key).toEqual(report[key as keyof typeof today]);
  }
});

test('what rests on few desks or few contacts is hidden in it, too, and no desk is named', () => {
  const today = todayFigures(office.day, at, { ...options, limits: { ...defaultLimits, minDesks: 4 } });
  expect(today.service).toMatchObject({ n: 7, suppressed: true, meanPerContactSeconds: null });
  expect(today.desks).toMatchObject({ suppressed: true, busySeconds: null });
  expect(today.byConcern.every(({ waiting }) => waiting.suppressed)).toBe(true);
  expect(JSON.stringify(today)).not.toMatch(/P1|P2|E00/);
});
