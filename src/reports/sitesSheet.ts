import { reports as germanReports } from '../texts/de/reports.js';
import { sideBySide as german } from '../texts/de/sideBySide.js';
import { reports as englishReports } from '../texts/en/reports.js';
import { sideBySide as english } from '../texts/en/sideBySide.js';
import { addresseeLine } from './officeWords.js';
import type { Report } from './report.js';
import { asOf, periodName, reportSheet, type SheetOptions } from './reportSheet.js';
import type { Section, Sheet } from './sheet.js';
import { asColumns, mergeSections, type Side } from './sideBySide.js';

/** The report of one of several sites; `id` is what the settings call it. */
export interface SiteReport {
  readonly id: string;
  readonly report: Report;
  /** Wording of the site's own codes. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** The same period at several sites: a column for each, and nothing added up across them (R1). */
export function sitesSheet(
  sites: readonly SiteReport[],
  { language }: Pick<SheetOptions, 'language'>,
): Sheet {
  const texts = language === 'de' ? german : english;
  const reportTexts = language === 'de' ? germanReports : englishReports;
  const columns = asColumns(sites.map(({ report }) => report));
  const sides = sites.flatMap(({ id, codes = {} }, i): Side[] => {
    const report = columns[i];
    return report ? [{ name: id, sheet: reportSheet(report, { language, codes }) }] : [];
  });
  const periods = sites.map(({ report }) => periodName(report.period, reportTexts, language));
  const isOnePeriod = new Set(periods).size === 1;
  const heads = sites.map(({ id }) => brokenName(id));
  const sections = mergeSections(sides);
  const isNotes = ({ heading }: Section) => heading === reportTexts.sections.notes;
  const notes = sections.flatMap((section) =>
    isNotes(section) && section.kind === 'text' ? section.paragraphs : [],
  );
  return {
    language,
    subject: {
      site: sites.map(({ report }) => report.site).join(', '),
      period: [...new Set(periods)].join(' – '),
      lastDay:
        sites
          .map(({ report }) => report.period.to)
          .toSorted()
          .at(-1) ?? '',
    },
    title: [
      isOnePeriod ? `${texts.sites.title}: ${periods[0]}` : texts.sites.title,
      ...sites.map(({ id, report }, i) =>
        [
          `${id}: ${report.site}`,
          ...(isOnePeriod ? [] : [periods[i]]),
          ...(report.days === 0 ? [reportTexts.empty] : asOf(report, reportTexts, language)),
        ].join(', '),
      ),
      ...new Set(sites.flatMap(({ report }) => addresseeLine(report, language))),
    ],
    heads: Array.from({ length: Math.max(0, ...heads.map(({ length }) => length)) }, (_, line) =>
      heads.map((head) => head[line] ?? ''),
    ),
    sections: [
      ...sections.filter((section) => !isNotes(section)),
      { kind: 'text', heading: reportTexts.sections.notes, paragraphs: [texts.sites.note, ...notes] },
    ],
  };
}

const headWidth = 12;

/** The head of a narrow column. */
const brokenName = (id: string): string[] => id.match(new RegExp(`.{1,${headWidth}}`, 'g')) ?? [id];
