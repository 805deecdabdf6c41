import type { Command } from '../queue/commands.js';
import type { By, Entry } from '../queue/events.js';
import { routingFile } from '../routing/shipped.js';

interface Office {
  readonly ask: (by: By, command: Command) => Entry;
}

type CheckIn = Extract<Command, { type: 'checkIn' }>;

/** The rule of the shipped routing table that gives a ticket for this concern. */
export function ticketRule(concern: string): string {
  const row = routingFile.concerns.find(({ id }) => id === concern);
  const rule = row?.routes.find(({ mode }) => mode === 'QUEUE');
  if (!rule) throw new Error(`${concern} gives no ticket`);
  return rule.id;
}

/** Books a ticket at the reception with every confirmation given; returns its number. */
export function bookTicket(
  office: Office,
  concern: string,
  more: Partial<Omit<CheckIn, 'type'>> = {},
): string {
  const { events } = office.ask('reception/E1', {
    type: 'checkIn',
    concern,
    rule: ticketRule(concern),
    identityChecked: true,
    consulted: true,
    ...more,
  });
  const [event] = events;
  if (event?.type !== 'TicketCheckedIn') throw new Error(`no ticket but ${event?.type ?? 'nothing'}`);
  return event.number;
}
