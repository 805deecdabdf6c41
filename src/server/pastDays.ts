import { dayOf } from '../statistics/calendar.js';
import { anonymiseJournal } from './anonymise.js';
import { archivedDays } from './archive.js';
import type { Clock } from './clock.js';
import { isUnwritable } from './durableFile.js';
import { journalDays, journalFile } from './journal.js';
import type { Log } from './log.js';
import { purgeSite } from './purge.js';
import { rollUpMonths } from './rollUp.js';
import type { SiteSettings } from './settings.js';

/** A site's days that are over, and who is told of what becomes of them. */
export interface PastDays {
  readonly id: string;
  readonly settings: SiteSettings;
  readonly store: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * After the change of the day, and at every start in case the one before was cut short: deletes what has been kept
 * long enough, makes the places of archived days anonymous, and sums up the months whose figures have changed. Nobody waits for it, so a fault is logged and no more;
 * the next change of the day tries again.
 */
export async function keepPastDays({ id, settings, store, clock, log }: PastDays): Promise<void> {
  const now = clock.now();
  const attempts = [
    () => purgeOldDays(store, id, settings, now, log),
    () => anonymisePastDays(store, id, dayOf(now, settings.zone), log),
    () => rollUpMonths(store, id, settings),
  ];
  for (const attempt of attempts) {
    await attempt().catch((error: unknown) =>
      log(isUnwritable(error) ? 'storeUnavailable' : 'storeUnreadable', { site: id, problem: String(error) }),
    );
  }
}

async function purgeOldDays(
  store: string,
  id: string,
  settings: SiteSettings,
  now: number,
  log: Log,
): Promise<void> {
  const { days, months } = await purgeSite(store, id, settings, now);
  if (days.length === 0 && months.length === 0) return;
  log('rowsPurged', { site: id, days: days.length, months: months.length });
}

/** A day closed by hand keeps its places until it is over: the screens still show it. */
async function anonymisePastDays(store: string, id: string, today: string, log: Log): Promise<void> {
  const past = (await journalDays(store, id)).filter((day) => day < today);
  const [first] = past;
  if (first === undefined) return;
  const archived = await archivedDays(store, id, first, today);
  const closed = new Set(archived.filter((figures) => figures.closed).map(({ day }) => day));
  for (const day of past) {
    if (!closed.has(day)) continue;
    if (await anonymiseJournal(journalFile(store, id, day))) log('dayAnonymised', { site: id, day });
  }
}
