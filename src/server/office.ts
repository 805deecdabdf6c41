import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Command } from '../queue/commands.js';
import { copyDay } from '../queue/copyDay.js';
import { emptyDay, type Day } from '../queue/day.js';
import { decide } from '../queue/decide.js';
import type { Catalogue } from '../queue/decision.js';
import { evolve, replay } from '../queue/evolve.js';
import type { By, Entry, Event } from '../queue/events.js';
import type { DayOpening } from '../queue/rules.js';
import type { Refusal } from '../protocol/messages.js';
import { StoreInDoubt, StoreUnavailable, type Journal } from './journal.js';

export type Reply =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly rejection: Refusal };

/** An ask that was decided and waits for the disk. */
interface Decided {
  readonly askId: string;
  /** Absent when it was refused; a refusal waits too, for all it was decided on. */
  readonly entry?: Entry;
  readonly reply: Reply;
  readonly deliver: ((reply: Reply) => void)[];
}

export interface OfficeOptions {
  readonly opening: DayOpening;
  readonly catalogue: Catalogue;
  readonly journal: Journal;
  /** What the journal held. */
  readonly entries: readonly Entry[];
  /** Told in the turn in which a batch became durable, before its askers are answered. */
  readonly onShown: (entries: readonly Entry[]) => void;
  /** A batch was withdrawn because nothing can be stored right now; told before its askers are answered. */
  readonly onUnavailable: (error: StoreUnavailable) => void;
  /** The store failed in a way that only a restart can settle. */
  readonly onDoubt: (error: StoreInDoubt) => void;
}

/**
 * The turn: one site-day, decided on `ahead`, seen as `shown`.
 * Between deciding and folding nothing is awaited, so no two asks can interleave; what nobody may see yet,
 * because it is not on disk, exists only in `ahead`.
 */
export class Office {
  readonly #options: OfficeOptions;
  readonly #journal: Journal;
  readonly #entries: Entry[];
  #opening: DayOpening;
  #catalogue: Catalogue;
  /** By the ask's id. Made for the first ask, as a start needs it for nothing: 25 ms on a day of 120,000 entries. */
  #answered: Map<string, Entry> | undefined;
  /** Asks decided and not yet durable, by id. */
  readonly #pending = new Map<string, Decided>();
  #ahead: Day;
  #shown: Day;
  #decided: Decided[] = [];
  #writing: readonly Decided[] = [];
  #flushing: Promise<void> | undefined;
  #closed = false;

  constructor(options: OfficeOptions) {
    this.#options = options;
    this.#journal = options.journal;
    this.#entries = [...options.entries];
    this.#opening = options.opening;
    this.#catalogue = options.catalogue;
    // A day that has begun is what its entries say, whatever the settings have become.
    this.#shown = replay(this.#entries) ?? emptyDay(options.opening);
    this.#ahead = copyDay(this.#shown);
  }

  /** The day as it is on disk. Nobody outside may change it. */
  get shown(): Day {
    return this.#shown;
  }

  /** Every entry after a sequence number, or undefined if there is no such number. */
  entriesAfter(seq: number): readonly Entry[] | undefined {
    return seq <= this.#shown.seq ? this.#entries.slice(seq) : undefined;
  }

