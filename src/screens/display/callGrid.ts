/** The other calls side by side and below each other. Pure. */
import { bigText, bigTextCells, type BigTextSize } from '../parts/bigText.js';
import { cutTo, fit, width } from '../parts/cells.js';

const blanksBetween = 3;
/** Smaller than that, plain text says more. */
const leastRows = 3;

/** The texts in large letters, at most so many rows each, as large as fits; undefined where that is not legible or too much. */
export function bigGrid(
  texts: readonly string[],
  { columns, rows, style }: BigTextSize,
  mostRows: number,
): string[] | undefined {
  if (texts.length === 0) return [];
  for (let height = Math.min(mostRows, rows); height >= leastRows; height -= 1) {
    const sizes = texts.map((text) => bigTextCells(text, { columns, rows: height, style }));
    if (sizes.includes(null)) continue;
    const cellRows = Math.max(...sizes.map((size) => size?.rows ?? 0));
    const most = Math.floor((rows + 1) / (cellRows + 1));
    const bands = bandsOf(
      sizes.map((size) => size?.columns ?? 0),
      columns,
      most,
    );
    if (bands.length > most) continue;
    const cells = texts.map((text) => bigText(text, { columns, rows: height, style }));
    return bands.flatMap((band, i) => [
      ...(i === 0 ? [] : ['']),
      ...Array.from({ length: cellRows }, (_line, y) => joined(band, (index) => cells[index]?.[y] ?? '')),
    ]);
  }
  return undefined;
}

/** The texts in plain letters. Where they are too many for the rows, a last "+3" says how many more there are. */
export function plainGrid(
  texts: readonly string[],
  columns: number,
  rows: number,
): { readonly lines: readonly string[]; readonly hidden: number } {
  const most = Math.max(1, rows);
  const cells = texts.map((text) => cutTo(text, columns));
  const bandsFor = (shown: readonly string[]): Band[] =>
    bandsOf(
      shown.map((cell) => width(cell)),
      columns,
      most,
    );
  const linesOf = (shown: readonly string[], bands: readonly Band[]): string[] =>
    bands.map((band) => joined(band, (index) => shown[index] ?? ''));
  for (let count = cells.length; count > 0; count -= 1) {
    const hidden = cells.length - count;
    const shown = hidden === 0 ? cells : [...cells.slice(0, count), `+${hidden}`];
    const bands = bandsFor(shown);
    if (bands.length <= most) return { lines: linesOf(shown, bands), hidden };
  }
  return { lines: [`+${cells.length}`], hidden: cells.length };
}

/** What stands side by side, each in so many columns. */
type Band = readonly { readonly index: number; readonly columns: number }[];

/** In columns of one width; where that takes too many bands because of one that is long, each in its own. */
function bandsOf(widths: readonly number[], columns: number, most: number): Band[] {
  const widest = Math.max(...widths);
  const even = packed(
    widths.map(() => widest),
    columns,
  );
  return even.length <= most ? even : packed(widths, columns);
}

/** Each in the first band that has room for it. */
function packed(widths: readonly number[], columns: number): Band[] {
  const bands: { index: number; columns: number }[][] = [];
  for (const [index, own] of widths.entries()) {
    const cell = { index, columns: own };
    const free = bands.find((band) => columnsOf(band) + blanksBetween + own <= columns);
    if (free) free.push(cell);
    else bands.push([cell]);
  }
  return bands;
}

const columnsOf = (band: Band): number =>
  band.reduce((sum, cell) => sum + cell.columns, blanksBetween * (band.length - 1));

const joined = (band: Band, textOf: (index: number) => string): string =>
  band
    .map(({ index, columns }) => fit(textOf(index), columns, ''))
    .join(' '.repeat(blanksBetween))
    .trimEnd();
