import { ticketToChange } from './copyDay.js';
import { currentContact, type Contact, type Day, type Ticket } from './day.js';
import { moveDesk } from './evolveDesk.js';
import type { Event } from './events.js';
import type { Stamp } from './evolve.js';
import { enterLine, leaveLine } from './order.js';

type TicketEvent = Extract<Event, { number: string }>;
type EventOf<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;

/** Folds what happens to one ticket. */
export function evolveContact(day: Day, event: TicketEvent, stamp: Stamp): void {
  if (event.type === 'TicketCheckedIn') {
    checkIn(day, event, stamp);
    return;
  }
  const ticket = ticketToChange(day, event.number);
  if (!ticket)
    throw new Error(`entry ${stamp.seq}: ${event.type} of ${event.number}, which was never checked in`);
  ticket.touched = stamp.seq;
  ticket.lastAt = stamp.at;
  evolveTicket(day, ticket, event, stamp);
}

function evolveTicket(
  day: Day,
  ticket: Ticket,
  event: Exclude<TicketEvent, { type: 'TicketCheckedIn' }>,
  stamp: Stamp,
): void {
  const { at, seq } = stamp;
  switch (event.type) {
    case 'TicketMarked':
      if (event.marks.urgent !== undefined && event.marks.urgent !== ticket.marks.urgent) {
        noteDeviation(day, 'urgent', ticket, event.marks.urgent, stamp);
      }
      ticket.marks = event.marks;
      return;
    case 'TicketCalled':
      call(day, ticket, event, stamp);
      return;
    case 'TicketRecalled':
      ticket.recalls += 1;
      ticket.soundedAt = at;
      return;
    case 'CallWithdrawn':
      endCallSign(ticket);
      backToLine(day, ticket);
      moveDesk(day, event.desk, { state: 'free' }, at, seq);
      return;
    case 'ServiceStarted': {
      const contact = currentContact(ticket);
      // Back from the line after being parked, service goes on: the walk was the one to the first call.
      if (contact.calledAt === null) contact.startedAt = at;
      beginService(ticket);
      ticket.state = 'inService';
      return;
    }
    case 'ContactFinished':
      finish(day, ticket, event, stamp);
      return;
    case 'TicketRequeued':
      nextLeg(ticket, event.concern, at);
      ticket.placeAt = at;
      ticket.placeSeq = seq;
      backToLine(day, ticket);
      return;
    case 'TicketTransferred':
      currentContact(ticket).transferReason = event.reason;
      nextLeg(ticket, currentContact(ticket).concern, at);
      ticket.reservedFor = event.toDesk ?? null;
      backToLine(day, ticket);
      return;
    case 'TicketParked':
      beginService(ticket);
      ticket.state = 'parked';
      currentContact(ticket).parkedAt = at;
      moveDesk(day, event.desk, { state: 'free' }, at, seq);
      return;
    case 'TicketResumed':
      resume(day, ticket, event.to, stamp);
      return;
    case 'TicketMissed':
      ticket.noShows += 1;
      ticket.lostMs += at - (ticket.calledAt ?? at);
      endCallSign(ticket);
      ticket.state = 'missed';
      ticket.desk = null;
      moveDesk(day, event.desk, { state: 'free' }, at, seq);
      return;
    case 'TicketLeft':
      leaveLine(day, ticket.number);
      ticket.state = 'ended';
      ticket.ending = 'left';
      ticket.endedAt = at;
      return;
  }
}

function checkIn(day: Day, event: EventOf<'TicketCheckedIn'>, stamp: Stamp): void {
  const bookedAt = event.occurredAt ?? stamp.at;
  const ticket: Ticket = {
    number: event.number,
    booking: event.booking,
    alsoSettled: event.alsoSettled ?? [],
    bookedAt,
    madeUp: event.occurredAt !== undefined,
    concern: event.concern,
    marks: event.marks,
    state: 'waiting',
    ending: null,
    endedAt: null,
    placeAt: bookedAt,
    placeSeq: stamp.seq,
    reservedFor: null,
    desk: null,
    calledAt: null,
    soundedAt: null,
    recalls: 0,
    noShows: 0,
    lostMs: 0,
    contacts: [newContact(event.concern, bookedAt)],
    lastAt: bookedAt,
    touched: stamp.seq,
  };
  day.lastNumber += 1;
  day.tickets[event.number] = ticket;
  enterLine(day, ticket);
  if (event.marks.urgent !== undefined) noteDeviation(day, 'urgent', ticket, event.marks.urgent, stamp);
}