  /**
   * Decides an ask at an instant and answers once all it was decided on is durable.
   * An id that was answered before gets the same answer and does nothing.
   */
  ask(askId: string, command: Command, by: By, now: number): Promise<Reply> {
    return new Promise((deliver) => {
      const before = this.#answeredBefore(askId);
      if (before) {
        deliver({ ok: true, entry: before });
        return;
      }
      const pending = this.#pending.get(askId);
      if (pending) {
        pending.deliver.push(deliver);
        return;
      }
      if (this.#closed) deliver({ ok: false, rejection: { name: 'stopping' } });
      else this.#decide(askId, command, by, now, deliver);
    });
  }

  /**
   * Goes on under other settings at once, which a day that has begun keeps as a fact; one on which nothing has happened
   * begins with them. Resolves with the reply to that, or undefined where there was nothing to record.
   */
  async goOnUnder(opening: DayOpening, catalogue: Catalogue, now: number): Promise<Reply | undefined> {
    this.#catalogue = catalogue;
    const { seq, closedAt, rules } = this.#ahead;
    if (seq === 0) {
      this.#opening = opening;
      this.#ahead = emptyDay(opening);
      this.#shown = emptyDay(opening);
      return undefined;
    }
    // All numbers of a day begin with the same letter.
    const changed = { ...opening.rules, letter: rules.letter };
    if (this.#closed || closedAt !== null || isDeepStrictEqual(changed, rules)) return undefined;
    return new Promise((deliver) => {
      const events: Event[] = [{ type: 'RulesChanged', rules: changed }];
      this.#accept(randomUUID(), events, 'server', this.#timeFrom(now), deliver);
    });
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    while (this.#flushing) await this.#flushing;
  }

  /** Takes nothing new, answers what was asked, and closes the journal. Twice does no harm. */
  async close(): Promise<void> {
    const wasClosed = this.#closed;
    this.#closed = true;
    await this.settled();
    if (!wasClosed) this.#journal.close();
  }

  #answeredBefore(askId: string): Entry | undefined {
    this.#answered ??= new Map(this.#entries.map((entry) => [entry.ask, entry]));
    return this.#answered.get(askId);
  }

  #timeFrom(now: number): number {
    return Math.max(now, this.#ahead.lastAt);
  }

  #decide(askId: string, command: Command, by: By, now: number, deliver: (reply: Reply) => void): void {
    const at = this.#timeFrom(now);
    const decision = decide(this.#ahead, command, { at, by, catalogue: this.#catalogue });
    if ('rejection' in decision) {
      this.#await({ askId, reply: { ok: false, rejection: decision.rejection }, deliver: [deliver] });
      return;
    }
    this.#accept(askId, decision.events, by, at, deliver);
  }

  #accept(
    askId: string,
    events: readonly Event[],
    by: By,
    at: number,
    deliver: (reply: Reply) => void,
  ): void {
    if (this.#ahead.seq === 0) {
      const opening: Entry = {
        seq: 1,
        at: this.#ahead.lastAt,
        by: 'server',
        ask: this.#opening.epoch,
        events: [{ type: 'DayOpened', ...this.#opening }],
      };
      evolve(this.#ahead, opening);
      this.#await({ askId: opening.ask, entry: opening, reply: { ok: true, entry: opening }, deliver: [] });
    }
    const entry: Entry = { seq: this.#ahead.seq + 1, at, by, ask: askId, events };
    evolve(this.#ahead, entry);
    this.#await({ askId, entry, reply: { ok: true, entry }, deliver: [deliver] });
  }

  #await(decided: Decided): void {
    this.#decided.push(decided);
    this.#pending.set(decided.askId, decided);
    this.#flushing ??= this.#writeBatches();
  }

  /** Writes what has come in as one batch, again and again until nothing is left. */
  async #writeBatches(): Promise<void> {
    // One turn of the event loop, so that everything that arrived with this ask joins its batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#decided.length > 0) {
      this.#writing = this.#decided;
      this.#decided = [];
      const entries = this.#writing.flatMap(({ entry }) => entry ?? []);
      try {
        if (entries.length > 0) await this.#journal.append(entries);
        this.#show(entries);
      } catch (error) {
        this.#withdraw(error);
        continue;
      }
      this.#answer(this.#writing, ({ reply }) => reply);
      this.#writing = [];
    }
    // In the same turn in which nothing was left, so that the next ask starts the next flush.
    this.#flushing = undefined;
  }

  #show(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    for (const entry of entries) {
      evolve(this.#shown, entry);
      this.#entries.push(entry);
      this.#answered?.set(entry.ask, entry);
    }
    this.#options.onShown(entries);
  }

  /** Nothing of the batch happened, nor anything decided on it since. */
  #withdraw(error: unknown): void {
    const doubt = error instanceof StoreUnavailable ? undefined : doubtOf(error);
    if (error instanceof StoreUnavailable) this.#options.onUnavailable(error);
    const failed = [...this.#writing, ...this.#decided];
    this.#writing = [];
    this.#decided = [];
    this.#ahead = copyDay(this.#shown);
    const rejection: Refusal = { name: doubt ? 'inDoubt' : 'storeUnavailable' };
    this.#answer(failed, () => ({ ok: false, rejection }));
    if (doubt) this.#options.onDoubt(doubt);
  }

  #answer(decided: readonly Decided[], replyTo: (decided: Decided) => Reply): void {
    for (const one of decided) {
      this.#pending.delete(one.askId);
      for (const deliver of one.deliver) deliver(replyTo(one));
    }
  }
}

/** A fault that nobody thought of leaves as much doubt as a failed flush. */
function doubtOf(error: unknown): StoreInDoubt {
  if (error instanceof StoreInDoubt) return error;
  return new StoreInDoubt(error instanceof Error ? error.message : String(error), { cause: error });
}
