import type {
  Booking,
  By,
  DeskAnswer,
  Marks,
  Outcome,
  SettledConcern,
  Team,
  Way,
  ZoneAnswer,
} from './events.js';
import type { DayOpening, Rules } from './rules.js';

export type TicketState = 'waiting' | 'called' | 'inService' | 'parked' | 'missed' | 'ended';

/** How a ticket ended. `dayClosed` is flagged and outside every mean; `cancelled` never was a visit. */
export type TicketEnding = 'finished' | 'noShow' | 'left' | 'dayClosed' | 'cancelled';

export type DeskState = 'free' | 'contact' | 'caseWork' | 'activity' | 'reinforcement' | 'pause' | 'closed';

/** One leg of a visit: a wait and the service that ends it. Instants in ms since the epoch. */
export interface Contact {
  /** As known so far; final once the contact is finished. */
  concern: string;
  /** As named when the leg began. */
  bookedConcern: string;
  /** The wait runs from here. */
  readonly queuedAt: number;
  /** First call of this leg that was not undone, answered or not. */
  firstCalledAt: number | null;
  /** The call that led to service; null while nobody answered. */
  calledAt: number | null;
  startedAt: number | null;
  /** Parked spans so far, ms; not part of the service time. */
  parkedMs: number;
  parkedAt: number | null;
  finishedAt: number | null;
  /** Desk that answered for it last; null until service has begun. */
  desk: string | null;
  outcome: Outcome | null;
  destination: string | null;
  furtherConcerns: readonly string[];
  consulted: boolean;
  papInformed: boolean;
  masterData: boolean;
  /** Why it was passed on to another desk. */
  transferReason: string | null;
}

export interface Ticket {
  readonly number: string;
  readonly booking: Booking;
  /** Concerns settled at the reception before the ticket was given. */
  readonly alsoSettled: readonly SettledConcern[];
  readonly bookedAt: number;
  readonly madeUp: boolean;
  /** Concern named at the booking; corrected only by a correction. */
  concern: string;
  marks: Marks;
  state: TicketState;
  ending: TicketEnding | null;
  endedAt: number | null;
  /** Place in the line: the older goes first, the lower seq breaks ties. */
  placeAt: number;
  placeSeq: number;
  /** Only this desk may call it in normal order (after a transfer). */
  reservedFor: string | null;
  /** Desk that called, serves or parked it. */
  desk: string | null;
  /** Open call: when it was first called and last sounded. */
  calledAt: number | null;
  soundedAt: number | null;
  recalls: number;
  noShows: number;
  /** Desk time lost by calls nobody answered, ms. */
  lostMs: number;
  contacts: Contact[];
  lastAt: number;
  touched: number;
}

/** A visit that ended at the reception. Never changed in place: a correction puts another in its stead. */
export interface ReceptionVisit {
  readonly visit: string;
  readonly way: Exclude<Way, 'ticket'>;
  readonly concern: string | null;
  readonly destination: string;
  readonly booking: Booking;
  readonly alsoSettled: readonly SettledConcern[];
  readonly at: number;
  readonly madeUp: boolean;
  readonly cancelled: boolean;
  readonly touched: number;
}

export interface Desk {
  state: DeskState;
  /** Id of the activity ("4.1"), or null. */
  activity: string | null;
  team: Team | null;
  /** Since when it is in this state, ms since the epoch. */
  since: number;
  /** The open ticket: called or in service. */
  number: string | null;
  touched: number;
}

/** A past state of a desk, [from, to). */
export interface DeskSpan {
  readonly state: DeskState;
  readonly activity: string | null;
  readonly team: Team | null;
  readonly from: number;
  readonly to: number;
}

/** A call out of order or an urgent mark; kept for the lead. */
export interface Deviation {
  readonly kind: 'outOfOrder' | 'urgent';
  readonly number: string;
  readonly reason: string;
  readonly by: By;
  readonly at: number;
  readonly seq: number;
}