function call(day: Day, ticket: Ticket, event: EventOf<'TicketCalled'>, stamp: Stamp): void {
  const at = event.occurredAt ?? stamp.at;
  const contact = currentContact(ticket);
  leaveLine(day, ticket.number);
  contact.firstCalledAt ??= at;
  ticket.state = 'called';
  ticket.desk = event.desk;
  ticket.calledAt = at;
  ticket.soundedAt = at;
  ticket.lastAt = at;
  if (event.reason !== undefined) noteDeviation(day, 'outOfOrder', ticket, event.reason, stamp);
  // A visit made up afterwards happened at a desk whose states were recorded, or not, at the time.
  if (event.occurredAt === undefined) {
    moveDesk(day, event.desk, { state: 'contact', number: ticket.number }, at, stamp.seq);
  }
}

function finish(day: Day, ticket: Ticket, event: EventOf<'ContactFinished'>, stamp: Stamp): void {
  const at = event.occurredAt ?? stamp.at;
  const contact = currentContact(ticket);
  beginService(ticket);
  contact.concern = event.concern;
  contact.furtherConcerns = event.furtherConcerns ?? [];
  contact.outcome = event.outcome;
  contact.destination = event.destination ?? null;
  contact.consulted = event.consulted ?? false;
  contact.papInformed = event.papInformed ?? false;
  contact.masterData = event.masterData ?? false;
  contact.finishedAt = at;
  ticket.state = 'ended';
  ticket.ending = 'finished';
  ticket.endedAt = at;
  ticket.desk = null;
  ticket.lastAt = at;
  if (day.desks[event.desk]?.number === ticket.number) {
    moveDesk(day, event.desk, { state: 'free' }, at, stamp.seq);
  }
}

/** Service has begun: the open call was answered, and a parked span ends with it. */
function beginService(ticket: Ticket): void {
  const contact = currentContact(ticket);
  const answeredAt = ticket.calledAt;
  if (contact.parkedAt !== null && answeredAt !== null) {
    contact.parkedMs += answeredAt - contact.parkedAt;
    contact.parkedAt = null;
  }
  contact.calledAt ??= answeredAt;
  contact.desk = ticket.desk;
  endCallSign(ticket);
}

function resume(day: Day, ticket: Ticket, to: 'service' | 'queue', { at, seq }: Stamp): void {
  const contact = currentContact(ticket);
  if (to === 'queue') {
    backToLine(day, ticket);
    return;
  }
  contact.parkedMs += at - (contact.parkedAt ?? at);
  contact.parkedAt = null;
  ticket.state = 'inService';
  if (ticket.desk !== null) moveDesk(day, ticket.desk, { state: 'contact', number: ticket.number }, at, seq);
}

/** The display takes the number off. */
function endCallSign(ticket: Ticket): void {
  ticket.calledAt = null;
  ticket.soundedAt = null;
}

function backToLine(day: Day, ticket: Ticket): void {
  ticket.state = 'waiting';
  ticket.ending = null;
  ticket.endedAt = null;
  ticket.desk = null;
  enterLine(day, ticket);
}

function nextLeg(ticket: Ticket, concern: string, at: number): void {
  ticket.reservedFor = null;
  ticket.contacts.push(newContact(concern, at));
}

const newContact = (concern: string, queuedAt: number): Contact => ({
  concern,
  bookedConcern: concern,
  queuedAt,
  firstCalledAt: null,
  calledAt: null,
  startedAt: null,
  parkedMs: 0,
  parkedAt: null,
  finishedAt: null,
  desk: null,
  outcome: null,
  destination: null,
  furtherConcerns: [],
  consulted: false,
  papInformed: false,
  masterData: false,
  transferReason: null,
});

function noteDeviation(
  day: Day,
  kind: 'outOfOrder' | 'urgent',
  ticket: Ticket,
  reason: string,
  { at, by, seq }: Stamp,
): void {
  day.deviations.push({ kind, number: ticket.number, reason, by, at, seq });
}
