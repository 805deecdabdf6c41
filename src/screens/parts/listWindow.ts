/** The part of a list that is shown: [from, to). */
export interface ListWindow {
  readonly from: number;
  readonly to: number;
}

/**
 * The rows to show so that the chosen one is among them, as far up as can be without moving more than needed.
 * Where the list does not fit, one row is left for "12 more".
 */
export function listWindow(length: number, chosen: number, rows: number): ListWindow {
  if (length <= rows) return { from: 0, to: length };
  const room = Math.max(1, rows - 1);
  const from = Math.min(Math.max(0, chosen - room + 1), length - room);
  return { from, to: from + room };
}
