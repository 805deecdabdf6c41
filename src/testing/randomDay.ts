import fc from 'fast-check';
import type { Command, CommandType } from '../queue/commands.js';
import type { Day, HelpCall, ZoneQuestion } from '../queue/day.js';
import type { By, Outcome } from '../queue/events.js';
import type { Rules } from '../queue/rules.js';
import { minutes, officeDay, plainDesk, seconds, type Accepted, type OfficeDay } from './officeDay.js';
import type { Rejection } from '../queue/rejections.js';

/** The dice of one ask; what they mean depends on the day they fall on. */
export interface Dice {
  readonly kind: CommandType | 'changeRules';
  readonly gapMs: number;
  readonly by: By;
  /** Whether a desk asks for another desk than its own. */
  readonly astray: boolean;
  readonly desk: string;
  readonly ticket: number;
  readonly concern: string;
  readonly reason: string | undefined;
  readonly outcome: Outcome;
  readonly yes: boolean;
  readonly pastMs: number | undefined;
}

/** What one ask led to. `before` is the day as it was, a copy. */
export interface Step {
  readonly office: OfficeDay;
  readonly before: Day;
  readonly by: By;
  readonly command: Command | undefined;
  readonly answer: Accepted | Rejection;
}

const desks: Rules['desks'] = {
  '1': plainDesk,
  '2': { skills: ['6', '3.1'], confidential: false },
  '3': { skills: null, confidential: true },
  '4': plainDesk,
};
const { '4': _, ...withoutDesk4 } = desks;

/** Day of four desks, on which hurry is common and patience short, so that every rule is met often. */
const rules: Partial<Rules> = {
  desks,
  urgentCapMs: minutes(10),
  noShowAfterMs: seconds(30),
  assistedNoShowAfterMs: 60_000,
};

const kinds: readonly { readonly weight: number; readonly kind: Dice['kind'] }[] = [
  { weight: 24, kind: 'checkIn' },
  { weight: 24, kind: 'call' },
  { weight: 8, kind: 'finish' },
  { weight: 6, kind: 'noShow' },
  { weight: 6, kind: 'park' },
  { weight: 8, kind: 'resume' },
  { weight: 6, kind: 'undo' },
  ...(
    ['mark', 'leave', 'correct', 'cancel', 'recall', 'withdraw', 'start', 'requeue', 'transfer'] as const
  ).map((kind) => ({ weight: 4, kind })),
  ...(['openDesk', 'closeDesk', 'pause', 'startActivity', 'changeRules'] as const).map((kind) => ({
    weight: 2,
    kind,
  })),
  ...(['callHelp', 'answerHelp', 'endHelp', 'askZone', 'answerZone', 'dropQuestion'] as const).map(
    (kind) => ({
      weight: 1,
      kind,
    }),
  ),
  { weight: 1, kind: 'closeDay' },
];

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const dice: fc.Arbitrary<Dice> = fc.record({
  kind: fc.oneof(...kinds.map(({ weight, kind }) => ({ weight, arbitrary: fc.constant(kind) }))),
  gapMs: oneOf(0, 1, seconds(5), seconds(20), seconds(90), minutes(4)),
  by: oneOf<By>(
    ...(['desk/1', 'desk/2', 'desk/3', 'desk/4', 'desk/1', 'desk/2', 'desk/3', 'desk/4'] as const),
    ...([
      'reception/E1',
      'reception/E2',
      'reception/E1',
      'lead',
      'lead',
      'display',
      'desk/9',
      'reception/E9',
    ] as const),
  ),
  astray: oneOf(false, false, false, false, true),
  desk: oneOf('1', '2', '3', '4', '9', 'constructor'),
  ticket: fc.nat(30),
  concern: oneOf('3.1', '3.2', '3.9', '3.10', '6.1', '6.3', '9.9'),
  reason: oneOf('emergency', 'mobility', 'language', 'friend', undefined, undefined, undefined),
  outcome: oneOf('settled', 'settled', 'forwarded', 'evidenceRequested'),
  yes: fc.boolean(),
  pastMs: oneOf(undefined, undefined, undefined, undefined, 0, seconds(10), minutes(3), -1),
});

/** A random day: asks by every kind of place, many of them impossible. */
export const diceOfADay = fc.array(dice, { minLength: 20, maxLength: 90, size: 'max' });

