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
export function hiddenCells(table: Table, limits: Limits): ReadonlySet<string> {
  const isHiddenAlone = (cell: Cell): boolean => cell.n > 0 && !mayShow(cell, limits);
  // Mostly nothing is hidden, and then no line gives anything away.
  if (![...table.cells.values()].some(isHiddenAlone)) return new Set();
  const { keys, cells, lines, orders } = numbered(table);
  const hidden = new Set<number>();
  for (const [id, cell] of cells.entries()) if (isHiddenAlone(cell)) hidden.add(id);
  const namesOf = (ids: readonly number[]): string[] => ids.map((id) => keys[id] ?? '');
  const isTold = (ids: readonly number[]): boolean =>
    ids.length === 1 || !mayShow(table.restOn(namesOf(ids)), limits);
  /** What to hide next in each line where that is due. */
  const nextWhere = (isDue: (inLine: readonly number[]) => boolean): number[] =>
    orders.flatMap((order) => {
      const next = order.find((id) => !hidden.has(id));
      if (next === undefined) return [];
      const inLine = order.filter((id) => hidden.has(id));
      return inLine.length > 0 && isDue(inLine) ? [next] : [];
    });
  for (let isOpen = true; isOpen;) {
    // One line by itself is looked at first: it is the usual case, and it is cheap.
    const single = nextWhere(isTold);
    for (const id of single) hidden.add(id);
    if (single.length > 0) continue;
    const told = new Set(
      [lines.flat(), ...lines].flatMap((system) => derivable(system, hidden).filter(isTold).flat()),
    );
    const related = told.size > 0 ? nextWhere((inLine) => inLine.some((id) => told.has(id))) : [];
    // Where their own lines have nothing left to hide, the smallest that is left anywhere goes.
    const candidates = related.length > 0 || told.size === 0 ? related : nextWhere(() => true);
    if (candidates.length === 0) isOpen = false;
    else hidden.add(Math.min(...candidates));
  }
  const names = new Set(namesOf([...hidden]));
  return new Set([...table.cells.keys()].filter((key) => names.has(key)));
}

/** A table whose cells are known by numbers, in the order in which they are hidden. */
interface NumberedTable {
  readonly keys: readonly string[];
  readonly cells: readonly Cell[];
  readonly lines: readonly (readonly Line<number>[])[];
  /** Of each line what there is to hide: the filled parts, the smallest first, and then the total. */
  readonly orders: readonly (readonly number[])[];
}

function numbered({ cells, lines, isPrecious = () => false }: Table): NumberedTable {
  const nothing: Cell = { n: 0, desks: 0 };
  const inLines = lines.flat().flatMap(({ total, parts }) => [total, ...parts]);
  const ranked = [...new Set([...cells.keys(), ...inLines])]
    .map((key) => ({ key, cell: cells.get(key) ?? nothing, precious: Number(isPrecious(key)) }))
    .toSorted(
      (a, b) =>
        a.precious - b.precious ||
        a.cell.n - b.cell.n ||
        a.cell.desks - b.cell.desks ||
        (a.key < b.key ? -1 : 1),
    );
  const ids = new Map(ranked.map(({ key }, id) => [key, id]));
  const idOf = (key: string): number => ids.get(key) ?? -1;
  const isFilled = (id: number): boolean => (ranked[id]?.cell.n ?? 0) > 0;
  const withIds = lines.map((group) =>
    group.map((line): Line<number> => ({ ...line, total: idOf(line.total), parts: line.parts.map(idOf) })),
  );
  return {
    keys: ranked.map(({ key }) => key),
    cells: ranked.map(({ cell }) => cell),
    lines: withIds,
    orders: withIds.flat().map(({ total, parts }) => {
      const smallestFirst = [...new Set(parts)]
        .filter((id) => id !== total && isFilled(id))
        .toSorted((a, b) => a - b);
      return isFilled(total) ? [...smallestFirst, total] : smallestFirst;
    }),
  };
}
