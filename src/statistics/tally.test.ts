import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOf } from './quantile.js';
import { countWithin, meanOf, pool, joinSpreads, poolOf, tallyOf } from './tally.js';

const durations = fc.array(fc.nat(5_000_000), { maxLength: 30 });

test('tallies of parts pool into the tally of all', () => {
  fc.assert(
    fc.property(durations, durations, (a, b) => {
      const all = poolOf([...a, ...b]);
      expect(pool([tallyOf(a), tallyOf([]), tallyOf(b)])).toEqual(all);
      const { squares: _, ...spread } = all;
      expect(joinSpreads([poolOf(a), poolOf([]), poolOf(b)])).toEqual(spread);
    }),
  );
});

test('sums are kept in ms, the histogram in whole seconds', () => {
  expect(tallyOf([1499, 1500, 1500])).toEqual({
    n: 3,
    sum: 4499,
    squares: 1499 ** 2 + 2 * 1500 ** 2,
    max: 1500,
    seconds: '1 1 0',
  });
  expect(meanOf(tallyOf([1, 2]))).toBe(1.5);
  expect(meanOf(tallyOf([]))).toBeNull();
});

test('a target is kept by whoever waited exactly as long', () => {
  expect(countWithin(poolOf([899_000, 900_000, 900_400, 900_600]), 900_000)).toBe(3);
});

test('a histogram has every whole second as often as it occurred', () => {
  fc.assert(
    fc.property(durations, (some) => {
      const { histogram } = poolOf(some);
      const seconds = some.map((ms) => Math.round(ms / 1000));
      for (const second of seconds) {
        expect(histogram[second]).toBe(seconds.filter((each) => each === second).length);
      }
      expect(countOf(histogram)).toBe(some.length);
    }),
  );
});