/** Lives through a day from eight o'clock on and shows each step to `watch`. */
export function liveThrough(thrown: readonly Dice[], watch: (step: Step) => void): OfficeDay {
  const office = officeDay({ rules });
  office.at('08:00');
  for (const die of thrown) {
    office.pass(die.gapMs);
    const before = structuredClone(office.day);
    if (die.kind === 'changeRules') {
      const answer = office.changeRules({ desks: die.yes ? desks : withoutDesk4 });
      watch({ office, before, by: 'server', command: undefined, answer });
    } else {
      const command = commandOf(office.day, die, die.kind);
      const by = placeFor(command, die);
      watch({ office, before, by, command, answer: office.tryAsk(by, command) });
    }
  }
  return office;
}

const ofReception: ReadonlySet<CommandType> = new Set([
  'checkIn',
  'correct',
  'cancel',
  'askZone',
  'dropQuestion',
]);

/** Receptions book, desks call: an ask mostly comes from a place that may ask it. */
function placeFor({ type }: Command, { by, astray }: Dice): By {
  if (astray) return by;
  if (type === 'closeDay') return 'lead';
  if (ofReception.has(type)) return by.startsWith('desk') ? 'reception/E1' : by;
  return by.startsWith('reception') && type !== 'resume' && type !== 'undo' ? 'lead' : by;
}

function commandOf(day: Day, die: Dice, type: CommandType): Command {
  const { concern, reason, yes } = die;
  const desk = die.by.startsWith('desk/') && !die.astray ? die.by.slice('desk/'.length) : die.desk;
  const number = ticketFor(day, die);
  const past = die.pastMs === undefined ? {} : { occurredAt: day.lastAt - die.pastMs };
  const ending = { outcome: die.outcome, ...(yes ? { destination: 'PAP' } : {}) };
  switch (type) {
    case 'checkIn':
      return checkInOf(day, die);
    case 'mark':
      return { type, number, marks: marksOf(die) };
    case 'leave':
      return { type, number };
    case 'correct':
      return { type, visit: yes ? number : 'V001', concern };
    case 'cancel':
      return { type, visit: yes ? number : 'V001' };
    case 'call':
      return reason === undefined ? { type, desk } : { type, desk, number, reason };
    case 'resume':
      return { type, number, toQueue: yes };
    case 'finish':
      return { type, desk, ...ending, ...past, furtherConcerns: [concern] };
    case 'requeue':
      return { type, desk, nextConcern: concern, ...ending };
    case 'transfer':
      return { type, desk, reason: reason ?? 'language', ...(yes ? { toDesk: die.desk } : {}) };
    case 'startActivity':
      return { type, desk, activity: yes ? '4.1' : 'training', team: '703' };
    case 'closeDay':
      return { type, force: yes };
    case 'answerHelp':
    case 'endHelp':
      return { type, from: openFrom(day.helpCalls) };
    case 'answerZone':
      return { type, from: openFrom(day.questions), answer: yes ? 'yes' : 'no' };
    case 'callHelp':
    case 'askZone':
    case 'dropQuestion':
    case 'undo':
      return { type };
    case 'recall':
    case 'withdraw':
    case 'start':
    case 'park':
    case 'noShow':
    case 'openDesk':
    case 'closeDesk':
    case 'pause':
      return { type, desk };
  }
}

/** The place of the oldest open signal, or one that gave none. */
const openFrom = (signals: readonly (HelpCall | ZoneQuestion)[]): By =>
  signals.find(({ endedAt }) => endedAt === null)?.from ?? 'reception/E1';

function checkInOf(day: Day, die: Dice): Command {
  const { concern, pastMs, yes } = die;
  if (die.ticket === 0) return { type: 'checkIn', concern: '6.1', rule: '6.1/sickNote' };
  const occurredAt = day.lastAt - (pastMs ?? 0);
  const visit = { desk: die.desk, calledAt: occurredAt + seconds(5), finishedAt: occurredAt + seconds(9) };
  return {
    type: 'checkIn',
    concern,
    rule: `${concern}/ticket`,
    marks: marksOf(die),
    ...(pastMs === undefined ? {} : { occurredAt }),
    ...(pastMs !== undefined && yes ? { visit } : {}),
  };
}

const marksOf = ({ reason, yes, ticket }: Dice) => ({
  ...(reason === undefined ? {} : { urgent: reason }),
  ...(yes ? { assisted: true as const } : {}),
  ...(ticket % 5 === 0 ? { confidential: true as const } : {}),
});

/** Resuming is asked for those who can be; everything else for anybody, now and then for somebody of another day. */
function ticketFor(day: Day, { kind, ticket }: Dice): string {
  const away = Object.values(day.tickets).filter(({ state }) => state === 'parked' || state === 'missed');
  const numbers = (kind === 'resume' && away.length > 0 ? away : Object.values(day.tickets)).map(
    (t) => t.number,
  );
  return [...numbers, 'E999', 'herford/2015-06-07/E001'][ticket % (numbers.length + 2)] ?? 'E999';
}
