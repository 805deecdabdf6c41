import type { Command, Ending } from '../queue/commands.js';
import type { Day } from '../queue/day.js';
import type { Outcome as ContactOutcome, Team } from '../queue/events.js';
import type { SiteView } from '../protocol/messages.js';
import { textsFor, type Language } from '../texts/texts.js';
import { askOnce, withConnection } from './connect.js';
import { describeOutcome } from './describe.js';
import { Failure } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import { outcomeOf } from './outcome.js';
import { printOutcome } from './print.js';
import { runScreenCommand } from './screen.js';
import { signalCommand } from './signals.js';
import { readTime } from './time.js';

export interface DeskOptions {
  readonly number?: string;
  readonly reason?: string;
  readonly outcome?: string;
  readonly destination?: string;
  readonly concern?: string;
  readonly further: readonly string[];
  readonly consulted?: boolean;
  readonly papInformed?: boolean;
  readonly masterData?: boolean;
  readonly toDesk?: string;
  readonly toQueue?: boolean;
  readonly team?: string;
  readonly occurredAt?: string;
}

interface Line {
  readonly desk: string;
  readonly action: string;
  /** What follows the action: an activity, a number, a concern. */
  readonly subject: string | undefined;
  readonly options: DeskOptions;
  readonly day: Day;
  readonly site: SiteView;
  readonly language: Language;
}

/** `beo desk 1`: the screen, or with an action one step. */
export async function runDesk(
  desk: string,
  action: string | undefined,
  subject: string | undefined,
  options: DeskOptions & Globals,
): Promise<void> {
  if (action === undefined) {
    await runScreenCommand({ screen: 'desk', place: desk }, options);
    return;
  }
  const language = languageOf(options);
  await withConnection(options, { role: 'desk', place: desk }, async (connection, { day, site }) => {
    const command = commandOf({ desk, action, subject, options, day, site, language });
    const entry = await askOnce(connection, command, options);
    const outcome = outcomeOf(entry, day);
    printOutcome(outcome, options.json ?? false, () => describeOutcome(outcome, site, language));
  });
}

function commandOf(line: Line): Command {
  const { desk, action, subject, options } = line;
  switch (action) {
    case 'call': {
      const number = options.number ?? subject;
      return { type: 'call', desk, ...defined({ number, reason: options.reason }) };
    }
    case 'finish': {
      const { occurredAt } = options;
      const at =
        occurredAt === undefined
          ? undefined
          : readTime(occurredAt, line.day.day, line.site.zone, line.language);
      return { type: 'finish', desk, ...endingOf(line), ...defined({ occurredAt: at }) };
    }
    case 'requeue': {
      const nextConcern = need(subject ?? options.concern, 'concern', line);
      // The concern on the line is the next one; the contact ends with the one it was booked for.
      const { concern: _, ...ending } = endingOf(line);
      return { type: 'requeue', desk, nextConcern, ...ending };
    }
    case 'transfer':
      return {
        type: 'transfer',
        desk,
        reason: need(options.reason ?? subject, 'reason', line),
        ...defined({ toDesk: options.toDesk }),
      };
    case 'resume':
      return {
        type: 'resume',
        number: options.number ?? subject ?? onlyParked(line),
        ...(options.toQueue ? { toQueue: true } : {}),
      };
    case 'activity':
      return {
        type: 'startActivity',
        desk,
        activity: need(subject, 'activity', line),
        ...(options.team === undefined ? {} : { team: readTeam(options.team, line) }),
      };
    default:
      return signalCommand(action, subject, line.day, `desk/${desk}`) ?? simpleCommand(action, desk);
  }
}

function simpleCommand(action: string, desk: string): Command {
  const types = {
    recall: 'recall',
    start: 'start',
    'no-show': 'noShow',
    park: 'park',
    withdraw: 'withdraw',
    open: 'openDesk',
    close: 'closeDesk',
    pause: 'pause',
  } as const;
  return action in types ? { type: types[action as keyof typeof types], desk } : { type: 'undo' };
}

const outcomes: readonly ContactOutcome[] = [
  'settled',
  'appointment',
  'forwarded',
  'evidenceRequested',
  'fieldVisit',
  'abandoned',
];

function endingOf(line: Line): Ending {
  const { outcome, destination, concern, further, consulted, papInformed, masterData } = line.options;
  const known = outcomes.find((one) => one === outcome);
  if (outcome !== undefined && !known) {
    throw new Failure(
      'unknownOutcome',
      textsFor(line.language).failures.unknownOutcome({ outcome, known: outcomes }),
      2,
    );
  }
  return {
    ...defined({ outcome: known, destination, concern, consulted, papInformed, masterData }),
    ...(further.length ? { furtherConcerns: further } : {}),
  };
}

function need(word: string | undefined, what: string, { action, language }: Line): string {
  if (word !== undefined) return word;
  throw new Failure('wordMissing', textsFor(language).failures.wordMissing({ action, what }), 2);
}

/** A desk with one parked ticket need not name it. */
function onlyParked({ day, desk, action, language }: Line): string {
  const parked = Object.values(day.tickets).filter(
    (ticket) => ticket.state === 'parked' && ticket.desk === desk,
  );
  const [ticket] = parked;
  if (ticket && parked.length === 1) return ticket.number;
  throw new Failure('wordMissing', textsFor(language).failures.wordMissing({ action, what: 'number' }), 2);
}

function readTeam(word: string, { language }: Line): Team {
  if (word === '703' || word === '704' || word === 'unknown') return word;
  throw new Failure('badTeam', textsFor(language).failures.badTeam({ word }), 2);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what was not said. */
function defined<T extends object>(words: T): Defined<T> {
  return Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined)) as Defined<T>;
}
