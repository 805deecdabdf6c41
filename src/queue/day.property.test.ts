import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenInvariants, noticedOf } from '../testing/dayInvariants.js';
import { fakeCatalogue } from '../testing/fakeCatalogue.js';
import { diceOfADay, liveThrough, type Step } from '../testing/randomDay.js';
import type { CommandType } from './commands.js';
import type { Day, Ticket } from './day.js';
import { decide } from './decide.js';
import { evolve, replay } from './evolve.js';
import type { Entry, Event } from './events.js';
import { roleOf } from './roles.js';

/** fast-check prints seed and path of a failure, with the shortest day that shows it. */
const seed = 20150608;
const onRandomDays = (watch: (step: Step) => void, numRuns = 150) =>
  fc.assert(
    fc.property(diceOfADay, (dice) => void liveThrough(dice, watch)),
    { seed, numRuns },
  );

/** Independent of the domain's own function: whether a desk may be given a ticket in normal order. */
function mayTake(day: Day, desk: string, ticket: Ticket): boolean {
  const rules = day.rules.desks[desk];
  if (!rules || (ticket.marks.confidential === true && !rules.confidential)) return false;
  const kept = day.rules.desks[ticket.reservedFor ?? ''];
  if (kept && (kept.confidential || !ticket.marks.confidential)) return ticket.reservedFor === desk;
  const concern = ticket.contacts.at(-1)?.concern ?? '';
  return rules.skills === null || rules.skills.some((skill) => `${concern}.`.startsWith(`${skill}.`));
}

const signals: ReadonlySet<CommandType> = new Set([
  'callHelp',
  'answerHelp',
  'endHelp',
  'askZone',
  'answerZone',
  'dropQuestion',
]);

/** What nobody takes back. */
const lasting: ReadonlySet<CommandType> = new Set([...signals, 'undo', 'closeDay']);

const byPlace = (a: Ticket, b: Ticket) => a.placeAt - b.placeAt || a.placeSeq - b.placeSeq;

