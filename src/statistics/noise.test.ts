import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '../testing/seeded.js';
import { noiseOf, ratioOf, type Basis } from './noise.js';
import { tallyOf } from './tally.js';

/** A mean of daily values. */
const daily = (...values: readonly number[]): Basis => ({
  parts: values.map((above) => ({ above, below: 1 })),
});

const ratios = (...parts: readonly (readonly [number, number])[]): Basis => ({
  parts: parts.map(([above, below]) => ({ above, below })),
});

describe('by the day', () => {
  test('hand-computed: a mean of daily values is tested as Welch did', () => {
    // Variances 2.5 and 2.5, t = 3 / √(0.5 + 0.5) = 3, 8 degrees of freedom, p = 0.017.
    expect(noiseOf(daily(5, 6, 7, 8, 9), daily(8, 9, 10, 11, 12))).toBe('beyond');
    // t = 2, p = 0.081; t = 1, p = 0.347.
    expect(noiseOf(daily(5, 6, 7, 8, 9), daily(7, 8, 9, 10, 11))).toBe('within');
    expect(noiseOf(daily(5, 6, 7, 8, 9), daily(6, 7, 8, 9, 10))).toBe('within');
  });

  test('hand-computed: a ratio of sums by its residuals', () => {
    // R = 24/24 = 1: residuals 2, 0, −2; Σe² = 8, var = 3/2 · 8/576 = 0.02083.
    const one = ratios([10, 8], [8, 8], [6, 8]);
    // R = 1.5 with the same spread: t = 0.5 / 0.2041 = 2.449, 4 degrees of freedom, p = 0.070.
    expect(noiseOf(one, ratios([14, 8], [12, 8], [10, 8]))).toBe('within');
    // R = 1.75: t = 3.674, p = 0.021.
    expect(noiseOf(one, ratios([16, 8], [14, 8], [12, 8]))).toBe('beyond');
    expect(ratioOf(one.parts)).toBe(1);
  });

  test('days that add nothing to the denominator are no observations', () => {
    const three = ratios([5, 5], [6, 5], [7, 5]);
    expect(noiseOf(three, ratios([50, 5], [51, 5], [52, 5], [0, 0]))).toBe('beyond');
    expect(noiseOf(three, ratios([50, 5], [51, 5], [0, 0]))).toBe('unclear');
  });

  test('of pairs of periods that differ by chance alone about one in twenty is called beyond', () => {
    const random = seeded(2015);
    /** About bell-shaped, with waits that depend on how many come. */
    const day = () => {
      const visitors = 20 + Math.floor(random() * 40);
      const mean = 4 + visitors / 15 + (random() + random() + random() - 1.5) * 4;
      return [visitors * mean, visitors] as const;
    };
    const week = () => ratios(day(), day(), day(), day(), day());
    const pairs = 2000;
    let beyond = 0;
    for (let i = 0; i < pairs; i += 1) if (noiseOf(week(), week()) === 'beyond') beyond += 1;
    expect(beyond / pairs).toBeGreaterThan(0.03);
    expect(beyond / pairs).toBeLessThan(0.07);
  });
});

describe('with less than three days', () => {
  const singles = (values: readonly number[]): Basis => {
    const tally = tallyOf(values);
    return { parts: [{ above: tally.sum, below: tally.n }], singles: tally };
  };
  const tens = Array.from({ length: 10 }, (_, i) => i * 1000);

  test('single contacts can show that a difference is noise', () => {
    // Means 4.5 s and 5.5 s, variances 9.17 s² each: t = 1 / √1.833 = 0.74.
    expect(noiseOf(singles(tens), singles(tens.map((ms) => ms + 1000)))).toBe('within');
  });

  test('and never that it is not', () => {
    expect(noiseOf(singles(tens), singles(tens.map((ms) => ms + 60_000)))).toBe('unclear');
  });

  test('nothing is said of few, or without them', () => {
    expect(noiseOf(singles(tens.slice(1)), singles(tens))).toBe('unclear');
    expect(noiseOf(daily(5), daily(6))).toBe('unclear');
    expect(noiseOf(daily(5), daily(5, 6, 7, 8))).toBe('unclear');
  });
});

describe('always', () => {
  const basis = fc
    .array(
      fc.record({ above: fc.integer({ min: 0, max: 10_000 }), below: fc.integer({ min: 0, max: 100 }) }),
      { maxLength: 12 },
    )
    .map((parts): Basis => ({ parts }));

  test('both ways round the same, and within noise of itself', () => {
    fc.assert(
      fc.property(basis, basis, (a, b) => {
        expect(noiseOf(a, b)).toBe(noiseOf(b, a));
        expect(noiseOf(a, a)).toBe('within');
      }),
    );
  });

  test('the unit does not matter', () => {
    fc.assert(
      fc.property(basis, basis, (a, b) => {
        const inMs = ({ parts }: Basis): Basis => ({
          parts: parts.map(({ above, below }) => ({ above: above * 1024, below })),
        });
        expect(noiseOf(inMs(a), inMs(b))).toBe(noiseOf(a, b));
      }),
    );
  });
});
