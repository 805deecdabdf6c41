import fc from 'fast-check';
import { expect, test } from 'vitest';
import { officeDay, seconds } from '../testing/officeDay.js';
import { factsOf } from './contacts.js';

/** What happens next, and after how many seconds. `fate` is that of a visitor who is called. */
interface Throw {
  readonly gap: number;
  readonly arrives: boolean;
  readonly fate: 'served' | 'withdrawn' | 'missed' | 'parked' | 'requeued' | 'transferred';
  readonly serviceSeconds: number;
}

const dayOfThrows: fc.Arbitrary<readonly Throw[]> = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 120 }),
    arrives: fc.boolean(),
    fate: fc.constantFrom(
      'served',
      'served',
      'served',
      'withdrawn',
      'missed',
      'parked',
      'requeued',
      'transferred',
    ),
    serviceSeconds: fc.integer({ min: 0, max: 90 }),
  }),
  { minLength: 10, maxLength: 80, size: 'max' },
);

/** A stretch of the day before and after which nobody waits. All times in ms. */
interface Busy {
  from: number;
  to: number;
  /** How many waits began. */
  arrivals: number;
  /** Waiting visitors, summed up over time: what somebody who counts heads all the time comes to. */
  area: number;
}

/**
 * Lives through a day and counts heads beside it: one more with each wait that begins, one less with each call that is
 * answered. It never looks at what the office recorded.
 */
function liveAndCount(throws: readonly Throw[]) {
  const office = officeDay();
  const busy: Busy[] = [];
  let now = 0;
  let waiting = 0;
  const pass = (ms: number) => {
    const current = busy.at(-1);
    if (current && waiting > 0) {
      current.area += waiting * ms;
      current.to = now + ms;
    }
    now += ms;
    office.pass(ms);
  };
  const waitBegins = () => {
    // A stretch that begins at the end of the one before is one with it.
    if (waiting === 0 && busy.at(-1)?.to !== now) busy.push({ from: now, to: now, arrivals: 0, area: 0 });
    const current = busy.at(-1);
    if (current) current.arrivals += 1;
    waiting += 1;
  };
  const desk = office.desk('1');
  const call = ({ fate, serviceSeconds }: Throw) => {
    if (office.line.length === 0) return;
    const { number } = desk.call();
    if (fate === 'withdrawn') {
      // Nobody answered: the wait goes on.
      pass(seconds(serviceSeconds));
      desk.withdraw();
      return;
    }
    if (fate === 'missed') {
      pass(seconds(180));
      desk.noShow();
      pass(seconds(serviceSeconds));
      desk.resume(number, { toQueue: true });
      return;
    }
    waiting -= 1;
    pass(seconds(serviceSeconds));
    if (fate === 'requeued') {
      desk.requeue(office.contact(number).concern === '3.7' ? '3.2' : '3.7');
      waitBegins();
      return;
    }
    if (fate === 'transferred') {
      desk.transfer('language');
      waitBegins();
      return;
    }
    if (fate === 'parked') {
      desk.park();
      pass(seconds(serviceSeconds));
      desk.resume(number);
    }
    desk.finish();
  };
  office.at('08:00');
  now = office.instant('08:00');
  for (const thrown of throws) {
    pass(seconds(thrown.gap));
    if (thrown.arrives) {
      office.reception().checkIn('3.2');
      waitBegins();
    } else call(thrown);
  }
  // The last ones are served too, so that the day ends empty.
  while (office.line.length > 0) {
    pass(seconds(20));
    call({ gap: 0, arrives: false, fate: 'served', serviceSeconds: 30 });
  }
  return { office, busy };
}

test("Little's law: over every stretch that begins and ends empty, heads waiting are arrivals times the mean wait", () => {
  let stretches = 0;
  let longWaits = 0;
  fc.assert(
    fc.property(dayOfThrows, (throws) => {
      const { office, busy } = liveAndCount(throws);
      const { contacts } = factsOf(office.day);
      expect(busy.reduce((sum, { arrivals }) => sum + arrivals, 0)).toBe(contacts.length);
      for (const { from, to, arrivals, area } of busy) {
        const waits = contacts.filter(({ queuedAt }) => queuedAt >= from && queuedAt <= to);
        const sum = waits.reduce((total, { waitTime }) => total + waitTime, 0);
        expect([waits.length, sum]).toEqual([arrivals, area]);
        if (to === from) continue;
        // L = λ W, as it is written.
        const heads = area / (to - from);
        const rate = arrivals / (to - from);
        expect(heads).toBeCloseTo(rate * (sum / arrivals), 9);
        stretches += 1;
      }
      longWaits += contacts.filter(({ waitTime, firstCallWait }) => waitTime > firstCallWait).length;
    }),
    { seed: 1961, numRuns: 300 },
  );
  expect(stretches).toBeGreaterThan(300);
  expect(longWaits).toBeGreaterThan(100);
});
