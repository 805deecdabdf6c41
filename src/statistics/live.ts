import type { Day, DeskState } from '../queue/day.js';
import { hourOf } from './calendar.js';
import { visitsIn, waitsIn } from './combine.js';
import { countedTickets, factsOf, waitingSince } from './contacts.js';
import type { DailyFigures } from './figures.js';
import { countBy } from './grouping.js';
import { filters } from './kpis.js';
import { quantile } from './quantile.js';
import { countWithin, meanOf } from './tally.js';

/**
 * What is going on now; the keys of `beo stats --json`, which has the day so far beside them. Counts and states only:
 * nothing about a single desk's work.
 */
export interface LiveFigures {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly waiting: number;
  readonly called: number;
  readonly inService: number;
  /** K10: waiting, called and in service. */
  readonly current: number;
  readonly parked: number;
  /** Called, absent and not back so far. */
  readonly missed: number;
  /** Tickets booked today. */
  readonly arrived: number;
  /** Last completions today. */
  readonly served: number;
  /** null when nobody waits. */
  readonly longestWaitSeconds: number | null;
  readonly byHour: readonly { readonly hour: number; readonly arrived: number; readonly served: number }[];
  readonly desks: readonly LiveDesk[];
}

export interface LiveDesk {
  readonly desk: string;
  readonly state: DeskState;
  /** Id of the activity, or null. */
  readonly activity: string | null;
  /** The number called or served there, or null. */
  readonly number: string | null;
}

/** The live figures of a day at an instant (ms since the epoch). */
export function liveFigures(day: Day, at: number, { zone }: { readonly zone: string }): LiveFigures {
  const tickets = countedTickets(day);
  const inState = (state: string) => tickets.filter((ticket) => ticket.state === state).length;
  const [waiting, called, inService] = [inState('waiting'), inState('called'), inState('inService')];
  const { visits } = factsOf(day);
  const booked = visits.filter(({ way }) => way === 'ticket').map(({ bookedAt }) => bookedAt);
  const served = visits.flatMap(({ servedAt }) => servedAt ?? []);
  const [first] = waitingSince(day);
  return {
    at: new Date(at).toISOString(),
    waiting,
    called,
    inService,
    current: waiting + called + inService,
    parked: inState('parked'),
    missed: inState('missed'),
    arrived: booked.length,
    served: served.length,
    longestWaitSeconds: first ? Math.max(0, at - first.queuedAt) / 1000 : null,
    byHour: byHour(booked, served, zone),
    desks: Object.entries(day.desks).map(([desk, { state, activity, number }]) => ({
      desk,
      state,
      activity,
      number,
    })),
  };
}

/** K11 of today, from the first hour with anything to the last. */
function byHour(booked: readonly number[], served: readonly number[], zone: string): LiveFigures['byHour'] {
  const hour = (at: number) => String(hourOf(at, zone));
  const arrivedBy = countBy(booked, hour);
  const servedBy = countBy(served, hour);
  const present = [...Object.keys(arrivedBy), ...Object.keys(servedBy)].map(Number);
  if (present.length === 0) return [];
  const first = Math.min(...present);
  return Array.from({ length: Math.max(...present) - first + 1 }, (_, index) => ({
    hour: first + index,
    arrived: arrivedBy[first + index] ?? 0,
    served: servedBy[first + index] ?? 0,
  }));
}

/** The day so far, beside the live figures. Shares are between 0 and 1; the empty set is null. */
export interface TodaySummary {
  readonly visits: {
    readonly total: number;
    readonly settled: number;
    readonly appointments: number;
    readonly forwarded: number;
  };
  /** K13 so far. */
  readonly filterFirst: number | null;
  readonly filterSecond: number | null;
  /** Of the completed contacts, those that waited no longer than the target. */
  readonly withinTarget: number | null;
  readonly longestWaiting: {
    readonly number: string;
    readonly waitedMs: number;
    readonly isOverTarget: boolean;
  } | null;
  /** Waits of the contacts completed so far. Those still waiting are not in it, so it is rather low. */
  readonly waitSoFar: {
    readonly n: number;
    readonly meanMs: number | null;
    readonly medianMs: number | null;
    readonly p90Ms: number | null;
  };
  readonly deviations: number;
  readonly noShowEvents: number;
  /** The lead is to be informed of so many (complaints). */
  readonly leadInformed: number;
  /** Desks that are free or in contact. */
  readonly openDesks: number;
}

export interface SummaryOptions {
  /** Of the same day, as of the same instant. */
  readonly figures: DailyFigures;
  /** Wait within which a visitor should be called, ms. */
  readonly waitTarget: number;
}

/** What the statistics screen shows of today beside the live figures. */
export function todaySummary(day: Day, at: number, { figures, waitTarget }: SummaryOptions): TodaySummary {
  const { first, second } = filters([figures], figures.stages.reception);
  const waits = waitsIn([figures]);
  const [longest] = waitingSince(day);
  const waitedMs = longest ? Math.max(0, at - longest.queuedAt) : 0;
  return {
    visits: {
      total: visitsIn([figures]),
      settled: visitsIn([figures], { way: 'settled' }),
      appointments: visitsIn([figures], { way: 'appointment' }),
      forwarded: visitsIn([figures], { way: 'forwarded' }),
    },
    filterFirst: first,
    filterSecond: second,
    withinTarget: waits.n === 0 ? null : countWithin(waits, waitTarget) / waits.n,
    longestWaiting: longest
      ? { number: longest.number, waitedMs, isOverTarget: waitedMs > waitTarget }
      : null,
    waitSoFar: {
      n: waits.n,
      meanMs: meanOf(waits),
      medianMs: inMs(quantile(waits.histogram, 0.5)),
      p90Ms: inMs(quantile(waits.histogram, 0.9)),
    },
    deviations: day.deviations.length,
    noShowEvents: figures.counters.noShowEvents,
    leadInformed: figures.counters.leadInformed,
    openDesks: Object.values(day.desks).filter(({ state }) => state === 'free' || state === 'contact').length,
  };
}

const inMs = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1000);
