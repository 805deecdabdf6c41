import { currentContact, type Day, type Ticket } from '../queue/day.js';
import { plusDays } from './calendar.js';
import type { Days } from './combine.js';
import { quarterOf } from './deskTime.js';
import type { DailyFigures, QuarterRow } from './figures.js';
import { sumOf } from './grouping.js';
import { mayShow, type Limits } from './suppression.js';

/** The four days before that are the same day of the week, the latest first. */
export const sameWeekdaysBefore = (day: string): readonly string[] =>
  [7, 14, 21, 28].map((days) => plusDays(day, -days));

/** A mean wait, ms; `few`: of too few to be shown; null: of nobody. */
export type ComparedWait = number | 'few' | null;

export interface DaySoFar {
  /** Tickets booked. */
  readonly arrived: number;
  /** Last completions. */
  readonly served: number;
  readonly meanWait: ComparedWait;
}

export interface Comparison {
  readonly today: DaySoFar;
  /** The mean of the days before; null where nobody came on any of them. */
  readonly before: DaySoFar | null;
  /** Days that `before` rests on. */
  readonly days: number;
}

export interface ComparisonOptions {
  /** Quarter hours elapsed of today: those that are compared. */
  readonly quarters: number;
  /**
   * The same as far as everybody who began to wait today has been served. Waits are compared only so far: else today
   * would lack the long ones that still go on, and the days before would not.
   */
  readonly waitQuarters: number;
  readonly limits: Limits;
}

/** Today until now, and the days before until the same time of day. Days on which nobody came are left out. */
export function compareWithBefore(
  today: DailyFigures,
  before: Days,
  { quarters, waitQuarters, limits }: ComparisonOptions,
): Comparison {
  const open = before.filter(({ visits }) => visits.length > 0);
  const soFar = (days: Days): DaySoFar => {
    const rows = days.flatMap((day) => until(day, quarters));
    const waits = days.flatMap((day) => until(day, waitQuarters)).flatMap((row) => row.waits ?? []);
    const n = sumOf(waits, (wait) => wait.n);
    const isShown = mayShow({ n, desks: limits.minDesks }, limits);
    return {
      arrived: sumOf(rows, ({ booked = 0 }) => booked) / days.length,
      served: sumOf(rows, ({ served = 0 }) => served) / days.length,
      meanWait: n === 0 ? null : isShown ? sumOf(waits, ({ sum }) => sum) / n : 'few',
    };
  };
  return { today: soFar([today]), before: open.length === 0 ? null : soFar(open), days: open.length };
}

const until = ({ quarters }: DailyFigures, count: number): readonly QuarterRow[] =>
  Object.entries(quarters).flatMap(([quarter, row]) => (Number(quarter) < count ? row : []));

/** The quarter hours of today that can be compared as of an instant. */
export function comparedQuarters(
  day: Pick<Day, 'startsAt' | 'endsAt' | 'tickets'>,
  at: number,
): Pick<ComparisonOptions, 'quarters' | 'waitQuarters'> {
  const inLine = Object.values(day.tickets).filter(({ state }) => isUnderway.has(state));
  const first = Math.min(at, ...inLine.map((ticket) => currentContact(ticket).queuedAt));
  return { quarters: quarterOf(day, at), waitQuarters: quarterOf(day, first) };
}

/** States of a ticket whose wait is not yet that of a completed contact. */
const isUnderway: ReadonlySet<Ticket['state']> = new Set(['waiting', 'called', 'inService']);
