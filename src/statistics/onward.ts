import { visitsIn } from './combine.js';
import { byConcernOrder } from './concernOrder.js';
import type { Counted, OnwardRow } from './figures.js';
import { groupBy, sumOf } from './grouping.js';

/** Visitors whom a place in the house, or outside of it, was to take over. */
export interface OnwardCounts {
  readonly destination: string;
  /** Appointments given there, by the reception or by a desk. */
  readonly appointments: number;
  /** Sent there. */
  readonly forwarded: number;
  /** Of those a desk sent or gave an appointment, how many were queued again on the same day. */
  readonly cameBack: number;
}

/**
 * R91: forwardings and appointments by destination, in both directions. The reception's are visits, a desk's are
 * contacts. Whoever comes back on another day is not known: nothing links two visits. A desk's transfer to another desk
 * stays within the entrance zone and counts there.
 */
export function onwardByDestination(days: readonly Counted[]): OnwardCounts[] {
  const atDesks = days.flatMap(onwardOf);
  const destinations = new Set([
    ...days.flatMap(({ visits }) =>
      visits.flatMap(({ way, destination }) =>
        way === 'appointment' || way === 'forwarded' ? [destination] : [],
      ),
    ),
    ...atDesks.map(({ destination }) => destination),
  ]);
  return [...destinations].toSorted().map((destination) => {
    const here = atDesks.filter((row) => row.destination === destination);
    const count = (outcome: OnwardRow['outcome']) =>
      visitsIn(days, { way: outcome, destination }) +
      sumOf(
        here.filter((row) => row.outcome === outcome),
        ({ n }) => n,
      );
    return {
      destination,
      appointments: count('appointment'),
      forwarded: count('forwarded'),
      cameBack: sumOf(here, ({ back = 0 }) => back),
    };
  });
}

/** Days recorded before contacts were kept by destination still know how the visits ended. */
export function onwardOf({ onward, visits }: Pick<Counted, 'onward' | 'visits'>): readonly OnwardRow[] {
  if (onward) return onward;
  return visits.flatMap(({ way, outcome, destination, n }) =>
    way === 'ticket' && (outcome === 'appointment' || outcome === 'forwarded')
      ? [{ concern: '', outcome, destination, n }]
      : [],
  );
}

export interface NewCustomers {
  /** At the reception and at desks. */
  readonly contacts: number;
  /** Ended with an appointment, wherever. */
  readonly appointments: number;
  /** Of these, at a desk and with the personal adviser. */
  readonly withAdviser: number;
}

/** Concerns of a first application. Those of 6.1 can't be told apart: its sub-routes are not stored. */
const newCustomerConcerns: readonly string[] = ['2.1', '2.2'];

/** R17: contacts with new customers and the appointments they led to, so that the first contact can be shown as a count. */
export function newCustomersIn(days: readonly Counted[]): NewCustomers {
  const isNew = (concern: string | null): boolean =>
    concern !== null && newCustomerConcerns.includes(concern);
  const atReception = days
    .flatMap(({ reception }) => reception)
    .filter(({ concern, way }) => isNew(concern) && way !== 'ticket');
  const atDesks = days.flatMap(({ contacts }) => contacts).filter(({ concern }) => isNew(concern));
  const count = (rows: readonly { readonly n: number }[]) => sumOf(rows, ({ n }) => n);
  return {
    contacts: count(atReception) + sumOf(atDesks, ({ wait }) => wait.n),
    appointments:
      count(atReception.filter(({ way }) => way === 'appointment')) +
      sumOf(atDesks, ({ outcomes }) => outcomes.appointment ?? 0),
    withAdviser: count(
      days
        .flatMap(({ onward = [] }) => onward)
        .filter(
          ({ concern, outcome, destination }) =>
            isNew(concern) && outcome === 'appointment' && destination === 'PAP',
        ),
    ),
  };
}

/** Consultations of a concern. */
export interface ConsultationCount {
  readonly concern: string;
  /** null: the concern did not come up, so there was nothing to record. */
  readonly n: number | null;
}

/**
 * R12: consultations with case work by concern, at the reception and at desks together. A concern that came up without
 * one has 0; of the concerns asked for, one that did not come up has none on record.
 */
export function consultationsIn(days: readonly Counted[], concerns: readonly string[]): ConsultationCount[] {
  const counted = days.flatMap(({ counters: { consultations } }) => [
    ...Object.entries(consultations.reception),
    ...Object.entries(consultations.desk),
  ]);
  const cameUp = new Set(
    days.flatMap(({ reception, contacts }) => [
      ...reception.map(({ concern }) => concern),
      ...contacts.map(({ concern }) => concern),
    ]),
  );
  const sums = new Map(groupBy(counted, ([concern]) => concern));
  return [...new Set([...concerns, ...sums.keys()])].toSorted(byConcernOrder).map((concern) => {
    const rows = sums.get(concern);
    return { concern, n: rows ? sumOf(rows, ([, n]) => n) : cameUp.has(concern) ? 0 : null };
  });
}
