import { cutTo, wrapped } from './cells.js';
import { listWindow, type ListWindow } from './listWindow.js';

export interface CheckRowsRoom {
  /** For the text of an item. */
  readonly columns: number;
  readonly rows: number;
  readonly cutSign: string;
}

export interface CheckRows extends ListWindow {
  /** The lines of each item from `from` to before `to`. */
  readonly lines: readonly (readonly string[])[];
}

/**
 * The items of a list as lines: long ones are wrapped where there is room for all of them; else each has one line, cut, but
 * the chosen one, so that all of it can be read.
 */
export function checkRows(
  texts: readonly string[],
  chosen: number,
  { columns, rows, cutSign }: CheckRowsRoom,
): CheckRows {
  const whole = texts.map((text) => wrapped(text, columns));
  const needed = whole.reduce((sum, lines) => sum + lines.length, 0);
  if (needed <= rows) return { from: 0, to: texts.length, lines: whole };
  const more = (whole[chosen]?.length ?? 1) - 1;
  const { from, to } = listWindow(texts.length, chosen, Math.max(1, rows - more));
  const lines = texts
    .slice(from, to)
    .map((text, i) => (from + i === chosen ? wrapped(text, columns) : [cutTo(text, columns, cutSign)]));
  return { from, to, lines };
}
