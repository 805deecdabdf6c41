import { describe, expect, test } from 'vitest';
import { medianOf, restrictedMean, survivalOf } from './censoring.js';
import { meanOf, poolOf, tallyOf } from './tally.js';

const minute = 60_000;
const histogramOf = (...seconds: number[]) => poolOf(seconds.map((second) => second * 1000)).histogram;

describe('waits cut short', () => {
  /** Ten tickets: called after so many minutes, or waiting for so long without a call. */
  const called = [2, 3, 6, 6, 9, 14].map((minutes) => minutes * minute);
  const cutShort = [5, 8, 12, 20].map((minutes) => minutes * minute);
  const steps = survivalOf(poolOf(called).histogram, poolOf(cutShort).histogram);

  test('give the curve of Kaplan and Meier', () => {
    expect(steps.map(({ second, atRisk, ended }) => [second / 60, atRisk, ended])).toEqual([
      [2, 10, 1],
      [3, 9, 1],
      [6, 7, 2],
      [9, 4, 1],
      [14, 2, 1],
    ]);
    for (const [i, survival] of [9 / 10, 4 / 5, 4 / 7, 3 / 7, 3 / 14].entries()) {
      expect(steps[i]?.survival).toBeCloseTo(survival, 12);
    }
    expect(medianOf(steps)).toBe(9 * 60);
  });

  test('leave a mean to twenty minutes of 731/70, where the plain ones say 6.667 and 8.5', () => {
    expect(restrictedMean(steps, 20 * 60) / 60).toBeCloseTo(731 / 70, 12);
    expect((meanOf(tallyOf(called)) ?? 0) / minute).toBeCloseTo(20 / 3, 12);
    expect((meanOf(tallyOf([...called, ...cutShort])) ?? 0) / minute).toBe(8.5);
  });

  test('leave no median where less than half of the waits are known to end', () => {
    expect(medianOf(survivalOf(histogramOf(60), histogramOf(90, 90, 90)))).toBeNull();
    expect(medianOf(survivalOf(histogramOf(60, 60), histogramOf(90, 90)))).toBe(60);
  });

  test('change nothing where there are none: the mean is the plain one', () => {
    const all = poolOf(called).histogram;
    expect(restrictedMean(survivalOf(all, []), 14 * 60)).toBeCloseTo((20 / 3) * 60, 9);
    expect(survivalOf([], [])).toEqual([]);
  });
});
