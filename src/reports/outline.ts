import type { GridRow } from './sheet.js';

/** A row with its place among the others, for formats in which two spaces before a label mean nothing. */
export interface OutlinedRow extends GridRow {
  /** The label without the spaces before it. */
  readonly name: string;
  /** 0 for a row that belongs to none. */
  readonly level: number;
  /** "vormittags › besetzt (Minuten)": says which row it is without those above it. */
  readonly path: string;
}

export function outline(rows: readonly GridRow[]): OutlinedRow[] {
  const names: string[] = [];
  return rows.map((row) => {
    const name = row.label.trimStart();
    const level = Math.min(Math.floor((row.label.length - name.length) / 2), names.length);
    names.splice(level, Infinity, name);
    return { ...row, name, level, path: names.join(' › ') };
  });
}
