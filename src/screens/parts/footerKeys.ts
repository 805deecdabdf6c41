import type { Binding } from './bindings.js';
import { width } from './cells.js';

/** Keys that are shown at the most; the rest stands under `?`. */
const mostKeys = 6;
/** Between two entries, and between a key's name and its label. */
const gaps = 3;

/** A key in the footer, as it is written there. */
export interface FooterEntry {
  readonly name: string;
  readonly label: string;
  readonly main?: boolean | undefined;
}

/** The keys that the footer may name, the main action first; each key once. */
export function offered(bindings: readonly Binding[]): readonly Binding[] {
  const seen = new Set<string>();
  const shown = bindings.filter((binding) => {
    const [key = ''] = binding.keys;
    if (binding.quiet || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return shown.toSorted((a, b) => Number(b.main ?? false) - Number(a.main ?? false));
}

/**
 * As many entries as there is room for beside the key of the help, if any, which comes last. An entry that is too long makes room for a
 * shorter one behind it; the first one is always there.
 * @param columns character cells of the whole footer
 */
export function fitting(
  entries: readonly FooterEntry[],
  help: readonly FooterEntry[],
  columns: number,
): readonly FooterEntry[] {
  const widthOf = ({ name, label }: FooterEntry): number => width(name) + width(label) + gaps;
  // No gap before the first entry.
  let room = help.reduce((left, entry) => left - widthOf(entry), columns + gaps - 1);
  const kept: FooterEntry[] = [];
  for (const entry of entries) {
    if (kept.length === mostKeys - 1) break;
    if (kept.length > 0 && widthOf(entry) > room) continue;
    kept.push(entry);
    room -= widthOf(entry);
  }
  return [...kept, ...help];
}
