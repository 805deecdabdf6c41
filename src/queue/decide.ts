import type { Command } from './commands.js';
import { currentContact, openTickets, type Day, type Ticket } from './day.js';
import { decideAtDesk, type DeskCommand } from './decideAtDesk.js';
import { decideCheckIn } from './decideCheckIn.js';
import { unknownTicket, type Context, type Decision } from './decision.js';
import { decideExtraDesks } from './extraDesks.js';
import { findDesk, findTicket, findVisit } from './find.js';
import { permissions, placeOf, roleOf } from './roles.js';
import { decideSignal } from './signals.js';
import { isOvertaken } from './undo.js';

/**
 * What an ask leads to: the events that will have happened, or the reason why it can't be (SPEC).
 * Pure and total: no clock, no randomness, no change of the day; time and asker come in with the context.
 */
export function decide(day: Day, command: Command, context: Context): Decision {
  const refusal = refuseRole(day, command, context);
  if (refusal) return refusal;
  if (day.closedAt !== null) return { rejection: { name: 'dayClosed', day: day.day } };
  switch (command.type) {
    case 'checkIn':
      return decideCheckIn(day, command, context);
    case 'mark':
    case 'leave':
      return decideOnWaiting(day, command);
    case 'resume':
      return decideResume(day, command, context);
    case 'correct':
    case 'cancel':
      return decideCorrection(day, command, context);
    case 'callHelp':
    case 'answerHelp':
    case 'endHelp':
    case 'askZone':
    case 'answerZone':
    case 'dropQuestion':
      return decideSignal(day, command, context);
    case 'decideExtraDesks':
      return decideExtraDesks(day, command, context);
    case 'undo':
      return decideUndo(day, context);
    case 'closeDay':
      return decideCloseDay(day, command.force ?? false, context);
    default:
      return decideAtDesk(day, command, context);
  }
}

function refuseRole(day: Day, command: Command, { by }: Context): Decision | undefined {
  const role = roleOf(by);
  if (role === null) return undefined;
  // At a site without a reception the desks check in themselves (R2, R23).
  const standsIn = command.type === 'checkIn' && role === 'desk' && day.rules.receptions.length === 0;
  if (!permissions[command.type].includes(role) && !standsIn) {
    return { rejection: { name: 'notAllowed', role, command: command.type } };
  }
  const place = placeOf(by);
  if (role === 'reception' && place !== null && !day.rules.receptions.includes(place)) {
    return { rejection: { name: 'unknownReception', place } };
  }
  if (role === 'desk' && place !== null) {
    if (!findDesk(day, place)) return { rejection: { name: 'unknownDesk', desk: place } };
    if (isDeskCommand(command) && command.desk !== place) {
      return { rejection: { name: 'notYourDesk', desk: command.desk } };
    }
  }
  return undefined;
}

const isDeskCommand = (command: Command): command is DeskCommand =>
  'desk' in command && command.type !== 'resume';

function decideOnWaiting(day: Day, command: Extract<Command, { type: 'mark' | 'leave' }>): Decision {
  const ticket = findTicket(day, command.number);
  if (!ticket) return unknownTicket(day, command.number);
  if (ticket.state === 'ended') return { rejection: { name: 'ticketEnded', number: ticket.number } };
  if (command.type === 'mark') {
    const urgent = command.marks.urgent;
    const known = day.rules.deviationReasons;
    if (urgent !== undefined && !known.includes(urgent)) {
      return { rejection: { name: 'unknownReason', reason: urgent, known } };
    }
    return { events: [{ type: 'TicketMarked', number: ticket.number, marks: command.marks }] };
  }
  if (ticket.state !== 'waiting') {
    return {
      rejection: { name: 'ticketNotWaiting', number: ticket.number, state: ticket.state, desk: ticket.desk },
    };
  }
  return { events: [{ type: 'TicketLeft', number: ticket.number }] };
}

