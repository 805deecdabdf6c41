import { columnNames, formatTexts, oneSpaced } from './formatTexts.js';
import { outline } from './outline.js';
import { highestIn, shadeOf } from './scale.js';
import type { Cell, Counts, Grid, GridRow, Heat, List, Prose, Sheet } from './sheet.js';

/** The report as sheets of a workbook: what stands in which cell, and nothing about the file that holds it. */

/** A cell's look, by what it is. */
export type Role =
  | 'title'
  | 'fact'
  | 'heading'
  | 'upperHead'
  | 'head'
  | 'label'
  | 'minor'
  | 'total'
  | 'prose';

export interface WorkbookCell {
  /** A word, or a number with its unit. */
  readonly content: string | Cell;
  readonly role: Role;
  /** Of a row's label. */
  readonly level?: number;
  /** 0 to 4, see {@link shadeOf}. */
  readonly shade?: number;
}

export interface Worksheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** Rows that stay when the rest is scrolled; the last `headRows` of them are repeated on every printed page. */
  readonly frozenRows: number;
  readonly headRows: number;
  /** In characters. */
  readonly widths: readonly number[];
}

/** The criteria on one sheet, every list on its own, then what is counted, then the notes. */
export function worksheetsOf(sheet: Sheet): Worksheet[] {
  const { worksheets: names } = formatTexts(sheet.language);
  const { sections } = sheet;
  const grids = sections.filter((section) => section.kind === 'grid');
  const lists = sections.filter((section) => section.kind === 'list' || section.kind === 'heat');
  const counts = sections.filter((section) => section.kind === 'counts');
  const prose = sections.filter((section) => section.kind === 'text');
  const made = [
    ...(grids.length > 0 ? [gridSheet(names.grids, grids, sheet)] : []),
    ...lists.map((list) => listSheet(list, sheet)),
    ...(counts.length > 0 ? [countsSheet(names.counts, counts, sheet)] : []),
    // A report of no days has its title and nothing else.
    ...(prose.length > 0 || sections.length === 0 ? [proseSheet(names.notes, prose, sheet)] : []),
  ];
  const taken = new Set<string>();
  return made.map((worksheet) => ({ ...worksheet, name: sheetName(worksheet.name, taken) }));
}

const titleRows = ({ title }: Sheet): WorkbookCell[][] => [
  ...title.map((content, i): WorkbookCell[] => [{ content, role: i === 0 ? 'title' : 'fact' }]),
  [],
];

const headRow = (heads: readonly string[], role: Role = 'head'): WorkbookCell[] =>
  ['', ...heads].map((content) => ({ content, role }));

/** The column of the labels has at least so much room, and one of words at most. */
const usualWidth = 34;

function gridSheet(name: string, grids: readonly Grid[], sheet: Sheet): Worksheet {
  const columns = columnNames(sheet);
  const heads = sheet.heads.length > 0 ? sheet.heads : [columns];
  const top = [
    ...titleRows(sheet),
    // The last line is the one with the rule below, for every column.
    ...heads.map((line, i) =>
      headRow(
        columns.map((_, column) => line[column] ?? ''),
        i === heads.length - 1 ? 'head' : 'upperHead',
      ),
    ),
  ];
  const body = grids.flatMap(({ heading, rows }) => [
    [],
    [{ content: oneSpaced(heading), role: 'heading' } as const],
    ...outline(rows).map((row) => tableRow(row)),
  ]);
  const labels = grids.flatMap(({ rows }) => rows.map(({ label }) => label.length));
  return {
    name,
    rows: [...top, ...body],
    frozenRows: top.length,
    headRows: heads.length,
    widths: [
      Math.max(usualWidth, ...labels) + 2,
      ...columns.map((_, column) => Math.max(11, longestWord(grids, column))),
    ],
  };
}

