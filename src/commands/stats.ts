import { joined } from '../client/joined.js';
import type { SiteView } from '../protocol/messages.js';
import { emptyDay, type Day } from '../queue/day.js';
import { adviceFigures } from '../reports/adviceFigures.js';
import { todayFigures } from '../reports/today.js';
import { readDay } from '../server/readStore.js';
import { rulesOf, siteView } from '../server/siteView.js';
import { dayOf, endOf, startOf } from '../statistics/calendar.js';
import { liveFigures } from '../statistics/live.js';
import { connectionTo } from './connect.js';
import { refused } from './fail.js';
import { findServer, isGone } from './findServer.js';
import { languageOf, type Globals } from './globals.js';
import { termsOf } from './reportFigures.js';
import { runScreenCommand } from './screen.js';
import { storedSite } from './storedSite.js';

/** `beo stats`: the screen, or with `--json` the live figures once. */
export async function runStats(options: Globals): Promise<void> {
  if (!options.json) {
    await runScreenCommand({ screen: 'statistics' }, options);
    return;
  }
  const { day, at, site } = (await fromServer(options)) ?? (await fromStore(options));
  const today = todayFigures(day, at, {
    ...termsOf(site),
    halfDayAt: site.halfDayAt,
    goals: site.goals,
  });
  const now = { ...liveFigures(day, at, { zone: site.zone }), ...adviceFigures(day, at, site) };
  process.stdout.write(`${JSON.stringify({ ...now, today })}\n`);
}

interface Now {
  readonly day: Day;
  readonly at: number;
  readonly site: SiteView;
}

/** From the server that runs on the store; undefined when none does and none was named. */
async function fromServer(options: Globals): Promise<Now | undefined> {
  const url = await findServer(options);
  if (url === undefined) return undefined;
  const connection = connectionTo(url, options, { role: 'lead' });
  try {
    const { refusal } = await joined(connection);
    if (isGone(refusal?.name, options)) return undefined;
    if (refusal) throw refused(refusal, languageOf(options));
    const { day, site } = connection.view;
    return day && site ? { day, at: connection.now(), site } : undefined;
  } finally {
    connection.close();
  }
}

async function fromStore(options: Globals): Promise<Now> {
  const { store, site, settings } = await storedSite(options);
  const at = Date.now();
  const { zone } = settings;
  const today = dayOf(at, zone);
  const opening = {
    site,
    day: today,
    epoch: '',
    startsAt: startOf(today, zone),
    endsAt: endOf(today, zone),
    rules: rulesOf(settings, today),
  };
  return {
    day: (await readDay(store, site, today)) ?? emptyDay(opening),
    at,
    site: siteView(site, settings, today),
  };
}
