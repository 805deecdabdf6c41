import { columnNames, oneSpaced } from './formatTexts.js';
import { outline } from './outline.js';
import type { Cell, CountRow, GridRow, Section, Sheet } from './sheet.js';

/**
 * The report as GitHub's Markdown: a heading and a table for each section. What a text holds stays text: whatever
 * Markdown or HTML would read as its own is escaped. Rows below others are indented by em spaces.
 */
export function renderMarkdown(sheet: Sheet): string {
  const [title = '', ...facts] = sheet.title.map(escaped);
  const blocks = [`# ${title}`, ...facts, ...sheet.sections.flatMap((section) => blocksOf(section, sheet))];
  return `${blocks.join('\n\n')}\n`;
}

function blocksOf(section: Section, sheet: Sheet): string[] {
  const heading = `## ${escaped(section.heading)}`;
  switch (section.kind) {
    case 'grid':
      return [heading, table(columnNames(sheet), section.rows)];
    case 'list':
    case 'heat':
      return [heading, table(section.heads, section.rows)];
    case 'counts':
      return [heading, section.rows.map((row) => `- ${countsItem(row)}`).join('\n')];
    case 'text':
      return [heading, section.paragraphs.map((paragraph) => `- ${escaped(paragraph)}`).join('\n')];
  }
}

function table(heads: readonly string[], rows: readonly GridRow[]): string {
  const lines = [
    ['', ...heads.map(escaped)],
    ['---', ...heads.map(() => '--:')],
    ...outline(rows).map(({ name, level, isTotal, cells }) => [
      `${'\u2003'.repeat(level)}${isTotal ? `**${escaped(name)}**` : escaped(name)}`,
      // A row has as many cells as there are heads, or a reader of tables drops the rest.
      ...heads.map((_, i) => textOf(cells[i])),
    ]),
  ];
  return lines.map((cells) => `|${cells.join('|')}|`).join('\n');
}

const textOf = (cell: Cell | undefined): string => escaped(cell?.text ?? '');

function countsItem(row: CountRow): string {
  if ('sentence' in row) return escaped(row.sentence);
  const entries = row.entries.map(({ name, cell }) => `${escaped(name)} ${textOf(cell)}`).join('; ');
  return row.label === '' ? entries : `${escaped(row.label)}: ${entries}`;
}

/** One line of text in which Markdown finds nothing to do, not even an address to make a link of. */
export const escaped = (text: string): string =>
  oneSpaced(text.toWellFormed().replaceAll(/\p{Cc}/gu, ' '))
    .replaceAll(/[\\`*_[\]<>|~&#$@]/g, String.raw`\$&`)
    .replaceAll('://', String.raw`:\//`)
    .replaceAll(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
    // What would begin a list, a heading's underline or a quotation where a line starts.
    .replace(/^([-+=])/, String.raw`\$1`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`);
