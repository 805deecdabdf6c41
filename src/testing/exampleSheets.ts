import { reportSheet } from '../reports/reportSheet.js';
import type { GridRow, Heat, Sheet } from '../reports/sheet.js';
import { formatNumber } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import { defaultLimits, figuresOfScenario, periodOf, reportOf, spreadWeek } from './exampleReports.js';

/** A number for each weekday and hour; the busiest is Monday at nine, the sum stands below. */
export function exampleHeat(language: Language): Heat {
  const hours = Array.from({ length: 11 }, (_, i) => 7 + i);
  const numberAt = (day: number, hour: number): number =>
    Math.max(0, Math.round((12 - Math.abs(hour - 9) * 2.5 - day) * 10) / 10);
  const rowOf = (label: string, values: readonly number[]): GridRow => ({
    label,
    cells: values.map((value) => ({ text: formatNumber(value, language, 1), value, unit: 'rate' })),
  });
  const days = ['Mo', 'Di', 'Mi', 'Do', 'Fr'];
  const sums = hours.map((hour) => days.reduce((sum, _, day) => sum + numberAt(day, hour), 0));
  return {
    kind: 'heat',
    heading: 'Vorsprachen je Wochentag und Stunde',
    heads: hours.map((hour) => String(hour).padStart(2, '0')),
    rows: [
      ...days.map((label, day) =>
        rowOf(
          label,
          hours.map((hour) => numberAt(day, hour)),
        ),
      ),
      { ...rowOf('Summe', sums), isTotal: true },
    ],
  };
}

/** Every kind of section and of absence: a day, a week with cells that may not be shown, weeks, and no day at all. */
export function exampleSheets(language: Language): Readonly<Record<string, Sheet>> {
  const week = reportSheet(spreadWeek(defaultLimits), { language });
  const period = periodOf({ kind: 'range', from: '2015-06-01', to: '2015-07-09' });
  const weeks = reportOf(
    ['S03', 'S01', 'S02', 'S04', 'S05', 'S07', 'S12', 'S14'].map(figuresOfScenario),
    period,
  );
  return {
    day: reportSheet(reportOf([figuresOfScenario('S02')]), { language }),
    week: { ...week, sections: [...week.sections, exampleHeat(language)] },
    weeks: reportSheet(weeks, { language }),
    empty: reportSheet(reportOf([], period), { language }),
  };
}

/** A sheet in which one text stands wherever somebody's words can stand. */
export const sheetSaying = (text: string, language: Language): Sheet => ({
  language,
  subject: { site: text, period: text, lastDay: '2015-06-12' },
  title: [text, text],
  heads: [],
  sections: [
    { kind: 'grid', heading: text, rows: [{ label: text, cells: [{ text }] }] },
    { kind: 'list', heading: text, heads: [text], rows: [{ label: text, cells: [{ text }] }] },
    { kind: 'heat', heading: text, heads: [text], rows: [{ label: text, cells: [{ text }] }] },
    {
      kind: 'counts',
      heading: text,
      rows: [{ label: text, entries: [{ name: text, cell: { text } }] }, { sentence: text }],
    },
    { kind: 'text', heading: text, paragraphs: [text] },
  ],
});

/** Texts that some format would take for its own. */
export const hostileTexts: readonly string[] = [
  '=1+1',
  '+49 5221 12345',
  '-3',
  '@SUM(A1:A9)',
  ' =cmd|calc!A1',
  "'=1",
  '\t=1',
  '＝1+1',
  'a;b,c|d',
  'say "so"',
  'two\nlines\r\nand more',
  '<script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '&amp; &#60; &',
  '**fett** _kursiv_ `code` [x](http://example.org) ~~weg~~ $x$',
  '# Titel',
  '1. Punkt',
  'https://example.org www.example.org a@example.org',
  'K_x0041_ _x005F_',
  'bell \u0007 and null \u0000',
  "O'Neil’s „Büro“ – Straße 3",
  '&P &D &"Arial" 100 %',
  'ein sehr langer Name, der in keine Spalte, keine Überschrift und keinen Reiter eines Blattes passt',
  '日本語 😀 𝒳',
];
