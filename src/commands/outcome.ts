import { currentContact, ticketIdOf, type Day, type Ticket } from '../queue/day.js';
import type { Entry, Event } from '../queue/events.js';
import { routeOfRule } from '../routing/routes.js';
import { signalOutcome } from './signals.js';

/** What one-shot commands print under `--json`, as far as it applies. Instants are ISO 8601, durations seconds. */
export interface Outcome {
  readonly number?: string;
  readonly ticketId?: string;
  readonly visit?: string;
  readonly concern?: string | null;
  readonly rule?: string;
  readonly destination?: string;
  readonly mode?: string;
  readonly desk?: string;
  /** Who signalled: "desk/1", "reception/E1". */
  readonly from?: string;
  /** Of the ticket (waiting, called, inService, parked, missed, ended), of the desk, of a signal or decision, or the way the visit went. */
  readonly state?: string;
  /** How many more desks the advice called for that was decided on. */
  readonly extraDesks?: number;
  /** How an ended ticket ended. */
  readonly ending?: string;
  /** How the contact ended. */
  readonly outcome?: string;
  readonly waitedSeconds?: number;
  /** What a visitor who was just checked in is told, from and to. */
  readonly expectedWaitMinutes?: readonly [number, number];
  /** The number slip, where it goes to standard output. */
  readonly slip?: string;
}

/** Tells an accepted ask's result from its entry and the day after it. */
export function outcomeOf(entry: Entry, day: Day): Outcome {
  const undone = entry.events.find((event) => event.type === 'ActionUndone');
  if (undone) return { state: 'undone' };
  const ended = entry.events.find((event) => event.type === 'VisitEnded');
  if (ended) {
    const { visit, concern, destination, way, booking } = ended;
    return { visit, concern, rule: booking.rule, destination, ...modeOf(concern, booking.rule), state: way };
  }
  const ticket = ticketOf(entry.events, day);
  if (ticket) return ofTicket(ticket, entry.events, day);
  const signal = entry.events.flatMap((event) => signalOutcome(event) ?? [])[0];
  if (signal) return signal;
  const decided = entry.events.find((event) => event.type === 'ExtraDesksDecided');
  if (decided) {
    const { answer, extraDesks } = decided;
    return { state: answer === 'yes' ? 'extraDesksYes' : 'extraDesksNo', extraDesks };
  }
  const desk = entry.events.flatMap((event) => ('desk' in event ? event.desk : []))[0];
  if (desk !== undefined) return { desk, state: day.desks[desk]?.state ?? 'closed' };
  return { state: day.closedAt === null ? 'open' : 'closed' };
}

function ticketOf(events: readonly Event[], day: Day): Ticket | undefined {
  for (const event of events) {
    const number = 'number' in event ? event.number : 'visit' in event ? event.visit : undefined;
    const ticket = number === undefined ? undefined : day.tickets[number];
    if (ticket) return ticket;
  }
  return undefined;
}

function ofTicket(ticket: Ticket, events: readonly Event[], day: Day): Outcome {
  const contact = currentContact(ticket);
  const finished = events.find((event) => event.type === 'ContactFinished');
  const desk = events.flatMap((event) => ('desk' in event ? event.desk : []))[0];
  const route = routeOfRule(ticket.concern, ticket.booking.rule);
  const destination = finished?.destination ?? route?.destination;
  const calledAt = ticket.calledAt ?? contact.calledAt;
  return {
    number: ticket.number,
    ticketId: ticketIdOf(day, ticket.number),
    concern: finished?.concern ?? contact.concern,
    rule: ticket.booking.rule,
    ...(destination === undefined ? {} : { destination }),
    ...modeOf(ticket.concern, ticket.booking.rule),
    ...(desk === undefined ? {} : { desk }),
    state: ticket.state,
    ...(ticket.ending === null ? {} : { ending: ticket.ending }),
    ...(finished ? { outcome: finished.outcome } : {}),
    ...(calledAt === null ? {} : { waitedSeconds: Math.round((calledAt - contact.queuedAt) / 1000) }),
  };
}

function modeOf(concern: string | null, rule: string): { readonly mode?: string } {
  const route = routeOfRule(concern, rule);
  return route ? { mode: route.mode } : {};
}
