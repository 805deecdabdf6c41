import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { listWindow } from './listWindow.js';

it('shows everything that fits', () => {
  expect(listWindow(5, 4, 5)).toEqual({ from: 0, to: 5 });
});

it('leaves a row for how many more there are, and scrolls no further than needed', () => {
  expect(listWindow(20, 0, 5)).toEqual({ from: 0, to: 4 });
  expect(listWindow(20, 4, 5)).toEqual({ from: 1, to: 5 });
  expect(listWindow(20, 19, 5)).toEqual({ from: 16, to: 20 });
});

it('always holds the chosen row, and never more rows than there is room for', () => {
  const sizes = fc.record({ length: fc.integer({ min: 1, max: 60 }), rows: fc.integer({ min: 2, max: 40 }) });
  fc.assert(
    fc.property(sizes, fc.nat(), ({ length, rows }, some) => {
      const chosen = some % length;
      const { from, to } = listWindow(length, chosen, rows);
      expect(from).toBeLessThanOrEqual(chosen);
      expect(to).toBeGreaterThan(chosen);
      expect(to - from + (length > rows ? 1 : 0)).toBeLessThanOrEqual(rows);
    }),
    { seed: 20150608 },
  );
});
