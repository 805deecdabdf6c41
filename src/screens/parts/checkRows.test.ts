import { expect, test } from 'vitest';
import { checkRows } from './checkRows.js';

const texts = ['copies made', 'handed out: the flyer that names every counsel', 'master data'];
const room = { columns: 20, rows: 5, cutSign: '…' };

test('a long item is wrapped where there is room for all', () => {
  expect(checkRows(texts, 0, room)).toEqual({
    from: 0,
    to: 3,
    lines: [['copies made'], ['handed out: the', 'flyer that names', 'every counsel'], ['master data']],
  });
});

test('where there is less room, a long item is cut until it is chosen', () => {
  expect(checkRows(texts, 0, { ...room, rows: 4 }).lines).toEqual([
    ['copies made'],
    ['handed out: the fly…'],
    ['master data'],
  ]);
  expect(checkRows(texts, 1, { ...room, rows: 4 })).toEqual({
    from: 1,
    to: 2,
    lines: [['handed out: the', 'flyer that names', 'every counsel']],
  });
});
