import type { Language } from '../texts/language.js';

/** A report as it is read, in one language: sections of rows. Every format but JSON is made from it. */

/** What `value` counts. Shares are between 0 and 1; `fte` are full-time equivalents. */
export type Unit = 'count' | 'seconds' | 'minutes' | 'hours' | 'share' | 'rate' | 'fte';

/** What stands in one place: the words of it and, for whoever computes on, its value. */
export interface Cell {
  readonly text: string;
  /** Not rounded; absent where there is nothing to form a value from, and where it may not be shown. */
  readonly value?: number;
  readonly unit?: Unit;
  /** Of how many; known of a cell that may not be shown, too. */
  readonly n?: number;
  /** It may not be shown. */
  readonly isHidden?: true;
  /** From too few to be relied on; its text says so with a "~". */
  readonly isRough?: true;
}

/** A row of a grid: a label and a cell a column. */
export interface GridRow {
  /** Two spaces before it for each level below the row that it belongs to. */
  readonly label: string;
  readonly cells: readonly Cell[];
  /** A row that only explains the one above it. */
  readonly isMinor?: boolean;
  /** Adds up the rows above; left out of bars and shades. */
  readonly isTotal?: true;
}

/** Counts by name, under a label that may be empty; or one sentence. */
export type CountRow =
  | {
      readonly label: string;
      readonly entries: readonly { readonly name: string; readonly cell: Cell }[];
    }
  | { readonly sentence: string };

/** What formats that draw make of a grid, beside its rows. */
export type Drawing =
  /** A bar a column, of one row or of two on one scale; the last column, the period's, is left out. */
  | { readonly along: 'columns'; readonly rows: readonly number[]; readonly target?: Target }
  /** A bar a row, of the last column; minor rows are left out. */
  | { readonly along: 'rows' };

/** A line that bars are seen against, in the unit of their cells. */
export interface Target {
  readonly label: string;
  readonly value: number;
}

/** A column a day or whatever the sheet's heads say; grids of one sheet share them. */
export interface Grid {
  readonly kind: 'grid';
  readonly heading: string;
  readonly rows: readonly GridRow[];
  readonly drawing?: Drawing;
}

/** A table with columns of its own. */
export interface List {
  readonly kind: 'list';
  readonly heading: string;
  readonly heads: readonly string[];
  readonly rows: readonly GridRow[];
  /** Columns that are drawn as bars, by their index; on one scale. */
  readonly bars?: readonly number[];
}

/** A list of numbers of one unit, each shaded by how near it comes to the highest. */
export interface Heat {
  readonly kind: 'heat';
  readonly heading: string;
  readonly heads: readonly string[];
  readonly rows: readonly GridRow[];
}

export interface Counts {
  readonly kind: 'counts';
  readonly heading: string;
  readonly rows: readonly CountRow[];
}

export interface Prose {
  readonly kind: 'text';
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export type Section = Grid | List | Heat | Counts | Prose;

/** What a sheet is of, for formats that say so elsewhere than in the title: a page's edge, a file's properties. */
export interface Subject {
  readonly site: string;
  /** As the title names it. */
  readonly period: string;
  /** The period's last day, 'YYYY-MM-DD': the date of a file whose format wants one inside. */
  readonly lastDay: string;
}

export interface Sheet {
  readonly language: Language;
  readonly subject: Subject;
  readonly title: readonly string[];
  /** Heads of the grids' columns, line by line. */
  readonly heads: readonly (readonly string[])[];
  /** The last of these columns adds up the others. */
  readonly hasTotal?: true;
  readonly sections: readonly Section[];
}
