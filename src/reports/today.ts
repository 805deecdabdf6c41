import type { Day } from '../queue/day.js';
import { dailyFigures } from '../statistics/dailyFigures.js';
import { buildReport, type ReportInput } from './reportModel.js';
import type { Report } from './report.js';

/** What the live figures have of the criteria: K1 to K8 and K11 to K13, for both stages. K10 is beside it, K9 is of months. */
const keys = [
  'visits',
  'tickets',
  'waiting',
  'firstCallWait',
  'wayTime',
  'service',
  'filters',
  'shares',
  'reception',
  'byConcern',
  'byGroup',
  'byHour',
  'halfDays',
  'lateDuty',
  'desks',
  'productivity',
  'peaks',
  'censoring',
  'goals',
  'outcomes',
  'destinations',
  'onward',
  'counters',
  'limits',
  'targets',
] as const satisfies readonly (keyof Report)[];

/** The day so far, with the keys, the definitions and the suppression of its report. */
export type Today = Pick<Report, (typeof keys)[number]>;

export interface TodayOptions extends Pick<ReportInput, 'limits' | 'targets' | 'goals' | 'zone'> {
  readonly halfDayAt: string;
}

/** The figures of a day as of an instant, ms since the epoch, for the live statistics (ch. 6). Nothing of a single desk. */
export function todayFigures(day: Day, at: number, { halfDayAt, ...options }: TodayOptions): Today {
  const figures = dailyFigures(day, { zone: options.zone, halfDayAt, at });
  const report = buildReport({
    ...options,
    site: day.site,
    period: { kind: 'day', label: day.day, from: day.day, to: day.day },
    days: [figures],
  });
  return only(report, keys);
}

/** An object with these keys of another alone, as far as it has them. */
function only<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  const wanted: ReadonlySet<string> = new Set(names.map(String));
  return Object.fromEntries(Object.entries(from).filter(([key]) => wanted.has(key))) as Pick<T, K>;
}
