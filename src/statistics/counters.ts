import type { Day } from '../queue/day.js';
import { countedTickets, type ContactFact, type VisitFact } from './contacts.js';
import type { Counters } from './figures.js';
import { addCounts, countBy, groupBy, sumOf } from './grouping.js';

/** What is only counted of a day. */
export function countersOf(
  day: Pick<Day, 'tickets' | 'deviations' | 'corrections'>,
  visits: readonly VisitFact[],
  contacts: readonly ContactFact[],
): Counters {
  const tickets = countedTickets(day);
  const inState = (state: 'waiting' | 'called' | 'inService' | 'parked') =>
    tickets.filter((ticket) => ticket.state === state).length;
  const bookings = visits.map(({ booking }) => booking);
  const corrected = contacts.filter(
    ({ isCorrected, concern, bookedConcern }) => isCorrected && concern === bookedConcern,
  ).length;
  const deviationKey = ({ kind, reason }: Day['deviations'][number]) => `${kind} ${reason}`;
  return {
    noShowEvents: sumOf(tickets, ({ noShows }) => noShows),
    lostTime: sumOf(tickets, ({ lostMs }) => lostMs),
    recalls: sumOf(tickets, ({ recalls }) => recalls),
    laterLegs: contacts.filter(({ leg }) => leg > 1).length,
    deviations: groupBy(day.deviations, deviationKey).flatMap(([, rows]) =>
      rows[0] ? [{ kind: rows[0].kind, reason: rows[0].reason, n: rows.length }] : [],
    ),
    corrections: day.corrections.filter(({ to }) => to !== null).length,
    ...(corrected > 0 ? { corrected } : {}),
    cancelled: day.corrections.filter(({ to }) => to === null).length,
    consultations: {
      reception: countBy(
        visits.filter(({ booking }) => booking.consulted),
        ({ concern }) => concern ?? '',
      ),
      desk: countBy(
        contacts.filter(({ consulted }) => consulted),
        ({ concern }) => concern,
      ),
    },
    handouts: addCounts(bookings.map(({ handouts = [] }) => countBy(handouts, (item) => item))),
    copies: bookings.filter(({ copies }) => copies).length,
    documents: countBy(
      bookings.flatMap(({ documents }) => documents ?? []),
      (destination) => destination,
    ),
    masterData: {
      reception: bookings.filter(({ masterData }) => masterData).length,
      desk: contacts.filter(({ masterData }) => masterData).length,
    },
    leadInformed: bookings.filter(({ informLead }) => informLead).length,
    papInformed: contacts.filter(({ papInformed }) => papInformed).length,
    madeUp: visits.filter(({ madeUp }) => madeUp).length,
    alsoSettled: countBy(
      visits.flatMap(({ alsoSettled }) => alsoSettled),
      (concern) => concern,
    ),
    open: {
      waiting: inState('waiting'),
      called: inState('called'),
      inService: inState('inService'),
      parked: inState('parked'),
    },
  };
}
