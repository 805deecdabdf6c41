import type { Team } from '../queue/events.js';
import type { LateDuty, Rules } from '../queue/rules.js';
import type { Contact, Day, Ticket } from '../queue/day.js';
import { countedTickets } from './contacts.js';
import { halves, type ActivityRow, type Half, type OpenDeskState } from './figures.js';

export const quarterMs = 15 * 60_000;

/** A span of time, [from, to), ms since the epoch. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface DeskSpan extends Span {
  readonly desk: string;
  readonly state: OpenDeskState;
  readonly activity: string | null;
  readonly team: Team | null;
}

/** What the desks did in one quarter hour; durations in ms. */
export interface QuarterOfDesks {
  readonly desk: Partial<Record<OpenDeskState, number>>;
  idle: number;
  idleWhileWaiting: number;
  readonly contributors: Contributors;
}

/** The desks behind some desk time. */
export interface Contributors {
  /** Free or in contact. */
  readonly staffed: Set<string>;
  /** In any other open state. */
  readonly others: Set<string>;
}

/** How many desks a share of desk time rests on: those free or in contact, else those that did something else. */
export const sessionsOf = (contributors: readonly Contributors[]): number => {
  const staffed = new Set(contributors.flatMap((each) => [...each.staffed]));
  return staffed.size > 0 ? staffed.size : new Set(contributors.flatMap(({ others }) => [...others])).size;
};

export interface DeskTime {
  /** By the number of quarter hours since the day's start; without the late duty. */
  readonly quarters: ReadonlyMap<number, QuarterOfDesks>;
  /** The same of the late duty. */
  readonly lateQuarters: ReadonlyMap<number, QuarterOfDesks>;
  /** By half day, activity and team, in that order. */
  readonly activities: readonly ActivityRow[];
  readonly byHalf: Readonly<Record<Half, Contributors>>;
}

/** Which quarter hour of the day an instant belongs to, by the time elapsed since local midnight. */
export const quarterOf = (day: Pick<Day, 'startsAt' | 'endsAt'>, at: number): number =>
  Math.floor((Math.min(Math.max(at, day.startsAt), day.endsAt - 1) - day.startsAt) / quarterMs);

/** What is needed of a day to tell its desk time. */
type DayOfDesks = Pick<Day, 'startsAt' | 'endsAt' | 'desks' | 'spans' | 'tickets'> & {
  readonly rules: Pick<Rules, 'lateDuty'>;
};

/** Sums up the states of the desks until `at`; the afternoon begins at the instant `noonAt`. */
export function deskTimeOf(day: DayOfDesks, at: number, noonAt: number): DeskTime {
  const { lateDuty } = day.rules;
  const quarters = new Map<number, QuarterOfDesks>();
  const lateQuarters = new Map<number, QuarterOfDesks>();
  const activities = new Map<string, Mutable<ActivityRow>>();
  const byHalf = { am: newContributors(), pm: newContributors(), late: newContributors() };
  const waiting = spansWithWaiting(day, at);
  const edges = [noonAt, ...(lateDuty ? [lateDuty.from, lateDuty.to] : [])];
  for (const whole of deskSpans(day, at)) {
    for (const span of cut(day, whole, edges)) {
      const time = span.to - span.from;
      const half = isOnLateDuty(lateDuty, span.from, whole.desk) ? 'late' : halfAt(span.from, noonAt);
      const quarter = entry(half === 'late' ? lateQuarters : quarters, quarterOf(day, span.from), newQuarter);
      quarter.desk[whole.state] = (quarter.desk[whole.state] ?? 0) + time;
      const role = whole.state === 'free' || whole.state === 'contact' ? 'staffed' : 'others';
      quarter.contributors[role].add(whole.desk);
      byHalf[half][role].add(whole.desk);
      if (whole.state === 'free') {
        const whileWaiting = overlap(span, waiting);
        quarter.idleWhileWaiting += whileWaiting;
        quarter.idle += time - whileWaiting;
      }
      const { activity, team } = whole;
      if (activity !== null) {
        const key = [half, activity, team ?? ''].join('\t');
        entry(activities, key, () => ({ half, activity, ...(team ? { team } : {}), time: 0 })).time += time;
      }
    }
  }
  const sorted = [...activities].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = sorted.map(([, row]) => row);
  return {
    quarters,
    lateQuarters,
    activities: halves.flatMap((half) => rows.filter((row) => row.half === half)),
    byHalf,
  };
}

/** The half day of an instant, late duty aside. */
export const halfAt = (at: number, noonAt: number): 'am' | 'pm' => (at < noonAt ? 'am' : 'pm');

/** Whether an instant is in a late duty; at a desk only if it is one of those on duty. */
export const isOnLateDuty = (duty: LateDuty | undefined, at: number, desk?: string): boolean =>
  duty !== undefined &&
  at >= duty.from &&
  at < duty.to &&
  (desk === undefined || duty.desks === null || duty.desks.includes(desk));

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const newContributors = (): Contributors => ({ staffed: new Set(), others: new Set() });

const newQuarter = (): QuarterOfDesks => ({
  desk: {},
  idle: 0,
  idleWhileWaiting: 0,
  contributors: newContributors(),
});

function entry<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const found = map.get(key) ?? create();
  map.set(key, found);
  return found;
}

function deskSpans(day: DayOfDesks, at: number): DeskSpan[] {
  return Object.entries(day.desks).flatMap(([desk, now]) =>
    [...(day.spans[desk] ?? []), { ...now, from: now.since, to: at }].flatMap(
      ({ state, activity, team, from, to }) =>
        state === 'closed' || from >= at ? [] : [{ desk, state, activity, team, from, to: Math.min(to, at) }],
    ),
  );
}

/** Cuts a span at every quarter hour and at further edges. */
function cut(day: DayOfDesks, { from, to }: Span, edges: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let start = from; start < to;) {
    const quarterEnd = day.startsAt + (Math.floor((start - day.startsAt) / quarterMs) + 1) * quarterMs;
    const end = Math.min(to, quarterEnd, ...edges.filter((edge) => edge > start));
    spans.push({ from: start, to: end });
    start = end;
  }
  return spans;
}

/** The spans in which at least one ticket waited, apart from each other and in order. */
function spansWithWaiting(day: DayOfDesks, at: number): Span[] {
  const spans = countedTickets(day)
    .flatMap((ticket) => ticket.contacts.flatMap((contact) => waitOf(ticket, contact, at)))
    .toSorted((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of spans) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** When a leg stood in line, as far as the day knows. */
function waitOf(ticket: Ticket, contact: Contact, at: number): Span[] {
  const to = Math.min(waitEnd(ticket, contact, at), at);
  return to > contact.queuedAt ? [{ from: contact.queuedAt, to }] : [];
}

/**
 * The end of the wait. Of a ticket that was missed the day does not keep when it came back into the line, so it counts
 * as waiting until its first call only.
 */
function waitEnd(ticket: Ticket, contact: Contact, at: number): number {
  if (ticket.noShows > 0 && contact.firstCalledAt !== null) return contact.firstCalledAt;
  if (contact.calledAt !== null) return contact.calledAt;
  return ticket.calledAt ?? ticket.endedAt ?? at;
}

function overlap(span: Span, others: readonly Span[]): number {
  let time = 0;
  for (const other of others) {
    if (other.from >= span.to) break;
    time += Math.max(0, Math.min(span.to, other.to) - Math.max(span.from, other.from));
  }
  return time;
}
