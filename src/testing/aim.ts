import type { CommandType } from '../queue/commands.js';
import type { Day, Desk, HelpCall, Ticket, ZoneQuestion } from '../queue/day.js';
import type { By } from '../queue/events.js';
import { roleOf } from '../queue/roles.js';

/** The dice that decide who asks, and for whom. */
export interface AimDice {
  readonly by: By;
  readonly desk: string;
  /** Which one of those that are possible. */
  readonly ticket: number;
  readonly yes: boolean;
}

/** Who asks something, and for which desk and visit. Not every command looks at all of them. */
export interface Aim {
  readonly by: By;
  readonly desk: string;
  /** A ticket's number or a visit's name. */
  readonly visit: string;
}

/** What an ask needs of the desk that it is for, if it is for one. */
type Need = 'called' | 'open' | 'ready' | 'none';

const isFit: Readonly<Record<Need, (day: Day, name: string, desk: Desk) => boolean>> = {
  called: (day, _, { number }) => number !== null && day.tickets[number]?.state === 'called',
  open: (_, __, { number }) => number !== null,
  ready: (day, name, { state }) => name in day.rules.desks && (state === 'free' || state === 'closed'),
  none: (day, name, { number }) => name in day.rules.desks && number === null,
};

const desksWith = (day: Day, need: Need): string[] =>
  Object.entries(day.desks).flatMap(([name, desk]) => (isFit[need](day, name, desk) ? name : []));

const needs: Partial<Record<CommandType, Need>> = {
  recall: 'called',
  withdraw: 'called',
  start: 'called',
  noShow: 'called',
  finish: 'open',
  park: 'open',
  requeue: 'open',
  transfer: 'open',
  call: 'ready',
  openDesk: 'none',
  closeDesk: 'none',
  pause: 'none',
  startActivity: 'none',
};

/** Aims an ask as people do who look at their screens first: the place may ask it, and there is something to ask it of. */
export function aim(day: Day, die: AimDice, type: CommandType): Aim {
  const need = needs[type];
  const visit = pick(visitsFor(day, die, type), die, 'E999');
  const desk = need === undefined ? die.desk : pick(desksWith(day, need), die, die.desk);
  return { by: placeFor(day, die, type, desk, visit), desk, visit };
}

/** What people do instead where there is nothing to do of a kind: they see to it that there will be. */
export function possible(day: Day, die: AimDice, type: CommandType): CommandType {
  const need = needs[type];
  const hasWork = need === undefined || desksWith(day, need).length > 0;
  if (!hasWork) return need === 'ready' ? 'finish' : possible(day, die, 'call');
  if (type === 'call' || aboutVisit.has(type)) return visitsFor(day, die, type).length > 0 ? type : 'checkIn';
  return type;
}

const aboutVisit: ReadonlySet<CommandType> = new Set(['resume', 'mark', 'leave', 'cancel', 'correct']);

/** Fires an ask blindly: anybody asks anything of anybody, now and then of somebody who was never there. */
export function misaim(day: Day, die: AimDice): Aim {
  const visits = [...Object.keys(day.tickets), 'V001', 'E999', 'herford/2015-06-07/E001'];
  return { by: die.by, desk: die.desk, visit: pick(visits, die, 'E999') };
}

const pick = (names: readonly string[], { ticket }: AimDice, otherwise: string): string =>
  names[ticket % Math.max(1, names.length)] ?? otherwise;

function visitsFor(day: Day, die: AimDice, type: CommandType): string[] {
  const of = (...states: readonly Ticket['state'][]) =>
    Object.values(day.tickets).flatMap(({ number, state }) => (states.includes(state) ? number : []));
  switch (type) {
    case 'resume':
      return of('parked', 'missed');
    case 'mark':
      return of('waiting', 'called', 'inService', 'parked', 'missed');
    case 'cancel':
      return [...of('waiting', 'missed'), ...Object.keys(day.visits)];
    case 'correct':
      // The reception as long as it may, the lead any time: most of a day's visits are over.
      if (roleOf(die.by) === 'reception') return of('waiting');
      return [...Object.keys(day.tickets), ...Object.keys(day.visits)];
    default:
      return of('waiting');
  }
}

function placeFor(day: Day, die: AimDice, type: CommandType, desk: string, visit: string): By {
  const role = roleOf(die.by);
  const reception: By = die.yes ? 'reception/E1' : 'reception/E2';
  const anybody: By = role === 'desk' ? 'desk/1' : role === 'lead' ? 'lead' : reception;
  if (needs[type] !== undefined) return role === 'lead' ? 'lead' : `desk/${desk}`;
  switch (type) {
    case 'checkIn':
    case 'cancel':
      return role === 'lead' ? 'lead' : reception;
    case 'correct':
      return role === 'reception' ? reception : 'lead';
    case 'closeDay':
    case 'decideExtraDesks':
      return 'lead';
    case 'resume':
      return role === 'desk' ? `desk/${day.tickets[visit]?.desk ?? '1'}` : anybody;
    case 'answerHelp':
      return openFrom(day.helpCalls) === anybody ? 'desk/2' : anybody;
    case 'askZone':
      return reception;
    case 'answerZone':
      return role === 'desk' ? 'desk/1' : 'lead';
    case 'dropQuestion':
      return openFrom(day.questions);
    case 'undo':
      return lastPlace(day, die.yes) ?? die.by;
    default:
      return anybody;
  }
}

/** The place whose last action is the latest, or the one before that: the first can mostly be taken back, the other may be overtaken. */
function lastPlace(day: Day, newest: boolean): By | undefined {
  const places = Object.entries(day.undo).toSorted(([, a], [, b]) => b.seq - a.seq);
  return (places[newest ? 0 : 1] ?? places[0])?.[0] as By | undefined;
}

/** The place of the oldest open signal, or one that gave none. */
export const openFrom = (signals: readonly (HelpCall | ZoneQuestion)[]): By =>
  signals.find(({ endedAt }) => endedAt === null)?.from ?? 'reception/E1';
