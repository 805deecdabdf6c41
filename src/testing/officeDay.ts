import type { Command, Ending } from '../queue/commands.js';
import {
  currentContact,
  emptyDay,
  type Contact,
  type Day,
  type Desk,
  type ReceptionVisit,
  type Ticket,
} from '../queue/day.js';
import { decide } from '../queue/decide.js';
import type { Catalogue } from '../queue/decision.js';
import { evolve } from '../queue/evolve.js';
import type { By, DeskAnswer, Entry, Event, Marks, Team, ZoneAnswer } from '../queue/events.js';
import type { Rejection } from '../queue/rejections.js';
import type { DayOpening, Rules } from '../queue/rules.js';
import { fakeCatalogue } from './fakeCatalogue.js';

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => seconds(count * 60);
const hours = (count: number): number => minutes(count * 60);

/** An ask that was accepted. */
export interface Accepted {
  readonly entry: Entry;
  /** Number of the ticket, or name of the visit, that it was about; '' if about neither. */
  readonly number: string;
}

type Details<T extends Command['type']> = Partial<Omit<Extract<Command, { type: T }>, 'type'>>;

export interface OfficeDayOptions {
  readonly rules?: Partial<Rules>;
  readonly opening?: Partial<DayOpening>;
  readonly catalogue?: Catalogue;
}

/** A desk that serves everything but what is confidential. */
export const plainDesk = { skills: null, confidential: false };

/** Two receptions, three plain desks, never closed, and the waiting times of the example site. */
export const exampleRules: Rules = {
  letter: 'E',
  receptions: ['E1', 'E2'],
  desks: { '1': plainDesk, '2': plainDesk, '3': plainDesk },
  open: 'always',
  noShowAfterMs: seconds(180),
  assistedNoShowAfterMs: seconds(360),
  recallGapMs: seconds(5),
  urgentCapMs: minutes(45),
  undoWithinMs: minutes(1),
  deviationReasons: ['emergency', 'mobility'],
  transferReasons: ['wrongDesk', 'language'],
  activities: ['4.1', '4.2', '4.3', 'training', 'reinforcement'],
};

/** Monday, 8 June 2015, in Herford. */
export const exampleOpening: DayOpening = {
  site: 'herford',
  day: '2015-06-08',
  epoch: 'store-1',
  startsAt: Date.UTC(2015, 5, 7, 22),
  endsAt: Date.UTC(2015, 5, 8, 22),
  rules: exampleRules,
};

/** An ask of the story: when, by whom, what. */
export interface Asked {
  readonly at: number;
  readonly by: By;
  readonly command: Command;
}

/**
 * A day at the office, told by place and time of day:
 *
 *     const office = officeDay();
 *     office.at('08:00');
 *     office.reception().checkIn('3.2');
 *     office.desk('1').call();
 *     office.desk('1').refused.call(); // the rejection
 *
 * Each ask is decided and folded as the server does it. A refusal that the story did not expect throws, and so does
 * an expected one that did not come.
 */
export function officeDay({ rules, opening, catalogue = fakeCatalogue }: OfficeDayOptions = {}) {
  const start: DayOpening = { ...exampleOpening, ...opening, rules: { ...exampleRules, ...rules } };
  const day = emptyDay(start);
  const entries: Entry[] = [];
  const asks: Asked[] = [];
  let now = start.startsAt;

  function record(by: By, events: readonly Event[]): Accepted {
    const seq = day.seq + 1;
    const entry: Entry = { seq, at: Math.max(now, day.lastAt), by, ask: `ask-${seq}`, events };
    evolve(day, entry);
    entries.push(entry);
    return { entry, number: aboutWhat(events) };
  }

  function tryAsk(by: By, command: Command): Accepted | Rejection {
    const decision = decide(day, command, { at: Math.max(now, day.lastAt), by, catalogue });
    asks.push({ at: now, by, command });
    return 'rejection' in decision ? decision.rejection : record(by, decision.events);
  }

  const story = (by: By, command: Command): string =>
    `${new Date(now - start.startsAt).toISOString().slice(11, 19)} ${by} asks ${JSON.stringify(command)}`;

  const accept =
    (by: By) =>
    (command: Command): Accepted => {
      const answer = tryAsk(by, command);
      if ('entry' in answer) return answer;
      throw new Error(`${story(by, command)}, unexpectedly refused with ${JSON.stringify(answer)}`);
    };

  const refuse =
    (by: By) =>
    (command: Command): Rejection => {
      const answer = tryAsk(by, command);
      if (!('entry' in answer)) return answer;
      throw new Error(
        `${story(by, command)}, unexpectedly accepted as ${JSON.stringify(answer.entry.events)}`,
      );
    };

  record('server', [{ type: 'DayOpened', ...start }]);

  return {
    day: day as Readonly<Day>,
    entries: entries as readonly Entry[],
    /** What was asked, refused asks too, in order. */
    asks: asks as readonly Asked[],

    /** Sets the clock: "08:00", "08:00:30" or "08:00:30.250" since local midnight. */
    at(time: string): void {
      now = start.startsAt + sinceMidnight(time);
    },
    /** That time of the day as an instant. */
    instant: (time: string): number => start.startsAt + sinceMidnight(time),
    pass(ms: number): void {
      now += ms;
    },

    reception: (place = 'E1') => {
      const by: By = `reception/${place}`;
      return { ...placeAsks(accept(by)), refused: placeAsks(refuse(by)) };
    },
    desk: (name: string) => {
      const by: By = `desk/${name}`;
      return { ...ownDeskAsks(name, accept(by)), refused: ownDeskAsks(name, refuse(by)) };
    },
    lead: { ...leadAsks(accept('lead')), refused: leadAsks(refuse('lead')) },
    server: { ...leadAsks(accept('server')), refused: leadAsks(refuse('server')) },
    /** Whatever comes of it. */
    tryAsk,
    /** The settings were changed while the day runs. */
    changeRules: (change: Partial<Rules>): Accepted =>
      record('server', [{ type: 'RulesChanged', rules: { ...day.rules, ...change } }]),

    /** Numbers of the waiting tickets, the next one first. */
    get line(): readonly string[] {
      return [...day.waiting];
    },
    ticket: (number: string): Readonly<Ticket> => existing(day.tickets[number], number),
    visit: (name: string): Readonly<ReceptionVisit> => existing(day.visits[name], name),
    stateOfDesk: (name: string): Readonly<Desk> => existing(day.desks[name], name),
    /** The last leg of a ticket, or the one asked for: 1 is the first. */
    contact(number: string, leg?: number): Readonly<Contact> {
      const ticket = existing(day.tickets[number], number);
      return leg === undefined ? currentContact(ticket) : existing(ticket.contacts[leg - 1], `leg ${leg}`);
    },
  };
}

