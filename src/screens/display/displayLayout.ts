/** How the display divides its cells: the number as large as it can be, and room for every other call. Pure. */
import { bigSentence } from '../parts/bigSentence.js';
import { bigText, bigTextCells, type BigTextSize } from '../parts/bigText.js';
import { cutTo } from '../parts/cells.js';
import { bigGrid, plainGrid } from './callGrid.js';

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
/** From so many rows on, the place has at least as many as its letters need. */
const legibleFrom = 8;
const legibleRows = 3;
/** Many other calls in large letters may take more, as long as number and place keep so many rows. */
const enoughRows = 16;
/** Height of one of the other calls: at most this part of all rows, or so many. */
const otherPart = 0.15;
const otherRows = 6;
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
  const inOneLine = ({ number, place }: DisplayText, sign = arrow): string => `${number} ${sign} ${place}`;
  // A drawn arrow is made of the same signs as every other letter.
  const drawn = others.map((each) => inOneLine(each, '→'));
  const free = Math.floor(rows * (1 - numberPart - placePart)) - 1;
  const most = Math.max(otherRows, Math.floor(rows * otherPart));
  const big =
    bigGrid(drawn, { columns, rows: free, style }, most) ??
    bigGrid(drawn, { columns, rows: rows - enoughRows - 1, style }, most);
  const { lines: grid, hidden } = big
    ? { lines: big, hidden: 0 }
    : plainGrid(
        others.map((each) => inOneLine(each)),
        columns,
        rows - 1,
      );
  const room = rows - (grid.length === 0 ? 0 : grid.length + 1);
  if (room < largeFrom) {
    // The large call in plain letters, and a row more for the others.
    return { number: [cutTo(inOneLine(large), columns)], place: [], others: grid, hidden };
  }
  const least = placeRows(large, room);
  const alone = bigTextCells(large.number, { columns, rows: room - least - 1, style });
  // A number that is as wide as the terminal leaves rows to the place.
  const numberRows = alone?.rows ?? 1;
  const place = largePlace(large, {
    ...space,
    rows: Math.min(room - numberRows - 1, Math.max(numberRows, least)),
  });
  const number = bigText(large.number, {
    columns,
    rows: room - place.length - (place.length > 0 ? 1 : 0),
    style,
  });
  return { number, place, others: grid, hidden };
}

/** Rows that the place is sure to have. */
function placeRows({ sentence }: DisplayText, room: number): number {
  if (sentence !== undefined) return Math.floor(room * sentenceShare);
  return Math.max(Math.floor(room * placeShare), room >= legibleFrom ? legibleRows : 0);
}

function largePlace(
  { place, sentence }: DisplayText,
  { columns, rows, style, hasCaption }: DisplaySpace,
): readonly string[] {
  const drawn =
    sentence === undefined
      ? bigText(place, { columns, rows, style })
      : bigSentence(sentence, { columns, rows, style });
  if (drawn.length > 1) return drawn;
  return hasCaption ? [] : [cutTo(place, columns)];
}
