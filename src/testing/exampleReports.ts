import { buildReport } from '../reports/reportModel.js';
import type { Report } from '../reports/report.js';
import { dailyFigures, type DailyFigures } from '../statistics/dailyFigures.js';
import { parsePeriod, type Period, type PeriodAsk } from '../statistics/period.js';
import type { Limits } from '../statistics/suppression.js';
import { minutes, type OfficeDay } from './officeDay.js';
import { herfordDay, playScenario } from './scenarioDay.js';
import { loadScenario, partOf, scenarioZone as zone } from './scenarios/load.js';

/** Limits that hide nothing. */
export const noLimits: Limits = { minContacts: 1, minDesks: 1 };

/** The limits as they are shipped. */
export const defaultLimits: Limits = { minContacts: 5, minDesks: 3 };

export function periodOf(ask: PeriodAsk): Period {
  const answer = parsePeriod(ask, '2015-06-08');
  if ('rejection' in answer) throw new Error(answer.rejection.name);
  return answer.period;
}

/** A report of Herford; by default of the first day alone, with nothing hidden. */
export const reportOf = (
  days: readonly DailyFigures[],
  period: Period = periodOf({ kind: 'day', word: days[0]?.day ?? '2015-06-08' }),
  limits: Limits = noLimits,
): Report =>
  buildReport({
    site: 'Herford',
    period,
    days,
    limits,
    targets: { waitSeconds: 900, utilisation: 0.85 },
    zone,
  });

/** The figures of a day in Herford, as of its last event or of a local time. */
export const figuresAt = (office: OfficeDay, time?: string): DailyFigures =>
  dailyFigures(office.day, {
    zone,
    halfDayAt: '12:00',
    ...(time === undefined ? {} : { at: office.instant(time) }),
  });

/** The figures of a scenario's day, by its id: "S02". */
export const figuresOfScenario = (id: string): DailyFigures =>
  figuresAt(playScenario(loadScenario(id)).office);

/** "08" → n, for the hours with any. */
export const perHour = (report: Report, key: 'arrived' | 'served' | 'visits'): Record<string, number> =>
  Object.fromEntries(
    report.byHour.flatMap((row) => (row[key] > 0 ? [[String(row.hour).padStart(2, '0'), row[key]]] : [])),
  );

/** A closed day on which visitors come half an hour apart, wait so many minutes each and are served at desks in turn. */
export function dayOfWaits(date: string, waits: readonly number[], desks = ['P1', 'P2', 'P3']): DailyFigures {
  const office = herfordDay(date);
  office.at('08:00');
  for (const [index, wait] of waits.entries()) {
    const desk = desks[index % desks.length] ?? 'P1';
    office.reception().checkIn('3.1', { rule: '3.1/default', identityChecked: true });
    office.pass(minutes(wait));
    office.desk(desk).call();
    office.pass(minutes(5));
    office.desk(desk).finish();
    office.pass(minutes(25 - wait));
  }
  office.server.closeDay();
  return figuresAt(office);
}

/** The days of S16, each spread over three desks. */
export const spreadDays = (): DailyFigures[] =>
  Object.entries(partOf('S16', 'waitsMinPerDay')).map(([day, waits]) => dayOfWaits(day, waits as number[]));

export const spreadWeek = (limits: Limits): Report =>
  reportOf(spreadDays(), periodOf({ kind: 'week', word: '2015-W24' }), limits);
