import { setFlagsFromString } from 'node:v8';
import type { SiteView } from '../protocol/messages.js';
import { readFigures, type FiguresQuery, type SummedMonth } from '../server/readStore.js';
import { siteView } from '../server/siteView.js';
import { clockIsOf, dayOf } from '../statistics/calendar.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import type { Period } from '../statistics/period.js';
import type { Terms } from '../statistics/portion.js';
import { isOfMonths } from '../reports/columns.js';
import { daysNeededFor } from '../statistics/suppression.js';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { findServer } from './findServer.js';
import { languageOf, type Globals } from './globals.js';
import { askedPeriod, comparedPeriod, type PeriodOptions } from './reportPeriod.js';
import { storedSettings, storedSite } from './storedSite.js';
import { readTime } from './time.js';

export type FiguresOptions = PeriodOptions & Globals & { readonly allSites?: true; readonly inDays: boolean };

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
export async function askedFigures(options: FiguresOptions): Promise<SiteFigures[]> {
  if (options.allSites && options.site !== undefined) {
    throw new Failure('allOrSome', textsFor(languageOf(options)).failures.allOrSome(), 2);
  }
  if (options.allSites) stayInLittleMemory();
  const url = await findServer(options);
  if (url === undefined) return fromStore(options);
  // What it takes to talk to a server is loaded where there is one.
  const { figuresFromServer } = await import('./serverFigures.js');
  return (await figuresFromServer(url, options)) ?? (await fromStore(options));
}

/**
 * Fifty sites' months go through memory one after the other. What is read for a moment only is then given back soon
 * (V8: the space for new objects stays small), instead of growing to three times as much.
 */
function stayInLittleMemory(): void {
  setFlagsFromString('--max-semi-space-size=2');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** undefined: the one that there is. */
export const namedSites = ({ site }: FiguresOptions): (string | undefined)[] =>
  site === undefined ? [undefined] : [...new Set(site.split(','))];

/** The same options for one site. */
export function ofSite(options: FiguresOptions, id: string | undefined): FiguresOptions {
  const { site: _, ...others } = options;
  return id === undefined ? others : { ...others, site: id };
}

/**
 * A process that makes one report and ends can take a site's zone for its own. Only the one that settings mostly name:
 * of others the system need not know the name as it is written there.
 */
function liveIn(zone: string): void {
  if (zone !== 'Europe/Berlin') return;
  process.env.TZ = zone;
  clockIsOf(zone);
}

async function fromStore(options: FiguresOptions): Promise<SiteFigures[]> {
  const stored = await storedSettings(options);
  const sites = options.allSites ? Object.keys(stored.sites) : namedSites(options);
  const now = Date.now();
  // All at once: most of the time is spent waiting for one folder after the other.
  return Promise.all(
    sites.map(async (named) => {
      const { store, site: id, settings } = await storedSite(ofSite(options, named), stored);
      liveIn(settings.zone);
      const view = siteView(id, settings, dayOf(now, settings.zone));
      return figuresOf(view, now, options, (query) => readFigures(store, id, settings, query));
    }),
  );
}

/** What a site's settings say of reports. */
export const termsOf = ({ limits, zone, waitTargetMs, peakUtilisation }: SiteView): Terms => ({
  limits,
  zone,
  targets: { waitSeconds: waitTargetMs / 1000, utilisation: peakUtilisation },
});

export async function figuresOf(
  site: SiteView,
  now: number,
  options: FiguresOptions,
  ask: Ask,
): Promise<SiteFigures> {
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
