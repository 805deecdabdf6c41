import { randomUUID } from 'node:crypto';
import type { Refusal, SiteView } from '../protocol/messages.js';
import type { Command } from '../queue/commands.js';
import type { Day } from '../queue/day.js';
import { replay } from '../queue/evolve.js';
import type { By, Entry } from '../queue/events.js';
import type { DayOpening } from '../queue/rules.js';
import { dayOf, endOf, startOf } from '../statistics/calendar.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { isAnonymousEntry } from './anonymise.js';
import { archiveDay, archivedDays } from './archive.js';
import { Availability } from './availability.js';
import { catalogueOf } from './catalogue.js';
import { stepMs, type Clock } from './clock.js';
import { figuresOf, usualOn } from './dayFigures.js';
import { isUnwritable } from './durableFile.js';
import { takeBackImport } from './importDays.js';
import { journalDays, journalFile, openJournal, StoreInDoubt, StoreUnavailable } from './journal.js';
import type { Log } from './log.js';
import type { Measurements } from './measurements.js';
import { Office, type Reply } from './office.js';
import { keepPastDays } from './pastDays.js';
import type { SiteSettings } from './settings.js';
import { rulesOf, siteView } from './siteView.js';

export interface SiteOptions {
  readonly id: string;
  readonly settings: SiteSettings;
  readonly store: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly onShown: (site: Site, entries: readonly Entry[]) => void;
  /** A new day has begun; everybody needs its state. */
  readonly onNewDay: (site: Site) => void;
  readonly onDoubt: (error: StoreInDoubt) => void;
  /** Looks over the shoulder of the open day's journal. */
  readonly timed?: Measurements['timed'];
}

/** A day that takes asks, with what depends on the day alone and is needed at every ask. */
interface OpenDay {
  readonly office: Office;
  readonly view: SiteView;
  /** The local midnight that ends it, ms since the epoch. */
  readonly endsAt: number;
}

/** One site of the store: its current day, its past days, and the change from one to the next at local midnight. */
export class Site {
  readonly id: string;
  readonly settings: SiteSettings;
  readonly availability: Availability;
  readonly #options: SiteOptions;
  #today: OpenDay;
  #changing: Promise<boolean> | undefined;
  /** The day was over before: its rows are anonymous or gone. Only a clock that was set back comes to it again. */
  #wasOver = false;
  /** One after the other: they share files. */
  #archiving: Promise<void> = Promise.resolve();

  private constructor(options: SiteOptions, availability: Availability, today: OpenDay) {
    this.id = options.id;
    this.settings = options.settings;
    this.#options = options;
    this.availability = availability;
    this.#today = today;
  }

  /** Recovers a site: takes back an import cut short, closes the days that ended meanwhile, then opens today. */
  static async open(options: SiteOptions): Promise<Site> {
    const availability = new Availability(options.id, options.log);
    const days = await takeBackImport(options.store, options.id);
    if (days > 0) options.log('importTakenBack', { site: options.id, days });
    await closePastDays(options, availability);
    await keepPastDays(options);
    const today = await openDay(options, availability, (entries) => options.onShown(site, entries));
    const site: Site = new Site(options, availability, today);
    await site.#lookBehindAndAhead();
    await site.#applySettings();
    return site;
  }

  get shown(): Day {
    return this.#today.office.shown;
  }

  get view(): SiteView {
    return this.#today.view;
  }

  entriesAfter(seq: number): readonly Entry[] | undefined {
    return this.#today.office.entriesAfter(seq);
  }

  /** Asks on a named day; another day than today's is over. */
  async ask(askId: string, day: string, command: Command, by: By): Promise<Reply> {
    let now = this.#options.clock.now();
    // Once no midnight is left between the clock and the day, all that follows happens in the same turn.
    while (this.#changing !== undefined || this.#isOver(now)) {
      if (!(await this.changeDay())) return { ok: false, rejection: { name: 'storeUnavailable' } };
      now = this.#options.clock.now();
    }
    if (day !== this.shown.day) {
      const rejection: Refusal = { name: 'dayOver', day, today: this.shown.day };
      return { ok: false, rejection };
    }
    if (this.#wasOver) return { ok: false, rejection: { name: 'dayClosed', day } };
    const reply = await this.#today.office.ask(askId, command, by, now);
    // Where this fails the day is closed all the same; midnight archives it again.
    if (command.type === 'closeDay' && reply.ok) {
      await this.#archive(this.shown).catch(this.availability.refused);
    }
    return reply;
  }

  /** The daily figures of a period, from the archive and, for today, from what is on disk. */
  async figures(from: string, to: string, at?: number): Promise<DailyFigures[]> {
    const { store } = this.#options;
    const today = this.shown.day;
    const archived = await archivedDays(store, this.id, from, to);
    if (today < from || today > to || this.shown.seq === 0) return archived;
    const before = archived.filter(({ day }) => day < today);
    // After a clock was set back there are days that are still to come.
    const after = archived.filter(({ day }) => day > today);
    return [...before, figuresOf(this.shown, this.settings, at), ...after];
  }

  /**
   * Closes the day and opens the next one when local midnight has passed. Cheap when it has not.
   * Resolves with whether the day is today: where there is no room to store the change, the past day stays.
   */
  async changeDay(): Promise<boolean> {
    if (this.#isOver(this.#options.clock.now())) {
      this.#changing ??= this.#tryBeginDay().finally(() => {
        this.#changing = undefined;
      });
    }
    return (await this.#changing) ?? true;
  }

