import { describe, expect, test } from 'vitest';
import { exampleComparison, inputOf } from '../testing/exampleComparisons.js';
import { dayOfWaits, noLimits, periodOf, spreadDays } from '../testing/exampleReports.js';
import { expectGolden } from '../testing/golden.js';
import { reports as german } from '../texts/de/reports.js';
import { reports as english } from '../texts/en/reports.js';
import { compare, type Comparison } from './comparison.js';
import { comparisonSheet } from './comparisonSheet.js';
import { reportSheet } from './reportSheet.js';
import type { GridRow, Sheet } from './sheet.js';
import { asColumns, mergeSections } from './sideBySide.js';
import { plainPainter, renderSheet } from './terminal.js';
import { sheetWidth } from './terminalTable.js';
import { testedRows } from './testedRows.js';

const languages = ['de', 'en'] as const;

const rowsOf = ({ sections }: Sheet, heading: string): readonly GridRow[] =>
  sections.flatMap((section) => (section.kind === 'grid' && section.heading === heading ? section.rows : []));

const rowOf = (sheet: Sheet, heading: string, label: string): string[] =>
  rowsOf(sheet, heading)
    .find((row) => row.label === label)
    ?.cells.map(({ text }) => text) ?? [];

const print = (comparison: Comparison, language: 'de' | 'en' = 'de', ascii = false) =>
  renderSheet(comparisonSheet(comparison, { language }), { ascii, paint: plainPainter });

describe('the sheet of two periods', () => {
  test.each(languages)('as it is printed, %s', (language) => {
    expectGolden(
      print(exampleComparison(), language),
      new URL(`golden/compared-weeks.${language}.txt`, import.meta.url),
    );
  });

  test('both values, the difference in the same unit and rounding, and chance', () => {
    const sheet = comparisonSheet(exampleComparison(noLimits), { language: 'de' });
    // 188 minutes over 36 and 402 minutes over 28: 313.33 s and 861.43 s.
    expect(rowOf(sheet, german.sections.K2, german.rows.mean)).toEqual([
      '5:13',
      '14:21',
      '-9:08',
      '-63,6 %',
      'mehr als Zufall',
    ]);
    expect(rowOf(sheet, german.sections.visits, german.rows.visits)).toEqual([
      '36',
      '28',
      '+8',
      '+28,6 %',
      '',
    ]);
    expect(rowOf(sheet, german.sections.K2, german.rows.nContacts)).toEqual(['36', '28', '', '', '']);
    expect(rowOf(sheet, german.sections.K6, german.rows.conclusive)).toEqual([
      '100,0 %',
      '100,0 %',
      '0,0 PP',
      '0,0 %',
      'im Rahmen des Zufalls',
    ]);
  });

  test('what is hidden stays hidden, and so does its difference', () => {
    const days = [
      ...spreadDays(),
      // Two desks on one day are too few for service times.
      dayOfWaits('2015-06-02', [1, 2, 3, 4, 5, 6], ['P1', 'P2']),
    ];
    const comparison = compare(inputOf(days, '2015-W24'), inputOf(days, '2015-W23'));
    const sheet = comparisonSheet(comparison, { language: 'de' });
    expect(rowOf(sheet, german.sections.K6, german.rows.mean)).toEqual(['5:00', '•', '•', '•', '']);
    expect(rowOf(sheet, german.sections.K2, german.rows.mean).slice(0, 2)).toEqual(['5:13', '3:30']);
    expect(
      comparison.differences.find(({ figure }) => figure === 'service.meanPerContactSeconds'),
    ).toMatchObject({
      comparedValue: null,
      absolute: null,
    });
  });

  test('without differences only both values stand there', () => {
    const days = spreadDays();
    const month = {
      ...inputOf(days, '2015-W24', noLimits),
      period: periodOf({ kind: 'month', word: '2015-06' }),
    };
    const sheet = comparisonSheet(compare(month, inputOf(days, '2015-W24', noLimits)), { language: 'de' });
    expect(rowOf(sheet, german.sections.K2, german.rows.mean)).toEqual(['5:13', '5:13', '', '', '']);
  });

  test.each(languages)('every figure that is tested has its row, %s', (language) => {
    const { report, comparedWith } = exampleComparison(noLimits);
    const texts = language === 'de' ? german : english;
    const sides = asColumns([report, comparedWith]).map((each) => ({
      name: each.period.label,
      sheet: reportSheet(each, { language }),
    }));
    const printed = new Set<string>();
    mergeSections(sides, ({ path, cells }, heading) => {
      printed.add(`${heading}\t${path}`);
      return cells;
    });
    // A group of one concern has no row of its own.
    const groups = new Set(report.byGroup.map(({ concern }) => texts.rows.group(concern)));
    const missing = [...testedRows([report, comparedWith], texts, language)].filter(
      ([place]) => !groups.has(place.split('\t')[1] ?? '') && !printed.has(place),
    );
    expect(missing).toEqual([]);
  });

  test('no line is wider than 80 columns, and ASCII means ASCII', () => {
    const days = [...spreadDays(), dayOfWaits('2015-06-01', [1, 2, 3, 4, 5, 6, 7])];
    const periods = [
      periodOf({ kind: 'day', word: '2015-06-08' }),
      periodOf({ kind: 'week', word: '2015-W23' }),
      periodOf({ kind: 'month', word: '2015-06' }),
      periodOf({ kind: 'quarter', word: '2015-Q3' }),
      periodOf({ kind: 'year', word: '2015' }),
      periodOf({ kind: 'pilot' }),
      periodOf({ kind: 'keydate', word: '2015-09-30' }),
      periodOf({ kind: 'range', from: '2015-06-01', to: '2015-06-09' }),
    ];
    for (const period of periods) {
      const comparison = compare(inputOf(days, '2015-W24'), { ...inputOf(days, '2015-W23'), period });
      for (const language of languages) {
        const text = print(comparison, language);
        const wide = text.split('\n').filter((line) => line.length > sheetWidth || line !== line.trimEnd());
        expect(wide, period.label).toEqual([]);
        expect(print(comparison, language, true), period.label).toMatch(/^[ -~\n]{1000,}$/);
      }
    }
  });

  test('concerns that only one period has stand in the order of the catalogue', () => {
    const withConcern = (day: string, from: string, to: string) =>
      JSON.parse(
        JSON.stringify(dayOfWaits(day, [1, 2, 3, 4, 5, 6])).replaceAll(`"${from}"`, `"${to}"`),
      ) as ReturnType<typeof dayOfWaits>;
    const days = [withConcern('2015-06-01', '3.1', '3.2'), dayOfWaits('2015-06-08', [1, 2, 3, 4, 5, 6])];
    const sheet = comparisonSheet(
      compare(inputOf(days, '2015-W23', noLimits), inputOf(days, '2015-W24', noLimits)),
      {
        language: 'de',
      },
    );
    const rows = rowsOf(sheet, german.sections.K3);
    expect(rows.map(({ label }) => label.slice(0, 4).trim())).toEqual(['Grup', 'n', '3.1', 'n', '3.2', 'n']);
    expect(rows.map(({ cells }) => cells.slice(0, 3).map(({ text }) => text))).toEqual([
      ['3:30', '3:30', '0:00'],
      ['6', '6', ''],
      ['–', '3:30', '–'],
      ['0', '6', ''],
      ['3:30', '–', '–'],
      ['6', '0', ''],
    ]);
  });
});
