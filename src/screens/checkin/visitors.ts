/** Whom the reception may still do something for: those who wait, those who missed their call, visits just ended. */
import { currentContact, type Day, type ReceptionVisit, type Ticket } from '../../queue/day.js';

export type Visitor =
  | { readonly kind: 'missed'; readonly name: string; readonly at: number; readonly ticket: Ticket }
  | { readonly kind: 'waiting'; readonly name: string; readonly at: number; readonly ticket: Ticket }
  | { readonly kind: 'visit'; readonly name: string; readonly at: number; readonly visit: ReceptionVisit };

/** Missed ones first, since they come back to the counter; then the latest, where a slip of the keys is found. `at` is when they were booked. */
export function visitorsOf(day: Day): readonly Visitor[] {
  const latestFirst = (a: Visitor, b: Visitor): number => b.at - a.at || (a.name < b.name ? 1 : -1);
  const tickets = Object.values(day.tickets).flatMap((ticket): Visitor[] => {
    const { number: name, bookedAt: at, state } = ticket;
    return state === 'missed' || state === 'waiting' ? [{ kind: state, name, at, ticket }] : [];
  });
  const visits = Object.values(day.visits)
    .filter(({ cancelled }) => !cancelled)
    .map((visit): Visitor => ({ kind: 'visit', name: visit.visit, at: visit.at, visit }));
  return [
    ...tickets.filter(({ kind }) => kind === 'missed').toSorted(latestFirst),
    ...tickets.filter(({ kind }) => kind === 'waiting').toSorted(latestFirst),
    ...visits.toSorted(latestFirst),
  ];
}

/** The concern as it stands; null for a visit without one. */
export const concernOfVisitor = (visitor: Visitor): string | null =>
  visitor.kind === 'visit' ? visitor.visit.concern : currentContact(visitor.ticket).concern;

/** What can be done: a missed one comes back, a waiting one leaves; everybody's concern may be wrong, or booked twice. */
export type VisitorAction = 'resume' | 'correct' | 'left' | 'cancel' | 'marks';

export const actionsFor = ({ kind }: Visitor): readonly VisitorAction[] => {
  if (kind === 'missed') return ['resume', 'cancel'];
  return kind === 'waiting' ? ['correct', 'left', 'cancel', 'marks'] : ['correct', 'cancel'];
};

/** How many wait, and since when the one who waits longest, ms since the epoch. */
export function queueOf(day: Day): { readonly waiting: number; readonly longestSince: number | null } {
  const since = day.waiting.flatMap((number) => {
    const ticket = day.tickets[number];
    return ticket ? [currentContact(ticket).queuedAt] : [];
  });
  return { waiting: since.length, longestSince: since.length > 0 ? Math.min(...since) : null };
}
