import { dayOf, isoWeekOf, timeOf, weekdayOf } from '../statistics/calendar.js';
import type { Period } from '../statistics/period.js';
import { reports as german, type ReportTexts } from '../texts/de/reports.js';
import { reportSections as germanSections } from '../texts/de/reportSections.js';
import { reports as english } from '../texts/en/reports.js';
import { reportSections as englishSections } from '../texts/en/reportSections.js';
import { formatDay, formatDuration, formatPercent, formatShortDay } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import { cellsFor } from './cells.js';
import { criteria, furtherGrids, type Writing } from './criteria.js';
import { countGrids } from './furtherGrids.js';
import { furtherCounts, hourList, peakText } from './lists.js';
import { addresseeLine, baselineSection } from './officeWords.js';
import { periodSections, sectionNotes, weekdaySections } from './periodSections.js';
import type { Column, Report } from './report.js';
import type { Section, Sheet } from './sheet.js';
import { signalGrids } from './signalGrids.js';

export interface SheetOptions {
  readonly language: Language;
  /** Wording of the site's own codes for reasons and activities. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** The report as it is read, whatever the format. */
export function reportSheet(report: Report, { language, codes = {} }: SheetOptions): Sheet {
  const texts = language === 'de' ? german : english;
  const period = periodName(report.period, texts, language);
  const title = [
    `${texts.title(report.site)}: ${period}`,
    ...asOf(report, texts, language),
    ...addresseeLine(report, language),
  ];
  const about = { language, subject: { site: report.site, period, lastDay: report.period.to } };
  if (report.days === 0) return { ...about, title: [...title, texts.empty], heads: [], sections: [] };
  const more = language === 'de' ? germanSections : englishSections;
  const writing: Writing = { report, texts, more, language, cells: cellsFor(language) };
  const body: Section[] = [
    ...criteria(writing),
    peakText(writing),
    hourList(writing),
    ...weekdaySections(writing),
    ...furtherGrids(writing),
    ...countGrids(writing, { codes }),
    ...signalGrids(writing),
    ...periodSections(writing),
    furtherCounts(writing, { codes }),
  ];
  return {
    ...about,
    title,
    ...(report.columns.length === 0
      ? { heads: [] }
      : { heads: heads(report, texts, language), hasTotal: true }),
    sections: [
      ...body,
      ...baselineSection(report.baseline, language),
      { kind: 'text', heading: texts.sections.notes, paragraphs: notes(writing, countHidden(body)) },
    ],
  };
}

export function asOf({ asOf: instant, zone }: Report, texts: ReportTexts, language: Language): string[] {
  if (instant === null) return [];
  const at = Date.parse(instant);
  return [texts.asOf(formatDay(dayOf(at, zone), language), timeOf(at, zone))];
}

/** The period as a reader calls it. */
export function periodName(
  { kind, label, from, to }: Period,
  texts: ReportTexts,
  language: Language,
): string {
  const year = label.slice(0, 4);
  const ends = { from: formatDay(from, language), to: formatDay(to, language) };
  switch (kind) {
    case 'day':
      return texts.period.day({ from: ends.from, weekday: texts.weekdayNames[weekdayOf(from) - 1] ?? '' });
    case 'week':
      return texts.period.week({ number: label.slice(-2), year, ...ends });
    case 'month':
      return texts.period.month({ month: texts.monthNames[Number(label.slice(5)) - 1] ?? '', year });
    case 'quarter':
      return texts.period.quarter({ number: label.slice(-1), year });
    case 'year':
      return texts.period.year({ year });
    case 'pilot':
    case 'keydate':
    case 'range':
      return texts.period[kind](ends);
  }
}

/** Two lines: what the column is, and which. */
function heads({ columns }: Report, texts: ReportTexts, language: Language): string[][] {
  const pairs = columns.map((column) => headOf(column, texts, language));
  const lines = [[...pairs.map(([first]) => first), texts.columns.total], pairs.map(([, second]) => second)];
  return lines.filter((line) => line.some((head) => head !== ''));
}

function headOf({ kind, label, from }: Column, texts: ReportTexts, language: Language): [string, string] {
  const year = label.slice(0, 4);
  switch (kind) {
    case 'day':
      return [texts.weekdays[weekdayOf(from) - 1] ?? '', formatShortDay(from, language)];
    case 'week':
      return [texts.columns.week(isoWeekOf(from).slice(-2)), ''];
    case 'month':
      return [texts.months[Number(label.slice(5)) - 1] ?? '', year];
    case 'quarter':
      return [texts.columns.quarter(label.slice(-1)), year];
    default:
      return [year, ''];
  }
}

function countHidden(sections: readonly Section[]): number {
  const cells = sections.flatMap((section) => {
    if (section.kind === 'text') return [];
    if (section.kind !== 'counts') return section.rows.flatMap((row) => row.cells);
    return section.rows.flatMap((row) => ('entries' in row ? row.entries.map(({ cell }) => cell) : []));
  });
  return cells.filter(({ isHidden }) => isHidden).length;
}

function notes(writing: Writing, hiddenCells: number): string[] {
  const { report, texts, more, language } = writing;
  const { notes: sentences } = texts;
  const { limits, targets } = report;
  const withheld = report.service.withheld ?? 0;
  const withheldWaits = report.waiting.withheld ?? 0;
  return [
    sentences.waiting,
    sentences.service,
    sentences.outside,
    sentences.K1,
    sentences.K2,
    sentences.attribution(report.halfDayAt ?? ''),
    sentences.quantiles,
    sentences.K7,
    sentences.K8(formatPercent(targets.utilisation, language, 0), formatDuration(targets.waitSeconds * 1000)),
    sentences.K11,
    sentences.K12,
    sentences.K13,
    ...sectionNotes(writing),
    sentences.dash,
    sentences.suppression({ ...limits, cells: hiddenCells }),
    sentences.blocks,
    ...(withheld > 0 ? [sentences.withheld(withheld)] : []),
    ...(report.importedDays ? [sentences.imported(report.importedDays, report.days)] : []),
    ...(withheldWaits > 0 ? [more.withheldWaits(withheldWaits)] : []),
  ];
}
