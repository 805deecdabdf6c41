import { ticketToChange } from './copyDay.js';
import { addDesks, currentContact, emptyDay, type Day, type UndoMemory } from './day.js';
import { evolveContact } from './evolveContact.js';
import { closeDesks, moveDesk } from './evolveDesk.js';
import type { Entry, Event } from './events.js';
import { evolveExtraDesks } from './extraDesks.js';
import { leaveLine } from './order.js';
import type { DayOpening } from './rules.js';
import { endSignals, evolveSignal } from './signals.js';
import { rememberForUndo, takeBack, worthRemembering } from './undo.js';

/** What an event's meaning needs beside the event itself. */
export type Stamp = Pick<Entry, 'seq' | 'at' | 'by'>;

/**
 * Folds one entry into the day, in place, at a cost that does not grow with the day.
 * Deterministic: the same entries always give the same day, on the server and on every client.
 */
export function evolve(day: Day, entry: Entry): void {
  fold(day, entry, rememberForUndo(day, entry));
}

/** Folds entries one after the other into the same day as `evolve` does; quicker where there are many. */
export function evolveAll(day: Day, entries: readonly Entry[]): void {
  const worth = worthRemembering(entries);
  for (const entry of entries) fold(day, entry, worth.has(entry) ? rememberForUndo(day, entry) : undefined);
}

function fold(day: Day, entry: Entry, memory: UndoMemory | undefined): void {
  day.seq = entry.seq;
  day.lastAt = entry.at;
  for (const event of entry.events) evolveEvent(day, event, entry);
  if (memory) day.undo[entry.by] = memory;
}

/** Replays entries from the first on. The first entry opens the day. */
export function replay(entries: readonly Entry[]): Day | undefined {
  const opened = entries[0]?.events[0];
  if (opened?.type !== 'DayOpened') return undefined;
  const day = emptyDay(openingOf(opened));
  evolveAll(day, entries);
  return day;
}

function evolveEvent(day: Day, event: Event, stamp: Stamp): void {
  switch (event.type) {
    case 'DayOpened':
      Object.assign(day, openingOf(event));
      addDesks(day);
      return;
    case 'RulesChanged':
      day.rules = event.rules;
      addDesks(day);
      return;
    case 'DayClosed':
      closeDay(day, stamp);
      return;
    case 'VisitEnded':
      day.lastVisit += 1;
      day.visits[event.visit] = {
        visit: event.visit,
        way: event.way,
        concern: event.concern,
        destination: event.destination,
        booking: event.booking,
        alsoSettled: event.alsoSettled ?? [],
        at: event.occurredAt ?? stamp.at,
        madeUp: event.occurredAt !== undefined,
        cancelled: false,
        touched: stamp.seq,
      };
      return;
    case 'VisitCorrected':
      correct(day, event.visit, event.concern, event.previous, stamp);
      return;
    case 'VisitCancelled':
      cancel(day, event.visit, stamp);
      return;
    case 'DeskOpened':
      moveDesk(day, event.desk, { state: 'free' }, stamp.at, stamp.seq);
      return;
    case 'DeskPaused':
      moveDesk(day, event.desk, { state: 'pause' }, stamp.at, stamp.seq);
      return;
    case 'DeskClosed':
      moveDesk(day, event.desk, { state: 'closed' }, stamp.at, stamp.seq);
      return;
    case 'ActivityStarted': {
      const state = activityState(event.activity);
      moveDesk(
        day,
        event.desk,
        { state, activity: event.activity, team: event.team ?? null },
        stamp.at,
        stamp.seq,
      );
      return;
    }
    case 'HelpCalled':
    case 'HelpAnswered':
    case 'HelpEnded':
    case 'ZoneAsked':
    case 'ZoneAnswered':
    case 'QuestionDropped':
      evolveSignal(day, event, stamp);
      return;
    case 'ExtraDesksDecided':
      evolveExtraDesks(day, event, stamp);
      return;
    case 'ActionUndone':
      takeBack(day, stamp);
      return;
    default:
      evolveContact(day, event, stamp);
  }
}

function openingOf(event: Extract<Event, { type: 'DayOpened' }>): DayOpening {
  const { type: _, ...opening } = event;
  return opening;
}

/** 4.1, 4.2, 4.3 are case work (R108); "reinforcement" helps the reception out (R77); the rest is other activity. */
export function activityState(activity: string): 'caseWork' | 'reinforcement' | 'activity' {
  if (activity.startsWith('4.')) return 'caseWork';
  return activity === 'reinforcement' ? 'reinforcement' : 'activity';
}

function closeDay(day: Day, { at, seq }: Stamp): void {
  for (const ticket of Object.values(day.tickets)) {
    if (ticket.state === 'ended') continue;
    leaveLine(day, ticket.number);
    ticket.ending = ticket.state === 'missed' ? 'noShow' : 'dayClosed';
    ticket.state = 'ended';
    ticket.endedAt = at;
    ticket.desk = null;
    ticket.calledAt = null;
    ticket.soundedAt = null;
    ticket.touched = seq;
  }
  closeDesks(day, at, seq);
  endSignals(day, at);
  day.closedAt = at;
}

function correct(day: Day, id: string, concern: string, previous: string | null, { at, seq }: Stamp): void {
  const ticket = ticketToChange(day, id);
  const visit = day.visits[id];
  if (ticket) {
    const contact = currentContact(ticket);
    // A later leg was booked at a desk; the concern named at the reception stays as it was.
    if (ticket.contacts.length === 1) ticket.concern = concern;
    contact.concern = concern;
    if (contact.finishedAt === null) contact.bookedConcern = concern;
    ticket.touched = seq;
  }
  if (visit) day.visits[id] = { ...visit, concern, touched: seq };
  day.corrections.push({ visit: id, from: previous, to: concern, at, seq });
}

function cancel(day: Day, id: string, { at, seq }: Stamp): void {
  const ticket = ticketToChange(day, id);
  const visit = day.visits[id];
  if (ticket) {
    leaveLine(day, id);
    ticket.state = 'ended';
    ticket.ending = 'cancelled';
    ticket.endedAt = at;
    ticket.touched = seq;
  }
  if (visit) day.visits[id] = { ...visit, cancelled: true, touched: seq };
  day.corrections.push({ visit: id, from: ticket?.concern ?? visit?.concern ?? null, to: null, at, seq });
}
