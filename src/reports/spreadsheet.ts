import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type CellObject, type Sheet as ExcelSheet } from 'write-excel-file/node';
import type { Language } from '../texts/language.js';
import type { Sheet, Unit } from './sheet.js';
import { filePropertiesOf, paperOf } from './spreadsheetFeatures.js';
import { excelText } from './spreadsheetText.js';
import { wrap } from './terminal.js';
import { proseWidth, worksheetsOf, type Role, type WorkbookCell, type Worksheet } from './workbook.js';

/**
 * The report as a workbook for Excel and LibreOffice. Numbers are numbers, unrounded, shown in the format of their
 * unit; durations are spans of time. The same report gives the same bytes: every date inside is the period's last
 * day, and nobody is named as its author.
 */
export async function renderSpreadsheet(sheet: Sheet): Promise<Uint8Array> {
  const worksheets = worksheetsOf(sheet);
  const file = await writeExcelFile(
    worksheets.map((worksheet) => excelSheet(worksheet, sheet.language)),
    {
      fontFamily: 'Calibri',
      fontSize: 10,
      features: [paperOf(worksheets, sheet), filePropertiesOf(sheet)],
    },
  ).toBuffer();
  return repacked(file, sheet.subject.lastDay);
}

/** The same parts, sorted and with one date. (A zip's dates have no zone: they are read as local time.) */
function repacked(file: Uint8Array, day: string): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const mtime = new Date(year, month - 1, date, 12);
  const parts = Object.entries(unzipSync(file)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(parts.map(([path, content]) => [path, [content, { mtime, level: 6 }]])));
}

const excelSheet = (
  { name, rows, widths, frozenRows }: Worksheet,
  language: Language,
): ExcelSheet<never> => ({
  sheet: name,
  data: rows.map((row) => row.map((cell, i) => excelCell(cell, i, language))),
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: frozenRows,
  stickyColumnsCount: widths.length > 1 ? 1 : 0,
  showGridLines: false,
});

const soft = '#566069';
const rule = { bottomBorderStyle: 'thin', bottomBorderColor: '#1c2126' } as const;
const line = {
  height: 15,
  alignVertical: 'center',
  bottomBorderStyle: 'hair',
  bottomBorderColor: '#aab2b8',
} as const;

const looks: Readonly<Record<Role, CellObject>> = {
  title: { fontWeight: 'bold', fontSize: 14 },
  fact: { textColor: soft },
  heading: { fontWeight: 'bold', fontSize: 11, height: 18 },
  upperHead: { fontWeight: 'bold', align: 'right' },
  head: { fontWeight: 'bold', align: 'right', ...rule },
  label: line,
  minor: { textColor: soft, ...line },
  total: { fontWeight: 'bold', ...line, topBorderStyle: 'thin', topBorderColor: '#1c2126' },
  prose: { wrap: true, alignVertical: 'top' },
};

/** The grounds of the printed page's heat map, and ink that can be read on each. */
const shades: readonly CellObject[] = [
  {},
  { backgroundColor: '#e4eef8' },
  { backgroundColor: '#bcd7ef' },
  { backgroundColor: '#86b6de' },
  { backgroundColor: '#24619c', textColor: '#ffffff' },
];

function excelCell(
  { content, role, level = 0, shade }: WorkbookCell,
  column: number,
  language: Language,
): CellObject {
  const look: CellObject = { ...looks[role], ...(shade === undefined ? {} : shades[shade]) };
  if (typeof content === 'string') {
    return {
      ...look,
      ...(level > 0 ? { align: 'left', indent: level } : {}),
      // Not every program makes a row as high as what is wrapped in it.
      ...(role === 'prose' ? { height: 13.5 * wrap(content, proseWidth + 4).length + 3 } : {}),
      ...(content === '' ? {} : { type: String, value: excelText(content) }),
    };
  }
  const { value, unit = 'count', text, isRough } = content;
  const right: CellObject = column === 0 ? look : { ...look, align: 'right' };
  // Excel has no spans of time below zero: it shows a row of hashes.
  const isShowable = value !== undefined && !(unit === 'seconds' && value < 0);
  if (!isShowable) return { ...right, type: String, value: excelText(text) };
  const format = formats[language][unit];
  return {
    ...right,
    type: Number,
    value: unit === 'seconds' ? value / 86_400 : value,
    format: isRough ? `"~"${format}` : format,
  };
}

/** Signs for groups and decimals are those of the reader's program; the sign for percent is set apart in German. */
const formats: Readonly<Record<Language, Readonly<Record<Unit, string>>>> = {
  de: {
    count: '#,##0',
    seconds: '[m]:ss',
    minutes: '#,##0.0',
    hours: '#,##0.0',
    share: String.raw`0.0\ %`,
    rate: '0.0',
    fte: '0.00',
  },
  en: {
    count: '#,##0',
    seconds: '[m]:ss',
    minutes: '#,##0.0',
    hours: '#,##0.0',
    share: '0.0%',
    rate: '0.0',
    fte: '0.00',
  },
};
