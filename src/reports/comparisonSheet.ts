import { isoWeekOf, weekdayOf } from '../statistics/calendar.js';
import { leastParts, leastSingles } from '../statistics/noise.js';
import type { Period } from '../statistics/period.js';
import { reports as germanReports, type ReportTexts } from '../texts/de/reports.js';
import { sideBySide as german, type SideBySideTexts } from '../texts/de/sideBySide.js';
import { reports as englishReports } from '../texts/en/reports.js';
import { sideBySide as english } from '../texts/en/sideBySide.js';
import { formatShortDay } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import { cellsFor, hidden, nothing } from './cells.js';
import type { Comparison, Difference } from './comparison.js';
import { differenceCell, relativeCell } from './differenceCells.js';
import { addresseeLine, baselineSection } from './officeWords.js';
import type { Report } from './report.js';
import { asOf, periodName, reportSheet, type SheetOptions } from './reportSheet.js';
import type { Cell, GridRow, Section, Sheet } from './sheet.js';
import { asColumns, mergeSections, type MergedRow, type Side } from './sideBySide.js';
import { testedRows } from './testedRows.js';

interface Words {
  readonly texts: SideBySideTexts;
  readonly reportTexts: ReportTexts;
  readonly language: Language;
  /** Whether there are differences to print. */
  readonly areApart: boolean;
}

/** Two periods beside each other: every row with both values, their difference, and what chance has to do with it. */
export function comparisonSheet(comparison: Comparison, options: SheetOptions): Sheet {
  const { language } = options;
  const words: Words = {
    texts: language === 'de' ? german : english,
    reportTexts: language === 'de' ? germanReports : englishReports,
    language,
    areApart: !comparison.overlapping,
  };
  const { texts, reportTexts } = words;
  const sheets = asColumns([comparison.report, comparison.comparedWith]).map((report) => {
    // Both stand once in the comparison itself.
    const { baseline: _, addressees: __, ...figures } = report;
    return reportSheet(figures, options);
  });
  const heads = [comparison.report, comparison.comparedWith].map(({ period }) => headOf(period, words));
  const sides = sheets.map((sheet, i): Side => ({
    name: heads[i]?.filter(Boolean).join(' ') ?? '',
    sheet,
  }));
  const differences = new Map(comparison.differences.map((difference) => [difference.figure, difference]));
  const figureAt = testedRows([comparison.report, comparison.comparedWith], reportTexts, language);
  const merged = mergeSections(sides, (row, heading) => {
    const figure = figureAt.get(`${heading}\t${row.path}`);
    return withDifference(row, figure === undefined ? undefined : differences.get(figure), words);
  });
  const notes = merged.findLast(
    (section) => section.kind === 'text' && section.heading === reportTexts.sections.notes,
  );
  const { period } = comparison.comparedWith;
  const periods = [comparison.report.period, period];
  return {
    language,
    subject: {
      site: comparison.report.site,
      period: periods.map((each) => periodName(each, reportTexts, language)).join(' – '),
      lastDay:
        periods
          .map(({ to }) => to)
          .toSorted()
          .at(-1) ?? period.to,
    },
    title: [
      ...(sheets[0]?.title ?? []),
      texts.comparedWith(
        periodName(period, reportTexts, language),
        asOf(comparison.comparedWith, reportTexts, language).join(''),
      ),
      ...(comparison.comparedWith.days === 0 ? [`${sides[1]?.name}: ${reportTexts.empty}`] : []),
      ...addresseeLine(comparison.report, language),
    ],
    heads: [0, 1].map((line) =>
      [...heads, texts.heads.difference, texts.heads.relative, texts.heads.noise].map(
        (head) => head[line] ?? '',
      ),
    ),
    sections: [
      perDay(comparison, differences, words),
      ...merged.filter((section) => section !== notes),
      ...baselineSection(comparison.baseline, language),
      {
        kind: 'text',
        heading: reportTexts.sections.notes,
        paragraphs: [...noteLines(comparison, texts), ...(notes?.kind === 'text' ? notes.paragraphs : [])],
      },
    ],
  };
}

const noteLines = ({ overlapping }: Comparison, { notes }: SideBySideTexts): string[] => [
  notes.difference,
  notes.noise(leastParts, leastSingles),
  notes.improvement,
  ...(overlapping ? [notes.overlap] : []),
];

/** Counts of how many a mean rests on are no figures to compare. */
function withDifference(
  { cells, isMinor }: Pick<MergedRow, 'cells' | 'isMinor'>,
  difference: Difference | undefined,
  { texts, language, areApart }: Words,
): Cell[] {
  const [cell, compared] = cells;
  const none: Cell = { text: '' };
  const isLabelOnly = cells.every(({ text }) => text === '');
  if (!cell || !compared || isMinor || isLabelOnly || !areApart) return [...cells, none, none, none];
  if (cell.isHidden || compared.isHidden) return [...cells, hidden, hidden, none];
  if (cell.value === undefined || compared.value === undefined) {
    const areWords = [cell, compared].every(
      ({ value, text }) => value === undefined && text !== nothing.text,
    );
    return [...cells, ...(areWords ? [none, none] : [nothing, nothing]), none];
  }
  return [
    ...cells,
    differenceCell(cell.value - compared.value, cell.unit, texts.points, language),
    relativeCell(cell.value - compared.value, compared.value, language),
    { text: difference?.noise ? texts.noise[difference.noise] : '' },
  ];
}

/** Sums of periods of different length say little beside each other; these do. */
function perDay(
  { report, comparedWith }: Comparison,
  differences: ReadonlyMap<string, Difference>,
  words: Words,
): Section {
  const { texts, language } = words;
  const cells = cellsFor(language);
  const row = (label: string, cellOf: (report: Report) => Cell, figure: string): GridRow => ({
    label,
    cells: withDifference({ cells: [report, comparedWith].map(cellOf) }, differences.get(figure), words),
  });
  const mean = (count: number | null, days: number) =>
    cells.rate(count === null || days === 0 ? null : count / days);
  return {
    kind: 'grid',
    heading: texts.perDay.heading,
    rows: [
      row(texts.perDay.days, ({ days }) => cells.count(days), 'days'),
      row(texts.perDay.visits, ({ visits, days }) => mean(visits.total, days), 'perDay.visits'),
      row(texts.perDay.tickets, ({ tickets, days }) => mean(tickets.checkedIn, days), 'perDay.tickets'),
      row(texts.perDay.contacts, ({ tickets, days }) => mean(tickets.contacts, days), 'perDay.contacts'),
    ],
  };
}

/** The head of a period's column, in two lines. */
function headOf(
  { kind, label, from, to }: Period,
  { texts, reportTexts, language }: Words,
): readonly string[] {
  const year = label.slice(0, 4);
  const { columns, months, weekdays } = reportTexts;
  const { heads } = texts;
  switch (kind) {
    case 'day':
      return [`${weekdays[weekdayOf(from) - 1] ?? ''} ${formatShortDay(from, language)}`, from.slice(0, 4)];
    case 'week':
      return [columns.week(isoWeekOf(from).slice(-2)), year];
    case 'month':
      return [months[Number(label.slice(5)) - 1] ?? '', year];
    case 'quarter':
      return [columns.quarter(label.slice(-1)), year];
    case 'year':
      return ['', year];
    case 'pilot':
      return heads.pilot;
    case 'keydate':
      return heads.keydate(formatShortDay(to, language));
    case 'range':
      return heads.range(formatShortDay(from, language), formatShortDay(to, language));
  }
}
