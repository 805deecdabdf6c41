import type { Day, Ticket } from '../../queue/day.js';
import { findDeskRules } from '../../queue/find.js';
import { line, mayServe, nextFor } from '../../queue/order.js';

/** Why a desk does not get a ticket in normal order. */
export type Obstacle = 'confidential' | 'reserved' | 'skills';

export interface WhoIsNext {
  readonly ticket: Ticket;
  /** Why it is not the first of the line; null if it is, or if no reason is known. */
  readonly because:
    | { readonly kind: 'urgent'; readonly reason: string }
    | { readonly kind: Obstacle; readonly first: string }
    | null;
}

/** What keeps a waiting ticket from this desk, or null if it may be called here. */
export function obstacleOf(day: Day, desk: string, ticket: Ticket): Obstacle | null {
  if (mayServe(day, desk, ticket)) return null;
  if (ticket.marks.confidential && !findDeskRules(day, desk)?.confidential) return 'confidential';
  return ticket.reservedFor !== null && ticket.reservedFor !== desk ? 'reserved' : 'skills';
}

/** Whom the next call of this desk takes, and why if others stand before; undefined if there is nobody for it. */
export function whoIsNext(day: Day, desk: string, at: number): WhoIsNext | undefined {
  const ticket = nextFor(day, desk, at);
  if (!ticket) return undefined;
  const [first] = line(day);
  if (!first || first === ticket) return { ticket, because: null };
  if (ticket.marks.urgent !== undefined) {
    return { ticket, because: { kind: 'urgent', reason: ticket.marks.urgent } };
  }
  const kind = obstacleOf(day, desk, first);
  return { ticket, because: kind && { kind, first: first.number } };
}
