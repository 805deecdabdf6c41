const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * A bar for a value, `cells` long for the largest. What is more than nothing is never drawn as nothing.
 * @param cells columns of the longest bar
 */
export function bar(value: number, largest: number, cells: number, ascii: boolean): string {
  if (value <= 0 || largest <= 0) return '';
  const length = Math.min(1, value / largest) * cells;
  if (ascii) return '#'.repeat(Math.max(1, Math.round(length)));
  const parts = Math.max(1, Math.round(length * 8));
  return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
}
