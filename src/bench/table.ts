import type { Bound, Unit } from './measure.js';
import type { Result } from './result.js';

type Column = readonly [title: string, align: 'left' | 'right', cell: (result: Result) => string];

const columns: readonly Column[] = [
  ['measure', 'left', ({ measure }) => measure],
  ['what', 'left', ({ what }) => what],
  ['limit', 'left', (result) => ('missing' in result ? `missing: ${result.missing}` : result.limitIs)],
  ['beo', 'right', (result) => ('missing' in result ? '' : withUnit(result.beo, result.unit))],
  ['at limit', 'right', (result) => ('missing' in result ? '' : withUnit(result.limit, result.unit))],
  ['ratio', 'right', (result) => ('missing' in result ? '' : figure(result.ratio))],
  ['must be', 'right', (result) => ('missing' in result ? '' : boundText(result.must))],
  ['', 'left', (result) => verdict(result)],
];

/** The results as lines of equal columns, a title above them. */
export function table(results: readonly Result[]): string {
  const rows = [
    columns.map(([title]) => title),
    ...results.map((result) => columns.map(([, , cell]) => cell(result))),
  ];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return columns[column]?.[1] === 'right' ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}

function verdict(result: Result): string {
  if ('missing' in result || result.must === null) return '';
  return result.ok ? 'ok' : 'NOT';
}

const boundText = (must: Bound | null): string => {
  if (must === null) return '';
  return 'atMost' in must ? `<= ${must.atMost}` : `>= ${must.atLeast}`;
};

const withUnit = (value: number, unit: Unit): string => `${figure(value)} ${unit}`;

/** Three digits that matter, and never an exponent. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toFixed(Math.min(decimals, 3));
}
