import { ticketIdOf, type Day, type Desk, type ReceptionVisit, type Ticket } from './day.js';
import type { DeskRules } from './rules.js';

/** A record's own entry: a name like "constructor", which every object inherits, finds nothing. */
const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** The ticket of that number ("E017"), or of its full name ("herford/2015-06-08/E017") if it is of this day. */
export function findTicket(day: Day, name: string): Ticket | undefined {
  const prefix = ticketIdOf(day, '');
  return own(day.tickets, name.startsWith(prefix) ? name.slice(prefix.length) : name);
}

export const findVisit = (day: Day, name: string): ReceptionVisit | undefined => own(day.visits, name);

/** A desk that has a state this day, also one that has left the rules since. */
export const findDesk = (day: Day, name: string): Desk | undefined => own(day.desks, name);

/** What the rules of now say of a desk; undefined for one that is none, or no longer. */
export const findDeskRules = (day: Day, name: string): DeskRules | undefined => own(day.rules.desks, name);
