import type { Day } from './day.js';
import type { By, Event, Way } from './events.js';
import type { Rejection } from './rejections.js';

export type Decision = { readonly events: readonly Event[] } | { readonly rejection: Rejection };

/** Where a rule of the routing table sends a visitor, as far as a decision needs it. */
export interface RouteFacts {
  readonly way: Way;
  readonly destination: string;
  readonly identityCheck: boolean;
  /** Who has to be asked before booking. */
  readonly consultFirst?: string;
  /** Who is to be informed; the team lead's counter for complaints. */
  readonly inform: readonly string[];
}

/** The concern catalogue as far as a decision needs it; routing implements it. */
export interface Catalogue {
  isSelectable(concern: string): boolean;
  isDestination(destination: string): boolean;
  /** Whether the catalogue names this item as a hand-out of the concern; nothing else may be stored as one. */
  isHandout(concern: string | null, item: string): boolean;
  /** Whether any rule of this concern ends a visit this way: what the reception may settle (R13), what may queue (R16). */
  leadsTo(concern: string, way: Way): boolean;
  /** undefined: no such rule for that concern. `concern` is null for the rules that need none. */
  route(concern: string | null, rule: string): RouteFacts | undefined;
}

export interface Context {
  /** ms since the epoch, never before the day's last entry. */
  readonly at: number;
  readonly by: By;
  readonly catalogue: Catalogue;
}

/** A number nobody has, told apart from one of another day or site ("herford/2015-06-08/E017"). */
export function unknownTicket(day: Day, number: string): Decision {
  return number.includes('/')
    ? { rejection: { name: 'ticketOfAnotherDay', ticketId: number } }
    : { rejection: { name: 'unknownTicket', number } };
}
