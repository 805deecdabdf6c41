import { isoWeekOf, mondayOf, plusDays, plusMonths } from './calendar.js';
import { derivable, type Line } from './derivable.js';

/*
 * What may be printed (R111). Waits are the visitors' figures and need enough contacts; service times and desk time
 * are the staff's as well and need enough desk sessions too. Days, concerns and hours that may not be shown alone are
 * hidden so that no sum of shown figures gives them away.
 */

export interface Limits {
  /** Contacts that a figure must rest on. */
  readonly minContacts: number;
  /** Desk sessions (a desk on a day) that a service figure must rest on. */
  readonly minDesks: number;
}

/** What a figure rests on. */
export interface Cell {
  readonly n: number;
  readonly desks: number;
}

export const mayShow = ({ n, desks }: Cell, { minContacts, minDesks }: Limits): boolean =>
  n >= minContacts && desks >= minDesks;

/** Days that are shown together, or not at all. */
export interface Block extends Cell {
  readonly days: readonly string[];
}

/**
 * Merges neighbouring days until every block may be shown; what is left at the end joins the block before it. Days
 * without anything need no block. Where even all days together are too few, they are one block that may not be shown.
 */
export function blocksOf(days: readonly (Cell & { readonly day: string })[], limits: Limits): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const { day, n, desks } of days) {
    if (n === 0) continue;
    open = join(open, { days: [day], n, desks });
    if (!mayShow(open, limits)) continue;
    blocks.push(open);
    open = undefined;
  }
  if (open) blocks.push(join(blocks.pop(), open));
  return blocks;
}

const join = (a: Block | undefined, b: Block): Block =>
  a ? { days: [...a.days, ...b.days], n: a.n + b.n, desks: a.desks + b.desks } : b;

/** Days whose service figures are judged together: the same week in the same month. */
export const segmentOf = (day: string): string => `${isoWeekOf(day)} ${day.slice(0, 7)}`;

/**
 * The days whose figures decide what a period may show: its own, and those of the weeks that it cuts, as far as they
 * are in the same month.
 */
export function daysNeededFor({ from, to }: { readonly from: string; readonly to: string }): {
  readonly from: string;
  readonly to: string;
} {
  const monday = mondayOf(from);
  const first = `${from.slice(0, 7)}-01`;
  const sunday = plusDays(mondayOf(to), 6);
  const last = plusDays(plusMonths(`${to.slice(0, 7)}-01`, 1), -1);
  return { from: monday > first ? monday : first, to: sunday < last ? sunday : last };
}

/** A table with totals, of which some cells may not be shown. */
export interface Table {
  readonly cells: ReadonlyMap<string, Cell>;
  /** Its totals, in groups that somebody is likely to combine: the columns; and the rows. */
  readonly lines: readonly (readonly Line[])[];
  /** What some cells rest on together, at the least. */
  readonly restOn: (keys: readonly string[]) => Cell;
  /** Cells that are hidden only where nothing else helps. */
  readonly isPrecious?: (key: string) => boolean;
}

/**
 * Which cells of a table have to be hidden: those that may not be shown, and as many others as it takes that neither
 * a hidden cell nor a sum of hidden cells that may not be shown itself follows from what is shown. Cells with n = 0
 * hide nothing. Deterministic: of the lines that give something away the smallest part goes next, then the one with
 * fewer desks, then by key; a total goes last.
 */
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
