import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hiddenCells as hiddenByTheWords } from '../testing/oracles/hiddenCells.js';
import { sumOf } from './grouping.js';
import { hiddenCells, type Cell, type Table } from './suppression.js';

const limits = { minContacts: 5, minDesks: 2 };

/** Rows by columns with totals on both sides. */
function tableOf(rows: readonly (readonly Cell[])[]): Table {
  const columns = (rows[0] ?? []).map((_, column) => String(column));
  const cells = new Map<string, Cell>();
  const add = (key: string, cell: Cell) => {
    const before = cells.get(key) ?? { n: 0, desks: 0 };
    cells.set(key, { n: before.n + cell.n, desks: before.desks + cell.desks });
  };
  for (const [row, inRow] of rows.entries()) {
    for (const [column, cell] of inRow.entries()) {
      for (const key of [`${row} ${column}`, `${row} all`, `all ${column}`, 'all all']) add(key, cell);
    }
  }
  const names = [...rows.keys(), 'all'].map(String);
  const lineOf = (total: string, parts: readonly string[]) => ({ total, parts });
  return {
    cells,
    lines: [
      names.map((row) =>
        lineOf(
          `${row} all`,
          columns.map((column) => `${row} ${column}`),
        ),
      ),
      [...columns, 'all'].map((column) =>
        lineOf(
          `all ${column}`,
          [...rows.keys()].map((row) => `${row} ${column}`),
        ),
      ),
    ],
    restOn: (keys) => ({
      n: sumOf(keys, (key) => cells.get(key)?.n ?? 0),
      desks: sumOf(keys, (key) => cells.get(key)?.desks ?? 0),
    }),
  };
}

test('the cells that are hidden are those of the rule read word by word', () => {
  const cell = fc.record({ n: fc.oneof(fc.constant(0), fc.nat(12)), desks: fc.nat(3) });
  const rows = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );
  const isPrecious = fc.constantFrom(undefined, (key: string) => key.startsWith('0 '));
  fc.assert(
    fc.property(rows, isPrecious, (some, precious) => {
      const table = { ...tableOf(some), ...(precious ? { isPrecious: precious } : {}) };
      expect([...hiddenCells(table, limits)].toSorted()).toEqual(
        [...hiddenByTheWords(table, limits)].toSorted(),
      );
    }),
  );
});
