import { countersIn } from './combine.js';
import type { Counted } from './figures.js';
import { sumOf } from './grouping.js';
import { ratio } from './kpis.js';

/** What an office wants to reach; what it has not set is left out. Shares are between 0 and 1. */
export interface Goals {
  /** Of the completed contacts, at least so many called within the target of the wait. */
  readonly withinWait?: number;
  /** Of the visits with a contact, at least so many concluded. */
  readonly conclusive?: number;
  /** Of the numbers, at most so many no-shows. */
  readonly noShow?: number;
  /** Of the contacts, at most so many with another concern than the one booked. */
  readonly misrouting?: number;
}

export type GoalName = keyof Goals;

/** Whether more of it is better. */
const isFloor: Readonly<Record<GoalName, boolean>> = {
  withinWait: true,
  conclusive: true,
  noShow: false,
  misrouting: false,
};

export const goalNames = Object.keys(isFloor) as readonly GoalName[];

/** Whether a goal is reached; null where there is none, or nothing to hold against it. */
export function isReached(name: GoalName, goal: number | null, actual: number | null): boolean | null {
  if (goal === null || actual === null) return null;
  return isFloor[name] ? actual >= goal : actual <= goal;
}

/** Contacts whose final concern is another than the one named before. */
export const otherConcernIn = (days: readonly Pick<Counted, 'contacts'>[]): number =>
  sumOf(
    days.flatMap(({ contacts }) => contacts.filter(({ concern, booked }) => concern !== booked)),
    ({ wait }) => wait.n,
  );

/**
 * R39, R90: contacts that came with the wrong concern, of all contacts: the desk finished with another one, or a
 * correction changed it before.
 */
export const misrouting = (days: readonly Counted[]): number | null =>
  ratio(
    otherConcernIn(days) + (countersIn(days).corrected ?? 0),
    sumOf(days, ({ contacts }) => sumOf(contacts, ({ wait }) => wait.n)),
  );
