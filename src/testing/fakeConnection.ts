import { nothingYet, type AskReply, type OfficeView } from '../client/officeView.js';
import type { Board, Refusal, SiteView } from '../protocol/messages.js';
import type { Command } from '../queue/commands.js';
import { emptyDay, type Day } from '../queue/day.js';
import { decide } from '../queue/decide.js';
import { evolve } from '../queue/evolve.js';
import type { By, Entry } from '../queue/events.js';
import type { DayOpening, Rules } from '../queue/rules.js';
import { rulebook } from '../routing/rulebook.js';
import type { OfficeLine } from '../screens/parts/line.js';
import type { DailyFigures } from '../statistics/figures.js';
import { keyDates, pilot } from '../statistics/period.js';
import { exampleOpening, exampleRules, minutes } from './officeDay.js';

/** A site like the shipped example. */
export const exampleSite: SiteView = {
  id: 'herford',
  name: 'Jobcenter Herford',
  zone: 'Europe/Berlin',
  receptions: [
    { id: 'E1', label: { de: 'Empfang 1', en: 'Reception 1' }, room: '239' },
    { id: 'E2', label: { de: 'Empfang 2', en: 'Reception 2' }, room: '239' },
  ],
  desks: ['1', '2', '3'].map((id) => ({
    id,
    label: { de: `Platz ${id}`, en: `Desk ${id}` },
    room: `20${Number(id) + 1}`,
    fetched: false,
    confidential: id === '3',
  })),
  destinations: { SACHBEARBEITUNG: { room: 'Raum 310', phone: '05221 1234' } },
  hiddenConcerns: [],
  frequentConcerns: ['3.2', '3.9', '3.1', '3.4', '2.1', '3.7', '3.8', '6.1', '3.10', '5'],
  deviationReasons: [
    { code: 'emergency', de: 'Notfall', en: 'Emergency' },
    { code: 'mobility', de: 'Gehbehinderung', en: 'Mobility' },
  ],
  transferReasons: [
    { code: 'wrongDesk', de: 'andere Zuständigkeit', en: 'Other competence' },
    { code: 'language', de: 'Sprache', en: 'Language' },
  ],
  activities: [
    { code: '4.1', de: 'Datenpflege (4.1)', en: 'Data maintenance (4.1)' },
    { code: '4.2', de: 'Freigabe der Leistung (4.2)', en: 'Release of benefits (4.2)' },
    { code: '4.3', de: 'Postbearbeitung (4.3)', en: 'Post and files (4.3)' },
    { code: 'training', de: 'Schulung', en: 'Training' },
    { code: 'reinforcement', de: 'Verstärkung des Empfangs', en: 'Reinforcing the reception' },
  ],
  waitTargetMs: minutes(15),
  peakUtilisation: 0.85,
  limits: { minContacts: 5, minDesks: 3 },
  halfDayAt: '12:00',
  goals: {},
  staffing: {
    fullDayMs: 7.8 * 3_600_000,
    stages: {
      reception: { minimumFte: 1.5, plannedMs: null },
      entranceZone: { minimumFte: 2.5, plannedMs: null },
    },
  },
  usualService: { am: minutes(10), pm: minutes(10) },
  open: 'always',
  waitingPlace: { de: 'Wartezone 240/241', en: 'waiting area 240/241' },
  reporting: { pilot, keyDates, addressees: {} },
};

export interface FakeOfficeOptions {
  readonly rules?: Partial<Rules>;
  readonly site?: Partial<SiteView>;
  readonly opening?: Partial<DayOpening>;
  /** What the clock shows first, ms after the day's beginning. @default ten in the morning */
  readonly startsAfter?: number;
  /** Days that are over, for who asks for their figures. */
  readonly past?: readonly DailyFigures[];
}

/** What a test can make a line do beside what a screen does with it. */
export interface FakeLine extends OfficeLine {
  /** What the screen asked, oldest first. */
  readonly asked: readonly Command[];
  /** Which numbers a display said it shows, every time it said so. */
  readonly shown: readonly (readonly string[])[];
  readonly takeOvers: number;
  readonly isClosed: boolean;
  /** Changes what the connection says of itself. */
  readonly change: (part: Partial<OfficeView>) => void;
  readonly refuse: (refusal: Refusal) => void;
  /** Nothing has come in for so many ms, and nothing tells the screen so. */
  readonly stall: (ageMs: number) => void;
  /** Answers nothing until the returned function is called. */
  readonly hold: () => () => void;
}

