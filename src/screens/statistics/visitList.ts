import { currentContact, type Day } from '../../queue/day.js';
import { visitTitle } from '../../routing/labels.js';
import { timeOf } from '../../statistics/calendar.js';
import { fit } from '../parts/cells.js';
import type { PickItem } from '../parts/PickList.js';
import type { Scene } from './scene.js';

interface Visit {
  /** Number of the ticket, or name of a visit that ended at the reception. */
  readonly id: string;
  readonly at: number;
  readonly concern: string | null;
  readonly rule: string;
  readonly state: keyof Scene['texts']['statistics']['choose']['states'];
  /** Only a ticket that waits or is missed can have been a double booking, and any visit that ended at the reception. */
  readonly canBeCancelled: boolean;
}

/** Today's visits that count, the latest first: a slip of the keys is found at the top. */
function latestVisits({ tickets, visits }: Day): readonly Visit[] {
  const ofTickets = Object.values(tickets)
    .filter(({ ending }) => ending !== 'cancelled')
    .map((ticket): Visit => ({
      id: ticket.number,
      at: ticket.bookedAt,
      concern: currentContact(ticket).concern,
      rule: ticket.booking.rule,
      state: ticket.state,
      canBeCancelled: ticket.state === 'waiting' || ticket.state === 'missed',
    }));
  const others = Object.values(visits)
    .filter(({ cancelled }) => !cancelled)
    .map((visit): Visit => ({
      id: visit.visit,
      at: visit.at,
      concern: visit.concern,
      rule: visit.booking.rule,
      state: visit.way,
      canBeCancelled: true,
    }));
  return [...ofTickets, ...others].toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

const rowOf = (
  { site, language, texts, signs }: Scene,
  { id, at, concern, rule, state }: Visit,
  isUrgent = false,
): PickItem => {
  const title = visitTitle(concern, rule, language);
  const { states, alreadyUrgent } = texts.statistics.choose;
  const words = isUrgent ? alreadyUrgent : states[state];
  const time = timeOf(at, site.zone);
  return {
    id,
    text: `${fit(id, 6)}${time}  ${fit(concern ?? '', 5)}${fit(title, 34, signs.cut)}  ${words}`,
    spoken: [id, time, concern, title, words].filter((part) => part !== null).join(', '),
  };
};

/** The concern of a visit as it stands: its code, null for a visit without one, and in words. */
export function concernNow(
  { day, language }: Pick<Scene, 'day' | 'language'>,
  visitId: string,
): { readonly concern: string | null; readonly words: string } | undefined {
  const visit = latestVisits(day).find(({ id }) => id === visitId);
  if (!visit) return undefined;
  const { concern, rule } = visit;
  const title = visitTitle(concern, rule, language);
  return { concern, words: concern === null ? title : `${concern} ${title}` };
}

/** Visits whose concern can be corrected. */
export const visitsToCorrect = (scene: Scene): readonly PickItem[] =>
  latestVisits(scene.day).map((visit) => rowOf(scene, visit));

/** Visits that can have been booked twice. */
export const visitsToCancel = (scene: Scene): readonly PickItem[] =>
  latestVisits(scene.day)
    .filter(({ canBeCancelled }) => canBeCancelled)
    .map((visit) => rowOf(scene, visit));

/** Waiting tickets, first of the line first; those that are urgent already say so. */
export const visitsToHurry = (scene: Scene): readonly PickItem[] => {
  const { day } = scene;
  const visits = latestVisits(day);
  return day.waiting.flatMap((number) => {
    const visit = visits.find(({ id }) => id === number);
    const isUrgent = day.tickets[number]?.marks.urgent !== undefined;
    return visit ? [rowOf(scene, visit, isUrgent)] : [];
  });
};
