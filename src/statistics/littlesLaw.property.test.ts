import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenInvariants } from '../testing/dayInvariants.js';
import { officeDay, seconds } from '../testing/officeDay.js';
import { factsOf } from './contacts.js';

const fates = [
  'served',
  'withdrawn',
  'undone',
  'missed',
  'gone',
  'parked',
  'parkedToLine',
  'requeued',
  'transferred',
] as const;

/** What becomes of a visitor who is called. */
type Fate = (typeof fates)[number];

/** What happens next, and after how many seconds: somebody comes, leaves or comes back, or a desk takes a step. */
interface Throw {
  readonly gap: number;
  readonly what: 'E1' | 'E2' | 'lead' | 'leaves' | 'returns' | '1' | '2' | '3';
  readonly fate: Fate;
  readonly dice: number;
}

const dayOfThrows: fc.Arbitrary<readonly Throw[]> = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 90 }),
    what: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom('E1' as const, 'E2' as const, 'lead' as const) },
      { weight: 1, arbitrary: fc.constantFrom('leaves' as const, 'returns' as const) },
      { weight: 8, arbitrary: fc.constantFrom('1' as const, '2' as const, '3' as const) },
    ),
    fate: fc.constantFrom('served' as const, 'served' as const, 'served' as const, ...fates),
    dice: fc.nat(90),
  }),
  { minLength: 10, maxLength: 120, size: 'max' },
);

/** One visitor's wait, as somebody saw it who stood beside the line. Instants in ms. */
interface Wait {
  readonly from: number;
  to: number | null;
}

/** A stretch of the day before and after which nobody waits. All times in ms. */
interface Busy {
  readonly from: number;
  to: number;
  /** How many waits began. */
  arrivals: number;
  /** Waiting visitors, summed up over time: what somebody who counts heads all the time comes to. */
  area: number;
}

/**
 * Lives through a day of three desks, two receptions and a lead, and notes every official wait: from its beginning to
 * the call that is answered. It never looks at what the office recorded.
 */
function liveAndNote(throws: readonly Throw[]) {
  const office = officeDay();
  let now = office.instant('08:00');
  office.at('08:00');
  /** Waits of legs that are not completed, and of those that are. */
  const running = new Map<string, Wait>();
  const noted: Wait[] = [];
  const hands = new Map<
    string,
    { readonly number: string; readonly calledAt: number; readonly fate: Fate }
  >();
  const missed: string[] = [];

  const pass = (count: number) => {
    now += seconds(count);
    office.pass(seconds(count));
  };
  const waitBegins = (number: string) => running.set(number, { from: now, to: null });
  const answered = (number: string, calledAt: number) => {
    const wait = running.get(number);
    if (wait) wait.to ??= calledAt;
  };
  const completed = (number: string) => {
    const wait = running.get(number);
    if (wait) noted.push(wait);
    running.delete(number);
  };

  const call = (name: string, { fate, dice }: Throw) => {
    if (office.line.length === 0) return;
    const desk = office.desk(name);
    const last = office.line.at(-1);
    const { number } = dice % 9 === 0 && last !== undefined ? desk.call(last, 'emergency') : desk.call();
    hands.set(name, { number, calledAt: now, fate });
  };
  const step = (name: string, thrown: Throw) => {
    const hand = hands.get(name);
    if (!hand) {
      call(name, thrown);
      return;
    }
    const desk = office.desk(name);
    const { number, calledAt, fate } = hand;
    hands.delete(name);
    switch (fate) {
      case 'withdrawn':
        desk.withdraw();
        return;
      case 'undone':
        if ('name' in office.tryAsk(`desk/${name}`, { type: 'undo' })) desk.withdraw();
        return;
      case 'missed':
      case 'gone':
        pass(Math.max(0, 180 - (now - calledAt) / 1000));
        desk.noShow();
        if (fate === 'missed') missed.push(number);
        else running.delete(number);
        return;
      case 'parked':
      case 'parkedToLine':
        answered(number, calledAt);
        desk.park();
        pass(thrown.dice);
        desk.resume(number, { toQueue: fate === 'parkedToLine' });
        if (fate === 'parkedToLine') return;
        desk.finish();
        completed(number);
        return;
      case 'requeued':
      case 'transferred':
        answered(number, calledAt);
        if (fate === 'transferred') desk.transfer('language');
        else desk.requeue(office.contact(number).concern === '3.7' ? '3.2' : '3.7');
        completed(number);
        waitBegins(number);
        return;
      case 'served':
        answered(number, calledAt);
        desk.finish();
        completed(number);
    }
  };
  const comesBack = (number: string) => office.reception().resume(number, { toQueue: true });

  for (const thrown of throws) {
    const { what, dice } = thrown;
    pass(thrown.gap);
    if (what === 'leaves') {
      const number = office.line[dice % Math.max(1, office.line.length)];
      if (number === undefined) continue;
      office.reception('E2').leave(number);
      running.delete(number);
    } else if (what === 'returns') {
      const number = missed.shift();
      if (number !== undefined) comesBack(number);
    } else if (what === '1' || what === '2' || what === '3') step(what, thrown);
    else {
      const marks = dice % 11 === 0 ? { marks: { urgent: 'emergency' } } : {};
      const place = what === 'lead' ? office.lead : office.reception(what);
      waitBegins(place.checkIn(dice % 2 === 0 ? '3.2' : '3.7', marks).number);
    }
  }
  // The last ones are served too, so that the day ends empty.
  for (const number of missed.splice(0)) comesBack(number);
  while (office.line.length > 0 || hands.size > 0) {
    for (const name of ['1', '2', '3']) {
      pass(10);
      step(name, { gap: 0, what: 'lead', fate: 'served', dice: 1 });
    }
    for (const number of missed.splice(0)) comesBack(number);
  }
  return { office, waits: noted };
}

