import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { width } from '../parts/cells.js';
import { bar } from './bars.js';

fc.configureGlobal({ seed: 20150601 });

test('as long as its share of the largest, to an eighth of a cell', () => {
  expect(bar(8, 8, 4, false)).toBe('████');
  expect(bar(4, 8, 4, false)).toBe('██');
  expect(bar(5, 8, 4, false)).toBe('██▌');
  expect(bar(5, 8, 8, true)).toBe('#####');
});

test('nothing is no bar, and what is more than nothing is one', () => {
  expect(bar(0, 8, 4, false)).toBe('');
  expect(bar(0, 0, 4, true)).toBe('');
  expect(bar(1, 1000, 4, false)).toBe('▏');
  expect(bar(1, 1000, 4, true)).toBe('#');
});

test('never longer than its cells, and never longer for less', () => {
  const count = fc.integer({ min: 0, max: 500 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: 1, max: 60 }), fc.boolean(), (a, b, cells, ascii) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      const length = (value: number) => width(bar(value, more, cells, ascii));
      expect(length(more)).toBeLessThanOrEqual(cells);
      expect(length(less)).toBeLessThanOrEqual(length(more));
    }),
  );
});
