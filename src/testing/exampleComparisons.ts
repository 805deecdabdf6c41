import { compare, type Comparison } from '../reports/comparison.js';
import type { ReportInput } from '../reports/reportModel.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import type { Limits } from '../statistics/suppression.js';
import { dayOfWaits, defaultLimits, periodOf, spreadDays } from './exampleReports.js';
import { scenarioZone } from './scenarios/load.js';

/** A report's input; a week of Herford unless something else is said. */
export const inputOf = (
  days: readonly DailyFigures[],
  word: string,
  limits: Limits = defaultLimits,
): ReportInput => ({
  site: 'Herford',
  period: periodOf({ kind: 'week', word }),
  days,
  limits,
  targets: { waitSeconds: 900, utilisation: 0.85 },
  zone: scenarioZone,
});

/** Four days of the week before S16, with Corpus Christi on the Thursday. */
const weekBefore = (): DailyFigures[] =>
  [
    ['2015-06-01', 12],
    ['2015-06-02', 13],
    ['2015-06-03', 14],
    ['2015-06-05', 15],
  ].map(([day, wait]) => dayOfWaits(String(day), [wait, 16, 15, 12, 14, 17, 13].map(Number)));

/** The week of S16 beside one in which everybody waited longer. */
export function exampleComparison(limits: Limits = defaultLimits): Comparison {
  const days = [...weekBefore(), ...spreadDays()];
  const reporting = {
    baseline: {
      receptionEmployees: 5,
      receptionFte: 3.22,
      team: '704',
      figures: [{ label: { de: 'Vorsprachen je Tag', en: 'Visits a day' }, value: 'etwa 60' }],
    },
    addressees: { week: [{ de: 'Bereichsleitung Leistungsgewährung', en: 'Head of benefits' }] },
  };
  return compare({ ...inputOf(days, '2015-W24', limits), reporting }, inputOf(days, '2015-W23', limits));
}
