import { writeFile } from 'node:fs/promises';
import chalk from 'chalk';
import type { SiteView } from '../protocol/messages.js';
import { compare, type Comparison } from '../reports/comparison.js';
import { comparisonSheet } from '../reports/comparisonSheet.js';
import { renderJson, type OfSite } from '../reports/json.js';
import type { Report } from '../reports/report.js';
import { buildReport, type ReportInput } from '../reports/reportModel.js';
import { reportSheet } from '../reports/reportSheet.js';
import type { Sheet } from '../reports/sheet.js';
import { sitesSheet } from '../reports/sitesSheet.js';
import { splitColumns } from '../reports/splitColumns.js';
import { plainPainter, renderSheet, type Painter } from '../reports/terminal.js';
import { textsFor, type Language } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import { askedFigures, type PeriodFigures, type SiteFigures } from './reportFigures.js';
import type { PeriodOptions } from './reportPeriod.js';

export interface ReportOptions extends PeriodOptions {
  readonly allSites?: true;
  readonly format?: 'table' | 'json';
  readonly out?: string;
}

type Options = ReportOptions & Globals;

/** `beo report`: the figures of a period, at one site or at several, alone or beside another period's. */
export async function runReport(options: Options): Promise<void> {
  const language = languageOf(options);
  const sites = await askedFigures(options);
  const json = options.format === 'json' || (options.format === undefined && options.json);
  const text = json ? jsonOf(sites, options) : tableOf(sites, options);
  if (options.out === undefined) process.stdout.write(text);
  else await writeOut(options.out, text, language);
}

/** `--all-sites` has the same shape where there is one site only. */
function jsonOf(sites: readonly SiteFigures[], { allSites }: Options): string {
  const [first] = sites;
  if (first && sites.length === 1 && !allSites) return renderJson(printedOf(first));
  return renderJson({ sites: sites.map((figures) => ({ id: figures.site.id, ...printedOf(figures) })) });
}

function tableOf(sites: readonly SiteFigures[], options: Options): string {
  const ascii = options.ascii ?? false;
  const paint = options.out === undefined && hasColours() ? colours : plainPainter;
  return sheetsOf(sites, languageOf(options), mostSites)
    .map((sheet) => renderSheet(sheet, { ascii, paint }))
    .join('\n');
}

/** More columns beside each other do not fit a terminal. */
const mostSites = 4;

/** Sites stand beside each other, as many as fit; compared periods of several sites below each other. */
function sheetsOf(sites: readonly SiteFigures[], language: Language, most: number): Sheet[] {
  const isCompared = sites.some(({ compared }) => compared);
  if (isCompared || sites.length === 1) return sites.map((figures) => sheetOf(figures, language));
  const columns = sites.map((figures) => ({
    id: figures.site.id,
    report: reportOf(figures),
    codes: codesOf(figures.site, language),
  }));
  return splitColumns(sitesSheet(columns, { language }), most);
}

function sheetOf(figures: SiteFigures, language: Language): Sheet {
  const printed = printedOf(figures);
  const options = { language, codes: codesOf(figures.site, language) };
  return 'differences' in printed ? comparisonSheet(printed, options) : reportSheet(printed, options);
}

const printedOf = (figures: SiteFigures): OfSite =>
  figures.compared ? comparisonOf(figures, figures.compared) : reportOf(figures);

const reportOf = ({ site, ...figures }: SiteFigures): Report => buildReport(inputOf(site, figures));

const comparisonOf = ({ site, ...figures }: SiteFigures, compared: PeriodFigures): Comparison =>
  compare(inputOf(site, figures), inputOf(site, compared));

const inputOf = (site: SiteView, { period, days }: PeriodFigures): ReportInput => ({
  site: site.name,
  period,
  days,
  limits: site.limits,
  targets: { waitSeconds: site.waitTargetMs / 1000, utilisation: site.peakUtilisation },
  goals: site.goals,
  staffing: site.staffing,
  zone: site.zone,
  reporting: site.reporting,
});

/** The office's own words for its codes. */
const codesOf = (site: SiteView, language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...site.deviationReasons, ...site.transferReasons, ...site.activities].map((label) => [
      label.code,
      label[language],
    ]),
  );

/** Only a person gets colours, and only who has not said no (https://no-color.org). */
const hasColours = (): boolean => process.stdout.isTTY && !process.env.NO_COLOR && chalk.level > 0;

const colours: Painter = { title: chalk.bold, heading: chalk.bold.cyan, minor: chalk.dim };

async function writeOut(file: string, text: string, language: Language): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Failure('cannotWrite', textsFor(language).failures.cannotWrite({ file, problem }));
  }
}
