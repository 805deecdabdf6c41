import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, quantile } from './quantile.js';
import { poolOf } from './tally.js';

const histogramOf = (values: readonly number[]) => poolOf(values.map((value) => value * 1000)).histogram;

describe('quantiles of a histogram', () => {
  // Sample and values by Hyndman and Fan's table of types.
  const sample = histogramOf([3, 5, 7, 8, 12, 13, 14, 14, 18, 21]);

  test('type 7 lies between the neighbouring values', () => {
    expect(quantile(sample, 0.9)).toBeCloseTo(18.3, 12);
    expect(median(sample)).toBe(12.5);
    expect([quantile(sample, 0), quantile(sample, 1)]).toEqual([3, 21]);
  });

  test('of nothing there is none, of one value it is that', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile(histogramOf([7]), 0.9)).toBe(7);
  });

  test('they are those of the sorted values', () => {
    const values = fc.array(fc.nat(90), { minLength: 1, maxLength: 60 });
    const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(values, share, (some, p) => {
        const sorted = some.toSorted((a, b) => a - b);
        const at = (i: number) => sorted[Math.min(i, sorted.length - 1)] ?? Number.NaN;
        const position = (sorted.length - 1) * p;
        const low = Math.floor(position);
        const expected = at(low) + (position - low) * (at(low + 1) - at(low));
        expect(quantile(histogramOf(some), p)).toBeCloseTo(expected, 9);
      }),
    );
  });
});
