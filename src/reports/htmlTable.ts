import { formatPercent } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import { absence, formatTexts, oneSpaced } from './formatTexts.js';
import { html } from './htmlEscape.js';
import { outline } from './outline.js';
import { highestIn, mostShade, shadeOf } from './scale.js';
import type { Cell, GridRow } from './sheet.js';

export interface TableParts {
  /** Of the heading that names the table. */
  readonly id: string;
  readonly heading: string;
  /** Markup. */
  readonly heads: readonly string[];
  readonly rows: readonly GridRow[];
  readonly language: Language;
}

/** More columns may be wider than a narrow screen; they are scrolled, and the page is not. */
const mostColumnsOfNarrow = 2;

/** A table of no more rows goes to the next page as a whole rather than being torn. */
const mostRowsOfShort = 16;

/** Shades are read together: the hours of a day are not torn. */
const mostRowsOfShortHeat = 26;

/** A table with its heads repeated on every printed page. */
export function table(
  parts: TableParts,
  shade: (row: GridRow, cell: Cell) => string = () => '',
  mostShort = mostRowsOfShort,
): string[] {
  const { id, heading, heads, rows, language } = parts;
  const isWide = heads.length > mostColumnsOfNarrow;
  return [
    isWide
      ? `<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">`
      : '<div class="narrow">',
    rows.length > mostShort ? '<table>' : '<table class="short">',
    `<caption>${html(oneSpaced(heading))}</caption>`,
    `<thead><tr><td></td>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...outline(rows).map((row) => {
      const classes = [
        `l${Math.min(row.level, 3)}`,
        ...(row.isMinor ? ['minor'] : []),
        ...(row.isTotal ? ['total'] : []),
      ];
      // As many cells as there are heads, so that a row's line goes all the way.
      const cells = heads.map((_, i) => {
        const cell = row.cells[i] ?? { text: '' };
        return `<td${shade(row, cell)}>${cellMarkup(cell, language)}</td>`;
      });
      return `<tr class="${classes.join(' ')}"><th scope="row">${html(row.name)}</th>${cells.join('')}</tr>`;
    }),
    '</tbody>',
    '</table>',
    '</div>',
  ];
}

/** A sign for the eye, and for the ear what it means. */
function cellMarkup(cell: Cell, language: Language): string {
  const missing = absence(cell, formatTexts(language));
  if (missing === undefined || missing === cell.text) return html(cell.text);
  return `<span aria-hidden="true">${html(cell.text)}</span><span class="heard">${html(missing)}</span>`;
}

/** Numbers on the darker a ground, the nearer they come to the highest. */
export function heatTable(parts: TableParts): string[] {
  const texts = formatTexts(parts.language);
  const highest = highestIn(parts.rows);
  const tint = (row: GridRow, cell: Cell): string => {
    const shade = row.isTotal ? undefined : shadeOf(cell, highest);
    return shade === undefined ? '' : ` class="t${shade}"`;
  };
  const steps = Array.from({ length: mostShade }, (_, i) => i + 1).map(
    (step) =>
      `<span class="t${step}">${html(texts.upTo(formatPercent(step / mostShade, parts.language, 0)))}</span>`,
  );
  return [
    `<p class="legend">${html(texts.tints)} ${steps.join(' ')}</p>`,
    ...table(parts, tint, mostRowsOfShortHeat),
  ];
}
