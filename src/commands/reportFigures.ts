import type { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { Refusal, SiteView } from '../protocol/messages.js';
import { readFigures, type FiguresQuery, type SummedMonth } from '../server/readStore.js';
import { siteView } from '../server/siteView.js';
import { dayOf } from '../statistics/calendar.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import type { Period } from '../statistics/period.js';
import { isOfMonths } from '../reports/columns.js';
import { daysNeededFor } from '../statistics/suppression.js';
import { textsFor } from '../texts/texts.js';
import { connectionTo, findServer, isGone } from './connect.js';
import { Failure, refused } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import { askedPeriod, comparedPeriod, type PeriodOptions } from './reportPeriod.js';
import { storedSite, storedSiteIds } from './storedSite.js';
import { readTime } from './time.js';

type Options = PeriodOptions & Globals & { readonly allSites?: true; readonly inDays: boolean };

export interface PeriodFigures {
  readonly period: Period;
  /** Those of the period and all others that decide what may be shown of it. */
  readonly days: readonly DailyFigures[];
  /** Whole months of which there are sums; their days are not among the others. */
  readonly rolled?: readonly SummedMonth[];
}

/** The figures of a site, and of the period they are compared with, if any. */
export interface SiteFigures extends PeriodFigures {
  readonly site: SiteView;
  readonly compared?: PeriodFigures;
}

type Ask = (query: FiguresQuery) => Promise<Omit<PeriodFigures, 'period'>>;

/**
 * From the server that runs on the store, or from the store itself; a connection for every site. `inDays`: whether the
 * report tells the days one by one.
 */
export async function askedFigures(options: Options): Promise<SiteFigures[]> {
  if (options.allSites && options.site !== undefined) {
    throw new Failure('allOrSome', textsFor(languageOf(options)).failures.allOrSome(), 2);
  }
  return (await fromServer(options)) ?? (await fromStore(options));
}

/** undefined: the one that there is. */
const namedSites = ({ site }: Options): (string | undefined)[] =>
  site === undefined ? [undefined] : [...new Set(site.split(','))];

/** The same options for one site. */
function ofSite(options: Options, id: string | undefined): Options {
  const { site: _, ...others } = options;
  return id === undefined ? others : { ...others, site: id };
}

async function fromServer(options: Options): Promise<SiteFigures[] | undefined> {
  const url = await findServer(options);
  if (url === undefined) return undefined;
  const sites = options.allSites ? await sitesOfServer(url, options) : namedSites(options);
  const found: SiteFigures[] = [];
  for (const id of sites ?? []) {
    const figures = await fromSiteOfServer(url, ofSite(options, id));
    if (!figures) return undefined;
    found.push(figures);
  }
  return sites && found;
}

/** A server with several sites says which ones when it is asked for none; undefined when there is no server. */
async function sitesOfServer(url: string, options: Options): Promise<string[] | undefined> {
  return withLead(url, options, ({ view }, refusal) => {
    if (refusal?.name === 'siteMissing') return Promise.resolve([...refusal.known]);
    if (refusal) throw refused(refusal, languageOf(options));
    return Promise.resolve(view.site ? [view.site.id] : []);
  });
}

const fromSiteOfServer = (url: string, options: Options): Promise<SiteFigures | undefined> =>
  withLead(url, options, async (connection, refusal) => {
    const language = languageOf(options);
    if (refusal) throw refused(refusal, language);
    const { site } = connection.view;
    if (!site) throw new Error('joined without a site');
    return figuresOf(site, connection.now(), options, async ({ from, to, at }) => {
      const answer = await connection.figures(from, to, at);
      if ('rejection' in answer) throw refused(answer.rejection, language);
      return { days: answer };
    });
  });

/** undefined when no server works on the store any more. */
async function withLead<T>(
  url: string,
  options: Options,
  act: (connection: Connection, refusal: Refusal | null) => Promise<T>,
): Promise<T | undefined> {
  const connection = connectionTo(url, options, { role: 'lead' });
  try {
    const { refusal } = await joined(connection);
    return isGone(refusal?.name, options) ? undefined : await act(connection, refusal);
  } finally {
    connection.close();
  }
}

async function fromStore(options: Options): Promise<SiteFigures[]> {
  const sites = options.allSites ? await storedSiteIds(options) : namedSites(options);
  const now = Date.now();
  const found: SiteFigures[] = [];
  for (const named of sites) {
    const { store, site: id, settings } = await storedSite(ofSite(options, named));
    const view = siteView(id, settings, dayOf(now, settings.zone));
    found.push(await figuresOf(view, now, options, (query) => readFigures(store, id, settings, query)));
  }
  return found;
}

async function figuresOf(site: SiteView, now: number, options: Options, ask: Ask): Promise<SiteFigures> {
  const language = languageOf(options);
  const { pilot, keyDates, baseline } = site.reporting;
  const calendar = { pilot, keyDates, today: dayOf(now, site.zone), hasBaseline: baseline !== undefined };
  const period = askedPeriod(options, calendar, language);
  const compared = comparedPeriod(options, period, calendar, language);
  const { at } = options;
  const atInstant = at === undefined ? {} : { at: readTime(at, period.to, site.zone, language) };
  // What differences rest on is told from the days.
  const inMonths = options.inDays || compared || !isOfMonths(period) ? {} : { inMonths: period };
  return {
    site,
    period,
    ...(await ask({ ...daysNeededFor(period), ...atInstant, ...inMonths })),
    ...(compared
      ? { compared: { period: compared, ...(await ask({ ...daysNeededFor(compared), ...atInstant })) } }
      : {}),
  };
}
