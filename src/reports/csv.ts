import type { Language } from '../texts/language.js';
import { absence, columnNames, formatTexts, oneSpaced } from './formatTexts.js';
import { outline } from './outline.js';
import type { Cell, GridRow, Section, Sheet } from './sheet.js';

/**
 * The report as CSV: one table with one head, one value a line – section, row, column, value, unit, n, text.
 *
 * A report is many tables of different widths. Below each other in one file, no program knows where one ends; a line
 * for each value instead is what a pivot table, a filter and a script all take at once, and it has room for what
 * belongs to a value: its unit, how many it is formed from, and why it is not there. Who wants the tables as they
 * are printed takes the workbook.
 *
 * - German: semicolon, decimal comma and a byte order mark, as Excel and LibreOffice of a German office open it by
 *   a double click. English: comma and point, without the mark, as scripts read it.
 * - Values are not rounded: seconds, minutes, counts, and shares between 0 and 1. `n` is their number of contacts.
 * - Where a value is missing, `text` says why; everything else in words stands there too.
 * - A text never begins as a formula does; where it would, an apostrophe stands before it. (So does one before a text
 *   that begins with an apostrophe: whoever takes one away has the text as it was.)
 * - Lines end in CRLF, fields are quoted where they must be (RFC 4180).
 */
export function renderCsv(sheet: Sheet): string {
  const { csv, subject: words } = formatTexts(sheet.language);
  const { separator, mark } = conventions[sheet.language];
  const { site, period } = sheet.subject;
  const about: Line[] = [
    { section: words.report, row: words.site, text: site },
    { section: words.report, row: words.period, text: period },
    ...sheet.title.map((text) => ({ section: words.report, row: words.heading, text })),
  ];
  const lines = [...about, ...sheet.sections.flatMap((section) => linesOf(section, sheet))];
  const head = fields.map((field) => csv[field]);
  const body = lines.map((line) => fields.map((field) => fieldOf(line[field], sheet.language)));
  return `${mark}${[head, ...body].map((cells) => `${cells.join(separator)}\r\n`).join('')}`;
}

const fields = ['section', 'row', 'column', 'value', 'unit', 'n', 'text'] as const;

/** Numbers are values, texts are anybody's. */
type Line = Partial<Readonly<Record<(typeof fields)[number], string | number>>>;

const conventions = {
  de: { separator: ';', decimal: ',', mark: '\uFEFF' },
  en: { separator: ',', decimal: '.', mark: '' },
} as const;

function linesOf(section: Section, sheet: Sheet): Line[] {
  const heading = oneSpaced(section.heading);
  switch (section.kind) {
    case 'grid':
      return tableLines(heading, columnNames(sheet), section.rows, sheet.language);
    case 'list':
    case 'heat':
      return tableLines(heading, section.heads, section.rows, sheet.language);
    case 'counts':
      return section.rows.flatMap((row): Line[] =>
        'sentence' in row
          ? [{ section: heading, text: row.sentence }]
          : row.entries.map(({ name, cell }) => ({
              section: heading,
              // In one field: a code alone, "3.1", would be a day to a German Excel.
              row: [row.label, name].filter(Boolean).join(' › '),
              ...cellFields(cell, sheet.language),
            })),
      );
    case 'text':
      return section.paragraphs.map((text) => ({ section: heading, text }));
  }
}

const tableLines = (
  section: string,
  columns: readonly string[],
  rows: readonly GridRow[],
  language: Language,
): Line[] =>
  outline(rows).flatMap(({ path, cells }) =>
    cells.map((cell, i) => ({
      section,
      row: path,
      column: columns[i] ?? '',
      ...cellFields(cell, language),
    })),
  );

function cellFields(cell: Cell, language: Language): Line {
  const texts = formatTexts(language);
  const missing = absence(cell, texts);
  return {
    ...(missing === undefined && cell.value !== undefined ? { value: cell.value } : {}),
    ...(cell.unit && missing === undefined ? { unit: texts.units[cell.unit] } : {}),
    ...(cell.n === undefined ? {} : { n: cell.n }),
    ...(missing === undefined ? {} : { text: missing }),
    ...(cell.isRough ? { text: texts.rough } : {}),
  };
}

function fieldOf(content: string | number | undefined, language: Language): string {
  const { separator, decimal } = conventions[language];
  if (content === undefined) return '';
  if (typeof content === 'number') return String(content).replace('.', decimal);
  const text = harmless(content);
  return text.includes(separator) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet would calculate becomes text, also behind spaces and in the wide letters of East Asia. */
const harmless = (text: string): string => (/^\s*[=+\-@＝＋－＠]|^['\t\r]/u.test(text) ? `'${text}` : text);
