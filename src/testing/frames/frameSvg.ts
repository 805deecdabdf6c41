import type { Color, Style } from '../terminalStyle.js';
import { blockShapes } from './blockShapes.js';
import type { DrawnCell, DrawnFrame } from './drawnFrame.js';

/** A character cell, pixels; about what a monospaced font of 14 pixels takes. */
const cellWidth = 8.5;
const cellHeight = 18;
const fontSize = 14;
/** From the top of a cell to where its letters stand. */
const baseline = 13.5;
const margin = 10;

const ink = '#d8dee4';
const paper = '#161b22';
/** The sixteen colours of a terminal, each readable on the paper (a contrast of 4.5 or more, black excepted). */
const palette: Readonly<Record<string, string>> = {
  black: '#484f58',
  red: '#ff7b72',
  green: '#56d364',
  yellow: '#e3b341',
  blue: '#79c0ff',
  magenta: '#d2a8ff',
  cyan: '#56d4dd',
  white: '#d8dee4',
  gray: '#8b949e',
  redBright: '#ffa198',
  greenBright: '#7ee787',
  yellowBright: '#f2cc60',
  blueBright: '#a5d6ff',
  magentaBright: '#e2c5ff',
  cyanBright: '#b3f0ff',
  whiteBright: '#ffffff',
};

/** What a terminal shows, as a picture; the same frame always gives the same bytes. */
export function frameSvg({ columns, rows, cells }: DrawnFrame, title: string): string {
  const width = columns * cellWidth + 2 * margin;
  const height = rows * cellHeight + 2 * margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${paper}"/>`,
    `<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${fontSize}" fill="${ink}" style="white-space:pre">`,
    ...cells.flatMap((row, y) => runsOf(row).flatMap((run) => drawn(run, y))),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Characters beside each other that look the same. */
interface Run {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
  readonly style: Style;
}

function runsOf(row: readonly DrawnCell[]): Run[] {
  const runs: Run[] = [];
  let column = 0;
  for (const { text, columns, style } of row) {
    const last = runs.at(-1);
    if (last && looksLike(last.style, style)) {
      runs[runs.length - 1] = { ...last, text: last.text + text, columns: last.columns + columns };
    } else {
      runs.push({ column, columns, text, style });
    }
    column += columns;
  }
  return runs;
}

const looksLike = (one: Style, other: Style): boolean =>
  Object.keys(one).every((name) => one[name as keyof Style] === other[name as keyof Style]);

/** A coloured ground where there is one, and the words in their places, whatever font the reader has. */
function drawn({ column, columns, text, style }: Run, row: number): string[] {
  const front = style.inverse ? colorOf(style.background, paper) : colorOf(style.color, ink);
  const back = style.inverse ? colorOf(style.color, ink) : colorOf(style.background, paper);
  const top = margin + row * cellHeight;
  const look = [
    front === ink ? '' : ` fill="${front}"`,
    style.bold ? ' font-weight="bold"' : '',
    style.dim ? ' opacity="0.65"' : '',
    style.underline ? ' text-decoration="underline"' : '',
  ].join('');
  const ground =
    back === paper
      ? []
      : [
          `<rect x="${xOf(column)}" y="${top}" width="${columns * cellWidth}" height="${cellHeight}" fill="${back}"/>`,
        ];
  const pieces = piecesOf(text).map(({ start, piece }) => {
    const shapes = blockShapes(piece, { x: xOf(column + start), y: top, cellWidth, cellHeight });
    if (shapes !== null) return `<path d="${shapes}" fill="${front}"${style.dim ? ' opacity="0.65"' : ''}/>`;
    const length = Array.from(piece).length * cellWidth;
    return `<text x="${xOf(column + start)}" y="${top + baseline}" textLength="${length}"${look}>${escaped(piece)}</text>`;
  });
  return [...ground, ...pieces];
}

/** The parts of a text between gaps of two blanks and more; signs that are drawn as shapes stand apart. */
function piecesOf(text: string): readonly { readonly start: number; readonly piece: string }[] {
  return Array.from(
    text.matchAll(/[\u2500-\u259F]+|[^\s\u2500-\u259F]+(?: [^\s\u2500-\u259F]+)*/gu),
    (match) => ({
      start: match.index,
      piece: match[0],
    }),
  );
}

const xOf = (column: number): number => margin + column * cellWidth;

function colorOf(color: Color, otherwise: string): string {
  if (color === 'default') return otherwise;
  return palette[color] ?? (typeof color === 'string' ? color : otherwise);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