/**
 * An office in memory with lines to it, decided and folded as the server does it, by the shipped catalogue.
 * Its clock stands still until the test moves it.
 */
export function fakeOffice({
  rules,
  site,
  opening,
  startsAfter = minutes(10 * 60),
  past = [],
}: FakeOfficeOptions = {}) {
  const start: DayOpening = { ...exampleOpening, ...opening, rules: { ...exampleRules, ...rules } };
  const day = emptyDay(start);
  const siteView: SiteView = { ...exampleSite, ...site };
  const tell = new Set<() => void>();
  let now = start.startsAt + startsAfter;

  function ask(by: By, command: Command): AskReply {
    const at = Math.max(now, day.lastAt);
    const decision = decide(day, command, { at, by, catalogue: rulebook });
    if ('rejection' in decision) return { ok: false, rejection: decision.rejection };
    const entry: Entry = { seq: day.seq + 1, at, by, ask: `ask-${day.seq + 1}`, events: decision.events };
    evolve(day, entry);
    for (const each of tell) each();
    return { ok: true, entry };
  }

  return {
    day: day as Readonly<Day>,
    now: () => now,
    /** Moves the clock on by so many ms. */
    pass(ms: number): void {
      now += ms;
    },
    /** Asks as somebody at another place; a refusal throws. */
    ask(by: By, command: Command): Entry {
      const reply = ask(by, command);
      if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.rejection)}`);
      return reply.entry;
    },
    /** A line of a place of the staff, joined. */
    line: (by: By): FakeLine =>
      fakeLine({
        first: { ...nothingYet, phase: 'joined', site: siteView, day },
        now: () => now,
        ask: (command) => ask(by, command),
        tell,
        past,
      }),
  };
}

/** A line of a display; `change({ board })` shows calls. */
export const fakeDisplayLine = (board: Board, now: () => number): FakeLine =>
  fakeLine({
    first: { ...nothingYet, phase: 'joined', board },
    now,
    ask: () => ({ ok: false, rejection: { name: 'notConnected' } }),
    tell: new Set(),
    past: [],
  });

interface FakeLineParts {
  readonly first: OfficeView;
  readonly now: () => number;
  readonly ask: (command: Command) => AskReply;
  /** To be called when the day has changed. */
  readonly tell: Set<() => void>;
  readonly past: readonly DailyFigures[];
}

function fakeLine({ first, now, ask, tell, past }: FakeLineParts): FakeLine {
  const listeners = new Set<() => void>();
  const asked: Command[] = [];
  const shown: (readonly string[])[] = [];
  let view = first;
  let takeOvers = 0;
  let isClosed = false;
  let age = 0;
  let held: Promise<void> | undefined;

  const change = (part: Partial<OfficeView>): void => {
    view = { ...view, ...part };
    for (const listener of listeners) listener();
  };
  tell.add(() => change({}));

  return {
    get view() {
      return view;
    },
    getView: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async ask(command) {
      asked.push(command);
      if (view.phase !== 'joined') return { ok: false, rejection: { name: 'notConnected' } };
      change({ asking: [...view.asking, command] });
      await held;
      const reply = ask(command);
      change({ asking: view.asking.filter((each) => each !== command) });
      return reply;
    },
    figures: async (from, to) => past.filter(({ day }) => day >= from && day <= to),
    now,
    age: () => age,
    tellShowing: (numbers) => {
      shown.push(numbers);
    },
    takeOver: () => {
      takeOvers += 1;
      change({ phase: 'joined', refusal: null });
    },
    close: () => {
      isClosed = true;
    },
    asked,
    shown,
    get takeOvers() {
      return takeOvers;
    },
    get isClosed() {
      return isClosed;
    },
    change,
    refuse: (refusal) => change({ phase: 'refused', refusal }),
    stall: (ageMs) => {
      age = ageMs;
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return () => {
        held = undefined;
        resolve();
      };
    },
  };
}