export type OfficeDay = ReturnType<typeof officeDay>;

/** What every place that deals with visitors may ask. */
const placeAsks = <R>(send: (command: Command) => R) => ({
  /** Without a rule: the one that gives a ticket. */
  checkIn: (concern: string | null, more: Details<'checkIn'> = {}) =>
    send({ type: 'checkIn', concern, rule: `${concern}/ticket`, ...more }),
  mark: (number: string, marks: Marks) => send({ type: 'mark', number, marks }),
  leave: (number: string) => send({ type: 'leave', number }),
  correct: (visit: string, concern: string) => send({ type: 'correct', visit, concern }),
  cancel: (visit: string) => send({ type: 'cancel', visit }),
  resume: (number: string, more: Details<'resume'> = {}) => send({ type: 'resume', number, ...more }),
  callHelp: () => send({ type: 'callHelp' }),
  answerHelp: (from: By) => send({ type: 'answerHelp', from }),
  endHelp: (from?: By) => send({ type: 'endHelp', ...(from === undefined ? {} : { from }) }),
  askZone: () => send({ type: 'askZone' }),
  answerZone: (from: By, answer: ZoneAnswer) => send({ type: 'answerZone', from, answer }),
  dropQuestion: () => send({ type: 'dropQuestion' }),
  undo: () => send({ type: 'undo' }),
});

/** What is asked for one desk, by itself or by the lead. */
const deskAsks = <R>(desk: string, send: (command: Command) => R) => ({
  call: (number?: string, reason?: string) =>
    send({
      type: 'call',
      desk,
      ...(number === undefined ? {} : { number }),
      ...(reason === undefined ? {} : { reason }),
    }),
  recall: () => send({ type: 'recall', desk }),
  withdraw: () => send({ type: 'withdraw', desk }),
  start: () => send({ type: 'start', desk }),
  finish: (ending: Ending & { readonly occurredAt?: number } = {}) =>
    send({ type: 'finish', desk, ...ending }),
  park: () => send({ type: 'park', desk }),
  requeue: (nextConcern: string, ending: Ending = {}) =>
    send({ type: 'requeue', desk, nextConcern, ...ending }),
  transfer: (reason: string, toDesk?: string) =>
    send({ type: 'transfer', desk, reason, ...(toDesk === undefined ? {} : { toDesk }) }),
  noShow: () => send({ type: 'noShow', desk }),
  open: () => send({ type: 'openDesk', desk }),
  close: () => send({ type: 'closeDesk', desk }),
  pause: () => send({ type: 'pause', desk }),
  activity: (activity: string, team?: Team) =>
    send({ type: 'startActivity', desk, activity, ...(team === undefined ? {} : { team }) }),
});

const ownDeskAsks = <R>(desk: string, send: (command: Command) => R) => ({
  ...placeAsks(send),
  ...deskAsks(desk, send),
});

const leadAsks = <R>(send: (command: Command) => R) => ({
  ...placeAsks(send),
  desk: (name: string) => deskAsks(name, send),
  decideExtraDesks: (answer: DeskAnswer, extraDesks = 1) =>
    send({ type: 'decideExtraDesks', answer, extraDesks }),
  closeDay: (force?: boolean) => send({ type: 'closeDay', ...(force === undefined ? {} : { force }) }),
});

function aboutWhat(events: readonly Event[]): string {
  for (const event of events) {
    if ('number' in event) return event.number;
    if ('visit' in event) return event.visit;
  }
  return '';
}

function existing<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`there is no ${name} on this day`);
  return found;
}

function sinceMidnight(time: string): number {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return hours(hour) + minutes(minute) + seconds(second);
}
