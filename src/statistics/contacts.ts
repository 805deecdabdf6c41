import { currentContact, type Contact, type Day, type Ticket } from '../queue/day.js';
import type { Booking, Outcome, Way } from '../queue/events.js';

/**
 * How a visit stands or ended: an outcome, or what became of a ticket without one; `served` where a contact ended it
 * and nothing else is on record.
 */
export type VisitOutcome = Outcome | 'served' | 'noShow' | 'left' | 'flagged' | 'open';

/** One person's time in the entrance area. Instants in ms since the epoch. */
export interface VisitFact {
  readonly way: Way;
  /** Where the visitor went in the end; a ticket that was not sent on stays in the entrance zone. */
  readonly destination: string;
  /** As named at the booking; null for information and for visitors with an appointment. */
  readonly concern: string | null;
  readonly outcome: VisitOutcome;
  /** Whether at least one contact was completed. */
  readonly hadContact: boolean;
  readonly bookedAt: number;
  /** When the last contact ended the visit; null for a visit that no contact ended. */
  readonly servedAt: number | null;
  readonly booking: Booking;
  /** Concerns settled at the reception beside the main one. */
  readonly alsoSettled: readonly string[];
  readonly madeUp: boolean;
}

/** One completed leg: a wait and the service that ended it. Durations in ms, never negative. */
export interface ContactFact {
  /** Booking of the visit: a contact belongs to its day and half day. */
  readonly bookedAt: number;
  readonly queuedAt: number;
  readonly concern: string;
  readonly bookedConcern: string;
  readonly furtherConcerns: readonly string[];
  /** null where none is on record. */
  readonly outcome: Outcome | null;
  /** Where the visitor was sent on to; null where nowhere. */
  readonly destination: string | null;
  /** Another leg of the same visit followed. */
  readonly isBack: boolean;
  readonly desk: string | null;
  /** 1 for the first leg of the visit. */
  readonly leg: number;
  /** From the booking, or from queueing again, to the call that led to service. */
  readonly waitTime: number;
  /** The same to the first call, answered or not. */
  readonly firstCallWait: number;
  /** From that call to the start of service; null where start was not pressed. */
  readonly wayTime: number | null;
  /** From that call to completion, parked spans excluded. */
  readonly serviceTime: number;
  readonly consulted: boolean;
  readonly papInformed: boolean;
  readonly masterData: boolean;
  /** A correction gave it another concern before it was finished. */
  readonly isCorrected: boolean;
}

export interface Facts {
  readonly visits: readonly VisitFact[];
  readonly contacts: readonly ContactFact[];
  /** How long those waited, in ms, whom nobody called to a service before their visit ended. No-shows are not among them. */
  readonly unserved: Readonly<Record<'left' | 'flagged', readonly number[]>>;
}

/** Where visitors with an appointment go; they are no part of the filters (K13). */
export const appointmentDestination = 'TERMIN_INHABER';

/** Where a ticket that was not sent on ends. */
export const entranceZone = 'EINGANGSZONE';

/**
 * The visits of a day and its completed contacts. Cancelled ones were none and never count.
 *
 * A ticket that was open when the day closed is flagged and its open leg is outside of every mean, as a leg that
 * nobody answered is. Legs completed before on the same ticket are facts like any other: they count as contacts.
 */
export function factsOf(day: Day): Facts {
  const tickets = countedTickets(day);
  const settledThere = Object.values(day.visits).filter(({ cancelled }) => !cancelled);
  return {
    visits: [
      ...settledThere.map((visit): VisitFact => ({
        way: visit.way,
        destination: visit.destination,
        concern: visit.concern,
        outcome: visit.way,
        hadContact: false,
        bookedAt: visit.at,
        servedAt: null,
        booking: visit.booking,
        alsoSettled: visit.alsoSettled.map(({ concern }) => concern),
        madeUp: visit.madeUp,
      })),
      ...tickets.map(visitOf),
    ],
    contacts: tickets.flatMap((ticket) => contactsOf(ticket, correctionsOf(day, ticket))),
    unserved: { left: unservedWaits(tickets, 'left'), flagged: unservedWaits(tickets, 'dayClosed') },
  };
}

