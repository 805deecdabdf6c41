import type { Command, Ending } from './commands.js';
import { currentContact, type Day, type Desk, type Ticket } from './day.js';
import { unknownTicket, type Catalogue, type Context, type Decision } from './decision.js';
import type { Event } from './events.js';
import { activityState } from './evolve.js';
import { findDesk, findDeskRules, findTicket } from './find.js';
import { nextFor } from './order.js';
import type { Rejection } from './rejections.js';

/** What names the desk it is for. */
export type DeskCommand = Extract<Command, { desk: string }>;

const refuse = (rejection: Rejection): Decision => ({ rejection });

const begins: ReadonlySet<DeskCommand['type']> = new Set(['call', 'openDesk', 'pause', 'startActivity']);

/** Decides what a desk asks: about its own state, or about the one ticket it has open (SPEC D, C). */
export function decideAtDesk(day: Day, command: DeskCommand, context: Context): Decision {
  const name = command.desk;
  const desk = findDesk(day, name);
  // A desk that left the rules ends what it has open and closes, but begins nothing.
  const known = findDeskRules(day, name) !== undefined || !begins.has(command.type);
  if (!desk || !known) return refuse({ name: 'unknownDesk', desk: name });
  switch (command.type) {
    case 'call':
      return decideCall(day, command, desk, context);
    case 'openDesk':
    case 'closeDesk':
    case 'pause':
    case 'startActivity':
      return decideDeskState(day, command, desk);
    default: {
      const ticket = desk.number === null ? undefined : day.tickets[desk.number];
      if (!ticket) return refuse({ name: 'deskHasNoTicket', desk: name });
      return decideOnOpenTicket(day, command, ticket, context);
    }
  }
}

function decideCall(
  day: Day,
  command: Extract<DeskCommand, { type: 'call' }>,
  desk: Desk,
  { at }: Context,
): Decision {
  const name = command.desk;
  if (desk.number !== null) return refuse({ name: 'deskStillBusy', desk: name, number: desk.number });
  if (desk.state !== 'free' && desk.state !== 'closed') {
    return refuse({ name: 'deskNotFree', desk: name, state: desk.state });
  }
  const opening: Event[] = desk.state === 'closed' ? [{ type: 'DeskOpened', desk: name }] : [];
  const next = nextFor(day, name, at);
  if (command.number === undefined) return next ? calling(opening, next, name) : refuse(nobodyFor(day));
  const ticket = findTicket(day, command.number);
  if (!ticket) return unknownTicket(day, command.number);
  if (ticket === next) return calling(opening, ticket, name);
  return decideCallOutOfOrder(day, ticket, command.reason, name, opening);
}

const calling = (opening: Event[], { number }: Ticket, desk: string): Decision => ({
  events: [...opening, { type: 'TicketCalled', number, desk }],
});

const nobodyFor = (day: Day): Rejection =>
  day.waiting.length === 0
    ? { name: 'nobodyWaiting' }
    : { name: 'nobodyForThisDesk', waiting: day.waiting.length };

function decideCallOutOfOrder(
  day: Day,
  ticket: Ticket,
  reason: string | undefined,
  desk: string,
  opening: Event[],
): Decision {
  const { number, state } = ticket;
  if (state === 'ended') return refuse({ name: 'ticketEnded', number });
  if (state !== 'waiting') return refuse({ name: 'ticketNotWaiting', number, state, desk: ticket.desk });
  const known = day.rules.deviationReasons;
  if (reason === undefined) return refuse({ name: 'reasonMissing', known });
  if (!known.includes(reason)) return refuse({ name: 'unknownReason', reason, known });
  return { events: [...opening, { type: 'TicketCalled', number, desk, reason }] };
}

function decideDeskState(
  day: Day,
  command: Extract<DeskCommand, { type: 'openDesk' | 'closeDesk' | 'pause' | 'startActivity' }>,
  desk: Desk,
): Decision {
  const name = command.desk;
  if (desk.number !== null) return refuse({ name: 'deskStillBusy', desk: name, number: desk.number });
  const already = refuse({ name: 'deskAlready', desk: name, state: desk.state });
  switch (command.type) {
    case 'openDesk':
      return desk.state === 'free' ? already : { events: [{ type: 'DeskOpened', desk: name }] };
    case 'closeDesk':
      return desk.state === 'closed' ? already : { events: [{ type: 'DeskClosed', desk: name }] };
    case 'pause':
      return desk.state === 'pause' ? already : { events: [{ type: 'DeskPaused', desk: name }] };
    case 'startActivity':
      return decideActivity(day, command, desk);
  }
}

function decideActivity(
  day: Day,
  command: Extract<DeskCommand, { type: 'startActivity' }>,
  desk: Desk,
): Decision {
  const { activity, team } = command;
  const known = day.rules.activities;
  if (!known.includes(activity)) return refuse({ name: 'unknownActivity', activity, known });
  if (desk.activity === activity && desk.team === (team ?? null)) {
    return refuse({ name: 'deskAlready', desk: command.desk, state: desk.state });
  }
  // 4.1 is data maintenance for teams 703 and 704 only (R144); reinforcement is counted by team (R77).
  const needsTeam = activity === '4.1' || activityState(activity) === 'reinforcement';
  if (needsTeam && team !== '703' && team !== '704') return refuse({ name: 'teamMissing', activity });
  return {
    events: [
      { type: 'ActivityStarted', desk: command.desk, activity, ...(team === undefined ? {} : { team }) },
    ],
  };
}

