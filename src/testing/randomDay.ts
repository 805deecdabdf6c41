import fc from 'fast-check';
import type { Command, CommandType } from '../queue/commands.js';
import type { Day } from '../queue/day.js';
import type { By, Outcome } from '../queue/events.js';
import type { Rules } from '../queue/rules.js';
import { aim, misaim, openFrom, possible, type Aim, type AimDice } from './aim.js';
import { minutes, officeDay, plainDesk, seconds, type Accepted, type OfficeDay } from './officeDay.js';
import type { Rejection } from '../queue/rejections.js';

/** The dice of one ask; what they mean depends on the day they fall on. */
export interface Dice extends AimDice {
  readonly kind: CommandType | 'changeRules';
  readonly gapMs: number;
  /** Whether it is asked without looking: mostly something that can't be. */
  readonly astray: boolean;
  readonly concern: string;
  readonly reason: string | undefined;
  readonly outcome: Outcome;
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

const weights: Readonly<Record<Dice['kind'], number>> = {
  checkIn: 24,
  call: 24,
  finish: 14,
  correct: 12,
  undo: 12,
  noShow: 8,
  park: 8,
  resume: 8,
  cancel: 6,
  transfer: 6,
  requeue: 6,
  mark: 4,
  leave: 4,
  recall: 4,
  withdraw: 4,
  start: 4,
  openDesk: 2,
  closeDesk: 2,
  pause: 2,
  startActivity: 2,
  changeRules: 2,
  callHelp: 2,
  answerHelp: 2,
  endHelp: 2,
  askZone: 2,
  answerZone: 2,
  dropQuestion: 3,
  decideExtraDesks: 3,
  closeDay: 1,
};

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const dice: fc.Arbitrary<Dice> = fc.record({
  kind: fc.oneof(
    ...Object.entries(weights).map(([kind, weight]) => ({
      weight,
      arbitrary: fc.constant(kind as Dice['kind']),
    })),
  ),
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
  reason: oneOf('emergency', 'mobility', 'friend', undefined, undefined, undefined, undefined),
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
    // Who has made a mistake notices it soon.
    office.pass(die.kind === 'undo' ? Math.min(die.gapMs, seconds(20)) : die.gapMs);
    const before = structuredClone(office.day);
    if (die.kind === 'changeRules') {
      const answer = office.changeRules({ desks: die.yes ? desks : withoutDesk4 });
      watch({ office, before, by: 'server', command: undefined, answer });
    } else {
      const kind = die.astray ? die.kind : possible(office.day, die, die.kind);
      const aimed = die.astray ? misaim(office.day, die) : aim(office.day, die, kind);
      const command = commandOf(office.day, die, kind, aimed);
      const { by } = aimed;
      watch({ office, before, by, command, answer: office.tryAsk(by, command) });
    }
  }
  return office;
}

function commandOf(day: Day, die: Dice, type: CommandType, { desk, visit }: Aim): Command {
  const { concern, reason, yes } = die;
  const number = visit;
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
      return { type, visit, concern };
    case 'cancel':
      return { type, visit };
    case 'call':
      return reason === undefined ? { type, desk } : { type, desk, number, reason };
    case 'resume':
      return { type, number, toQueue: yes };
    case 'finish':
      return { type, desk, ...ending, ...past, furtherConcerns: [concern] };
    case 'requeue':
      return { type, desk, nextConcern: concern, ...ending };
    case 'transfer':
      return {
        type,
        desk,
        reason: reason === 'friend' ? reason : 'language',
        ...(yes ? { toDesk: die.desk } : {}),
      };
    case 'startActivity':
      return { type, desk, activity: yes ? '4.1' : 'training', team: '703' };
    case 'closeDay':
      return { type, force: yes };
    case 'answerHelp':
    case 'endHelp':
      return { type, from: openFrom(day.helpCalls) };
    case 'answerZone':
      return { type, from: openFrom(day.questions), answer: yes ? 'yes' : 'no' };
    case 'decideExtraDesks':
      return { type, answer: yes ? 'yes' : 'no', extraDesks: 1 + (die.ticket % 3) };
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
