import type { Counted } from '../statistics/figures.js';
import { deskDecisionsIn, signalsIn } from '../statistics/signalCounts.js';
import type { Slice } from './sliceModel.js';
import type { SliceContext } from './sliceContext.js';

/** R65, R79: what the places signalled to each other, of the site as a whole. */
export function signals({ stages }: SliceContext, days: readonly Counted[]): Slice['signals'] {
  const counts = signalsIn(days);
  // Only a reception asks, and only an entrance zone can be asked.
  const questions = stages.reception && stages.entranceZone ? counts?.questions : undefined;
  return {
    countedDays: counts?.days ?? 0,
    questions: questions?.asked ?? null,
    answeredYes: questions?.yes ?? null,
    answeredNo: questions?.no ?? null,
    unanswered: questions ? questions.asked - questions.yes - questions.no : null,
    helpCalls: counts?.helpCalls.called ?? null,
    helpCallsAnswered: counts?.helpCalls.answered ?? null,
  };
}

/** R85: decisions on the advice to open more desks. */
export function deskDecisions({ stages }: SliceContext, days: readonly Counted[]): Slice['deskDecisions'] {
  const all = deskDecisionsIn(days);
  const counts = stages.entranceZone ? all : undefined;
  return {
    countedDays: all?.days ?? 0,
    decisions: counts ? counts.yes + counts.no : null,
    yes: counts?.yes ?? null,
    no: counts?.no ?? null,
    desks: counts?.desks ?? null,
  };
}
