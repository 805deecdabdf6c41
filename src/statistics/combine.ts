import type { Way } from '../queue/events.js';
import type { VisitOutcome } from './contacts.js';
import { byConcernOrder } from './concernOrder.js';
import type { ContactRow, Counted, Counters, DailyFigures } from './figures.js';
import { addCounts, groupBy, sumOf } from './grouping.js';
import {
  allConcerns,
  endingsByRow,
  groupRow,
  lateDutyRow,
  regularRow,
  rowsOfDay,
  type ConcernRow,
  type Endings,
} from './rowsOfDay.js';
import { extentOf, pool, type Extent, type Pool, type Tally } from './tally.js';

export { allConcerns, groupRow, lateDutyRow, regularRow, type ConcernRow };

/** Days in any number, as one. */
export type Days = readonly DailyFigures[];

/** Concerns of the completed contacts, in the order of the catalogue's numbers. */
export function concernsIn(days: Days): string[] {
  const concerns = new Set<string>();
  for (const day of days) for (const concern of rowsOfDay(day).concerns) concerns.add(concern);
  return [...concerns].toSorted(byConcernOrder);
}

/** Completed contacts of a row, by their main concern. */
export const contactRowsIn = (days: Days, row: ConcernRow = allConcerns): ContactRow[] =>
  days.flatMap((day) => rowsOfDay(day).contacts.get(row)?.members ?? []);

const tallies = (
  days: Days,
  row: ConcernRow,
  tallyOf: (contacts: ContactRow) => Tally | undefined,
): Tally[] => contactRowsIn(days, row).flatMap((contact) => tallyOf(contact) ?? []);

/** Completed contacts by their main concern. */
export const contactsIn = (days: Days, row: ConcernRow = allConcerns): number =>
  sumOf(days, (day) => rowsOfDay(day).contacts.get(row)?.n ?? 0);

/** Waits of completed contacts; the main concern carries the wait. K2, line 360, is their mean. */
export const waitsIn = (days: Days, row: ConcernRow = allConcerns): Pool =>
  pool(tallies(days, row, ({ wait }) => wait));

/** Their sum, ms. */
export const waitTimeIn = (days: Days): number => sumOf(days, (day) => rowsOfDay(day).waitTime);

/** Waits to the first call of the same contacts, answered or not. */
export const firstCallWaitsIn = (days: Days): Pool =>
  pool(tallies(days, allConcerns, ({ firstWait, wait }) => firstWait ?? wait));

/** Walks to the desk, where start was pressed. */
export const wayTimesIn = (days: Days): Pool => pool(tallies(days, allConcerns, ({ way }) => way));

/** Waits by the concern named when the leg began. */
export const waitsByBookedConcern = (days: readonly Counted[]): [string, Extent][] =>
  groupBy(
    days.flatMap(({ contacts }) => contacts),
    ({ booked }) => booked,
  ).map(([concern, rows]) => [concern, extentOf(rows.map(({ wait }) => wait))]);

/** Waits of those for whom a concern was named when the leg began. */
export const waitsOfBookedConcern = (days: Days, concern: string): Pool =>
  pool(
    days.flatMap(({ contacts }) => contacts.flatMap(({ booked, wait }) => (booked === concern ? wait : []))),
  );

/**
 * Service of completed contacts; K6, line 364, is its mean. By concern or group it is the shares of every concern dealt with, so that the
 * concerns add up to the total; a contact with two concerns is counted by each of them.
 */
export const servicesIn = (days: Days, row: ConcernRow = allConcerns): Pool =>
  pool(days.flatMap((day) => rowsOfDay(day).services.get(row)?.members ?? []));

/** The sum of all of them, ms. */
export const serviceTimeIn = (days: Days): number => sumOf(days, (day) => rowsOfDay(day).serviceTime);

/** How many services those are. */
export const serviceCountIn = (days: Days, row: ConcernRow = allConcerns): number =>
  sumOf(days, (day) => rowsOfDay(day).services.get(row)?.n ?? 0);

/** How often contacts ended in each way. */
export const outcomesIn = (days: readonly Counted[]): Record<string, number> =>
  addCounts(days.flatMap(({ contacts }) => contacts.map(({ outcomes }) => outcomes)));

/** Of the contacts of a row, by their main concern, how many were settled, and of how many it is known how they ended. */
export function endingsIn(days: readonly Counted[], row: ConcernRow): Endings {
  let [settled, known] = [0, 0];
  for (const day of days) {
    const endings = endingsByRow(day).get(row);
    settled += endings?.settled ?? 0;
    known += endings?.known ?? 0;
  }
  return { settled, known };
}

/** Visits of which all that is given holds. */
export const visitsIn = (
  days: readonly Pick<Counted, 'visits'>[],
  filter: {
    readonly way?: Way;
    readonly outcome?: VisitOutcome;
    readonly destination?: string;
    readonly contact?: boolean;
  } = {},
): number =>
  sumOf(
    days.flatMap(({ visits }) => visits),
    (row) =>
      (filter.way === undefined || row.way === filter.way) &&
      (filter.outcome === undefined || row.outcome === filter.outcome) &&
      (filter.destination === undefined || row.destination === filter.destination) &&
      (filter.contact === undefined || row.contact === filter.contact)
        ? row.n
        : 0,
  );

/** The counters of several days as one. */
export function countersIn(days: readonly Pick<Counted, 'counters'>[]): Counters {
  const all = days.map(({ counters }) => counters);
  const sum = (valueOf: (counters: Counters) => number) => sumOf(all, valueOf);
  const add = (recordOf: (counters: Counters) => Readonly<Record<string, number>>) =>
    addCounts(all.map(recordOf));
  const deviations = groupBy(
    all.flatMap((counters) => counters.deviations),
    ({ kind, reason }) => `${kind}\t${reason}`,
  );
  return {
    noShowEvents: sum((c) => c.noShowEvents),
    lostTime: sum((c) => c.lostTime),
    recalls: sum((c) => c.recalls),
    laterLegs: sum((c) => c.laterLegs),
    deviations: deviations.flatMap(([, rows]) =>
      rows[0] ? [{ kind: rows[0].kind, reason: rows[0].reason, n: sumOf(rows, ({ n }) => n) }] : [],
    ),
    corrections: sum((c) => c.corrections),
    corrected: sum((c) => c.corrected ?? 0),
    cancelled: sum((c) => c.cancelled),
    consultations: {
      reception: add((c) => c.consultations.reception),
      desk: add((c) => c.consultations.desk),
    },
    handouts: add((c) => c.handouts),
    copies: sum((c) => c.copies),
    documents: add((c) => c.documents),
    masterData: {
      reception: sum((c) => c.masterData.reception),
      desk: sum((c) => c.masterData.desk),
    },
    leadInformed: sum((c) => c.leadInformed),
    papInformed: sum((c) => c.papInformed),
    madeUp: sum((c) => c.madeUp),
    alsoSettled: add((c) => c.alsoSettled),
    open: {
      waiting: sum((c) => c.open.waiting),
      called: sum((c) => c.open.called),
      inService: sum((c) => c.open.inService),
      parked: sum((c) => c.open.parked),
    },
  };
}