/** Counts heads along the day: one more with each wait that begins, one less with each that ends. */
function stretchesOf(waits: readonly Wait[]): Busy[] {
  const changes = waits
    .flatMap(({ from, to }) => [
      { at: from, change: 1 },
      { at: to ?? Number.NaN, change: -1 },
    ])
    // Who waits no time at all comes before he goes. A stretch that begins at the end of the one before is one with it.
    .toSorted((a, b) => a.at - b.at || b.change - a.change);
  const busy: Busy[] = [];
  let heads = 0;
  for (const { at, change } of changes) {
    const last = busy.at(-1);
    if (last && (heads > 0 || last.to === at)) {
      last.area += heads * (at - last.to);
      last.to = at;
      last.arrivals += Math.max(0, change);
    } else busy.push({ from: at, to: at, arrivals: Math.max(0, change), area: 0 });
    heads += change;
  }
  expect(heads).toBe(0);
  return busy;
}

test("Little's law: over every stretch that begins and ends empty, heads waiting are arrivals times the mean wait", () => {
  const met = { stretches: 0, longWaits: 0, laterLegs: 0, atOnce: 0 };
  fc.assert(
    fc.property(dayOfThrows, (throws) => {
      const { office, waits } = liveAndNote(throws);
      expect(brokenInvariants(office.day)).toEqual([]);
      const busy = stretchesOf(waits);
      const { contacts } = factsOf(office.day);
      expect(contacts).toHaveLength(waits.length);
      for (const { from, to, arrivals, area } of busy) {
        const there = contacts.filter(({ queuedAt }) => queuedAt >= from && queuedAt <= to);
        const sum = there.reduce((total, { waitTime }) => total + waitTime, 0);
        expect([there.length, sum]).toEqual([arrivals, area]);
        if (to === from) continue;
        // L = λ W, as it is written.
        const heads = area / (to - from);
        const rate = arrivals / (to - from);
        expect(heads).toBeCloseTo(rate * (sum / arrivals), 9);
        met.stretches += 1;
        met.atOnce += heads > 2 ? 1 : 0;
      }
      met.longWaits += contacts.filter(({ waitTime, firstCallWait }) => waitTime > firstCallWait).length;
      met.laterLegs += contacts.filter(({ leg }) => leg > 1).length;
    }),
    { seed: 1961, numRuns: 300 },
  );
  expect(Math.min(...Object.values(met))).toBeGreaterThan(100);
});
