import { mayBeShown, type Coverage, type Release } from './coverage.js';
import type { Line } from './derivable.js';
import { groupBy, sumOf } from './grouping.js';
import { relationsOf } from './relations.js';
import { blocksOf, hiddenCells, segmentOf, type Block, type Cell, type Limits } from './suppression.js';

/** A row of a table over days; the first one is the total, every other is a part of its parent. */
export interface ReleaseRow {
  readonly key: string;
  readonly parent: string | null;
  /** Where a parent is divided in several ways: which division the row is a part of. */
  readonly division?: string;
  /** What the row's figure of each day rests on. */
  readonly byDay: ReadonlyMap<string, Cell>;
  /** Where parents are divided in several ways: the smallest parts of the row on a day, so that what follows is known. */
  readonly atomsOn?: (day: string) => readonly string[];
  /** Where a mean of daily values is shown beside the sum: by what the sum of each day is divided in it. */
  readonly divisors?: ReadonlyMap<string, number>;
}

export interface ReleaseOptions {
  /** Whether days that may not be shown are merged; else each stands for itself. */
  readonly areMerged: boolean;
}

/**
 * Decides once, from the days' own figures, which sums exist; every report prints sums of these and nothing else. So
 * no choice of from and to, however many are asked for, tells more than is told here.
 *
 * Within each week of a month ("segment") the days are merged into blocks until the total may be shown. The table of
 * rows by blocks, with the segment as the blocks' total, then hides what it has to. A period shows whole segments as
 * such and the blocks of segments that it cuts; if it cuts a block, the figure is withheld. What may not be shown is
 * left out of longer periods and counted; within one week the figure is withheld then.
 *
 * A day that is still open is judged alone, so that it never changes what was shown of the days before it.
 *
 * Days that are not merged are shown or hidden one by one; a mean of daily values of the whole is then one more thing
 * that is known of them.
 */
export function releaseOf(
  rows: readonly ReleaseRow[],
  days: readonly { readonly day: string; readonly closed: boolean }[],
  limits: Limits,
  { areMerged }: ReleaseOptions = { areMerged: true },
): Release {
  const segments = groupBy(days, ({ day, closed }) => (closed ? segmentOf(day) : day)).map(([, members]) =>
    readSegment(
      rows,
      members.map(({ day }) => day),
      limits,
      areMerged,
    ),
  );
  const segmentOn = new Map(
    segments.flatMap((segment) => segment.days.map((day) => [day, segment] as const)),
  );
  const segmentsWithin = (from: string, to: string): readonly Segment[] => {
    // A day by itself is what is asked for most.
    if (from === to) return [segmentOn.get(from) ?? []].flat();
    return segments.filter((segment) => segment.from <= to && segment.to >= from);
  };
  const coverageOf: Release = (row, from, to) => {
    const parts = segmentsWithin(from, to).map((segment) => segment.cover(row, from, to));
    const withheld = sumOf(parts, (part) => part.withheld);
    const blocks = parts.flatMap((part) => part.blocks);
    const isCut = parts.some((part) => part.isCut);
    return {
      blocks,
      n: sumOf(parts, ({ n }) => n),
      withheld,
      isCut,
      isShown: mayBeShown({ withheld, isCut, hasBlocks: blocks.length > 0 }, from, to),
    };
  };
  const ofDays = new Map<string, Coverage>();
  return (row, from, to) => {
    if (from !== to) return coverageOf(row, from, to);
    const key = keyOf(row, from);
    const coverage = ofDays.get(key) ?? coverageOf(row, from, to);
    ofDays.set(key, coverage);
    return coverage;
  };
}

/** One week of a month: its rows, its blocks and which of their figures exist. */
interface Segment {
  readonly days: readonly string[];
  readonly from: string;
  readonly to: string;
  /** What it has of a row in a period. */
  readonly cover: (row: string, from: string, to: string) => Part;
}

interface SegmentTable {
  /** The days of each row that have anything, with how much, in order. */
  readonly filled: ReadonlyMap<string, readonly FilledDay[]>;
  readonly blocks: readonly Block[];
  readonly isHidden: (row: string, column: string) => boolean;
}

const whole = 'whole';
/** Always shown with the whole; no cell of the table. */
const meanOfDays = 'mean of days';
const separator = '\t';
const keyOf = (row: string, column: string): string => row + separator + column;
const nobody: Cell = { n: 0, desks: 0 };

