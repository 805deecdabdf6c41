import type { Line } from './derivable.js';

/** A row of a table, and the smallest parts that it is made of. */
export interface MadeOf {
  readonly key: string;
  readonly atoms: ReadonlySet<string>;
}

/**
 * How rows that divide the same contacts in several ways depend on each other: every line says of which others, each
 * times a weight, a row is the sum. Where no contact was given another concern, for one, the row of the concern booked
 * is the row of the concern it ended with. Gauss elimination over the atoms; rows with nothing in them say nothing.
 */
export function relationsOf(rows: readonly MadeOf[]): Line[] {
  const basis: { readonly pivot: string; readonly atoms: Terms; readonly rows: Terms }[] = [];
  const lines: Line[] = [];
  for (const { key, atoms } of rows) {
    if (atoms.size === 0) continue;
    const rest: Terms = new Map([...atoms].map((atom) => [atom, 1]));
    const used: Terms = new Map();
    for (const { pivot, atoms: base, rows: combined } of basis) {
      const times = rest.get(pivot) ?? 0;
      subtract(rest, base, times);
      subtract(used, combined, -times);
    }
    const [first] = rest;
    if (!first) {
      lines.push({ total: key, parts: [...used.keys()], weights: [...used.values()] });
      continue;
    }
    const [pivot, factor] = first;
    const combined: Terms = new Map([...used].map(([row, times]) => [row, -times / factor]));
    combined.set(key, 1 / factor);
    basis.push({
      pivot,
      atoms: new Map([...rest].map(([atom, times]) => [atom, times / factor])),
      rows: combined,
    });
  }
  return lines;
}

type Terms = Map<string, number>;

function subtract(from: Terms, terms: Terms, times: number): void {
  if (times === 0) return;
  for (const [key, value] of terms) {
    const left = (from.get(key) ?? 0) - times * value;
    if (Math.abs(left) < 1e-9) from.delete(key);
    else from.set(key, left);
  }
}
