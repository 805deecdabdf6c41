import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diceOfADay, liveThrough } from '../testing/randomDay.js';
import { copyDay } from './copyDay.js';
import { evolve, replay } from './evolve.js';
import type { Day } from './day.js';
import type { Entry } from './events.js';

/** The day after some entries, as a fold of its own. */
function dayAfter(entries: readonly Entry[]): Day {
  const day = replay(entries);
  if (!day) throw new Error('no entry opens the day');
  return day;
}

test('a copy equals its day, and neither notices what the other goes on with', () => {
  const halfADay = fc.tuple(diceOfADay, fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(halfADay, ([dice, part]) => {
      const { entries } = liveThrough(dice, () => undefined);
      fc.pre(entries.length > 0);
      const half = Math.max(1, Math.round(part * entries.length));
      const before = entries.slice(0, half);
      const day = dayAfter(before);
      const copy = copyDay(day);
      const untouched = copyDay(copy);
      for (const entry of entries.slice(half)) evolve(day, entry);
      expect(copy).toEqual(dayAfter(before));
      for (const entry of entries.slice(half)) evolve(copy, entry);
      expect(copy).toEqual(day);
      expect(untouched).toEqual(dayAfter(before));
    }),
    { seed: 20150608, numRuns: 150 },
  );
});
