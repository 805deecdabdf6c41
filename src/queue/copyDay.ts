import type { Day, Ticket, UndoMemory } from './day.js';

/**
 * A second day that equals the first, and on which `evolve` goes on without touching it. What `evolve` never changes in
 * place, such as ended tickets, visits, rules and past spans, both have in common: that makes it many times cheaper than
 * folding the entries again, or than a deep copy.
 */
export function copyDay(day: Day): Day {
  return {
    ...day,
    tickets: copyEach(day.tickets, (ticket) => (hasEnded(ticket) ? ticket : copyTicket(ticket))),
    waiting: [...day.waiting],
    visits: { ...day.visits },
    desks: copyEach(day.desks, shallow),
    spans: copyEach(day.spans, (spans) => [...spans]),
    deviations: [...day.deviations],
    corrections: [...day.corrections],
    helpCalls: day.helpCalls.map(shallow),
    questions: day.questions.map(shallow),
    deskDecisions: [...day.deskDecisions],
    undo: copyEach(day.undo, copyMemory),
  };
}

/**
 * A ticket that may be changed in place. Copies of a day have their ended tickets in common, so one that has ended gives
 * way to a copy of its own.
 */
export function ticketToChange(day: Day, number: string): Ticket | undefined {
  const ticket = day.tickets[number];
  return ticket && hasEnded(ticket) ? (day.tickets[number] = copyTicket(ticket)) : ticket;
}

const hasEnded = ({ state }: Ticket): boolean => state === 'ended';

export const copyTicket = (ticket: Ticket): Ticket => ({
  ...ticket,
  contacts: ticket.contacts.map(shallow),
});

/** What is taken back becomes part of the day again. */
const copyMemory = (memory: UndoMemory): UndoMemory => ({
  ...memory,
  tickets: copyEach(memory.tickets, (ticket) => ticket && copyTicket(ticket)),
});

const shallow = <T extends object>(one: T): T => ({ ...one });

function copyEach<T>(all: Readonly<Record<string, T>>, copy: (one: T) => T): Record<string, T> {
  const copies: Record<string, T> = {};
  for (const name of Object.keys(all)) {
    const one = all[name];
    if (one !== undefined) copies[name] = copy(one);
  }
  return copies;
}
