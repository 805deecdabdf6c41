import { expect, test } from 'vitest';
import { relationsOf } from './relations.js';

const made = (rows: Readonly<Record<string, string>>) =>
  Object.entries(rows).map(([key, atoms]) => ({ key, atoms: new Set(atoms) }));

test('a row of one division may be the row of another, or follow from several', () => {
  expect(relationsOf(made({ all: 'abc', first: 'ab', second: 'c', late: 'c', early: 'ab' }))).toEqual([
    { total: 'second', parts: ['all', 'first'], weights: [1, -1] },
    { total: 'late', parts: ['all', 'first'], weights: [1, -1] },
    { total: 'early', parts: ['first'], weights: [1] },
  ]);
});

test('rows that share contacts do not follow from each other, and empty rows say nothing', () => {
  expect(relationsOf(made({ final: 'ab', booked: 'bc', none: '' }))).toEqual([]);
});