/** A correction of a booking: what it was before stays traceable. */
export interface Correction {
  readonly visit: string;
  readonly from: string | null;
  /** null: cancelled as a double booking. */
  readonly to: string | null;
  readonly at: number;
  readonly seq: number;
}

/** A silent call for help. It says where, never what about. */
export interface HelpCall {
  readonly from: By;
  readonly at: number;
  /** Who comes. */
  answeredBy: By | null;
  /** null while it is open. */
  endedAt: number | null;
}

/** A question of the reception to the entrance zone; what it is about is said, not stored. */
export interface ZoneQuestion {
  readonly from: By;
  readonly at: number;
  answer: ZoneAnswer | null;
  answeredBy: By | null;
  /** When it was answered, dropped, or left over at the day's end; null while it is open. */
  endedAt: number | null;
}

/** What the lead said to the advice to open more desks. It says when and what, never who. */
export interface DeskDecision {
  readonly answer: DeskAnswer;
  /** How many more desks the advice called for. */
  readonly extraDesks: number;
  /** How many called from the line. */
  readonly desks: number;
  readonly at: number;
  readonly seq: number;
}

/** What an action changed, as it was before; lets its place take it back. */
export interface UndoMemory {
  readonly seq: number;
  readonly at: number;
  readonly tickets: Record<string, Ticket | null>;
  readonly visits: Record<string, ReceptionVisit | null>;
  readonly desks: Record<string, { readonly desk: Desk; readonly spans: number }>;
}

/** The state of one site-day: a fold of its entries, plain JSON, changed in place by `evolve` alone. */
export interface Day extends Omit<DayOpening, 'rules'> {
  rules: Rules;
  /** Sequence number of the last entry; 0 before anything happened. */
  seq: number;
  /** `at` of the last entry, or the day's start. */
  lastAt: number;
  closedAt: number | null;
  /** Counters are facts of their own, never derived from a count. */
  lastNumber: number;
  lastVisit: number;
  tickets: Record<string, Ticket>;
  /** Numbers of the waiting tickets in the order of their places. */
  waiting: string[];
  visits: Record<string, ReceptionVisit>;
  desks: Record<string, Desk>;
  /** Past states of each desk, oldest first. */
  spans: Record<string, DeskSpan[]>;
  deviations: Deviation[];
  corrections: Correction[];
  helpCalls: HelpCall[];
  questions: ZoneQuestion[];
  deskDecisions: DeskDecision[];
  undo: Record<string, UndoMemory>;
}

const closedDesk = (since: number): Desk => ({
  state: 'closed',
  activity: null,
  team: null,
  since,
  number: null,
  touched: 0,
});

/** A day on which nothing has happened yet. */
export function emptyDay(opening: DayOpening): Day {
  const day: Day = {
    ...opening,
    seq: 0,
    lastAt: opening.startsAt,
    closedAt: null,
    lastNumber: 0,
    lastVisit: 0,
    tickets: {},
    waiting: [],
    visits: {},
    desks: {},
    spans: {},
    deviations: [],
    corrections: [],
    helpCalls: [],
    questions: [],
    deskDecisions: [],
    undo: {},
  };
  addDesks(day);
  return day;
}

/** Gives every desk of the rules a state; desks that left the rules keep theirs. */
export function addDesks(day: Day): void {
  for (const desk of Object.keys(day.rules.desks)) {
    day.desks[desk] ??= closedDesk(day.startsAt);
    day.spans[desk] ??= [];
  }
}

/** The running or last leg of a ticket. A ticket always has one. */
export function currentContact(ticket: Ticket): Contact {
  const contact = ticket.contacts.at(-1);
  if (!contact) throw new Error(`ticket ${ticket.number} has no contact`);
  return contact;
}

/** Tickets still to be dealt with: waiting, called, in service or parked. */
export function openTickets(day: Day): Ticket[] {
  return Object.values(day.tickets).filter((t) => t.state !== 'ended' && t.state !== 'missed');
}

/** The name by which a ticket is unique across sites and days. */
export const ticketIdOf = (day: Pick<Day, 'site' | 'day'>, number: string): string =>
  `${day.site}/${day.day}/${number}`;
