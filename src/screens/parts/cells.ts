import stringWidth from 'string-width';
import { signsOf } from './splitKeys.js';

/** Columns that a text takes. */
export const width = (text: string): number => stringWidth(text);

/** The text in exactly so many columns: filled up with blanks, or cut with the sign at its end. */
export function fit(text: string, columns: number, cutSign = '…'): string {
  const cut = cutTo(text, columns, cutSign);
  return cut + ' '.repeat(Math.max(0, columns - width(cut)));
}

/** The same at the right edge. */
export function fitRight(text: string, columns: number, cutSign = '…'): string {
  const cut = cutTo(text, columns, cutSign);
  return ' '.repeat(Math.max(0, columns - width(cut))) + cut;
}

/** The text, cut to so many columns at the most. */
export function cutTo(text: string, columns: number, cutSign = '…'): string {
  if (width(text) <= columns) return text;
  const room = columns - width(cutSign);
  if (room < 0) return '';
  let kept = '';
  for (const sign of signsOf(text)) {
    if (width(kept + sign) > room) break;
    kept += sign;
  }
  return kept + cutSign;
}

/** The text in lines of so many columns at the most, broken between words; a word that is wider is cut. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && width(longer) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].map((each) => cutTo(each, columns));
}

/** No more than so many of the lines; the last one says by the sign at its end that there were more. */
export function firstLines(
  lines: readonly string[],
  count: number,
  columns: number,
  cutSign = '…',
): readonly string[] {
  if (lines.length <= count) return lines;
  const last = lines.slice(count - 1).join(' ');
  return [...lines.slice(0, count - 1), cutTo(last, columns, cutSign)];
}
