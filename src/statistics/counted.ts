import { countersIn } from './combine.js';
import type {
  ActivityRow,
  Counted,
  CountedContacts,
  CountedReception,
  DailyFigures,
  OnwardRow,
} from './figures.js';
import { addCounts, groupBy, sumOf } from './grouping.js';
import { onwardOf } from './onward.js';
import type { ActivitySum } from './portion.js';
import { deskDecisionsIn, signalsIn } from './signalCounts.js';
import { extentOf, mergeTallies } from './tally.js';

/** Days as if they were one: all of them imported, or none. */
export function countTogether(days: readonly DailyFigures[]): Counted {
  const [first] = days;
  const signals = signalsIn(days);
  const deskDecisions = deskDecisionsIn(days);
  return {
    ...(first?.imported ? { imported: true } : {}),
    visits: grouped(
      days.flatMap(({ visits }) => visits),
      ({ way, destination, outcome, contact }) => [way, destination, outcome, contact],
      (row, all) => ({ ...row, n: sumOf(all, ({ n }) => n) }),
    ),
    contacts: grouped(
      days.flatMap(({ contacts }) => contacts),
      ({ half, concern, booked }) => [half, concern, booked],
      ({ half, concern, booked }, all): CountedContacts => ({
        half,
        concern,
        booked,
        wait: extentOf(all.map(({ wait }) => wait)),
        outcomes: addCounts(all.map(({ outcomes }) => outcomes)),
      }),
    ),
    onward: grouped(
      days.flatMap(onwardOf),
      ({ concern, outcome, destination }) => [concern, outcome, destination],
      (row, all): OnwardRow => {
        const back = sumOf(all, (each) => each.back ?? 0);
        return { ...row, n: sumOf(all, ({ n }) => n), ...(back > 0 ? { back } : {}) };
      },
    ),
    reception: grouped(
      days.flatMap(({ reception }) => reception),
      ({ way, concern }) => [way, concern ?? ''],
      ({ way, concern }, all): CountedReception => ({ way, concern, n: sumOf(all, ({ n }) => n) }),
    ),
    activities: sumActivities(days.flatMap(({ activities }) => activities)),
    waiting: days.flatMap(({ waiting }) => waiting),
    ...unservedIn(days),
    counters: countersIn(days),
    ...(signals ? { signals } : {}),
    ...(deskDecisions ? { deskDecisions } : {}),
  };
}

function unservedIn(days: readonly DailyFigures[]): Pick<Counted, 'unserved'> {
  const left = days.flatMap(({ unserved }) => unserved?.left ?? []);
  const flagged = days.flatMap(({ unserved }) => unserved?.flagged ?? []);
  if (left.length + flagged.length === 0) return {};
  return {
    unserved: {
      ...(left.length > 0 ? { left: mergeTallies(left) } : {}),
      ...(flagged.length > 0 ? { flagged: mergeTallies(flagged) } : {}),
    },
  };
}

/** Times of the same activity in the same part of the day together, in the order of their names. */
export const sumActivities = (rows: readonly ActivityRow[]): ActivityRow[] =>
  grouped(
    rows,
    ({ half, activity, team = '' }) => [half, activity, team],
    (row, all) => ({ ...row, time: sumOf(all, ({ time }) => time) }),
  );

/** The same for all parts of the day together. */
export const activitiesIn = (rows: readonly ActivitySum[]): ActivitySum[] =>
  grouped(
    rows,
    ({ activity, team = '' }) => [activity, team],
    ({ activity, team }, all) => ({
      activity,
      ...(team ? { team } : {}),
      time: sumOf(all, ({ time }) => time),
    }),
  );

function grouped<T, R>(
  rows: readonly T[],
  keyOf: (row: T) => readonly unknown[],
  join: (first: T, all: readonly T[]) => R,
): R[] {
  return groupBy(rows, (row) => keyOf(row).join('\t')).flatMap(([, all]) =>
    all[0] ? [join(all[0], all)] : [],
  );
}
