import { derivable } from '../../statistics/derivable.js';
import { mayShow, type Cell, type Limits, type Table } from '../../statistics/suppression.js';

/** The cells of a table that have to be hidden, by the words of the rule: every step looks at every line anew. */
export function hiddenCells(
  { cells, lines, restOn, isPrecious = () => false }: Table,
  limits: Limits,
): ReadonlySet<string> {
  const cellOf = (key: string): Cell => cells.get(key) ?? { n: 0, desks: 0 };
  const isFilled = (key: string): boolean => cellOf(key).n > 0;
  const smaller = (a: string, b: string): number =>
    Number(isPrecious(a)) - Number(isPrecious(b)) ||
    cellOf(a).n - cellOf(b).n ||
    cellOf(a).desks - cellOf(b).desks ||
    (a < b ? -1 : 1);
  const hidden = new Set([...cells.keys()].filter((key) => isFilled(key) && !mayShow(cellOf(key), limits)));
  const orders = lines.flat().map(({ total, parts }) => {
    const smallestFirst = [...new Set(parts)]
      .filter((key) => key !== total && isFilled(key))
      .toSorted(smaller);
    return isFilled(total) ? [...smallestFirst, total] : smallestFirst;
  });
  const isTold = (keys: readonly string[]): boolean => keys.length === 1 || !mayShow(restOn(keys), limits);
  /** What to hide next in each line where that is due. */
  const nextWhere = (isDue: (inLine: readonly string[]) => boolean): string[] =>
    orders.flatMap((order) => {
      const inLine = order.filter((key) => hidden.has(key));
      const next = order.find((key) => !hidden.has(key));
      return inLine.length > 0 && next !== undefined && isDue(inLine) ? [next] : [];
    });
  for (let isOpen = hidden.size > 0; isOpen;) {
    // One line by itself is looked at first: it is the usual case, and it is cheap.
    const single = nextWhere(isTold);
    for (const key of single) hidden.add(key);
    if (single.length > 0) continue;
    const told = new Set(
      [lines.flat(), ...lines].flatMap((system) => derivable(system, hidden).filter(isTold).flat()),
    );
    const related = told.size > 0 ? nextWhere((inLine) => inLine.some((key) => told.has(key))) : [];
    // Where their own lines have nothing left to hide, the smallest that is left anywhere goes.
    const candidates = related.length > 0 || told.size === 0 ? related : nextWhere(() => true);
    const [next] = candidates.toSorted(smaller);
    if (next === undefined) isOpen = false;
    else hidden.add(next);
  }
  return hidden;
}