  async close(): Promise<void> {
    // Whoever waits for the change of the day is told what became of it.
    await this.#changing?.catch(() => undefined);
    await this.#today.office.close();
    await this.#archiving;
  }

  #isOver(now: number): boolean {
    return now >= this.#today.endsAt;
  }

  async #tryBeginDay(): Promise<boolean> {
    try {
      await this.#beginDay();
      this.availability.stored();
      return true;
    } catch (error) {
      if (!(error instanceof StoreUnavailable || isUnwritable(error))) throw error;
      this.availability.refused(error);
      return false;
    }
  }

  /** May be tried again: until the end the past day stays as it is. */
  async #beginDay(): Promise<void> {
    const past = this.#today.office;
    // What is still being written may be the day's first fact.
    await past.settled();
    await endDay(past);
    if (past.shown.seq > 0) await this.#archive(past.shown);
    this.#today = await openDay(this.#options, this.availability, (entries) =>
      this.#options.onShown(this, entries),
    );
    await past.close();
    await this.#lookBehindAndAhead();
    this.#archiving = this.#archiving.then(() => keepPastDays(this.#options));
    this.#options.log('dayOpened', { site: this.id, day: this.shown.day });
    this.#options.onNewDay(this);
  }

  #archive(day: Day): Promise<void> {
    const archived = this.#archiving.then(() =>
      archiveDay(this.#options.store, this.id, figuresOf(day, this.settings)),
    );
    this.#archiving = archived.catch(() => undefined);
    return archived;
  }

  /** Whether the clock was set back since the store was written last: then the day may be one that is over. */
  async #lookBehindAndAhead(): Promise<void> {
    const { store, clock, log } = this.#options;
    const { day, seq, lastAt } = this.shown;
    const archived = seq === 0 ? await archivedDays(store, this.id, day, day) : [];
    this.#wasOver = archived.some(({ closed }) => closed) || isAnonymousEntry(this.entriesAfter(0)?.[0]);
    const latest = (await journalDays(store, this.id)).findLast((known) => known > day);
    const reached = latest === undefined ? lastAt : startOf(latest, this.settings.zone);
    const ms = clock.now() - reached;
    if (ms < -stepMs) log('clockStep', { site: this.id, ms });
  }

  /** A day that began under other settings goes on under these; a closed one is over. */
  async #applySettings(): Promise<void> {
    const rules = rulesOf(this.settings, this.shown.day);
    if (this.shown.seq === 0 || this.shown.closedAt !== null) return;
    if (JSON.stringify(rules) === JSON.stringify(this.shown.rules)) return;
    const now = this.#options.clock.now();
    needed(await this.#today.office.record(randomUUID(), [{ type: 'RulesChanged', rules }], now));
  }
}

/** Ends a day at its own midnight, if anything happened on it and nobody closed it. */
async function endDay(office: Office): Promise<void> {
  const { seq, closedAt, endsAt } = office.shown;
  if (seq === 0 || closedAt !== null) return;
  needed(await office.ask(randomUUID(), { type: 'closeDay', force: true }, 'server', endsAt));
}

/** What the server itself records can only fail for want of a disk; the log has the reason. */
function needed(reply: Reply): void {
  if (reply.ok) return;
  const { name } = reply.rejection;
  throw name === 'inDoubt' ? new StoreInDoubt(name) : new StoreUnavailable(name);
}

async function openDay(
  options: SiteOptions,
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

function openingOf(site: string, settings: SiteSettings, day: string): DayOpening {
  return {
    site,
    day,
    epoch: randomUUID(),
    startsAt: startOf(day, settings.zone),
    endsAt: endOf(day, settings.zone),
    rules: rulesOf(settings, day),
  };
}

/** Days that were still open when the server went away end at their own midnight. */
async function closePastDays(options: SiteOptions, availability: Availability): Promise<void> {
  const { id, settings, store, clock, log } = options;
  const today = dayOf(clock.now(), settings.zone);
  for (const day of await journalDays(store, id)) {
    if (day >= today) continue;
    const [archived] = await archivedDays(store, id, day, day);
    if (archived?.closed) continue;
    const { journal, entries } = await openJournal(journalFile(store, id, day));
    const past = replay(entries);
    if (!past) {
      journal.close();
      continue;
    }
    if (past.closedAt === null) {
      const office = new Office({
        opening: openingOf(id, settings, day),
        catalogue: catalogueOf(settings.hiddenConcerns),
        journal,
        entries,
        onShown: () => undefined,
        onUnavailable: availability.refused,
        onDoubt: options.onDoubt,
      });
      await endDay(office);
      await office.close();
      await archiveDay(store, id, figuresOf(office.shown, settings));
    } else {
      journal.close();
      await archiveDay(store, id, figuresOf(past, settings));
    }
    log('dayClosed', { site: id, day });
  }
}
