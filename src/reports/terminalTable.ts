import { isAscii } from './ascii.js';
import { highestIn, shadeOf } from './scale.js';
import type { GridRow, Heat, List } from './sheet.js';

/** Tables on a terminal of 80 columns: how wide a column is, and how bars and shades stand beside numbers. */

export const sheetWidth = 80;

/** A row with nothing but its words. */
export interface Line {
  readonly label: string;
  readonly cells: readonly string[];
  readonly isMinor?: boolean | undefined;
}

export interface Widths {
  readonly label: number;
  readonly cells: readonly number[];
}

/** Every column as narrow as its cells; the label has the rest, as far as it needs it. */
export function columnWidths(rows: readonly Line[], narrowest = 6): Widths {
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const cells = Array.from({ length: count }, (_, i) =>
    Math.max(narrowest, ...rows.map((row) => (row.cells[i]?.length ?? 0) + 1)),
  );
  const left = sheetWidth - sum(cells);
  const withCells = rows.filter((row) => row.cells.some((cell) => cell !== ''));
  const longest = Math.max(...withCells.map(({ label }) => label.length), 0);
  return { label: Math.max(0, Math.min(left, longest + 1)), cells };
}

export function tableLine({ label, cells }: Line, widths: Widths): string {
  if (label !== '' && cells.every((cell) => cell === '')) return fit(label, sheetWidth);
  const name = fit(label, Math.max(widths.label - 1, 0)).padEnd(widths.label);
  return `${name}${cells.map((cell, i) => cell.padStart(widths.cells[i] ?? 0)).join('')}`.trimEnd();
}

const fit = (text: string, width: number): string => {
  if (text.length <= width) return text;
  const more = isAscii(text) ? '.' : '…';
  return text.slice(0, Math.max(width - 1, 0)) + more;
};

export interface Signs {
  readonly ascii: boolean;
  /** A text as this terminal can show it. */
  readonly say: (text: string) => string;
}

const lineOf =
  ({ say }: Signs) =>
  ({ label, cells, isMinor }: GridRow): Line => ({
    label: say(label),
    cells: cells.map(({ text }) => say(text)),
    isMinor,
  });

export const linesOf = (rows: readonly GridRow[], signs: Signs): Line[] => rows.map(lineOf(signs));

/** Wider ones say no more. */
const widestBar = 20;

/** A list with its heads; bars stand to the right of their numbers where there is room for them. */
export function listLines({ heads, rows, bars = [] }: List, signs: Signs): Line[] {
  const lines = linesOf(rows, signs);
  const headLines = stacked(heads.map(signs.say));
  const plain = columnWidths([...headLines, ...lines]);
  const left = sheetWidth - plain.label - sum(plain.cells);
  const barWidth = Math.min(widestBar, Math.floor(left / Math.max(bars.length, 1)) - 1);
  const highest = highestIn(rows, bars);
  const barOf = (row: GridRow, column: number): string => {
    const value = row.isTotal ? undefined : row.cells[column]?.value;
    return value === undefined || highest === 0 ? '' : bar(value / highest, barWidth, signs.ascii);
  };
  const hasBars = bars.length > 0 && barWidth >= 3;
  const withBars = (line: Line, drawn: (column: number) => string): Line =>
    hasBars
      ? {
          ...line,
          cells: line.cells.map((cell, i) =>
            bars.includes(i)
              ? `${cell.padStart((plain.cells[i] ?? 0) - 1)} ${drawn(i).padEnd(barWidth)}`
              : cell,
          ),
        }
      : line;
  return [
    ...headLines.map((line) => withBars(line, () => '')),
    ...lines.map((line, i) => withBars(line, (column) => barOf(rows[i] ?? { label: '', cells: [] }, column))),
  ];
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of at most so many characters; whatever is more than nothing can be seen. */
export function bar(share: number, width: number, ascii: boolean): string {
  if (share <= 0) return '';
  if (ascii) return '#'.repeat(Math.max(1, Math.round(share * width)));
  const parts = Math.max(1, Math.round(share * width * 8));
  return `${'█'.repeat(Math.floor(parts / 8))}${eighths[parts % 8] ?? ''}`;
}

/** Shades by quarters of the highest value, legible without colour. */
export const shadesIn = (ascii: boolean): readonly string[] =>
  ascii ? [' ', '.', ':', '+', '#'] : [' ', '░', '▒', '▓', '█'];

/** Rows × columns with a shade behind each number; in several blocks where they are wider than the terminal. */
export function heatLines({ heads, rows }: Heat, signs: Signs): Line[][] {
  const shades = shadesIn(signs.ascii);
  const highest = highestIn(rows);
  const headLine: Line = { label: '', cells: heads.map((head) => `${signs.say(head)} `) };
  const lines = rows.map((row): Line => ({
    label: signs.say(row.label),
    cells: row.cells.map((cell) => {
      const shade = row.isTotal ? undefined : shadeOf(cell, highest);
      return `${signs.say(cell.text)}${shades[shade ?? 0] ?? ' '}`;
    }),
    isMinor: row.isMinor,
  }));
  const all = [headLine, ...lines];
  const width = Math.max(0, ...all.flatMap(({ cells }) => cells.map(({ length }) => length)));
  const label = Math.max(...all.map((line) => line.label.length)) + 1;
  const fitting = Math.max(1, Math.floor((sheetWidth - label) / (width + 1)));
  const blocks = Math.ceil(heads.length / fitting);
  const perBlock = Math.ceil(heads.length / blocks);
  return Array.from({ length: blocks }, (_, block) =>
    all.map((line) => ({
      ...line,
      cells: line.cells.slice(block * perBlock, (block + 1) * perBlock).map((cell) => cell.padStart(width)),
    })),
  );
}

/** Heads of several words stand in several lines, the last above the numbers. */
function stacked(heads: readonly string[]): Line[] {
  const words = heads.map((head) => head.split(' '));
  const height = Math.max(0, ...words.map(({ length }) => length));
  return Array.from({ length: height }, (_, i) => ({
    label: '',
    cells: words.map((parts) => parts[parts.length - height + i] ?? ''),
  }));
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
