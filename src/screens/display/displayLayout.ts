/** How the display divides its cells: the number as large as it can be, and room for every other call. Pure. */
import { bigSentence } from '../parts/bigSentence.js';
import { bigText, bigTextCells, type BigTextSize } from '../parts/bigText.js';
import { cutTo, fit, width } from '../parts/cells.js';

export interface DisplayText {
  /** "E017" */
  readonly number: string;
  /** "Platz 1", or in short that the visitor is fetched. */
  readonly place: string;
  /** For the large place instead of the place: a sentence that says that the visitor is fetched. */
  readonly sentence?: string;
}

export interface DisplayLayout {
  /** Lines of the number, of where to go, and of the other calls: none wider than the columns. */
  readonly number: readonly string[];
  /** Empty where it could not be larger than the caption that says it. */
  readonly place: readonly string[];
  readonly others: readonly string[];
  /** How many of the others, from the end, had no room. */
  readonly hidden: number;
}

export interface DisplaySpace extends BigTextSize {
  /** Stands between number and place: "→" */
  readonly arrow: string;
  /** Below there is a line that says where to go. */
  readonly hasCaption?: boolean;
}

/** Parts of the height for the number and the place, as long as the other calls find room beside them. */
const numberPart = 0.45;
const placePart = 0.2;
/** The place's share of what number and place have together, and a sentence's, which has more to say. */
const placeShare = 0.3;
const sentenceShare = 0.5;
/** Height of the other calls: this part of all rows or the smallest of these, but no less than plain text says more than. */
const otherPart = 0.15;
const otherRows = { most: 6, least: 3 };
const blanksBetween = 3;
/** Rows from which number and place are drawn large. */
const largeFrom = 5;

/**
 * Lines for the space between header and captions. Every other call is there: smaller, in more columns, and in the end at the
 * expense of the large number. Only where not even plain text has room, a last "+3" says how many more there are.
 */
export function displayLayout(
  large: DisplayText,
  others: readonly DisplayText[],
  space: DisplaySpace,
): DisplayLayout {
  const { columns, rows, style, arrow } = space;
  const inOneLine = ({ number, place }: DisplayText): string => `${number} ${arrow} ${place}`;
  const texts = others.map(inOneLine);
  const free = Math.floor(rows * (1 - numberPart - placePart)) - 1;
  const big = bigGrid(texts, { columns, rows: free, style }, rows);
  const { lines: grid, hidden } = big
    ? { lines: big, hidden: 0 }
    : plainGrid(texts, { columns, rows: rows - 1 });
  const room = rows - (grid.length === 0 ? 0 : grid.length + 1);
  if (room < largeFrom) {
    // The large call in plain letters, and a row more for the others.
    return { number: [cutTo(inOneLine(large), columns)], place: [], others: grid, hidden };
  }
  const place = largePlace(large, { ...space, rows: room });
  const number = bigText(large.number, {
    columns,
    rows: room - place.length - (place.length > 0 ? 1 : 0),
    style,
  });
  return { number, place, others: grid, hidden };
}

function largePlace(
  { place, sentence }: DisplayText,
  { columns, rows, style, hasCaption }: DisplaySpace,
): readonly string[] {
  const drawn =
    sentence === undefined
      ? bigText(place, { columns, rows: Math.floor(rows * placeShare), style })
      : bigSentence(sentence, { columns, rows: Math.floor(rows * sentenceShare), style });
  if (drawn.length > 1) return drawn;
  return hasCaption ? [] : [cutTo(place, columns)];
}

/** The texts in large letters, as large as fits; undefined where that is not legible or too much. */
function bigGrid(
  texts: readonly string[],
  { columns, rows, style }: BigTextSize,
  allRows: number,
): string[] | undefined {
  if (texts.length === 0) return [];
  const most = Math.max(otherRows.most, Math.floor(allRows * otherPart));
  for (let height = Math.min(most, rows); height >= otherRows.least; height -= 1) {
    const sizes = texts.map((text) => bigTextCells(text, { columns, rows: height, style }));
    const cellColumns = Math.max(...sizes.map((size) => size?.columns ?? 0));
    const cellRows = Math.max(...sizes.map((size) => size?.rows ?? 0));
    const perBand = perRow(columns, cellColumns);
    const bands = Math.ceil(texts.length / perBand);
    if (sizes.includes(null) || bands * (cellRows + 1) - 1 > rows) continue;
    const cells = texts.map((text) => bigText(text, { columns, rows: height, style }));
    return Array.from({ length: bands }, (_band, band) => {
      const inBand = cells.slice(band * perBand, (band + 1) * perBand);
      const lines = Array.from({ length: cellRows }, (_line, y) =>
        joinCells(
          inBand.map((cell) => cell[y] ?? ''),
          cellColumns,
        ),
      );
      return band < bands - 1 ? [...lines, ''] : lines;
    }).flat();
  }
  return undefined;
}

function plainGrid(
  texts: readonly string[],
  { columns, rows }: Omit<BigTextSize, 'style'>,
): { readonly lines: readonly string[]; readonly hidden: number } {
  const cellColumns = Math.min(columns, Math.max(...texts.map((text) => width(text))));
  const perBand = perRow(columns, cellColumns);
  const most = Math.max(1, perBand * rows);
  const hidden = texts.length > most ? texts.length - most + 1 : 0;
  const shown = hidden > 0 ? [...texts.slice(0, most - 1), `+${hidden}`] : texts;
  const lines = Array.from({ length: Math.ceil(shown.length / perBand) }, (_band, band) =>
    joinCells(
      shown.slice(band * perBand, (band + 1) * perBand).map((text) => cutTo(text, columns)),
      cellColumns,
    ),
  );
  return { lines, hidden };
}

const perRow = (columns: number, cellColumns: number): number =>
  Math.max(1, Math.floor((columns + blanksBetween) / (cellColumns + blanksBetween)));

const joinCells = (cells: readonly string[], columns: number): string =>
  cells
    .map((cell) => fit(cell, columns, ''))
    .join(' '.repeat(blanksBetween))
    .trimEnd();
