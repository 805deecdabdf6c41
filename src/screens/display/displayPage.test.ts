import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectGolden } from '../../testing/golden.js';
import { captionRows } from './Captions.js';
import { displayLayout } from './displayLayout.js';
import { topRows } from './Top.js';

const file = new URL('../../../docs/display.md', import.meta.url);
const start = '<!-- heights -->\n';
const end = '<!-- /heights -->';

const mmPerInch = 25.4;
/** Height of a 16:9 picture by its diagonal. */
const heightPart = 9 / Math.hypot(16, 9);
/** Height for each metre of distance, mm. */
const perMetre = {
  /** EN 301 549, 5.1.4: an angle of 0.7°. */
  everybody: 1000 * Math.tan((0.7 * Math.PI) / 180),
  /** ASR A6, 6.1.3: D/155. */
  staff: 1000 / 155,
  /** DIN 32975, annex A. */
  visus03: 11.6,
  visus01: 34.9,
};

const terminals = [
  [40, 12],
  [80, 24],
  [120, 33],
  [240, 67],
] as const;
const inches = [24, 32, 43, 55];

/** Rows that number and place of one call take on a terminal. */
function rowsOf(columns: number, rows: number): { number: number; place: number } {
  const { number, place } = displayLayout({ number: 'E017', place: 'Platz 1' }, [], {
    columns: columns - 2,
    rows: rows - topRows(rows) - 2 - captionRows(rows, false),
    style: 'blocks',
    arrow: '→',
    hasCaption: true,
  });
  return { number: number.length, place: place.length };
}

const metres = (mm: number, each: number): string => `${(mm / each).toFixed(1)} m`;

function heights(): string {
  const lines = terminals.flatMap(([columns, rows]) => {
    const { number, place } = rowsOf(columns, rows);
    return inches.map((diagonal) => {
      const row = (diagonal * mmPerInch * heightPart) / rows;
      const mm = { number: number * row, place: place * row };
      return [
        `${columns} × ${rows}`,
        `${diagonal}″`,
        `${mm.number.toFixed(0)} mm`,
        metres(mm.number, perMetre.everybody),
        metres(mm.number, perMetre.visus01),
        place === 0 ? 'caption only' : `${mm.place.toFixed(0)} mm`,
        place === 0 ? '–' : metres(mm.place, perMetre.everybody),
        place === 0 ? '–' : metres(mm.place, perMetre.visus01),
      ].join(' | ');
    });
  });
  return [
    '| terminal | screen | number | EN 301 549 up to | visus 0.1 up to | place | EN 301 549 up to | visus 0.1 up to |',
    '|---|---|---|---|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
    '',
  ].join('\n');
}

test('the page names the heights that the display draws, by the formulas it names', () => {
  const page = readFileSync(file, 'utf8');
  const [before = '', rest = ''] = page.split(start, 2);
  const after = rest.slice(rest.indexOf(end));
  expectGolden(`${before}${start}\n${heights()}\n${after}`, file);
  expect(page).toContain(`| ${perMetre.everybody.toFixed(1)} mm (D · tan 0.7°) |`);
  expect(page).toContain(`| ${perMetre.staff.toFixed(1)} mm |`);
  expect(page).toContain(`${heightPart.toFixed(3)} × the diagonal`);
});

test.each([
  [80, 24],
  [120, 33],
])('on 32 inches with %i × %i everybody reads the number eight metres away', (columns, rows) => {
  const mm = (rowsOf(columns, rows).number / rows) * 32 * mmPerInch * heightPart;
  expect(mm / perMetre.everybody).toBeGreaterThanOrEqual(8);
});