/** Numbers have room enough; words, of which a neighbour would cover a part, need theirs. */
const longestWord = (grids: readonly Grid[], column: number): number =>
  Math.max(
    ...grids
      .flatMap(({ rows }) => rows)
      .map(({ cells }) => {
        const cell = cells[column];
        return cell && cell.value === undefined ? Math.min(cell.text.length, usualWidth) : 0;
      }),
  );

function listSheet(list: List | Heat, sheet: Sheet): Worksheet {
  const highest = highestIn(list.rows);
  const shadeIn = (row: GridRow, cell: Cell) =>
    list.kind === 'heat' && !row.isTotal ? shadeOf(cell, highest) : undefined;
  const top = [
    ...titleRows(sheet),
    [{ content: oneSpaced(list.heading), role: 'heading' } as const],
    headRow(list.heads),
  ];
  const labels = list.rows.map(({ label }) => label.length);
  return {
    name: oneSpaced(list.heading),
    rows: [...top, ...outline(list.rows).map((row) => tableRow(row, shadeIn))],
    frozenRows: top.length,
    headRows: 1,
    widths: [Math.max(12, ...labels) + 2, ...list.heads.map((head) => Math.max(8, head.length) + 2)],
  };
}

function tableRow(
  row: ReturnType<typeof outline>[number],
  shadeIn: (row: GridRow, cell: Cell) => number | undefined = () => undefined,
): WorkbookCell[] {
  const role: Role = row.isTotal ? 'total' : row.isMinor ? 'minor' : 'label';
  return [
    { content: row.name, role, level: row.level },
    ...row.cells.map((content): WorkbookCell => {
      const shade = shadeIn(row, content);
      return { content, role, ...(shade === undefined ? {} : { shade }) };
    }),
  ];
}

function countsSheet(name: string, sections: readonly Counts[], sheet: Sheet): Worksheet {
  const top = titleRows(sheet);
  const body = sections.flatMap(({ heading, rows }) => [
    [{ content: oneSpaced(heading), role: 'heading' } as const],
    ...rows.flatMap((row): WorkbookCell[][] =>
      'sentence' in row
        ? [[{ content: row.sentence, role: 'label' }]]
        : row.entries.map((entry): WorkbookCell[] => [
            { content: row.label, role: 'label' },
            { content: entry.name, role: 'label' },
            { content: entry.cell, role: 'label' },
            ...(entry.cell.n === undefined ? [] : [{ content: `n ${entry.cell.n}`, role: 'minor' } as const]),
          ]),
    ),
    [],
  ]);
  return { name, rows: [...top, ...body], frozenRows: top.length, headRows: 0, widths: [42, 46, 12, 10] };
}

/** Of a paragraph, in characters. */
export const proseWidth = 84;

function proseSheet(name: string, sections: readonly Prose[], sheet: Sheet): Worksheet {
  const top = titleRows(sheet);
  const body = sections.flatMap(({ heading, paragraphs }): WorkbookCell[][] => [
    [{ content: oneSpaced(heading), role: 'heading' }],
    ...paragraphs.map((content): WorkbookCell[] => [{ content, role: 'prose' }]),
    [],
  ]);
  return { name, rows: [...top, ...body], frozenRows: top.length, headRows: 0, widths: [proseWidth] };
}

const longestName = 31;

/** A name that a workbook takes: short, without some signs, and of no other sheet. */
function sheetName(heading: string, taken: Set<string>): string {
  const clean = oneSpaced(heading.toWellFormed().replaceAll(/[[\]/\\:*?\p{Cc}]/gu, ' '))
    .replaceAll(/^'+|'+$/g, '')
    .trim();
  for (let nth = 1; ; nth += 1) {
    const suffix = nth === 1 ? '' : ` ${nth}`;
    const name = `${cut(clean || '–', longestName - suffix.length)}${suffix}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** Whole words, as many as there is room for. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const words = text.slice(0, length + 1).split(' ');
  const whole = words.slice(0, -1).join(' ');
  return whole === '' ? text.slice(0, length).toWellFormed() : whole;
}
