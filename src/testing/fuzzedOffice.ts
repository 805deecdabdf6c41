import type { Connection } from '../client/connection.js';
import type { Command } from '../queue/commands.js';
import type { Day, Ticket } from '../queue/day.js';
import { evolve, replay } from '../queue/evolve.js';
import type { Entry, Marks } from '../queue/events.js';
import { exampleSite, queued } from './startedServer.js';

export type Random = () => number;

export const pick = <T>(random: Random, of: readonly T[]): T => {
  const picked = of[Math.floor(random() * of.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
};

const desk = (name: string, more: object = {}) => ({
  label: { de: `Platz ${name}`, en: `Desk ${name}` },
  ...more,
});

/** Five desks, of which one serves a few concerns only and one takes what is confidential; short patience. */
export const fuzzedSite = () =>
  exampleSite({
    desks: {
      '1': desk('1'),
      '2': desk('2'),
      '3': desk('3', { confidential: true }),
      '4': desk('4', { skills: ['3.1', '6'] }),
      '5': desk('5'),
    },
    queue: { noShowAfterSeconds: 20, assistedNoShowAfterSeconds: 40 },
  });

const desks = ['1', '2', '3', '4', '5'];
const concerns = ['2.1', '3.1', '3.7', '6.3'];

/** Something that a reception might ask, possible or not. */
export function receptionCommand(random: Random, day: Day): Command {
  const number = someNumber(random, day);
  return pick<() => Command>(random, [
    ...Array.from({ length: 6 }, () => () => checkIn(random)),
    () => ({ type: 'leave', number }),
    () => ({ type: 'mark', number, marks: marks(random) }),
    () => ({ type: 'correct', visit: number, concern: pick(random, concerns) }),
    () => ({ type: 'cancel', visit: number }),
    () => ({ type: 'resume', number, toQueue: true }),
    () => ({ type: 'undo' }),
  ])();
}

/** Something that a desk might ask, or the lead for it, possible or not. */
export function deskCommand(random: Random, day: Day, name = pick(random, desks)): Command {
  const number = someNumber(random, day);
  return pick<() => Command>(random, [
    ...Array.from({ length: 5 }, () => (): Command => ({ type: 'call', desk: name })),
    ...Array.from({ length: 3 }, () => (): Command => ({ type: 'finish', desk: name })),
    () => ({ type: 'call', desk: name, number, reason: 'kinder' }),
    () => ({ type: 'call', desk: name, number }),
    () => ({ type: 'start', desk: name }),
    () => ({ type: 'recall', desk: name }),
    () => ({ type: 'withdraw', desk: name }),
    () => ({ type: 'park', desk: name }),
    () => ({ type: 'noShow', desk: name }),
    () => ({ type: 'resume', number, toQueue: random() < 0.5 }),
    () => ({ type: 'requeue', desk: name, nextConcern: pick(random, concerns) }),
    () => ({ type: 'transfer', desk: name, reason: 'fachfrage', toDesk: pick(random, desks) }),
    () => ({ type: pick(random, ['openDesk', 'closeDesk', 'pause'] as const), desk: name }),
    () => ({ type: 'undo' }),
  ])();
}

function checkIn(random: Random): Command {
  const command = queued(pick(random, concerns));
  return command.type === 'checkIn' ? { ...command, marks: marks(random) } : command;
}

const marks = (random: Random): Marks => ({
  ...(random() < 0.1 ? { urgent: 'kinder' } : {}),
  ...(random() < 0.1 ? { confidential: true } : {}),
  ...(random() < 0.1 ? { assisted: true } : {}),
});

const someNumber = (random: Random, day: Day): string =>
  random() < 0.05 ? 'E999' : pick(random, [...Object.keys(day.tickets).slice(-12), 'E001']);

/** What a day has become over JSON: two that say the same are equal. */
export const plain = (day: Day | null): unknown => JSON.parse(JSON.stringify(day));

/** The day that a journal tells. */
export function replayed(entries: readonly Entry[]): Day {
  const day = replay(entries);
  if (!day) throw new Error('the journal tells nothing');
  return day;
}

/** Every number that was called although somebody stood before it for that desk, neither reasoned nor urgent. */
export function overtakings(entries: readonly Entry[]): string[] {
  const [opening, ...rest] = entries;
  const day = replayed(opening ? [opening] : []);
  return rest.flatMap((entry) => {
    const found = entry.events.flatMap((event) => {
      if (event.type !== 'TicketCalled' || event.reason !== undefined || event.occurredAt !== undefined)
        return [];
      const called = day.tickets[event.number];
      if (!called) return [`${event.number} came from nowhere`];
      if (!mayTake(day, event.desk, called)) return [`${event.number} is not for desk ${event.desk}`];
      const overtaken = Object.values(day.tickets).filter(
        (other) => other.state === 'waiting' && mayTake(day, event.desk, other) && isBefore(other, called),
      );
      return called.marks.urgent === undefined
        ? overtaken.map((other) => `${called.number} overtook ${other.number}`)
        : [];
    });
    evolve(day, entry);
    return found;
  });
}

const isBefore = (a: Ticket, b: Ticket): boolean =>
  a.placeAt < b.placeAt || (a.placeAt === b.placeAt && a.placeSeq < b.placeSeq);

/** Written from the rules O3 to O5, not with the domain's own function. */
function mayTake(day: Day, name: string, ticket: Ticket): boolean {
  const rules = day.rules.desks[name];
  if (!rules || (ticket.marks.confidential && !rules.confidential)) return false;
  const reserved = ticket.reservedFor === null ? undefined : day.rules.desks[ticket.reservedFor];
  if (reserved && (reserved.confidential || !ticket.marks.confidential)) return ticket.reservedFor === name;
  const concern = ticket.contacts.at(-1)?.concern ?? ticket.concern;
  return rules.skills === null || rules.skills.some((skill) => `${concern}.`.startsWith(`${skill}.`));
}

/** The open calls of a day, the one that was sounded first first. */
export const openCalls = (day: Day): string[] =>
  Object.values(day.tickets)
    .filter(({ state }) => state === 'called')
    .toSorted((a, b) => (a.soundedAt ?? 0) - (b.soundedAt ?? 0) || (a.number < b.number ? -1 : 1))
    .map(({ number }) => number);

/** What a client shows: its day, or a display's numbers. */
export const shownBy = ({ view }: Connection): unknown =>
  view.day ? plain(view.day) : (view.board?.calls ?? []).map(({ number }) => number);
