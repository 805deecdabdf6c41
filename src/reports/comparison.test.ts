import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { ratioOf } from '../statistics/noise.js';
import type { Limits } from '../statistics/suppression.js';
import { exampleComparison, inputOf } from '../testing/exampleComparisons.js';
import {
  dayOfWaits,
  defaultLimits,
  figuresAt,
  noLimits,
  periodOf,
  spreadDays,
} from '../testing/exampleReports.js';
import { diceOfADay, liveThrough } from '../testing/randomDay.js';
import { basesOf } from './bases.js';
import { compare, type Comparison, type Difference } from './comparison.js';
import { leavesOf } from './leaves.js';
import { buildReport } from './reportModel.js';

const find = ({ differences }: Comparison, figure: string): Difference | undefined =>
  differences.find((difference) => difference.figure === figure);

const mondays = { '2015-W24': '2015-06-08', '2015-W25': '2015-06-15' } as const;

const weekOf = (word: keyof typeof mondays) =>
  fc.array(diceOfADay, { minLength: 1, maxLength: 5 }).map((days) =>
    days.map((dice, i): DailyFigures => {
      const day = `2015-06-${String(Number(mondays[word].slice(-2)) + i).padStart(2, '0')}`;
      return { ...figuresAt(liveThrough(dice, () => undefined)), day };
    }),
  );

const checkTwoWeeks = (check: (days: readonly DailyFigures[], limits: Limits) => void) =>
  fc.assert(
    fc.property(
      weekOf('2015-W24'),
      weekOf('2015-W25'),
      fc.constantFrom(noLimits, defaultLimits),
      (one, other, limits) => check([...one, ...other], limits),
    ),
    { numRuns: 8, seed: 24, endOnFailure: true },
  );

describe('two weeks side by side', () => {
  test('hand-computed', () => {
    // S16 has 188 minutes over 36 contacts; the week before 4·87 and 12 + 13 + 14 + 15 over 28: 402 minutes.
    const comparison = exampleComparison(noLimits);
    const [now, before] = [(188 * 60) / 36, (402 * 60) / 28];
    const pooled = find(comparison, 'waiting.meanPerContactSeconds');
    expect(pooled).toMatchObject({ noise: 'beyond' });
    expect(pooled?.value).toBeCloseTo(now, 9);
    expect(pooled?.comparedValue).toBeCloseTo(before, 9);
    expect(pooled?.absolute).toBeCloseTo(now - before, 9);
    expect(pooled?.relative).toBeCloseTo(now / before - 1, 9);
    // Everybody was served for five minutes.
    expect(find(comparison, 'service.meanPerContactSeconds')).toEqual({
      figure: 'service.meanPerContactSeconds',
      value: 300,
      comparedValue: 300,
      absolute: 0,
      relative: 0,
      noise: 'within',
    });
    expect(find(comparison, 'visits.total')).toEqual({
      figure: 'visits.total',
      value: 36,
      comparedValue: 28,
      absolute: 8,
      relative: 8 / 28,
    });
    expect(find(comparison, 'perDay.visits')).toMatchObject({
      value: 7.2,
      comparedValue: 7,
      noise: 'within',
    });
    expect(find(comparison, 'byConcern[3.1].waiting.meanPerContactSeconds')).toMatchObject({
      noise: 'beyond',
    });
    // Nobody failed to appear in the week before, so there is nothing to divide by.
    expect(find(comparison, 'tickets.noShowRate')).toMatchObject({ absolute: 0, relative: null });
  });

  test('single days can not be told apart, but may be noise', () => {
    const days = [
      dayOfWaits('2015-06-01', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      dayOfWaits('2015-06-08', [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
      dayOfWaits('2015-06-15', [20, 21, 22, 23, 24, 20, 21, 22, 23, 24]),
    ];
    const [small, large] = ['2015-W24', '2015-W25'].map((word) =>
      compare(inputOf(days, word), inputOf(days, '2015-W23')),
    );
    expect(small && find(small, 'waiting.meanPerContactSeconds')?.noise).toBe('within');
    expect(large && find(large, 'waiting.meanPerContactSeconds')?.noise).toBe('unclear');
    expect(large && find(large, 'waiting.meanPerVisitSeconds')?.noise).toBe('unclear');
  });

  test('periods with days in common have no differences, which would be the figures of the other days', () => {
    // The twelfth alone has too few contacts to be shown.
    const days = [...spreadDays().slice(0, 4), dayOfWaits('2015-06-12', [17])];
    const cut = {
      ...inputOf(days, '2015-W24'),
      period: periodOf({ kind: 'range', from: '2015-06-08', to: '2015-06-11' }),
    };
    for (const comparison of [
      compare(inputOf(days, '2015-W24'), cut),
      compare(cut, inputOf(days, '2015-W24')),
    ]) {
      expect(comparison.overlapping).toBe(true);
      expect(find(comparison, 'visits.total')?.value).not.toBeNull();
      expect(
        comparison.differences.filter(({ absolute, relative, noise }) => absolute ?? relative ?? noise),
      ).toEqual([]);
    }
  });

  test('a period without days has no differences', () => {
    const { differences } = compare(inputOf(spreadDays(), '2015-W24'), inputOf([], '2015-W23'));
    expect(differences.filter(({ figure }) => figure.startsWith('waiting.mean'))).not.toHaveLength(0);
    expect(
      differences.filter(({ noise }) => noise !== undefined && noise !== 'within' && noise !== 'unclear'),
    ).toEqual([]);
    expect(differences.find(({ figure }) => figure === 'waiting.meanPerVisitSeconds')).toEqual({
      figure: 'waiting.meanPerVisitSeconds',
      value: 324,
      comparedValue: null,
      absolute: null,
      relative: null,
    });
  });
});

describe('always', () => {
  test('turned round, every difference changes its sign and nothing else', () => {
    checkTwoWeeks((days, limits) => {
      const [one, other] = [inputOf(days, '2015-W24', limits), inputOf(days, '2015-W25', limits)];
      const back = new Map(compare(other, one).differences.map((each) => [each.figure, each]));
      for (const { figure, absolute, noise } of compare(one, other).differences) {
        const turned = back.get(figure);
        expect(turned?.absolute, figure).toBe(absolute === null ? null : 0 - absolute);
        expect(turned?.noise, figure).toBe(noise);
      }
    });
  });

  test('beside itself a period differs in nothing', () => {
    checkTwoWeeks((days, limits) => {
      const input = inputOf(days, '2015-W24', limits);
      for (const { figure, value, absolute, noise } of compare(input, input).differences) {
        expect(absolute, figure).toBe(value === null ? null : 0);
        expect(['within', undefined], figure).toContain(noise);
      }
    });
  });

  test('a figure that a report hides has no difference, and every tested one is the printed one', () => {
    checkTwoWeeks((days, limits) => {
      const inputs = ['2015-W24', '2015-W25'].map((word) => inputOf(days, word, limits));
      const [one, other] = inputs;
      if (!one || !other) return;
      const printed = inputs.map((input) => leavesOf(buildReport(input)));
      for (const { figure, absolute, noise } of compare(one, other).differences) {
        const isShown = printed.every((leaves) => (leaves.get(figure) ?? null) !== null);
        expect(absolute !== null, figure).toBe(isShown);
        if (!isShown) expect(noise, figure).toBeUndefined();
      }
      for (const [i, input] of inputs.entries()) {
        for (const [figure, { parts }] of basesOf(input)) {
          const value = printed[i]?.get(figure) ?? null;
          if (value === null) continue;
          expect(ratioOf(parts), figure).toBeCloseTo(value, 6);
        }
      }
    });
  });
});