/** The tickets that count. */
export const countedTickets = (day: Pick<Day, 'tickets'>): Ticket[] =>
  Object.values(day.tickets).filter(({ ending }) => ending !== 'cancelled');

/** Since when each waiting ticket's wait has run, oldest first; one back from parking has waited already. */
export const waitingSince = (
  day: Pick<Day, 'waiting' | 'tickets'>,
): { readonly number: string; readonly queuedAt: number }[] =>
  day.waiting
    .flatMap((number) => {
      const ticket = day.tickets[number];
      const contact = ticket && currentContact(ticket);
      return contact && contact.calledAt === null ? [{ number, queuedAt: contact.queuedAt }] : [];
    })
    .toSorted((a, b) => a.queuedAt - b.queuedAt);

const unservedWaits = (tickets: readonly Ticket[], ending: 'left' | 'dayClosed'): number[] =>
  tickets.flatMap((ticket) => {
    const { queuedAt, calledAt } = currentContact(ticket);
    const isUnserved = ticket.ending === ending && calledAt === null && ticket.endedAt !== null;
    return isUnserved ? [Math.max(0, (ticket.endedAt ?? 0) - queuedAt)] : [];
  });

function visitOf(ticket: Ticket): VisitFact {
  const outcome = outcomeOf(ticket);
  const last = currentContact(ticket);
  const isServed = ticket.ending === 'finished';
  return {
    way: 'ticket',
    destination: (isServed ? last.destination : null) ?? entranceZone,
    concern: ticket.concern,
    outcome,
    hadContact: ticket.contacts.some(isCompleted),
    bookedAt: ticket.bookedAt,
    servedAt: isServed ? ticket.endedAt : null,
    booking: ticket.booking,
    alsoSettled: ticket.alsoSettled.map((settled) => settled.concern),
    madeUp: ticket.madeUp,
  };
}

function outcomeOf(ticket: Ticket): VisitOutcome {
  switch (ticket.ending) {
    case 'finished':
      return currentContact(ticket).outcome ?? 'settled';
    case 'noShow':
    case 'left':
      return ticket.ending;
    case 'dayClosed':
      return 'flagged';
    default:
      // Missed and not resumed so far.
      return ticket.state === 'missed' ? 'noShow' : 'open';
  }
}

type Completed = Contact & { calledAt: number; finishedAt: number; outcome: Outcome };

const isCompleted = (contact: Contact): contact is Completed =>
  contact.calledAt !== null && contact.finishedAt !== null && contact.outcome !== null;

/** When a ticket was given another concern. */
const correctionsOf = ({ corrections }: Day, { number }: Ticket): number[] =>
  corrections.flatMap(({ visit, to, at }) => (visit === number && to !== null ? [at] : []));

function contactsOf(ticket: Ticket, correctedAt: readonly number[]): ContactFact[] {
  return ticket.contacts.flatMap((contact, index) =>
    isCompleted(contact) ? [contactOf(ticket, contact, index, correctedAt)] : [],
  );
}

function contactOf(
  ticket: Ticket,
  contact: Completed,
  index: number,
  correctedAt: readonly number[],
): ContactFact {
  const { queuedAt, calledAt, startedAt, finishedAt } = contact;
  return {
    bookedAt: ticket.bookedAt,
    queuedAt,
    concern: contact.concern,
    bookedConcern: contact.bookedConcern,
    furtherConcerns: contact.furtherConcerns,
    outcome: contact.outcome,
    destination: contact.destination,
    isBack: index + 1 < ticket.contacts.length,
    desk: contact.desk,
    leg: index + 1,
    waitTime: Math.max(0, calledAt - queuedAt),
    firstCallWait: Math.max(0, (contact.firstCalledAt ?? calledAt) - queuedAt),
    wayTime: startedAt === null ? null : Math.max(0, startedAt - calledAt),
    serviceTime: Math.max(0, finishedAt - calledAt - contact.parkedMs),
    consulted: contact.consulted,
    papInformed: contact.papInformed,
    masterData: contact.masterData,
    isCorrected: correctedAt.some((at) => at >= queuedAt && at <= finishedAt),
  };
}
