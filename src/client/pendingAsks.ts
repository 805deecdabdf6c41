import { randomUUID } from 'node:crypto';
import type { Answer, Ask, Refusal } from '../protocol/messages.js';
import type { Command } from '../queue/commands.js';
import type { AskReply } from './officeView.js';

interface Pending {
  readonly ask: Ask;
  /** On the client's monotonic clock, ms. */
  readonly since: number;
  /** The server's time at the asking, ms since the epoch. */
  readonly askedAt: number;
  readonly resolve: (reply: AskReply) => void;
}

/** After a cut an unanswered ask is sent again only within this time: a late call would surprise. */
const resendWithinMs = 5000;

/** Asks without an answer yet. Their ids let the server tell a repetition from a second ask. */
export class PendingAsks {
  readonly #pending = new Map<string, Pending>();
  /** Of the pending ones: those that the server is known not to have done. */
  readonly #undone = new Set<string>();

  /** The commands, oldest first. */
  get commands(): Command[] {
    return [...this.#pending.values()].map(({ ask }) => ask.command);
  }

  /** @param now on the client's monotonic clock, @param askedAt on the server's, both in ms */
  add(
    day: string,
    command: Command,
    now: number,
    askedAt: number,
  ): { readonly ask: Ask; readonly reply: Promise<AskReply> } {
    const { promise, resolve } = Promise.withResolvers<AskReply>();
    const ask: Ask = { type: 'ask', askId: randomUUID(), day, command };
    this.#pending.set(ask.askId, { ask, since: now, askedAt, resolve });
    return { ask, reply: promise };
  }

  answer(answer: Answer): void {
    this.#settle(
      answer.askId,
      answer.ok ? { ok: true, entry: answer.entry } : { ok: false, rejection: answer.rejection },
    );
  }

  /** The server stops, and said so after its last answer: what has none by now was not done. */
  serverStops(): void {
    for (const askId of this.#pending.keys()) this.#undone.add(askId);
  }

  /** After a cut: what may be sent again. A finish always may, a late one with its true time; the rest is left in doubt. */
  again(now: number): Ask[] {
    this.giveUp(now);
    this.#undone.clear();
    return [...this.#pending.values()].map(({ ask, since, askedAt }) =>
      ask.command.type === 'finish' && isLate(since, now)
        ? { ...ask, command: { occurredAt: askedAt, ...ask.command } }
        : ask,
    );
  }

  /** Gives up what is too old to be sent again, whether or not the server comes back: mostly nobody knows if it was done. */
  giveUp(now: number): void {
    for (const { ask, since } of this.#pending.values()) {
      if (ask.command.type === 'finish' || !isLate(since, now)) continue;
      const name = this.#undone.has(ask.askId) ? 'stopping' : 'inDoubt';
      this.#settle(ask.askId, { ok: false, rejection: { name } });
    }
  }

  settleAll(rejection: Refusal): void {
    for (const askId of this.#pending.keys()) this.#settle(askId, { ok: false, rejection });
  }

  #settle(askId: string, reply: AskReply): void {
    this.#pending.get(askId)?.resolve(reply);
    this.#pending.delete(askId);
    this.#undone.delete(askId);
  }
}

const isLate = (since: number, now: number): boolean => now - since >= resendWithinMs;
