import { copyTicket, ticketToChange } from './copyDay.js';
import type { Day, ReceptionVisit, Ticket, UndoMemory } from './day.js';
import type { By, Entry, Event } from './events.js';
import type { Stamp } from './evolve.js';
import { enterLine, leaveLine } from './order.js';

interface Touched {
  readonly tickets: Set<string>;
  readonly visits: Set<string>;
  readonly desks: Set<string>;
}

/** Keeps what an entry is about to change, as it is now; undefined for what nobody may take back. */
export function rememberForUndo(day: Day, entry: Entry): UndoMemory | undefined {
  if (!isUndoable(entry)) return undefined;
  const touched = touchedBy(day, entry.events);
  const memory: UndoMemory = {
    seq: entry.seq,
    at: entry.at,
    tickets: table(),
    visits: table(),
    desks: table(),
  };
  for (const number of touched.tickets) {
    const ticket = day.tickets[number];
    memory.tickets[number] = ticket ? copyTicket(ticket) : null;
  }
  for (const visit of touched.visits) memory.visits[visit] = day.visits[visit] ?? null;
  for (const name of touched.desks) {
    const desk = day.desks[name];
    if (desk) memory.desks[name] = { desk: { ...desk }, spans: day.spans[name]?.length ?? 0 };
  }
  return memory;
}

/** An empty record. Of a plain object the engine would work out a new layout at every action, for each new number. */
const table = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/**
 * Of entries that are all known: those whose memory is ever looked at. These are each place's last one, which may still
 * be taken back, and those that were. The others' is replaced unread.
 */
export function worthRemembering(entries: readonly Entry[]): ReadonlySet<Entry> {
  const worth = new Set<Entry>();
  const replacedLater = new Set<By>();
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const entry = entries[i];
    if (!entry) continue;
    // What takes an action back is an entry's only event.
    if (entry.events[0]?.type === 'ActionUndone') {
      replacedLater.delete(entry.by);
    } else if (!replacedLater.has(entry.by) && isUndoable(entry)) {
      worth.add(entry);
      replacedLater.add(entry.by);
    }
  }
  return worth;
}

const isUndoable = ({ by, events }: Entry): boolean =>
  by !== 'server' && !events.some(({ type }) => notUndoable.has(type));

/** Whether a later event touched what the action had changed. */
export function isOvertaken(day: Day, memory: UndoMemory): boolean {
  return (
    Object.keys(memory.tickets).some((number) => (day.tickets[number]?.touched ?? 0) > memory.seq) ||
    Object.keys(memory.visits).some((visit) => (day.visits[visit]?.touched ?? 0) > memory.seq) ||
    Object.keys(memory.desks).some((desk) => (day.desks[desk]?.touched ?? 0) > memory.seq)
  );
}

/** Gives back what the last action of this place changed. A number once given stays given: its ticket ends as cancelled. */
export function takeBack(day: Day, { at, by, seq }: Stamp): void {
  const memory = day.undo[by];
  if (!memory) return;
  for (const [number, before] of Object.entries(memory.tickets)) restoreTicket(day, number, before, at, seq);
  for (const [visit, before] of Object.entries(memory.visits)) restoreVisit(day, visit, before, seq);
  for (const [name, { desk, spans }] of Object.entries(memory.desks)) {
    day.desks[name] = { ...desk, touched: seq };
    day.spans[name]?.splice(spans);
  }
  day.deviations = day.deviations.filter((deviation) => deviation.seq !== memory.seq);
  day.corrections = day.corrections.filter((correction) => correction.seq !== memory.seq);
  day.deskDecisions = day.deskDecisions.filter((decision) => decision.seq !== memory.seq);
  delete day.undo[by];
}

function restoreTicket(day: Day, number: string, before: Ticket | null, at: number, seq: number): void {
  leaveLine(day, number);
  if (before) {
    const ticket = { ...before, touched: seq };
    day.tickets[number] = ticket;
    if (ticket.state === 'waiting') enterLine(day, ticket);
    return;
  }
  const now = ticketToChange(day, number);
  if (now) {
    now.state = 'ended';
    now.ending = 'cancelled';
    now.endedAt = at;
    now.touched = seq;
  }
}

function restoreVisit(day: Day, id: string, before: ReceptionVisit | null, seq: number): void {
  const now = day.visits[id];
  if (before) day.visits[id] = { ...before, touched: seq };
  else if (now) day.visits[id] = { ...now, cancelled: true, touched: seq };
}

const notUndoable: ReadonlySet<Event['type']> = new Set([
  'DayOpened',
  'RulesChanged',
  'DayClosed',
  'ActionUndone',
  'HelpCalled',
  'HelpAnswered',
  'HelpEnded',
  'ZoneAsked',
  'ZoneAnswered',
  'QuestionDropped',
]);

function touchedBy(day: Day, events: readonly Event[]): Touched {
  const touched: Touched = { tickets: new Set(), visits: new Set(), desks: new Set() };
  // A check-in moves no desk, even where a whole visit is made up with it.
  const movesDesks = events[0]?.type !== 'TicketCheckedIn';
  for (const event of events) {
    if ('number' in event) touched.tickets.add(event.number);
    if ('desk' in event && movesDesks) touched.desks.add(event.desk);
    if ('visit' in event) (day.tickets[event.visit] ? touched.tickets : touched.visits).add(event.visit);
    if (event.type === 'TicketResumed' && event.to === 'service') {
      const desk = day.tickets[event.number]?.desk;
      if (desk) touched.desks.add(desk);
    }
  }
  return touched;
}