function readSegment(
  rows: readonly ReleaseRow[],
  days: readonly string[],
  limits: Limits,
  areMerged: boolean,
): Segment {
  const sorted = days.toSorted();
  const cellOn = (row: ReleaseRow | undefined, day: string): Cell => row?.byDay.get(day) ?? nobody;
  const [total] = rows;
  const byDay = sorted.map((day) => ({ day, ...cellOn(total, day) }));
  const alone = byDay.flatMap(({ day, ...cell }) => (cell.n > 0 ? [{ days: [day], ...cell }] : []));
  const blocks = areMerged ? blocksOf(byDay, limits) : alone;
  const columns = blocks.map((block) => ({ key: block.days.join(' '), days: block.days }));
  const cells = new Map<string, Cell>();
  for (const row of rows) {
    for (const { key, days: members } of [...columns, { key: whole, days: sorted }]) {
      cells.set(keyOf(row.key, key), {
        n: sumOf(members, (day) => cellOn(row, day).n),
        desks: sumOf(members, (day) => cellOn(row, day).desks),
      });
    }
  }
  const keys = columns.map(({ key }) => key);
  const hidden = hiddenCells(
    {
      cells,
      get lines() {
        return [...linesOf(rows, keys), ...crossLines(rows, columns, sorted)];
      },
      restOn: (some) => restOn(cells, some),
    },
    limits,
  );
  const table: SegmentTable = {
    filled: new Map(
      rows.map((row) => [
        row.key,
        sorted.map((day) => ({ day, n: cellOn(row, day).n })).filter(({ n }) => n > 0),
      ]),
    ),
    blocks,
    isHidden: (row, column) => hidden.has(keyOf(row, column)),
  };
  const from = sorted[0] ?? '';
  const to = sorted.at(-1) ?? '';
  const wholes = new Map<string, Part>();
  return {
    days: sorted,
    from,
    to,
    cover(row, first, last) {
      if (first > from || last < to) return coverSegment(table, row, first, last);
      const part = wholes.get(row) ?? coverSegment(table, row, from, to);
      wholes.set(row, part);
      return part;
    },
  };
}

interface FilledDay {
  readonly day: string;
  readonly n: number;
}

/**
 * What cells rest on together, at the least: the same desks may stand behind every row of a block, but not behind two
 * blocks.
 */
function restOn(cells: ReadonlyMap<string, Cell>, keys: readonly string[]): Cell {
  const most = new Map<string, number>();
  let n = 0;
  for (const key of keys) {
    const cell = cells.get(key) ?? nobody;
    const column = key.slice(key.indexOf(separator) + 1);
    most.set(column, Math.max(most.get(column) ?? 0, cell.desks));
    n += cell.n;
  }
  const inWhole = most.get(whole) ?? 0;
  most.delete(whole);
  return {
    n,
    desks: Math.max(
      inWhole,
      sumOf(most.values(), (desks) => desks),
    ),
  };
}

/** Each row with its total over the blocks and its mean of days, and in each column every row with its parts. */
function linesOf(rows: readonly ReleaseRow[], columns: readonly string[]): Line[][] {
  const along = rows.flatMap(({ key, divisors }): Line[] => {
    const parts = columns.map((column) => keyOf(key, column));
    const line = { total: keyOf(key, whole), parts };
    if (!divisors) return [line];
    const weights = columns.map((day) => 1 / (divisors.get(day) ?? 1));
    return [line, { total: keyOf(key, meanOfDays), parts, weights }];
  });
  const families = rows.flatMap(({ key }) =>
    groupBy(
      rows.filter(({ parent }) => parent === key),
      ({ division = '' }) => division,
    ).map(([, parts]) => ({ key, parts })),
  );
  const across = [...columns, whole].map((column) =>
    families.map(({ key, parts }) => ({
      total: keyOf(key, column),
      parts: parts.map((part) => keyOf(part.key, column)),
    })),
  );
  return [along, ...across];
}

/** What rows of different divisions have to do with each other, in each column. */
function crossLines(
  rows: readonly ReleaseRow[],
  columns: readonly { readonly key: string; readonly days: readonly string[] }[],
  days: readonly string[],
): Line[][] {
  if (rows.every(({ division }) => division === undefined)) return [];
  return [...columns, { key: whole, days }].map((column) => {
    const madeOf = rows.map(({ key, atomsOn }) => ({
      key: keyOf(key, column.key),
      atoms: new Set(
        atomsOn ? column.days.flatMap((day) => atomsOn(day).map((atom) => keyOf(day, atom))) : [],
      ),
    }));
    return relationsOf(madeOf);
  });
}

interface Part {
  readonly blocks: readonly (readonly string[])[];
  readonly n: number;
  readonly withheld: number;
  readonly isCut: boolean;
}

function coverSegment(
  { filled: all, blocks, isHidden }: SegmentTable,
  row: string,
  from: string,
  to: string,
): Part {
  const filled = all.get(row) ?? [];
  const isAsked = (day: string) => day >= from && day <= to;
  const asked = filled.filter(({ day }) => isAsked(day));
  const n = sumOf(asked, (day) => day.n);
  if (asked.length === 0) return { blocks: [], n, withheld: 0, isCut: false };
  const countOn = new Map(filled.map((day) => [day.day, day.n]));
  const inBlocks = blocks
    .map(({ days }) => ({ key: days.join(' '), days: days.filter((day) => countOn.has(day)) }))
    .filter(({ days }) => days.some(isAsked));
  if (asked.length === filled.length) {
    if (isHidden(row, whole)) return { blocks: [], n, withheld: n, isCut: false };
    const areAllShown = inBlocks.every(({ key }) => !isHidden(row, key));
    const together = [asked.map(({ day }) => day)];
    return {
      blocks: areAllShown ? inBlocks.map(({ days }) => days) : together,
      n,
      withheld: 0,
      isCut: false,
    };
  }
  const isCut = inBlocks.some(({ days }) => !days.every(isAsked));
  const shown = inBlocks.filter(({ key }) => !isHidden(row, key)).map(({ days }) => days);
  return { blocks: shown, n, withheld: n - sumOf(shown.flat(), (day) => countOn.get(day) ?? 0), isCut };
}