describe('random days of four desks, two receptions and a lead', () => {
  test('the random days meet every kind of event often, each of them taken back too, and plenty of refusals', () => {
    const met = new Map<string, number>();
    const takenBack = new Set<string>();
    let refused = 0;
    onRandomDays(({ office, answer }) => {
      if (!('entry' in answer)) {
        refused += 1;
        return;
      }
      for (const event of answer.entry.events) {
        met.set(event.type, (met.get(event.type) ?? 0) + 1);
        if (event.type !== 'ActionUndone') continue;
        const undone = office.entries.find(({ seq }) => seq === event.undoes);
        for (const { type } of undone?.events ?? []) takenBack.add(type);
      }
    });
    const isUndoable: Record<Exclude<Event['type'], 'DayOpened'>, boolean> = {
      RulesChanged: false,
      DayClosed: false,
      VisitEnded: true,
      TicketCheckedIn: true,
      TicketMarked: true,
      VisitCorrected: true,
      VisitCancelled: true,
      TicketCalled: true,
      TicketRecalled: true,
      CallWithdrawn: true,
      ServiceStarted: true,
      ContactFinished: true,
      TicketRequeued: true,
      TicketTransferred: true,
      TicketParked: true,
      TicketResumed: true,
      TicketMissed: true,
      TicketLeft: true,
      DeskOpened: true,
      DeskPaused: true,
      DeskClosed: true,
      ActivityStarted: true,
      HelpCalled: false,
      HelpAnswered: false,
      HelpEnded: false,
      ZoneAsked: false,
      ZoneAnswered: false,
      QuestionDropped: false,
      ExtraDesksDecided: true,
      ActionUndone: false,
    };
    const types = Object.keys(isUndoable) as (keyof typeof isUndoable)[];
    expect(types.filter((type) => (met.get(type) ?? 0) < 10)).toEqual([]);
    expect([...met.keys()].filter((type) => !(type in isUndoable))).toEqual([]);
    expect([...takenBack].toSorted()).toEqual(types.filter((type) => isUndoable[type]).toSorted());
    expect(refused).toBeGreaterThan(1000);
  });

  test('the random days correct and cancel visits wherever they are', () => {
    const met = new Map<string, number>();
    onRandomDays(({ before, by, command, answer }) => {
      if (!('entry' in answer) || (command?.type !== 'correct' && command?.type !== 'cancel')) return;
      const { state = 'none', ending, contacts = [] } = before.tickets[command.visit] ?? {};
      const what = `${command.type} by ${roleOf(by)}:`;
      const where = [state, ...(ending ? [ending] : []), ...(contacts.length > 1 ? ['later leg'] : [])];
      for (const each of where) met.set(`${what} ${each}`, (met.get(`${what} ${each}`) ?? 0) + 1);
    });
    expect([...met].flatMap(([what, count]) => (count >= 5 ? what : [])).toSorted()).toEqual(
      expect.arrayContaining([
        'cancel by lead: waiting',
        'cancel by reception: none',
        'cancel by reception: waiting',
        'correct by lead: called',
        'correct by lead: ended',
        'correct by lead: finished',
        'correct by lead: later leg',
        'correct by lead: left',
        'correct by lead: missed',
        'correct by lead: parked',
        'correct by lead: waiting',
        'correct by reception: waiting',
      ]),
    );
  });

  test('[E3] each ticket is in one place, the line in order, no number lost, no duration negative', () => {
    onRandomDays(({ office }) => expect(brokenInvariants(office.day)).toEqual([]));
  });

  test('[E2] deciding changes nothing, and a refusal leaves no trace', () => {
    onRandomDays(({ office, before, by, command, answer }) => {
      if (!('entry' in answer)) expect(office.day).toEqual(before);
      if (!command) return;
      const now = JSON.stringify(office.day);
      decide(office.day, command, { at: office.day.lastAt, by, catalogue: fakeCatalogue });
      expect(JSON.stringify(office.day)).toBe(now);
    });
  });

  test('[E1] the journal as text gives the same day', () => {
    const property = fc.property(diceOfADay, (dice) => {
      const { day, entries } = liveThrough(dice, () => undefined);
      expect(replay(JSON.parse(JSON.stringify(entries)) as Entry[])).toEqual(day);
    });
    fc.assert(property, { seed, numRuns: 200 });
  });

  test('[O1] nobody is overtaken but for a logged reason, an urgent mark, or a desk that may not serve them', () => {
    onRandomDays(({ before, command, answer }) => {
      if (command?.type !== 'call' || !('entry' in answer)) return;
      const called = before.tickets[answer.number];
      if (!called) throw new Error(`${answer.number} came from nowhere`);
      const { at, events } = answer.entry;
      if (events.some((event) => 'reason' in event)) return;
      const others = Object.values(before.tickets).filter(
        (other) => other !== called && other.state === 'waiting' && mayTake(before, command.desk, other),
      );
      expect(mayTake(before, command.desk, called)).toBe(true);
      const isOverdue = (ticket: Ticket) => at - ticket.placeAt > before.rules.urgentCapMs;
      for (const overtaken of others.filter((other) => byPlace(other, called) < 0)) {
        expect(called.marks.urgent).toBeDefined();
        expect(overtaken.marks.urgent).toBeUndefined();
        expect(isOverdue(overtaken)).toBe(false);
      }
      if (called.marks.urgent === undefined && !isOverdue(called)) {
        expect(others.filter(({ marks }) => marks.urgent !== undefined)).toEqual([]);
      }
    });
  });

  test('[S5] a signal changes no ticket, visit or desk, and no place has two of a kind', () => {
    onRandomDays(({ office, before, command }) => {
      if (!command || !signals.has(command.type)) return;
      expect(noticedOf(office.day)).toEqual(noticedOf(before));
      for (const kind of [office.day.helpCalls, office.day.questions]) {
        const open = kind.flatMap(({ from, endedAt }) => (endedAt === null ? from : []));
        expect(new Set(open).size).toBe(open.length);
      }
    });
  });

  test('[B4] a decision about more desks changes no ticket, visit or desk, and stays on record', () => {
    onRandomDays(({ office, before, command, answer }) => {
      if (command?.type !== 'decideExtraDesks') return;
      const made = 'entry' in answer ? [{ answer: command.answer, extraDesks: command.extraDesks }] : [];
      expect(office.day.deskDecisions).toMatchObject([...before.deskDecisions, ...made]);
      const { deskDecisions: _, ...now } = noticedOf(office.day);
      expect(noticedOf(before)).toMatchObject(now);
    });
  });

  test('[O6] every call out of order is logged, and no other', () => {
    onRandomDays(({ office, before, answer }) => {
      if (!('entry' in answer)) return;
      const reasoned = answer.entry.events.filter(
        (event) => event.type === 'TicketCalled' && event.reason !== undefined,
      );
      const logged = office.day.deviations.filter(
        ({ kind, seq }) => kind === 'outOfOrder' && seq > before.seq,
      );
      expect(logged.length).toBe(reasoned.length);
    });
  });

  test('[U2] whatever was accepted can be taken back at once and leaves nothing behind but a used number', () => {
    onRandomDays(({ office, before, by, command, answer }) => {
      if (!command || !('entry' in answer) || lasting.has(command.type)) return;
      const day = structuredClone(office.day);
      const { seq, at } = answer.entry;
      const decision = decide(day, { type: 'undo' }, { at, by, catalogue: fakeCatalogue });
      expect(decision).toEqual({ events: [{ type: 'ActionUndone', undoes: seq }] });
      if ('events' in decision) evolve(day, { seq: seq + 1, at, by, ask: 'undo', events: decision.events });

      expect(noticedOf(day, before)).toEqual(noticedOf(before));
      expect(brokenInvariants(day)).toEqual([]);
      expect([day.lastNumber, day.lastVisit]).toEqual([office.day.lastNumber, office.day.lastVisit]);
      const since = Object.values(day.tickets).filter(({ number }) => !(number in before.tickets));
      for (const ticket of since) expect(ticket.ending).toBe('cancelled');
    });
  });
});