function decideOnOpenTicket(
  day: Day,
  command: Exclude<DeskCommand, { type: 'call' | 'openDesk' | 'closeDesk' | 'pause' | 'startActivity' }>,
  ticket: Ticket,
  context: Context,
): Decision {
  const { at } = context;
  const { number, state } = ticket;
  const { desk } = command;
  const notCalled = refuse({ name: 'ticketNotCalled', number, state });
  switch (command.type) {
    case 'recall': {
      if (state !== 'called') return notCalled;
      const waitMs = (ticket.soundedAt ?? at) + day.rules.recallGapMs - at;
      if (waitMs > 0) return refuse({ name: 'recalledTooSoon', waitMs });
      return { events: [{ type: 'TicketRecalled', number, desk }] };
    }
    case 'withdraw':
      return state === 'called' ? { events: [{ type: 'CallWithdrawn', number, desk }] } : notCalled;
    case 'start':
      return state === 'called' ? { events: [{ type: 'ServiceStarted', number, desk }] } : notCalled;
    case 'noShow': {
      if (state !== 'called') return notCalled;
      const limit = ticket.marks.assisted ? day.rules.assistedNoShowAfterMs : day.rules.noShowAfterMs;
      const waitMs = (ticket.calledAt ?? at) + limit - at;
      if (waitMs > 0) return refuse({ name: 'tooEarlyForNoShow', waitMs });
      return { events: [{ type: 'TicketMissed', number, desk }] };
    }
    case 'park':
      return { events: [{ type: 'TicketParked', number, desk }] };
    case 'transfer':
      return decideTransfer(day, command, ticket);
    case 'requeue': {
      const { nextConcern } = command;
      const rejection = refuseNextConcern(ticket, nextConcern, context.catalogue);
      if (rejection) return refuse(rejection);
      const finished = finishing(command, ticket, context);
      if ('rejection' in finished) return finished;
      return { events: [...finished.events, { type: 'TicketRequeued', number, concern: nextConcern }] };
    }
    case 'finish':
      return decideFinish(command, ticket, context);
  }
}

/** A new leg is for another concern, and one that may queue (R16). */
function refuseNextConcern(ticket: Ticket, concern: string, catalogue: Catalogue): Rejection | undefined {
  if (!catalogue.isSelectable(concern)) return { name: 'unknownConcern', concern };
  if (!catalogue.leadsTo(concern, 'ticket')) return { name: 'notForEntranceZone', concern };
  return concern === currentContact(ticket).concern ? { name: 'sameConcern', concern } : undefined;
}

function decideTransfer(
  day: Day,
  command: Extract<DeskCommand, { type: 'transfer' }>,
  ticket: Ticket,
): Decision {
  const { desk, reason, toDesk } = command;
  const { number } = ticket;
  const known = day.rules.transferReasons;
  if (!known.includes(reason)) return refuse({ name: 'unknownReason', reason, known });
  if (toDesk !== undefined && !findDeskRules(day, toDesk))
    return refuse({ name: 'unknownDesk', desk: toDesk });
  if (toDesk === desk) return refuse({ name: 'sameDesk', desk });
  const { concern } = currentContact(ticket);
  return {
    events: [
      { type: 'ContactFinished', number, desk, outcome: 'forwarded', destination: 'EINGANGSZONE', concern },
      { type: 'TicketTransferred', number, reason, ...(toDesk === undefined ? {} : { toDesk }) },
    ],
  };
}

function decideFinish(
  command: Extract<DeskCommand, { type: 'finish' }>,
  ticket: Ticket,
  context: Context,
): Decision {
  const { occurredAt } = command;
  if (occurredAt !== undefined && occurredAt > context.at) return refuse({ name: 'timeInFuture' });
  if (occurredAt !== undefined && occurredAt < ticket.lastAt) return refuse({ name: 'timeBeforeLastEvent' });
  return finishing(command, ticket, context, occurredAt);
}

/** The contact's end with exactly one outcome (SPEC C6). */
function finishing(
  command: Ending & { readonly desk: string },
  ticket: Ticket,
  { catalogue }: Context,
  occurredAt?: number,
): Decision {
  const outcome = command.outcome ?? 'settled';
  const concern = command.concern ?? currentContact(ticket).concern;
  const unknown = [concern, ...(command.furtherConcerns ?? [])].find((id) => !catalogue.isSelectable(id));
  if (unknown !== undefined) return refuse({ name: 'unknownConcern', concern: unknown });
  const leadsElsewhere = outcome === 'appointment' || outcome === 'forwarded';
  const { destination } = command;
  // Service is split equally over the concerns: each may count once.
  const furtherConcerns = [...new Set(command.furtherConcerns)].filter((id) => id !== concern);
  if (leadsElsewhere && destination === undefined) return refuse({ name: 'destinationMissing', outcome });
  if (destination !== undefined && !catalogue.isDestination(destination)) {
    return refuse({ name: 'unknownDestination', destination });
  }
  const event: Event = {
    type: 'ContactFinished',
    number: ticket.number,
    desk: command.desk,
    outcome,
    concern,
    ...(destination === undefined ? {} : { destination }),
    ...(furtherConcerns.length > 0 ? { furtherConcerns } : {}),
    ...(command.consulted ? { consulted: true } : {}),
    ...(command.papInformed ? { papInformed: true } : {}),
    ...(command.masterData ? { masterData: true } : {}),
    ...(occurredAt === undefined ? {} : { occurredAt }),
  };
  return { events: [event] };
}
