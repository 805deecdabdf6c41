import { toAscii } from './ascii.js';
import { formatTexts } from './formatTexts.js';
import type { CountRow, Section, Sheet } from './sheet.js';
import {
  columnWidths,
  heatLines,
  linesOf,
  listLines,
  shadesIn,
  sheetWidth,
  tableLine,
  type Line,
  type Signs,
} from './terminalTable.js';

/** Text on a terminal of 80 columns: what goes where, and nothing about what it means. */

/** Marks what a line is; plain text by default. */
export interface Painter {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly minor: (text: string) => string;
}

export const plainPainter: Painter = {
  title: (text) => text,
  heading: (text) => text,
  minor: (text) => text,
};

export interface TerminalOptions {
  readonly ascii: boolean;
  readonly paint: Painter;
}

export function renderSheet(sheet: Sheet, { ascii, paint }: TerminalOptions): string {
  const signs: Signs = { ascii, say: ascii ? toAscii : (text) => text };
  const { say } = signs;
  const heads = sheet.heads.map((cells): Line => ({ label: '', cells: cells.map(say) }));
  const gridRows = sheet.sections.flatMap((section) =>
    section.kind === 'grid' ? linesOf(section.rows, signs) : [],
  );
  const widths = columnWidths([...heads, ...gridRows]);
  const painted = (lines: readonly Line[], own = columnWidths(lines)) =>
    lines.map((line) => (line.isMinor ? paint.minor(tableLine(line, own)) : tableLine(line, own)));
  const body = (section: Section): string[] => {
    switch (section.kind) {
      case 'grid':
        return painted(linesOf(section.rows, signs), widths);
      case 'list':
        return painted(listLines(section, signs));
      case 'heat':
        return [
          ...heatLines(section, signs).flatMap((block) => painted(block, columnWidths(block, 0))),
          ...wrap(say(formatTexts(sheet.language).shades(shadesIn(ascii).slice(1)))),
        ];
      case 'counts':
        return section.rows.map(countsLine).flatMap((line) => wrap(say(line)));
      case 'text':
        return section.paragraphs.flatMap((paragraph) => wrap(say(paragraph)));
    }
  };
  const lines = [
    ...sheet.title.flatMap((line) => wrap(say(line))).map((line) => paint.title(line)),
    say('─').repeat(sheetWidth),
  ];
  lines.push(...heads.map((head) => tableLine(head, widths)));
  for (const section of sheet.sections) {
    lines.push('', ...wrap(say(section.heading)).map(paint.heading), ...body(section));
  }
  return `${lines.join('\n')}\n`;
}

/** "Outcomes: settled 36; appointment 2" */
function countsLine(row: CountRow): string {
  if ('sentence' in row) return row.sentence;
  const entries = row.entries.map(({ name, cell }) => `${name} ${cell.text}`).join('; ');
  return row.label === '' ? entries : `${row.label}: ${entries}`;
}

/** Breaks a paragraph into lines at its spaces; further lines are indented like its first. */
export function wrap(paragraph: string, width = sheetWidth): string[] {
  const indent = /^ */.exec(paragraph)?.[0] ?? '';
  const lines: string[] = [];
  let line = indent;
  for (const word of paragraph.trim().split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
    }
    line += line.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}
