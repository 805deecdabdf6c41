import type { Day, HelpCall, ZoneQuestion } from '../../queue/day.js';
import type { By } from '../../queue/events.js';
import { roleOf } from '../../queue/roles.js';

/** How long the answer to a question stays in sight, unless it is hidden before, ms. */
const answerStaysMs = 60_000;

/** A signal as one place sees it. */
export type SeenSignal =
  | { readonly kind: 'help'; readonly isOwn: boolean; readonly call: HelpCall }
  | { readonly kind: 'question'; readonly isOwn: boolean; readonly question: ZoneQuestion }
  | { readonly kind: 'answer'; readonly question: ZoneQuestion };

/**
 * What this place has to see now, most pressing first: others who call for help and have no answer, the own call, calls
 * that somebody answered, questions, the answer to the own one.
 * @param hiddenBefore the own answers up to this instant have been read, ms since the epoch
 */
export function seenSignals(day: Day, by: By, at: number, hiddenBefore = 0): readonly SeenSignal[] {
  const help = day.helpCalls
    .filter(({ endedAt }) => endedAt === null)
    .map((call) => ({ kind: 'help' as const, isOwn: call.from === by, call }));
  const isReception = roleOf(by) === 'reception';
  const questions = day.questions
    .filter(({ endedAt, from }) => endedAt === null && (!isReception || from === by))
    .map((question) => ({ kind: 'question' as const, isOwn: question.from === by, question }));
  const answers = day.questions
    .filter(
      ({ from, answer, endedAt }) =>
        from === by &&
        answer !== null &&
        endedAt !== null &&
        endedAt > hiddenBefore &&
        at < endedAt + answerStaysMs,
    )
    .slice(-1)
    .map((question) => ({ kind: 'answer' as const, question }));
  return [...help.toSorted((a, b) => rank(a) - rank(b)), ...questions, ...answers];
}

function rank({ isOwn, call }: { readonly isOwn: boolean; readonly call: HelpCall }): number {
  if (isOwn) return 1;
  return call.answeredBy === null ? 0 : 2;
}

/** Whether a signal is shown so that nobody overlooks it; the own call is not, since somebody may look over the shoulder. */
export const isLoud = (signal: SeenSignal): boolean => signal.kind === 'answer' || !signal.isOwn;
