import type { SiteView } from '../protocol/messages.js';
import { compare, type Comparison } from '../reports/comparison.js';
import { comparisonSheet } from '../reports/comparisonSheet.js';
import { formatOfFile, isBinary, type Format, type SheetFormat } from '../reports/formats.js';
import { renderJson, type OfSite } from '../reports/json.js';
import { renderAs } from '../reports/renderAs.js';
import type { Report } from '../reports/report.js';
import { buildReport, type ReportInput } from '../reports/reportModel.js';
import { reportSheet } from '../reports/reportSheet.js';
import type { Sheet } from '../reports/sheet.js';
import { asColumn } from '../reports/sideBySide.js';
import { sitesSheet } from '../reports/sitesSheet.js';
import { splitColumns } from '../reports/splitColumns.js';
import { plainPainter, renderSheet, type Painter } from '../reports/terminal.js';
import { textsFor, type Language } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import { askedFigures, termsOf, type PeriodFigures, type SiteFigures } from './reportFigures.js';
import type { PeriodOptions } from './reportPeriod.js';

export interface ReportOptions extends PeriodOptions {
  readonly allSites?: true;
  readonly format?: Format;
  readonly out?: string;
}

type Options = ReportOptions & Globals;

/** `beo report`: the figures of a period, at one site or at several, alone or beside another period's. */
export async function runReport(options: Options): Promise<void> {
  const language = languageOf(options);
  const format = formatOf(options);
  const sites = await askedFigures({ ...options, inDays: format === 'json' });
  const content = format === 'json' ? jsonOf(sites, options) : await sheetAs(format, sites, options);
  if (options.out === undefined) process.stdout.write(content);
  else await deliver(options.out, content, language);
}

/** As asked for, else as the file's ending says. */
function formatOf(options: Options): Format {
  const { out } = options;
  const ending = out === undefined ? undefined : formatOfFile(out);
  const format = options.format ?? (options.json ? 'json' : (ending ?? 'table'));
  if (isBinary(format) && out === undefined && process.stdout.isTTY) {
    throw new Failure('binaryOnTerminal', textsFor(languageOf(options)).failures.binaryOnTerminal(), 2);
  }
  return format;
}

/** `--all-sites` has the same shape where there is one site only. */
function jsonOf(sites: readonly SiteFigures[], { allSites }: Options): string {
  const [first] = sites;
  if (first && sites.length === 1 && !allSites) return renderJson(printedOf(first));
  return renderJson({ sites: sites.map((figures) => ({ id: figures.site.id, ...printedOf(figures) })) });
}

/** More columns beside each other do not fit a terminal. */
const mostSites = 4;

/** A terminal takes one sheet after the other, a file is one sheet. */
async function sheetAs(
  format: SheetFormat,
  sites: readonly SiteFigures[],
  options: Options,
): Promise<string | Uint8Array> {
  const language = languageOf(options);
  const looks = {
    ascii: options.ascii ?? false,
    paint: options.out === undefined ? await painter() : plainPainter,
  };
  if (format === 'table') {
    return sheetsOf(sites, language, mostSites)
      .map((sheet) => renderSheet(sheet, looks))
      .join('\n');
  }
  const [sheet, more] = sheetsOf(sites, language, sites.length);
  if (!sheet || more) throw new Failure('severalSheets', textsFor(language).failures.severalSheets(), 2);
  return renderAs(format, sheet, looks);
}

/** Sites stand beside each other, as many as fit; compared periods of several sites below each other. */
function sheetsOf(sites: readonly SiteFigures[], language: Language, most: number): Sheet[] {
  const isCompared = sites.some(({ compared }) => compared);
  if (isCompared || sites.length === 1) return sites.map((figures) => sheetOf(figures, language));
  const columns = sites.map((figures) => ({
    id: figures.site.id,
    // Of many sites no more is kept than is printed.
    report: asColumn(reportOf(figures)),
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

const inputOf = (site: SiteView, { period, days, rolled = [] }: PeriodFigures): ReportInput => ({
  site: site.name,
  period,
  days,
  rolled,
  ...termsOf(site),
  goals: site.goals,
  staffing: site.staffing,
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
async function painter(): Promise<Painter> {
  if (!process.stdout.isTTY || process.env.NO_COLOR) return plainPainter;
  const { default: chalk } = await import('chalk');
  return chalk.level > 0 ? { title: chalk.bold, heading: chalk.bold.cyan, minor: chalk.dim } : plainPainter;
}

async function deliver(file: string, content: string | Uint8Array, language: Language): Promise<void> {
  const { writeOut } = await import('./writeOut.js');
  try {
    await writeOut(file, content);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Failure('cannotWrite', textsFor(language).failures.cannotWrite({ file, problem }));
  }
}
