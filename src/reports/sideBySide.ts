import { byConcernOrder } from '../statistics/concernOrder.js';
import { pool } from '../statistics/tally.js';
import { nothing } from './cells.js';
import type { Report, ConcernFigures } from './report.js';
import type { Cell, CountRow, GridRow, List, Section, Sheet } from './sheet.js';
import { statsOf } from './stats.js';

/*
 * Sheets of reports without columns of their own become one sheet with a column each. Nothing here knows which
 * figures there are: sections are the same by their heading, rows by their label and the rows above it.
 */

export interface Side {
  /** What its paragraphs and lists are told apart by. */
  readonly name: string;
  readonly sheet: Sheet;
}

export interface MergedRow extends GridRow {
  /** Its label after those of the rows that it belongs to: "vormittags/mit Sachbearbeitung". */
  readonly path: string;
}

/** The sections of all sides; `extend` may add cells to those of the sides. */
export function mergeSections(
  sides: readonly Side[],
  extend: (row: MergedRow, heading: string) => readonly Cell[] = ({ cells }) => cells,
): Section[] {
  const keyOf = ({ kind, heading }: Section) => `${kind}\t${heading}`;
  const keys = inOrder(sides.map(({ sheet }) => sheet.sections.map(keyOf)));
  return keys.flatMap((key) => {
    const found = sides.map(({ name, sheet }) => ({
      name,
      section: sheet.sections.find((section) => keyOf(section) === key),
    }));
    const heading = key.slice(key.indexOf('\t') + 1);
    const rows = mergeRows(found.map(({ section }) => gridRowsOf(section)));
    const grid: Section[] =
      rows.length === 0
        ? []
        : [
            {
              kind: 'grid',
              heading,
              rows: rows.map(({ path, ...row }) => ({ ...row, cells: extend({ path, ...row }, heading) })),
            },
          ];
    const paragraphs = mergeParagraphs(
      found.map(({ name, section }) => ({ name, paragraphs: paragraphsOf(section) })),
    );
    const lists = found.flatMap(({ name, section }): Section[] =>
      section?.kind === 'heat' || (section?.kind === 'list' && !isOfOneColumn(section))
        ? [{ ...section, heading: `${name}: ${heading}` }]
        : [],
    );
    return [
      ...grid,
      ...lists,
      ...(paragraphs.length > 0 ? [{ kind: 'text' as const, heading, paragraphs }] : []),
    ];
  });
}

/** The keys of all lists, each before those that follow it in its own list as far as that is possible. */
function inOrder(lists: readonly (readonly string[])[]): string[] {
  const ordered: string[] = [];
  for (const list of lists) {
    let next = 0;
    for (const key of list) {
      const at = ordered.indexOf(key);
      if (at === -1) ordered.splice(next, 0, key);
      next = (at === -1 ? next : at) + 1;
    }
  }
  return ordered;
}

/** Whether the list's rows can stand beside those of others. */
const isOfOneColumn = ({ heads }: List): boolean => heads.length === 1;

/** Counts become rows too, so that they stand beside each other. */
function gridRowsOf(section: Section | undefined): readonly GridRow[] {
  if (section?.kind === 'grid' || (section?.kind === 'list' && isOfOneColumn(section))) return section.rows;
  if (section?.kind !== 'counts') return [];
  return section.rows.flatMap((row) => ('entries' in row ? rowsOfCounts(row) : []));
}

/** How many a mean rests on stands behind it there, and below it here, so that columns stay narrow. */
function rowsOfCounts({ label, entries }: Extract<CountRow, { entries: unknown }>): GridRow[] {
  const indent = label === '' ? '' : '  ';
  const rows = entries.flatMap(({ name, cell }): GridRow[] => {
    const [, text = cell.text, n] = /^(.*) \(n (.+)\)$/.exec(cell.text) ?? [];
    const row: GridRow = { label: indent + name, cells: [{ ...cell, text }] };
    if (n === undefined) return [row];
    return [row, { label: `${indent}  n`, cells: [{ text: n }], isMinor: true }];
  });
  return label === '' ? rows : [{ label, cells: [{ text: '' }] }, ...rows];
}

