import { randomUUID } from 'node:crypto';
import type { ChangeSetting, Figures, Query, Refusal, SettingChanged } from '../protocol/messages.js';

export type Question = Query | ChangeSetting;
/** Refused, perhaps before anybody was asked, or what there is to answer. */
export type AnswerTo<Q extends Question> =
  | (Q extends Query ? Figures : SettingChanged)
  | { readonly ok: false; readonly rejection: Refusal };

interface Pending {
  readonly question: Question;
  readonly resolve: (answer: never) => void;
}

/** Questions without an answer yet. To ask one again does nothing more, so they may be asked again at any time. */
export class PendingQueries {
  readonly #pending = new Map<string, Pending>();

  get questions(): Question[] {
    return [...this.#pending.values()].map(({ question }) => question);
  }

  add<Q extends Question>(question: Q): Promise<AnswerTo<Q>> {
    const { promise, resolve } = Promise.withResolvers<AnswerTo<Q>>();
    this.#pending.set(question.queryId, { question, resolve });
    return promise;
  }

  answer(answer: Figures | SettingChanged): void {
    this.#pending.get(answer.queryId)?.resolve(answer as never);
    this.#pending.delete(answer.queryId);
  }

  settleAll(rejection: Refusal): void {
    for (const { type, queryId } of this.questions) {
      const answer = type === 'query' ? ('figures' as const) : ('settingChanged' as const);
      this.answer({ type: answer, queryId, ok: false, rejection });
    }
  }
}

/** The question for the daily figures of a period. */
export const queryFor = (from: string, to: string, at: number | undefined): Query => ({
  type: 'query',
  queryId: randomUUID(),
  from,
  to,
  ...(at === undefined ? {} : { at }),
});
