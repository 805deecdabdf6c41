/** From this width on there is room for a second pane. */
const wideFrom = 110;

export const isWide = (columns: number): boolean => columns >= wideFrom;

/** Columns of the pane beside the line: a number with its concern, and more of it on a very wide terminal. */
export const sidePaneColumns = (columns: number): number =>
  Math.min(60, Math.max(38, Math.floor(columns / 3)));

/** Columns of the line. */
export const listColumns = (columns: number): number =>
  isWide(columns) ? columns - sidePaneColumns(columns) - 4 : columns - 2;
