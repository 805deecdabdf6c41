import { expect, test } from 'vitest';
import { bigSentence } from './bigSentence.js';

const rowsOf = (lines: readonly string[]): number => lines.filter((line) => line.trim() !== '').length;

test('breaks between words where that makes the letters larger', () => {
  const lines = bigSentence('Bitte warten Sie auf Ihre Nummer', { columns: 80, rows: 17, style: 'blocks' });
  expect(lines.filter((line) => line === '')).toHaveLength(2);
  expect(lines.length).toBeLessThanOrEqual(17);
  expect(rowsOf(lines)).toBeGreaterThanOrEqual(12);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
});

test('gives all lines one height', () => {
  const lines = bigSentence('Bitte warten Sie auf Ihre Nummer', {
    columns: 120,
    rows: 20,
    style: 'blocks',
  });
  const blanks = lines.filter((line) => line === '').length;
  expect(blanks).toBeGreaterThanOrEqual(1);
  expect((lines.length - blanks) % (blanks + 1)).toBe(0);
});

test('is empty where nothing can be read, and draws one word in one line', () => {
  expect(bigSentence('Verbindung wird aufgebaut', { columns: 20, rows: 10, style: 'blocks' })).toEqual([]);
  expect(bigSentence('Connecting', { columns: 80, rows: 2, style: 'ascii' })).toEqual([]);
  expect(bigSentence('Connecting', { columns: 80, rows: 9, style: 'ascii' })).not.toContain('');
});
