import type { Refusal, SiteView } from '../protocol/messages.js';
import type { Command } from '../queue/commands.js';
import type { Day } from '../queue/day.js';
import { replay } from '../queue/evolve.js';
import type { By, Entry } from '../queue/events.js';
import { dayOf, startOf } from '../statistics/calendar.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import type { UsualService } from '../statistics/usualService.js';
import { isAnonymousEntry } from './anonymise.js';
import { archiveDay, archivedDays } from './archive.js';
import { Availability } from './availability.js';
import { catalogueOf } from './catalogue.js';
import { stepMs, type Clock } from './clock.js';
import { figuresOf, usualOn } from './dayFigures.js';
import { isUnwritable } from './durableFile.js';
import { takeBackImport } from './importDays.js';
import {
  journalDays,
  journalFile,
  journalFolder,
  openJournal,
  StoreInDoubt,
  StoreUnavailable,
} from './journal.js';
import type { Log } from './log.js';
import type { Measurements } from './measurements.js';
import { Office, type Reply } from './office.js';
import { keepPastDays } from './pastDays.js';
import type { SiteSettings } from './settings.js';
import { endDay, needed, openDay, openingOf, type OpenDay } from './siteDay.js';
import { siteView } from './siteView.js';

export interface SiteOptions {
  readonly id: string;
  readonly settings: SiteSettings;
  readonly store: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly onShown: (site: Site, entries: readonly Entry[]) => void;
  /** A new day has begun; everybody needs its state. */
  readonly onNewDay: (site: Site) => void;
  /** Its settings are others now; everybody needs those. */
  readonly onSettings: (site: Site) => void;
  readonly onDoubt: (error: StoreInDoubt) => void;
  /** Looks over the shoulder of the open day's journal. */
  readonly timed?: Measurements['timed'];
}

/** One site of the store: its current day, its past days, and the change from one to the next at local midnight. */
export class Site {
  readonly id: string;
  readonly availability: Availability;
  #options: SiteOptions;
  #today: OpenDay;
  #changing: Promise<boolean> | undefined;
  /** The day was over before: its rows are anonymous or gone. Only a clock that was set back comes to it again. */
  #wasOver = false;
  /** There was no room to record that the day goes on under other settings. */
  #isBehind = false;
  /** One after the other: they share files. */
  #archiving: Promise<void> = Promise.resolve();

  private constructor(options: SiteOptions, availability: Availability, today: OpenDay) {
    this.id = options.id;
    this.#options = options;
    this.availability = availability;
    this.#today = today;
  }

  /** Recovers a site: takes back an import cut short, closes the days that ended meanwhile, then opens today. */
  static async open(options: SiteOptions): Promise<Site> {
    const availability = new Availability(options.id, options.log, journalFolder(options.store, options.id));
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

  get settings(): SiteSettings {
    return this.#options.settings;
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
    } else if (this.#isBehind) {
      await this.#tryToApplySettings();
    }
    return (await this.#changing) ?? true;
  }

  async close(): Promise<void> {
    // Whoever waits for the change of the day is told what became of it.
    await this.#changing?.catch(() => undefined);
    await this.availability.looked;
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

  /**
   * Goes on under changed settings; resolves when everybody has been told. The zone makes the days, so it stays what it
   * is until the next start.
   */
  async goOnUnder(changed: SiteSettings): Promise<void> {
    const settings = { ...changed, zone: this.settings.zone };
    let day: string;
    let usualService: UsualService;
    do {
      await this.#changing?.catch(() => undefined);
      ({ day } = this.shown);
      usualService = await usualOn(day, { ...this.#options, settings });
    } while (this.#changing !== undefined || day !== this.shown.day);
    // From here on in one turn, so that nothing is asked under half of them.
    this.#options = { ...this.#options, settings };
    this.#today = { ...this.#today, view: siteView(this.id, settings, day, usualService) };
    await this.#tryToApplySettings();
    this.#options.onSettings(this);
  }

  /** Where there is no room for that, the settings count all the same, but for the rules of the day; tried again soon. */
  async #tryToApplySettings(): Promise<void> {
    try {
      await this.#applySettings();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      this.#isBehind = true;
    }
  }

  /** A day that began under other settings goes on under these; a closed one is over. */
  async #applySettings(): Promise<void> {
    this.#isBehind = false;
    const opening = openingOf(this.id, this.settings, this.shown.day);
    const catalogue = catalogueOf(this.settings.hiddenConcerns);
    const reply = await this.#today.office.goOnUnder(opening, catalogue, this.#options.clock.now());
    if (reply) needed(reply);
  }
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
