import { bigText, bigTextCells, type BigTextSize } from './bigText.js';

/** More lines than that are no easier to read. */
const mostLines = 6;

/**
 * A sentence in large letters of one height, broken between words so that they are as large as they can be. Empty where
 * nothing legible fits.
 */
export function bigSentence(text: string, { columns, rows, style }: BigTextSize): string[] {
  let best: { readonly lines: readonly string[]; readonly rows: number } | undefined;
  for (let count = 1; count <= mostLines; count += 1) {
    const high = Math.floor((rows - (count - 1)) / count);
    if (high < 1) break;
    const lines = balanced(text, count);
    const sizes = lines.map((line) => bigTextCells(line, { columns, rows: high, style }));
    const smallest = Math.min(...sizes.map((size) => size?.rows ?? 0));
    if (smallest > (best?.rows ?? 0)) best = { lines, rows: smallest };
  }
  if (!best) return [];
  const size = { columns, rows: best.rows, style };
  const pictures = best.lines.map((line) => bigText(line, size));
  const widest = Math.max(...pictures.map(([first = '']) => first.length));
  return pictures.flatMap((picture, i) => [...(i === 0 ? [] : ['']), ...centred(picture, widest)]);
}

/** A picture in the middle of so many columns. */
function centred(picture: readonly string[], columns: number): string[] {
  const left = ' '.repeat(Math.floor((columns - (picture[0]?.length ?? 0)) / 2));
  return picture.map((line) => left + line);
}

/** The words in at most so many lines, the longest of them as short as can be. */
function balanced(text: string, count: number): string[] {
  const words = text.split(' ');
  for (let longest = Math.max(...words.map((word) => word.length)); ; longest += 1) {
    const lines: string[] = [];
    for (const word of words) {
      const longer = `${lines.at(-1)} ${word}`;
      if (lines.length > 0 && longer.length <= longest) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    if (lines.length <= count) return lines;
  }
}
