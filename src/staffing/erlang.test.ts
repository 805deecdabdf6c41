import { describe, expect, test } from 'vitest';
import oracle from '../testing/oracles/waits.json' with { type: 'json' };
import { erlangB, erlangC, meanWait, waitQuantile, waitsLonger } from './erlang.js';

const near = (value: number | null, expected: number) =>
  expect(Math.abs((value ?? Number.NaN) - expected) / Math.max(expected, 1e-12)).toBeLessThan(1e-9);

describe('many desks, one line', () => {
  test.each(oracle.mmc)('$desks desks under a load of $load', (row) => {
    const { desks, load } = row;
    near(erlangB(desks, load), row.erlangB);
    near(erlangC(desks, load), row.erlangC);
    near(meanWait(desks, load), row.meanWait);
    near(waitsLonger(desks, load, 1), row.waitsOver1);
    expect(waitQuantile(desks, load, 0.9)).toBeCloseTo(row.p90, 9);
  });

  test('more work than the desks can do has no mean wait', () => {
    expect([meanWait(3, 3), waitQuantile(3, 4, 0.9), meanWait(0, 0)]).toEqual([null, null, null]);
    expect([erlangC(3, 3), waitsLonger(2, 5, 10)]).toEqual([1, 1]);
  });

  test.each(oracle.office)('$arrivalsPerHour an hour of $serviceMinutes minutes', (row) => {
    const load = (row.arrivalsPerHour * row.serviceMinutes) / 60;
    for (const { desks, meanWaitMinutes } of row.byDesks) {
      expect((meanWait(desks, load) ?? Number.NaN) * row.serviceMinutes).toBeCloseTo(meanWaitMinutes, 6);
    }
    const enough = row.byDesks.find(
      ({ desks }) => (meanWait(desks, load) ?? Infinity) * row.serviceMinutes <= 10,
    );
    expect(enough?.desks).toBe(row.leastDesksForMean10);
  });
});
