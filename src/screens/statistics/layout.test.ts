import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesOf, type Block } from './layout.js';

fc.configureGlobal({ seed: 20150601 });

const block = (title: string, lines: number): Block => ({
  title,
  lines: Array.from({ length: lines }, () => title),
});
const titles = (blocks: readonly Block[], columns: number, rows: number) =>
  pagesOf(blocks, columns, rows).map((page) =>
    page.map((column) => column.map(({ title }) => title).join('')),
  );

test('from top to bottom, then to the next column, then to the next page', () => {
  const blocks = [block('a', 3), block('b', 3), block('c', 8), block('d', 1), block('e', 2)];
  expect(titles(blocks, 2, 10)).toEqual([['ab', 'c'], ['de']]);
  expect(titles(blocks, 2, 40)).toEqual([['abcde']]);
  expect(titles([], 2, 10)).toEqual([]);
});

test('every block is on exactly one page, in order, and no column is too high', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 });
  fc.assert(
    fc.property(
      heights,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 10, max: 60 }),
      (list, columns, rows) => {
        const blocks = list.map((lines, i) => block(String(i), lines));
        const pages = pagesOf(blocks, columns, rows);
        expect(pages.flat(2)).toEqual(blocks);
        for (const column of pages.flat()) {
          const height = column.reduce((sum, { lines }) => sum + lines.length + 2, -1);
          expect(height).toBeLessThanOrEqual(rows);
        }
      },
    ),
  );
});
