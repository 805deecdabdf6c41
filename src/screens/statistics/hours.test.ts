import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hourRows } from './hours.js';

fc.configureGlobal({ seed: 20150601 });

test('an hour a row as long as they fit', () => {
  expect(hourRows([{ hour: 8, arrived: 3, served: 1 }], 5)).toEqual([
    { from: 8, to: 9, arrived: 3, served: 1 },
  ]);
  expect(hourRows([], 5)).toEqual([]);
});

test('what does not fit is one row at the top', () => {
  const hours = [8, 9, 10, 11].map((hour) => ({ hour, arrived: hour, served: 1 }));
  expect(hourRows(hours, 3)).toEqual([
    { from: 8, to: 10, arrived: 17, served: 2 },
    { from: 10, to: 11, arrived: 10, served: 1 },
    { from: 11, to: 12, arrived: 11, served: 1 },
  ]);
});

test('the rows always add up to the totals of the day (K11)', () => {
  const counts = fc.array(fc.record({ arrived: fc.nat(50), served: fc.nat(50) }), { maxLength: 24 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 24 }), (list, rows) => {
      const hours = list.map((each, hour) => ({ hour, ...each }));
      const spans = hourRows(hours, rows);
      expect(spans.length).toBeLessThanOrEqual(rows);
      for (const name of ['arrived', 'served'] as const) {
        const sum = (from: readonly Record<typeof name, number>[]) =>
          from.reduce((all, each) => all + each[name], 0);
        expect(sum(spans)).toBe(sum(hours));
      }
    }),
  );
});
