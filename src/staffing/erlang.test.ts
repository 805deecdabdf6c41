import { describe, expect, test } from 'vitest';
import oracle from '../testing/oracles/waits.json' with { type: 'json' };
import { erlangB, erlangC, meanWait } from './erlang.js';

const deviation = (value: number | null, expected: number): number =>
  Math.abs((value ?? Number.NaN) - expected) / Math.max(expected, 1e-12);

describe('many desks, one line', () => {
  test.each(oracle.mmc)('$desks desks under a load of $load', (row) => {
    const { desks, load } = row;
    expect(deviation(erlangB(desks, load), row.erlangB)).toBeLessThan(1e-9);
    expect(deviation(erlangC(desks, load), row.erlangC)).toBeLessThan(1e-9);
    expect(deviation(meanWait(desks, load), row.meanWait)).toBeLessThan(1e-9);
  });

  test('more work than the desks can do has no mean wait', () => {
    expect([meanWait(3, 3), meanWait(3, 4), meanWait(0, 0)]).toEqual([null, null, null]);
    expect([erlangC(3, 3), erlangC(2, 5)]).toEqual([1, 1]);
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
