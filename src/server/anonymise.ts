import { randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { By, Entry, Event } from '../queue/events.js';
import type { Rules } from '../queue/rules.js';
import { replaceFile } from './durableFile.js';
import { readJournal } from './journal.js';
import { readLine, writeLine } from './journalLine.js';

/**
 * How a journal says that its places are anonymous: its first line opens the stream under such an epoch. The whole file
 * is replaced at once, so what is true of its first line is true of all. Another epoch is right for another reason
 * too: it is no longer the stream that stations followed.
 */
const anonymousEpoch = 'anonymous-';

/** Whether an entry opens a stream of anonymous places. */
export const isAnonymousEntry = (entry: Entry | undefined): boolean => {
  const opened = entry?.events[0];
  return opened?.type === 'DayOpened' && opened.epoch.startsWith(anonymousEpoch);
};

/**
 * Gives the places of a closed day's journal random keys of that day, the same throughout the day and never again.
 * A crash leaves the old file or the new. Resolves with whether there was anything to do.
 */
export async function anonymiseJournal(file: string): Promise<boolean> {
  if (await isAnonymous(file)) return false;
  const { entries } = await readJournal(file);
  if (entries.length === 0) return false;
  await replaceFile(file, anonymousEntries(entries).map(writeLine).join(''));
  return true;
}

async function isAnonymous(file: string): Promise<boolean> {
  const read = readLine(await firstLineOf(file));
  return 'entry' in read && isAnonymousEntry(read.entry);
}

/** Without reading the rest. */
async function firstLineOf(file: string): Promise<string> {
  let read = '';
  for await (const piece of createReadStream(file, 'utf8')) {
    read += String(piece);
    if (read.includes('\n')) break;
  }
  return read.slice(0, Math.max(0, read.indexOf('\n')));
}

/** The same day with other names for its places; its figures stay the same. */
export function anonymousEntries(entries: readonly Entry[]): Entry[] {
  const places = new Places();
  const epoch = `${anonymousEpoch}${randomUUID()}`;
  return entries.map((entry, i) => {
    const events = entry.events.map((event) => anonymousEvent(event, places, epoch));
    // The first ask bears the name of the stream.
    return { ...entry, by: anonymousBy(entry.by, places), ask: i === 0 ? epoch : entry.ask, events };
  });
}

/** A desk and a reception of one name are two places. */
class Places {
  readonly #keys = new Map<By, string>();

  keyOf(kind: 'desk' | 'reception', name: string): string {
    const key = this.#keys.get(`${kind}/${name}`) ?? `x${randomBytes(6).toString('hex')}`;
    this.#keys.set(`${kind}/${name}`, key);
    return key;
  }
}

function anonymousBy(by: By, places: Places): By {
  for (const kind of ['desk', 'reception'] as const) {
    if (by.startsWith(`${kind}/`)) return `${kind}/${places.keyOf(kind, by.slice(kind.length + 1))}`;
  }
  return by;
}

function anonymousEvent(event: Event, places: Places, epoch: string): Event {
  switch (event.type) {
    case 'DayOpened':
      return { ...event, epoch, rules: anonymousRules(event.rules, places) };
    case 'RulesChanged':
      return { ...event, rules: anonymousRules(event.rules, places) };
    case 'TicketTransferred':
      return event.toDesk === undefined ? event : { ...event, toDesk: places.keyOf('desk', event.toDesk) };
    default:
      if ('from' in event) return { ...event, from: anonymousBy(event.from, places) };
      return 'desk' in event ? { ...event, desk: places.keyOf('desk', event.desk) } : event;
  }
}

/**
 * In the order of their keys and without skills and marks: where one desk differs from the others, or stands first,
 * it would be the same desk every day. Only decisions need these rules, and the day is over; the figures still need to
 * know which desks were on late duty.
 */
function anonymousRules(rules: Rules, places: Places): Rules {
  const desks = Object.keys(rules.desks).map((name) => places.keyOf('desk', name));
  const { lateDuty } = rules;
  const onDuty = lateDuty?.desks?.map((name) => places.keyOf('desk', name)).toSorted() ?? null;
  return {
    ...rules,
    ...(lateDuty ? { lateDuty: { ...lateDuty, desks: onDuty } } : {}),
    receptions: rules.receptions.map((name) => places.keyOf('reception', name)).toSorted(),
    desks: Object.fromEntries(desks.toSorted().map((key) => [key, { skills: null, confidential: false }])),
  };
}
