import type { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { Refusal, SiteView } from '../protocol/messages.js';
import { journalDays } from '../server/journal.js';
import { summedMonths, type SummedMonth } from '../server/readStore.js';
import { lastDayOf, plusDays } from '../statistics/calendar.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import type { Span } from '../statistics/period.js';
import { connectionTo } from './connect.js';
import { refused } from './fail.js';
import { isGone } from './findServer.js';
import { isNamed, languageOf, storeOf } from './globals.js';
import {
  figuresOf,
  namedSites,
  ofSite,
  termsOf,
  type FiguresOptions,
  type SiteFigures,
} from './reportFigures.js';

/** The figures of every site that is asked for; undefined when no server works on the store any more. */
export async function figuresFromServer(
  url: string,
  options: FiguresOptions,
): Promise<SiteFigures[] | undefined> {
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
async function sitesOfServer(url: string, options: FiguresOptions): Promise<string[] | undefined> {
  return withLead(url, options, ({ view }, refusal) => {
    if (refusal?.name === 'siteMissing') return Promise.resolve([...refusal.known]);
    if (refusal) throw refused(refusal, languageOf(options));
    return Promise.resolve(view.site ? [view.site.id] : []);
  });
}

const fromSiteOfServer = (url: string, options: FiguresOptions): Promise<SiteFigures | undefined> =>
  withLead(url, options, async (connection, refusal) => {
    const language = languageOf(options);
    if (refusal) throw refused(refusal, language);
    const { site } = connection.view;
    if (!site) throw new Error('joined without a site');
    return figuresOf(site, connection.now(), options, async ({ from, to, at, inMonths }) => {
      // Where the server's store is at hand, what whole months add up to need not be sent day by day.
      const rolled = inMonths && !isNamed(options) ? await storedSums(storeOf(options), site, inMonths) : [];
      const days: DailyFigures[] = [];
      for (const span of spansBeside({ from, to }, rolled)) {
        const answer = await connection.figures(span.from, span.to, at);
        if ('rejection' in answer) throw refused(answer.rejection, language);
        days.push(...answer);
      }
      return { days, rolled };
    });
  });

const storedSums = async (store: string, site: SiteView, span: Span): Promise<SummedMonth[]> =>
  summedMonths(store, site.id, termsOf(site), span, await journalDays(store, site.id));

/** What a span has beside whole months of it, the oldest first. */
function spansBeside({ from, to }: Span, months: readonly Pick<SummedMonth, 'month'>[]): Span[] {
  const spans: Span[] = [];
  let next = from;
  for (const { month } of months) {
    const first = `${month}-01`;
    if (next < first) spans.push({ from: next, to: plusDays(first, -1) });
    next = plusDays(lastDayOf(month), 1);
  }
  return next <= to ? [...spans, { from: next, to }] : spans;
}

/** undefined when no server works on the store any more. */
async function withLead<T>(
  url: string,
  options: FiguresOptions,
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
