import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleHeat } from '../testing/exampleSheets.js';
import type { Heat, List, Section } from './sheet.js';
import { plainPainter, renderSheet } from './terminal.js';
import { bar, sheetWidth } from './terminalTable.js';

const sheetOf = (...sections: Section[]) => ({
  language: 'de' as const,
  subject: { site: 'Herford', period: 'KW 24/2015', lastDay: '2015-06-14' },
  title: ['Beo-Bericht Herford'],
  heads: [],
  sections,
});

const linesOf = (section: Section, ascii = false): string[] =>
  renderSheet(sheetOf(section), { ascii, paint: plainPainter }).split('\n').slice(4, -1);

const count = (value: number) => ({ text: String(value), value, unit: 'count' as const });

const hours: List = {
  kind: 'list',
  heading: 'K11',
  heads: ['eingebucht', 'bedient', 'besetzt (min)'],
  rows: [
    { label: '08–09', cells: [count(16), count(8), count(120)] },
    { label: '09–10', cells: [count(1), { text: '•', isHidden: true }, { text: '–' }] },
    { label: 'Summe', cells: [count(17), count(8)], isTotal: true },
  ],
  bars: [0, 1],
};

describe('bars', () => {
  test('stand to the right of their numbers, on one scale, and not beside a sum', () => {
    expect(linesOf(hours)).toEqual([
      '                                                                    besetzt',
      '       eingebucht                      bedient                        (min)',
      '08–09          16 ████████████████████       8 ██████████               120',
      '09–10           1 █▎                         •                            –',
      'Summe          17                            8',
    ]);
  });

  test('are signs of ASCII where nothing else can be shown', () => {
    expect(linesOf(hours, true).slice(2)).toEqual([
      '08-09          16 ####################       8 ##########               120',
      '09-10           1 #                          *                            -',
      'Summe          17                            8',
    ]);
  });

  test('are left out where there is no room for them', () => {
    const cells = Array.from({ length: 7 }, () => count(1));
    const wide: List = {
      kind: 'list',
      heading: 'weit',
      heads: cells.map(() => 'zehnzehnze'),
      rows: [{ label: 'a', cells }],
      bars: [0, 1],
    };
    expect(linesOf(wide).join('\n')).not.toMatch(/[▏█]/);
  });

  test('show whatever is more than nothing, and never more than their room', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 3, max: 20 }),
        (share, width) => {
          for (const ascii of [false, true]) {
            const drawn = bar(share, width, ascii);
            expect(drawn.length).toBeLessThanOrEqual(width);
            expect(drawn === '').toBe(share === 0);
          }
        },
      ),
      { seed: 3 },
    );
  });
});

describe('heat', () => {
  test('has a shade behind each number but the sums, and says what it means', () => {
    expect(linesOf(exampleHeat('de'))).toEqual([
      '         07    08    09    10    11    12    13    14    15    16    17',
      'Mo      7,0▓  9,5█ 12,0█  9,5█  7,0▓  4,5▒  2,0░  0,0   0,0   0,0   0,0',
      'Di      6,0▒  8,5▓ 11,0█  8,5▓  6,0▒  3,5▒  1,0░  0,0   0,0   0,0   0,0',
      'Mi      5,0▒  7,5▓ 10,0█  7,5▓  5,0▒  2,5░  0,0   0,0   0,0   0,0   0,0',
      'Do      4,0▒  6,5▓  9,0▓  6,5▓  4,0▒  1,5░  0,0   0,0   0,0   0,0   0,0',
      'Fr      3,0░  5,5▒  8,0▓  5,5▒  3,0░  0,5░  0,0   0,0   0,0   0,0   0,0',
      'Summe  25,0  37,5  50,0  37,5  25,0  12,5   3,0   0,0   0,0   0,0   0,0',
      '░ bis 25 %, ▒ bis 50 %, ▓ bis 75 % der höchsten Zahl, █ darüber.',
    ]);
  });

  test('keeps to ASCII and to 80 columns, in several blocks if need be', () => {
    const cells = Array.from({ length: 24 }, (_, hour) => count(hour * 100));
    const day: Heat = {
      kind: 'heat',
      heading: 'Stunden',
      heads: cells.map((_, hour) => String(hour)),
      rows: [{ label: 'Mittwoch', cells }],
    };
    const lines = linesOf(day, true);
    expect(lines.filter((line) => line.startsWith('Mittwoch'))).toHaveLength(3);
    expect(lines.every((line) => line.length <= sheetWidth && /^[ -~]*$/.test(line))).toBe(true);
    for (const { text } of cells)
      expect(lines.join('\n')).toMatch(new RegExp(`(^|\\D)${text}([ .:+#]|$)`, 'm'));
  });

  test('of nothing but nothing has no shade', () => {
    const empty: Heat = {
      kind: 'heat',
      heading: 'leer',
      heads: ['08', '09'],
      rows: [{ label: 'Mo', cells: [count(0), { text: '•', isHidden: true }] }],
    };
    expect(linesOf(empty)[1]).toBe('Mo   0   •');
  });
});
