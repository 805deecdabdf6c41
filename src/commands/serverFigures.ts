import type { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { Refusal } from '../protocol/messages.js';
import { connectionTo } from './connect.js';
import { refused } from './fail.js';
import { isGone } from './findServer.js';
import { languageOf } from './globals.js';
import { figuresOf, namedSites, ofSite, type FiguresOptions, type SiteFigures } from './reportFigures.js';

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
    return figuresOf(site, connection.now(), options, async ({ from, to, at }) => {
      const answer = await connection.figures(from, to, at);
      if ('rejection' in answer) throw refused(answer.rejection, language);
      return { days: answer };
    });
  });

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