function decideResume(day: Day, command: Extract<Command, { type: 'resume' }>, { by }: Context): Decision {
  const ticket = findTicket(day, command.number);
  if (!ticket) return unknownTicket(day, command.number);
  const { number, state } = ticket;
  if (state === 'missed' || (state === 'parked' && command.toQueue)) {
    return { events: [{ type: 'TicketResumed', number, to: 'queue' }] };
  }
  if (state !== 'parked' || ticket.desk === null)
    return { rejection: { name: 'ticketNotToResume', number, state } };
  if (roleOf(by) === 'reception') return { rejection: { name: 'notYourDesk', desk: ticket.desk } };
  const desk = roleOf(by) === 'desk' ? placeOf(by) : (command.desk ?? ticket.desk);
  if (desk !== ticket.desk) return { rejection: { name: 'parkedAtAnotherDesk', number, desk: ticket.desk } };
  const open = day.desks[desk]?.number;
  if (open) return { rejection: { name: 'deskStillBusy', desk, number: open } };
  return { events: [{ type: 'TicketResumed', number, to: 'service' }] };
}

function decideCorrection(
  day: Day,
  command: Extract<Command, { type: 'correct' | 'cancel' }>,
  { by, catalogue }: Context,
): Decision {
  const ticket = findTicket(day, command.visit);
  const visit = findVisit(day, command.visit);
  const found = ticket ?? visit;
  if (!found) return { rejection: { name: 'unknownVisit', visit: command.visit } };
  const name = ticket?.number ?? command.visit;
  if (ticket?.ending === 'cancelled' || visit?.cancelled) {
    return { rejection: { name: 'ticketEnded', number: name } };
  }
  if (ticket && roleOf(by) === 'reception' && ticket.state !== 'waiting') {
    return {
      rejection: { name: 'ticketNotWaiting', number: ticket.number, state: ticket.state, desk: ticket.desk },
    };
  }
  if (command.type === 'cancel') return ticket ? decideCancel(ticket) : cancelled(command.visit);
  const { concern } = command;
  if (!catalogue.isSelectable(concern)) return { rejection: { name: 'unknownConcern', concern } };
  const previous = ticket ? currentContact(ticket).concern : found.concern;
  if (previous === concern) return { rejection: { name: 'sameConcern', concern } };
  // What was settled or queued stays so, and may be called only what may be settled (R13) or queued (R16).
  if (visit?.way === 'settled' && !catalogue.leadsTo(concern, 'settled')) {
    return { rejection: { name: 'notSettledHere', concern } };
  }
  if (ticket && ticket.state !== 'ended' && !catalogue.leadsTo(concern, 'ticket')) {
    return { rejection: { name: 'notForEntranceZone', concern } };
  }
  return { events: [{ type: 'VisitCorrected', visit: name, concern, previous }] };
}

/** Only what never was a visit to the entrance zone can be cancelled. */
function decideCancel({ number, state, desk, contacts }: Ticket): Decision {
  if (state !== 'waiting' && state !== 'missed') {
    return { rejection: { name: 'ticketNotWaiting', number, state, desk } };
  }
  if (contacts.length > 1) return { rejection: { name: 'ticketWasServed', number } };
  return cancelled(number);
}

const cancelled = (visit: string): Decision => ({ events: [{ type: 'VisitCancelled', visit }] });

function decideUndo(day: Day, { at, by }: Context): Decision {
  const memory = day.undo[by];
  if (!memory) return { rejection: { name: 'nothingToUndo' } };
  if (at - memory.at > day.rules.undoWithinMs) return { rejection: { name: 'undoTooLate' } };
  if (isOvertaken(day, memory)) return { rejection: { name: 'overtaken' } };
  return { events: [{ type: 'ActionUndone', undoes: memory.seq }] };
}

function decideCloseDay(day: Day, force: boolean, { by }: Context): Decision {
  const count = openTickets(day).length;
  if (count > 0 && !force && by !== 'server') return { rejection: { name: 'ticketsOpen', count } };
  return { events: [{ type: 'DayClosed', forced: count > 0 }] };
}
