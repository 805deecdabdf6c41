/** A total and its parts, by their keys. */
export interface Line<Key = string> {
  readonly total: Key;
  readonly parts: readonly Key[];
  /** How often each part counts in the total; once by default. */
  readonly weights?: readonly number[];
}

/** One equation: what its hidden cells, each times a factor, add up to is known. */
type Equation<Key> = Map<Key, number>;

/**
 * Which hidden cells, or sums of hidden cells, follow from the shown ones: every line says that its parts add up to
 * its total, and lines can be combined. Gauss–Jordan elimination over the hidden cells; a group of one is a cell that
 * anybody with pencil and paper gets. Of the sums those are named that no other of them contains.
 */
export function derivable<Key>(lines: readonly Line<Key>[], hidden: Pick<ReadonlySet<Key>, 'has'>): Key[][] {
  const solved = new Map<Key, Equation<Key>>();
  for (const line of lines) {
    if (!hidden.has(line.total) && !line.parts.some((part) => hidden.has(part))) continue;
    const equation = equationOf(line, hidden);
    for (const [pivot, known] of solved) subtract(equation, known, equation.get(pivot) ?? 0);
    const [first] = equation;
    if (!first) continue;
    const [pivot, factor] = first;
    for (const [key, value] of equation) equation.set(key, value / factor);
    for (const other of solved.values()) subtract(other, equation, other.get(pivot) ?? 0);
    solved.set(pivot, equation);
  }
  return [...solved.values()]
    .filter((equation) => [...equation.values()].every((factor) => factor > 0))
    .map((equation) => [...equation.keys()]);
}

function equationOf<Key>(
  { total, parts, weights }: Line<Key>,
  hidden: Pick<ReadonlySet<Key>, 'has'>,
): Equation<Key> {
  const equation: Equation<Key> = new Map();
  for (const [i, part] of parts.entries()) if (hidden.has(part)) equation.set(part, weights?.[i] ?? 1);
  if (hidden.has(total)) equation.set(total, -1);
  return equation;
}

function subtract<Key>(equation: Equation<Key>, other: Equation<Key>, times: number): void {
  if (times === 0) return;
  for (const [key, factor] of other) {
    const rest = (equation.get(key) ?? 0) - times * factor;
    if (Math.abs(rest) < 1e-9) equation.delete(key);
    else equation.set(key, rest);
  }
}
