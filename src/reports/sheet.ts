/** A report as it is read, in one language: sections of rows. Every format but JSON is made from it. */

/** What `value` counts. Shares are between 0 and 1. */
export type Unit = 'count' | 'seconds' | 'minutes' | 'share' | 'rate';

/** What stands in one place: the words of it and, for whoever computes on, its value. */
export interface Cell {
  readonly text: string;
  /** Not rounded; absent where there is nothing to form a value from, and where it may not be shown. */
  readonly value?: number;
  readonly unit?: Unit;
  /** It may not be shown. */
  readonly isHidden?: true;
}

/** A row of a grid: a label and a cell a column. */
export interface GridRow {
  readonly label: string;
  readonly cells: readonly Cell[];
  /** A row that only explains the one above it. */
  readonly isMinor?: boolean;
}

/** Counts by name, under a label that may be empty; or one sentence. */
export type CountRow =
  | {
      readonly label: string;
      readonly entries: readonly { readonly name: string; readonly cell: Cell }[];
    }
  | { readonly sentence: string };

/** Rows under a heading. Grids of one sheet share their columns; a list has its own, and so has a heat map of numbers. */
export type Section =
  | { readonly kind: 'grid'; readonly heading: string; readonly rows: readonly GridRow[] }
  | {
      readonly kind: 'list';
      readonly heading: string;
      readonly heads: readonly string[];
      readonly rows: readonly GridRow[];
    }
  | {
      readonly kind: 'heat';
      readonly heading: string;
      readonly heads: readonly string[];
      readonly rows: readonly GridRow[];
    }
  | { readonly kind: 'counts'; readonly heading: string; readonly rows: readonly CountRow[] }
  | { readonly kind: 'text'; readonly heading: string; readonly paragraphs: readonly string[] };

export interface Sheet {
  readonly title: readonly string[];
  /** Heads of the grids' columns, line by line. */
  readonly heads: readonly (readonly string[])[];
  readonly sections: readonly Section[];
}
