import { writeFile } from 'node:fs/promises';
import chalk from 'chalk';
import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { SiteView } from '../protocol/messages.js';
import { renderJson } from '../reports/json.js';
import { buildReport } from '../reports/reportModel.js';
import type { Painter } from '../reports/terminal.js';
import { renderTable } from '../reports/table.js';
import { readFigures } from '../server/readStore.js';
import { siteView } from '../server/siteView.js';
import { dayOf } from '../statistics/calendar.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { daysNeededFor } from '../statistics/suppression.js';
import { parsePeriod, type Period, type PeriodAsk, type PeriodRejection } from '../statistics/period.js';
import { formatDay } from '../texts/format.js';
import { textsFor, type Language } from '../texts/texts.js';
import { Failure, refused } from './fail.js';
import { findServer, helloOf, isGone } from './connect.js';
import { languageOf, type Globals } from './globals.js';
import { storedSite } from './storedSite.js';
import { readTime } from './time.js';

/** Optional words come as true when only the flag was given. */
type Word = string | true;

export interface ReportOptions {
  readonly day?: Word;
  readonly week?: Word;
  readonly month?: Word;
  readonly quarter?: Word;
  readonly year?: Word;
  readonly pilot?: true;
  readonly keydate?: string;
  readonly from?: string;
  readonly to?: string;
  readonly at?: string;
  readonly format?: 'table' | 'json';
  readonly out?: string;
}

type Options = ReportOptions & Globals;

/** `beo report`: the figures of a period, from the server that runs on the store or from the store itself. */
export async function runReport(options: Options): Promise<void> {
  const language = languageOf(options);
  const source = (await fromServer(options)) ?? (await fromStore(options));
  const { site, period, days } = source;
  const report = buildReport({
    site: site.name,
    period,
    days,
    limits: site.limits,
    targets: { waitSeconds: site.waitTargetMs / 1000, utilisation: site.peakUtilisation },
    zone: site.zone,
  });
  const json = options.format === 'json' || (options.format === undefined && options.json);
  const text = json
    ? renderJson(report)
    : renderTable(report, {
        language,
        ascii: options.ascii ?? false,
        codes: codesOf(site, language),
        ...(options.out === undefined && hasColours() ? { paint: colours } : {}),
      });
  if (options.out === undefined) process.stdout.write(text);
  else await writeOut(options.out, text, language);
}

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

interface Source {
  readonly site: SiteView;
  readonly period: Period;
  readonly days: readonly DailyFigures[];
}

/** What is asked for, with the figures that decide what may be shown of it. */
interface Range {
  readonly from: string;
  readonly to: string;
  readonly at?: number;
}

async function fromServer(options: Options): Promise<Source | undefined> {
  const url = await findServer(options);
  if (url === undefined) return undefined;
  const language = languageOf(options);
  const connection = new Connection({ url, hello: helloOf(options, { role: 'lead' }), reconnect: false });
  try {
    const { refusal } = await joined(connection);
    if (isGone(refusal?.name, options)) return undefined;
    if (refusal) throw refused(refusal, language);
    const { site } = connection.view;
    if (!site) throw new Error('joined without a site');
    const { period, range } = periodOf(options, site.zone, connection.now());
    const answer = await connection.figures(range.from, range.to, range.at);
    if ('rejection' in answer) throw refused(answer.rejection, language);
    return { site, period, days: answer };
  } finally {
    connection.close();
  }
}

async function fromStore(options: Options): Promise<Source> {
  const { store, site: id, settings } = await storedSite(options);
  const now = Date.now();
  const site = siteView(id, settings, dayOf(now, settings.zone));
  const { period, range } = periodOf(options, settings.zone, now);
  return { site, period, days: await readFigures(store, id, settings, range) };
}

function periodOf(options: Options, zone: string, now: number): { period: Period; range: Range } {
  const language = languageOf(options);
  const today = dayOf(now, zone);
  const answer = parsePeriod(askOf(options, language), today);
  if ('rejection' in answer) throw badPeriod(answer.rejection, language);
  const { period } = answer;
  const { at } = options;
  return {
    period,
    range: {
      ...daysNeededFor(period),
      ...(at === undefined ? {} : { at: readTime(at, period.to, zone, language) }),
    },
  };
}

/** One kind of period at a time; nothing said means today. */
function askOf(options: Options, language: Language): PeriodAsk {
  const asks: PeriodAsk[] = [];
  for (const kind of ['day', 'week', 'month', 'quarter', 'year'] as const) {
    const word = options[kind];
    if (word !== undefined) asks.push(word === true ? { kind } : { kind, word });
  }
  if (options.pilot) asks.push({ kind: 'pilot' });
  if (options.keydate !== undefined) asks.push({ kind: 'keydate', word: options.keydate });
  if (options.from !== undefined) {
    asks.push({ kind: 'range', from: options.from, ...(options.to === undefined ? {} : { to: options.to }) });
  } else if (options.to !== undefined) {
    throw new Failure('badPeriod', textsFor(language).failures.fromMissing(), 2);
  }
  if (asks.length > 1) throw new Failure('badPeriod', textsFor(language).failures.onePeriod(), 2);
  return asks[0] ?? { kind: 'day' };
}

function badPeriod(rejection: PeriodRejection, language: Language): Failure {
  const texts = textsFor(language).failures;
  switch (rejection.name) {
    case 'periodInverted':
      return new Failure(rejection.name, texts.invertedPeriod(), 1);
    case 'unknownKeyDate':
      return new Failure(rejection.name, texts.unknownKeyDate({ known: rejection.known }), 2);
    case 'pilotNotBegun':
      return new Failure(
        rejection.name,
        texts.pilotNotBegun({ from: formatDay(rejection.from, language) }),
        1,
      );
    case 'unreadablePeriod':
      return new Failure(
        rejection.name,
        texts.badPeriod({ word: rejection.word, example: rejection.example }),
        2,
      );
  }
}
