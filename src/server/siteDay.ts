import { randomUUID } from 'node:crypto';
import type { SiteView } from '../protocol/messages.js';
import type { Entry } from '../queue/events.js';
import type { DayOpening } from '../queue/rules.js';
import { dayOf, endOf, startOf } from '../statistics/calendar.js';
import type { Availability } from './availability.js';
import { catalogueOf } from './catalogue.js';
import { usualOn } from './dayFigures.js';
import { journalFile, openJournal, StoreInDoubt, StoreUnavailable, type Journal } from './journal.js';
import { Office, type Reply } from './office.js';
import type { PastDays } from './pastDays.js';
import type { SiteSettings } from './settings.js';
import { rulesOf, siteView } from './siteView.js';

/** The opening of a site-day, and its end. */

/** A day that takes asks, with what depends on the day alone and is needed at every ask. */
export interface OpenDay {
  readonly office: Office;
  readonly view: SiteView;
  /** The local midnight that ends it, ms since the epoch. */
  readonly endsAt: number;
}

export function openingOf(site: string, settings: SiteSettings, day: string): DayOpening {
  return {
    site,
    day,
    epoch: randomUUID(),
    startsAt: startOf(day, settings.zone),
    endsAt: endOf(day, settings.zone),
    rules: rulesOf(settings, day),
  };
}

/** Ends a day at its own midnight, if anything happened on it and nobody closed it. */
export async function endDay(office: Office): Promise<void> {
  const { seq, closedAt, endsAt } = office.shown;
  if (seq === 0 || closedAt !== null) return;
  needed(await office.ask(randomUUID(), { type: 'closeDay', force: true }, 'server', endsAt));
}

/** What the server itself records can only fail for want of a disk; the log has the reason. */
export function needed(reply: Reply): void {
  if (reply.ok) return;
  const { name } = reply.rejection;
  throw name === 'inDoubt' ? new StoreInDoubt(name) : new StoreUnavailable(name);
}

export async function openDay(
  options: PastDays & {
    readonly onDoubt: (error: StoreInDoubt) => void;
    /** Looks over the shoulder of the day's journal. */
    readonly timed?: (journal: Journal) => Journal;
  },
  availability: Availability,
  onShown: (entries: readonly Entry[]) => void,
): Promise<OpenDay> {
  const { id, settings, store, clock, log } = options;
  const day = dayOf(clock.now(), settings.zone);
  const file = journalFile(store, id, day);
  const usualService = await usualOn(day, options);
  const { journal, entries, cut } = await openJournal(file);
  if (cut > 0) log('tornTailCut', { file, bytes: cut });
  const office = new Office({
    opening: openingOf(id, settings, day),
    catalogue: catalogueOf(settings.hiddenConcerns),
    journal: options.timed?.(journal) ?? journal,
    entries,
    onShown: (shown) => {
      availability.stored();
      onShown(shown);
    },
    onUnavailable: availability.refused,
    onDoubt: options.onDoubt,
  });
  return { office, view: siteView(id, settings, day, usualService), endsAt: endOf(day, settings.zone) };
}