function paragraphsOf(section: Section | undefined): readonly string[] {
  if (section?.kind === 'text') return section.paragraphs;
  if (section?.kind !== 'counts') return [];
  return section.rows.flatMap((row) => ('sentence' in row ? [row.sentence] : []));
}

/** What all sides say is said once. */
function mergeParagraphs(
  sides: readonly { readonly name: string; readonly paragraphs: readonly string[] }[],
): string[] {
  const isSaidByAll = (paragraph: string) =>
    sides.every(({ paragraphs }) => paragraphs.length === 0 || paragraphs.includes(paragraph));
  const common = inOrder(sides.map(({ paragraphs }) => paragraphs.filter(isSaidByAll)));
  const own = sides.flatMap(({ name, paragraphs }) =>
    paragraphs
      .filter((paragraph) => !isSaidByAll(paragraph))
      .map((paragraph) => `${name}: ${paragraph.trim()}`),
  );
  return [...common, ...own];
}

function mergeRows(sides: readonly (readonly GridRow[])[]): MergedRow[] {
  const withPaths = sides.map((rows) => new Map(pathsOf(rows).map((path, i) => [path, rows[i]])));
  return inOrder(withPaths.map((rows) => [...rows.keys()])).flatMap((path) => {
    const found = withPaths.map((rows) => rows.get(path));
    const some = found.find((row) => row !== undefined);
    const cells = found.map((row) => row?.cells[0] ?? (some?.cells[0]?.text === '' ? blank : nothing));
    // Only there because a side has no other row in its place, while another one has.
    const isPlaceholder =
      withPaths.some((rows) => rows.size > 0 && !rows.has(path)) &&
      cells.every(({ text }) => text === nothing.text);
    return some && !isPlaceholder ? [{ ...some, path, cells }] : [];
  });
}

const blank: Cell = { text: '' };

/** Indented rows belong to the one above them; a label that comes twice under it gets a number. */
function pathsOf(rows: readonly GridRow[]): string[] {
  const above: { readonly indent: number; readonly path: string }[] = [];
  const seen = new Map<string, number>();
  return rows.map(({ label }) => {
    const indent = label.length - label.trimStart().length;
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    const plain = [above.at(-1)?.path, label.trim()].filter(Boolean).join('/');
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    const path = count === 1 ? plain : `${plain} ${count}`;
    above.push({ indent, path });
    return path;
  });
}

/**
 * The reports as one column each, with rows for every concern that any of them has, so that the catalogue's order
 * holds. Where a site has no entrance zone there are no contacts to count.
 */
export function asColumns(reports: readonly Report[]): Report[] {
  const withContacts = reports.filter(({ stages, days }) => stages.entranceZone && days > 0);
  const keysOf = (rows: (report: Report) => readonly ConcernFigures[]) => [
    ...new Set(withContacts.flatMap((report) => rows(report).map(({ concern }) => concern))),
  ];
  const concerns = keysOf(({ byConcern }) => byConcern).toSorted(byConcernOrder);
  const groups = keysOf(({ byGroup }) => byGroup).toSorted(byConcernOrder);
  return reports.map((report) =>
    changed(
      asColumn(report),
      withContacts.includes(report)
        ? { byConcern: padded(report.byConcern, concerns), byGroup: padded(report.byGroup, groups) }
        : {},
    ),
  );
}

/** A report as one column among others: without its days and its own columns, which it then need not be able to make. */
export const asColumn = (report: Report): Report =>
  changed(report, { byDay: [], byHalfDay: [], peaks: [], columns: [] });

/** A report with other parts. What a report works out when it is asked for is not worked out for that. */
const changed = (report: Report, parts: Partial<Report>): Report =>
  Object.defineProperties({} as Report, {
    ...Object.getOwnPropertyDescriptors(report),
    ...Object.getOwnPropertyDescriptors(parts),
  });

const padded = (rows: readonly ConcernFigures[], concerns: readonly string[]): ConcernFigures[] =>
  concerns.map((concern) => rows.find((row) => row.concern === concern) ?? noContacts(concern));

function noContacts(concern: string): ConcernFigures {
  const none = statsOf(pool([]), { perContact: null, perVisit: null });
  return { concern, contacts: 0, waiting: none, service: none, conclusiveRate: null };
}
