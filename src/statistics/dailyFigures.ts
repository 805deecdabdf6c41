import type { Day } from '../queue/day.js';
import type { Rules } from '../queue/rules.js';
import { instantOf } from './calendar.js';
import { factsOf, waitingSince, type ContactFact, type Facts, type VisitFact } from './contacts.js';
import { countersOf } from './counters.js';
import { deskTimeOf, halfAt, isOnLateDuty, sessionsOf } from './deskTime.js';
import {
  figuresVersion,
  groupOf,
  type ContactRow,
  type DailyFigures,
  type DeskSessions,
  type Half,
  type OnwardRow,
  type ReceptionRow,
  type VisitRow,
} from './figures.js';
import { countBy, groupBy } from './grouping.js';
import { quarterRows } from './quarterRows.js';
import { deskDecisionsOf, signalsOf } from './signalCounts.js';
import { tallyOf, type Tally } from './tally.js';

export type { DailyFigures } from './figures.js';

export interface FiguresOptions {
  /** IANA name of the site's zone. */
  readonly zone: string;
  /** Local time 'HH:mm' at which the afternoon begins; best a full quarter hour. */
  readonly halfDayAt: string;
  /** For an open day: the instant as of which it is read, ms since the epoch. Default: its last event. */
  readonly at?: number;
}

/** What the figures take from a day beside the facts. */
export type DayFrame = Pick<
  Day,
  | 'site'
  | 'day'
  | 'startsAt'
  | 'endsAt'
  | 'lastAt'
  | 'closedAt'
  | 'tickets'
  | 'waiting'
  | 'desks'
  | 'spans'
  | 'deviations'
  | 'corrections'
> & { readonly rules: Pick<Rules, 'receptions' | 'desks' | 'lateDuty'> };

/** Turns a day into its figures. The same day always gives the same figures, in the same order. */
export const dailyFigures = (day: Day, options: FiguresOptions): DailyFigures => ({
  ...figuresOfFacts(factsOf(day), day, options),
  signals: signalsOf(day),
  deskDecisions: deskDecisionsOf(day),
});

/** The same for facts that need not be from the day's own tickets; without what goes on between the places. */
export function figuresOfFacts(
  { visits, contacts, unserved: waitedInVain }: Facts,
  day: DayFrame,
  { zone, halfDayAt, at }: FiguresOptions,
): DailyFigures {
  const asOf = day.closedAt ?? Math.min(at ?? day.lastAt, day.endsAt);
  const noonAt = instantOf(day.day, halfDayAt, zone);
  const { lateDuty } = day.rules;
  const halfOf = (instant: number): Half =>
    isOnLateDuty(lateDuty, instant) ? 'late' : halfAt(instant, noonAt);
  const desks = deskTimeOf(day, asOf, noonAt);
  const sharedService = shareService(contacts);
  const onward = onwardRows(contacts);
  const unserved = unservedTallies(waitedInVain);
  return {
    version: figuresVersion,
    site: day.site,
    day: day.day,
    asOf,
    closed: day.closedAt !== null,
    halfDayAt,
    ...(lateDuty ? { lateDuty: true } : {}),
    stages: {
      reception: day.rules.receptions.length > 0,
      entranceZone: Object.keys(day.rules.desks).length > 0,
    },
    visits: visitRows(visits),
    contacts: contactRows(contacts, halfOf),
    ...(sharedService ? { sharedService } : {}),
    ...(onward.length > 0 ? { onward } : {}),
    reception: receptionRows(visits, halfOf),
    quarters: quarterRows(day, visits, contacts, desks),
    activities: desks.activities,
    sessions: {
      all: desksOf(contacts),
      byConcern: countDesks(contacts, (concern) => concern),
      byGroup: countDesks(contacts, groupOf),
      atDesks: sessionsOf([desks.byHalf.am, desks.byHalf.pm, desks.byHalf.late]),
      atDesksByHalf: {
        am: sessionsOf([desks.byHalf.am]),
        pm: sessionsOf([desks.byHalf.pm]),
        ...(lateDuty ? { late: sessionsOf([desks.byHalf.late]) } : {}),
      },
      ...(lateDuty ? { byDuty: sessionsByDuty(contacts, halfOf) } : {}),
    },
    waiting: waitingSince(day).map(({ queuedAt }) => Math.max(0, asOf - queuedAt)),
    ...(unserved ? { unserved } : {}),
    counters: countersOf(day, visits, contacts),
  };
}

function visitRows(visits: readonly VisitFact[]): VisitRow[] {
  const keyOf = ({ way, destination, outcome, hadContact }: VisitFact) =>
    [way, destination, outcome, hadContact].join('\t');
  return groupBy(visits, keyOf).flatMap(([, [first, ...more]]) => {
    if (!first) return [];
    const { way, destination, outcome, hadContact } = first;
    return { way, destination, outcome, contact: hadContact, n: more.length + 1 };
  });
}

