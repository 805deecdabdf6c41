import type { CountRow, GridRow, Sheet } from './sheet.js';

/** Text on a terminal of 80 columns: what goes where, and nothing about what it means. */

export const sheetWidth = 80;

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
  const say = ascii ? toAscii : (text: string) => text;
  const spoken = (rows: readonly GridRow[]) =>
    rows.map((row): Line => ({
      ...row,
      label: say(row.label),
      cells: row.cells.map(({ text }) => say(text)),
    }));
  const headLine = (cells: readonly string[]): Line => ({ label: '', cells: cells.map(say) });
  const heads = sheet.heads.map(headLine);
  const gridRows = sheet.sections.flatMap((section) => (section.kind === 'grid' ? spoken(section.rows) : []));
  const widths = columnWidths([...heads, ...gridRows]);
  const rule = say('─').repeat(sheetWidth);
  const lines = [...sheet.title.flatMap((line) => wrap(say(line))).map((line) => paint.title(line)), rule];
  lines.push(...heads.map((row) => gridLine(row, widths)));
  for (const section of sheet.sections) {
    if (lines.length > 0) lines.push('');
    lines.push(paint.heading(say(section.heading)));
    if (section.kind === 'text' || section.kind === 'counts') {
      const paragraphs = section.kind === 'text' ? section.paragraphs : section.rows.map(countsLine);
      lines.push(...paragraphs.flatMap((paragraph) => wrap(say(paragraph))));
      continue;
    }
    const rows = spoken(section.rows);
    const listHeads = section.kind === 'grid' || section.heads.length === 0 ? [] : [headLine(section.heads)];
    const own = section.kind === 'grid' ? widths : columnWidths([...listHeads, ...rows]);
    for (const row of [...listHeads, ...rows]) {
      const line = gridLine(row, own);
      lines.push(row.isMinor ? paint.minor(line) : line);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A row with nothing but its words. */
interface Line {
  readonly label: string;
  readonly cells: readonly string[];
  readonly isMinor?: boolean;
}

/** "Outcomes: settled 36; appointment 2" */
function countsLine(row: CountRow): string {
  if ('sentence' in row) return row.sentence;
  const entries = row.entries.map(({ name, cell }) => `${name} ${cell.text}`).join('; ');
  return row.label === '' ? entries : `${row.label}: ${entries}`;
}

interface Widths {
  readonly label: number;
  readonly cells: readonly number[];
}

/** Every column as narrow as its cells; the label has the rest, as far as it needs it. */
function columnWidths(rows: readonly Line[]): Widths {
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const cells = Array.from({ length: count }, (_, i) =>
    Math.max(6, ...rows.map((row) => (row.cells[i]?.length ?? 0) + 1)),
  );
  const left = sheetWidth - cells.reduce((sum, width) => sum + width, 0);
  const withCells = rows.filter((row) => row.cells.some((cell) => cell !== ''));
  const longest = Math.max(...withCells.map(({ label }) => label.length), 0);
  return { label: Math.max(0, Math.min(left, longest + 1)), cells };
}

function gridLine({ label, cells }: Line, widths: Widths): string {
  if (label !== '' && cells.every((cell) => cell === '')) return fit(label, sheetWidth);
  const name = fit(label, Math.max(widths.label - 1, 0)).padEnd(widths.label);
  return `${name}${cells.map((cell, i) => cell.padStart(widths.cells[i] ?? 0)).join('')}`.trimEnd();
}

const fit = (text: string, width: number): string => {
  if (text.length <= width) return text;
  const more = isAscii(text) ? '.' : '…';
  return text.slice(0, Math.max(width - 1, 0)) + more;
};

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

// Printable characters and nothing else.
const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

const replacements: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  '–': '-',
  '•': '*',
  '…': '...',
  '─': '-',
  '„': '"',
  '“': '"',
  '”': '"',
};

/** The same for terminals that know nothing else. */
export const toAscii = (text: string): string =>
  isAscii(text)
    ? text
    : Array.from(text, (sign) => replacements[sign] ?? (isAscii(sign) ? sign : '?')).join('');
