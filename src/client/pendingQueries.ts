import { randomUUID } from 'node:crypto';
import type { Figures, Query, Refusal } from '../protocol/messages.js';

/** Questions for figures without an answer yet. They change nothing, so they may be asked again at any time. */
export class PendingQueries {
  readonly #pending = new Map<
    string,
    { readonly query: Query; readonly resolve: (answer: Figures) => void }
  >();

  get queries(): Query[] {
    return [...this.#pending.values()].map(({ query }) => query);
  }

  add(
    from: string,
    to: string,
    at: number | undefined,
  ): { readonly query: Query; readonly answer: Promise<Figures> } {
    const { promise, resolve } = Promise.withResolvers<Figures>();
    const query: Query = {
      type: 'query',
      queryId: randomUUID(),
      from,
      to,
      ...(at === undefined ? {} : { at }),
    };
    this.#pending.set(query.queryId, { query, resolve });
    return { query, answer: promise };
  }

  answer(figures: Figures): void {
    this.#pending.get(figures.queryId)?.resolve(figures);
    this.#pending.delete(figures.queryId);
  }

  settleAll(rejection: Refusal): void {
    for (const queryId of this.#pending.keys()) {
      this.answer({ type: 'figures', queryId, ok: false, rejection });
    }
  }
}
