import type { Contact, Day, Ticket } from '../queue/day.js';

/**
 * What is wrong with a day, whatever happened on it: one sentence for each broken invariant, none for a sound day.
 * Written from the rules, not with the domain's own functions.
 */
export function brokenInvariants(day: Day): string[] {
  return [
    ...brokenLine(day),
    ...brokenNumbers(day),
    ...Object.keys(day.desks).flatMap((name) => brokenDesk(day, name)),
    ...Object.values(day.tickets).flatMap((ticket) => [
      ...brokenTicket(day, ticket),
      ...ticket.contacts.flatMap((contact, leg) => brokenContact(day, ticket, contact, leg)),
    ]),
  ];
}

/**
 * What desks and visitors would notice of a day, as a copy: all but the seq of the last touch.
 * With an earlier day: only of the tickets and visits that were known then.
 */
export function noticedOf(day: Day, since: Day = day) {
  const { waiting, spans, deviations, corrections, deskDecisions } = day;
  const tickets = untouched(day.tickets, since.tickets);
  const visits = untouched(day.visits, since.visits);
  const desks = untouched(day.desks, since.desks);
  return structuredClone({
    waiting,
    spans,
    deviations,
    corrections,
    deskDecisions,
    tickets,
    visits,
    desks,
  });
}

const untouched = <T>(records: Readonly<Record<string, T>>, known: Readonly<Record<string, T>>) =>
  Object.entries(records)
    .filter(([name]) => name in known)
    .map(([name, record]) => [name, { ...record, touched: 0 }]);

const complaints = (...checks: readonly (readonly [isFine: boolean, complaint: string])[]): string[] =>
  checks.flatMap(([isFine, complaint]) => (isFine ? [] : [complaint]));

function brokenLine(day: Day): string[] {
  const waiting = Object.values(day.tickets).filter(({ state }) => state === 'waiting');
  const inOrder = waiting.toSorted((a, b) => a.placeAt - b.placeAt || a.placeSeq - b.placeSeq);
  const places = new Set(waiting.map(({ placeAt, placeSeq }) => `${placeAt}/${placeSeq}`));
  return complaints(
    [
      inOrder.map(({ number }) => number).join(' ') === day.waiting.join(' '),
      `the line is ${day.waiting.join(' ')}, by place it would be ${inOrder.map(({ number }) => number).join(' ')}`,
    ],
    [places.size === waiting.length, 'two tickets have one place'],
  );
}

function brokenNumbers(day: Day): string[] {
  const counted = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${prefix}${String(i + 1).padStart(3, '0')}`).join(' ');
  return complaints(
    [
      Object.keys(day.tickets).join(' ') === counted(day.rules.letter, day.lastNumber),
      'the numbers have a gap',
    ],
    [Object.keys(day.visits).join(' ') === counted('V', day.lastVisit), 'the visits have a gap'],
  );
}

function brokenDesk(day: Day, name: string): string[] {
  const desk = day.desks[name];
  const spans = day.spans[name] ?? [];
  if (!desk) return [`desk ${name} has no state`];
  const ticket = desk.number === null ? undefined : day.tickets[desk.number];
  const hasTicket = ticket?.desk === name && (ticket.state === 'called' || ticket.state === 'inService');
  const borders = [day.startsAt, ...spans.flatMap(({ from, to }) => [from, to]), desk.since];
  return complaints(
    [
      (desk.state === 'contact') === (desk.number !== null),
      `desk ${name} is ${desk.state} with ${desk.number}`,
    ],
    [desk.number === null || hasTicket, `desk ${name} has ${desk.number}, which is not there`],
    [
      borders.every((at, i) => i % 2 === 1 || at === borders[i + 1]),
      `desk ${name} has a gap between two states`,
    ],
    [spans.every(({ from, to }) => from < to), `desk ${name} has a state that lasted no time`],
    [desk.since <= day.lastAt, `desk ${name} is ahead of the day`],
    [
      (desk.activity === null) === !['caseWork', 'activity', 'reinforcement'].includes(desk.state),
      `desk ${name} does what?`,
    ],
  );
}

function brokenTicket(day: Day, ticket: Ticket): string[] {
  const { number, state, desk } = ticket;
  const atDesk = state === 'called' || state === 'inService';
  const desks = Object.keys(day.desks).filter((name) => day.desks[name]?.number === number);
  const last = ticket.contacts.at(-1);
  return complaints(
    [desks.join() === (atDesk ? desk : ''), `${number} is ${state}, but open at [${desks.join()}]`],
    [(desk !== null) === (atDesk || state === 'parked'), `${number} is ${state} with desk ${desk}`],
    [
      (ticket.calledAt !== null) === (state === 'called'),
      `${number} is ${state}, called at ${ticket.calledAt}`,
    ],
    [
      (ticket.soundedAt !== null) === (state === 'called'),
      `${number} is ${state}, sounded at ${ticket.soundedAt}`,
    ],
    [(ticket.ending !== null) === (state === 'ended'), `${number} is ${state} with ending ${ticket.ending}`],
    [(ticket.endedAt !== null) === (state === 'ended'), `${number} is ${state}, ended at ${ticket.endedAt}`],
    [state !== 'parked' || typeof last?.parkedAt === 'number', `${number} is parked since never`],
    [ticket.lostMs >= 0 && ticket.noShows >= 0 && ticket.recalls >= 0, `${number} has a negative count`],
    [
      ticket.ending !== 'finished' || last?.finishedAt === ticket.endedAt,
      `${number} ended apart from its contact`,
    ],
    [state === 'ended' || last?.finishedAt === null, `${number} is ${state} with a finished contact`],
  );
}

function brokenContact(day: Day, ticket: Ticket, contact: Contact, leg: number): string[] {
  const previous = ticket.contacts[leg - 1];
  const isLast = leg === ticket.contacts.length - 1;
  const name = `${ticket.number} leg ${leg + 1}`;
  const { queuedAt, firstCalledAt, calledAt, startedAt, parkedAt, parkedMs, finishedAt } = contact;
  const order = [
    previous?.finishedAt ?? ticket.bookedAt,
    queuedAt,
    firstCalledAt,
    calledAt,
    startedAt,
    finishedAt,
  ];
  const known = [...order, day.lastAt].filter((at) => at !== null);
  return complaints(
    [known.every((at, i) => at >= (known[i - 1] ?? 0)), `${name} runs backwards: ${order.join()}`],
    [parkedMs >= 0, `${name} was parked for ${parkedMs}`],
    [
      calledAt !== null || (parkedAt === null && parkedMs === 0 && startedAt === null),
      `${name} went on uncalled`,
    ],
    [
      finishedAt === null || finishedAt - (calledAt ?? finishedAt) - parkedMs >= 0,
      `${name} has a negative service`,
    ],
    [finishedAt === null || parkedAt === null, `${name} is finished and parked`],
    [(finishedAt !== null) === (contact.outcome !== null), `${name} ended with outcome ${contact.outcome}`],
    [(calledAt !== null) === (contact.desk !== null), `${name} was answered at desk ${contact.desk}`],
    [isLast || finishedAt !== null, `${name} was left open`],
  );
}