function contactRows(contacts: readonly ContactFact[], halfOf: (at: number) => Half): ContactRow[] {
  const keyOf = ({ bookedAt, concern, bookedConcern }: ContactFact) =>
    [halfOf(bookedAt), concern, bookedConcern].join('\t');
  return groupBy(contacts, keyOf).flatMap(([, rows]) => {
    const [first] = rows;
    if (!first) return [];
    const ways = rows.flatMap(({ wayTime }) => wayTime ?? []);
    const firstDiffers = rows.some(({ waitTime, firstCallWait }) => waitTime !== firstCallWait);
    return {
      half: halfOf(first.bookedAt),
      concern: first.concern,
      booked: first.bookedConcern,
      wait: tallyOf(rows.map(({ waitTime }) => waitTime)),
      ...(firstDiffers ? { firstWait: tallyOf(rows.map(({ firstCallWait }) => firstCallWait)) } : {}),
      ...(ways.length > 0 ? { way: tallyOf(ways) } : {}),
      service: tallyOf(rows.map(({ serviceTime }) => serviceTime)),
      outcomes: countBy(
        rows.flatMap(({ outcome }) => outcome ?? []),
        (outcome) => outcome,
      ),
    };
  });
}

function onwardRows(contacts: readonly ContactFact[]): OnwardRow[] {
  const sentOn = contacts.flatMap(({ concern, outcome, destination, isBack }) =>
    (outcome === 'appointment' || outcome === 'forwarded') && destination !== null
      ? [{ concern, outcome, destination, isBack }]
      : [],
  );
  const keyOf = ({ concern, outcome, destination }: (typeof sentOn)[number]) =>
    [concern, outcome, destination].join('\t');
  return groupBy(sentOn, keyOf).flatMap(([, rows]) => {
    const [first] = rows;
    if (!first) return [];
    const { concern, outcome, destination } = first;
    const back = rows.filter(({ isBack }) => isBack).length;
    return { concern, outcome, destination, n: rows.length, ...(back > 0 ? { back } : {}) };
  });
}

function unservedTallies({ left, flagged }: Facts['unserved']): DailyFigures['unserved'] {
  if (left.length + flagged.length === 0) return undefined;
  return {
    ...(left.length > 0 ? { left: tallyOf(left) } : {}),
    ...(flagged.length > 0 ? { flagged: tallyOf(flagged) } : {}),
  };
}

function sessionsByDuty(
  contacts: readonly ContactFact[],
  halfOf: (at: number) => Half,
): NonNullable<DeskSessions['byDuty']> {
  const isLate = ({ bookedAt }: ContactFact) => halfOf(bookedAt) === 'late';
  return {
    late: desksOf(contacts.filter(isLate)),
    regular: desksOf(contacts.filter((contact) => !isLate(contact))),
  };
}

const concernsOf = ({ concern, furtherConcerns }: ContactFact): string[] => [
  ...new Set([concern, ...furtherConcerns]),
];

/** Each concern of a contact has an equal share of its service time, so that the concerns add up to the total. */
function shareService(contacts: readonly ContactFact[]): Record<string, Tally> | undefined {
  if (contacts.every((contact) => concernsOf(contact).length === 1)) return undefined;
  const shares = contacts.flatMap((contact) => {
    const concerns = concernsOf(contact);
    return concerns.map((concern) => ({ concern, share: contact.serviceTime / concerns.length }));
  });
  return Object.fromEntries(
    groupBy(shares, ({ concern }) => concern).map(([concern, rows]) => [
      concern,
      tallyOf(rows.map(({ share }) => share)),
    ]),
  );
}

/** Different desks; contacts of which no desk is on record were at one at least. */
const desksOf = (contacts: readonly ContactFact[]): number =>
  Math.max(new Set(contacts.flatMap(({ desk }) => desk ?? [])).size, Math.min(contacts.length, 1));

function countDesks(
  contacts: readonly ContactFact[],
  rowOf: (concern: string) => string,
): Record<string, number> {
  const pairs = contacts.flatMap((contact) =>
    concernsOf(contact).map((concern) => ({ row: rowOf(concern), contact })),
  );
  return Object.fromEntries(
    groupBy(pairs, ({ row }) => row).map(([row, members]) => [
      row,
      desksOf(members.map(({ contact }) => contact)),
    ]),
  );
}

function receptionRows(visits: readonly VisitFact[], halfOf: (at: number) => Half): ReceptionRow[] {
  const keyOf = ({ bookedAt, way, concern }: VisitFact) => [halfOf(bookedAt), way, concern ?? ''].join('\t');
  return groupBy(visits, keyOf).flatMap(([, rows]) => {
    const [first] = rows;
    if (!first) return [];
    const times = rows.flatMap(({ booking }) => booking.receptionTime ?? []);
    return {
      half: halfOf(first.bookedAt),
      way: first.way,
      concern: first.concern,
      n: rows.length,
      ...(times.length > 0 ? { time: tallyOf(times) } : {}),
    };
  });
}
