import type { Day } from '../queue/day.js';
import type { Counted, DeskDecisionCounts, SignalCounts } from './figures.js';
import { sumOf } from './grouping.js';

/** What the places of a day signalled to each other (R65, R79), of the site as a whole. */
export const signalsOf = ({ questions, helpCalls }: Pick<Day, 'questions' | 'helpCalls'>): SignalCounts => ({
  days: 1,
  questions: {
    asked: questions.length,
    yes: questions.filter(({ answer }) => answer === 'yes').length,
    no: questions.filter(({ answer }) => answer === 'no').length,
  },
  helpCalls: {
    called: helpCalls.length,
    answered: helpCalls.filter(({ answeredBy }) => answeredBy !== null).length,
  },
});

/** What the lead answered on a day to the advice to open more desks (R85). */
export const deskDecisionsOf = ({ deskDecisions }: Pick<Day, 'deskDecisions'>): DeskDecisionCounts => ({
  days: 1,
  yes: deskDecisions.filter(({ answer }) => answer === 'yes').length,
  no: deskDecisions.filter(({ answer }) => answer === 'no').length,
  desks: sumOf(deskDecisions, ({ extraDesks }) => extraDesks),
});

/** Those of the days that counted them together; nothing where none did. */
export function signalsIn(days: readonly Pick<Counted, 'signals'>[]): SignalCounts | undefined {
  const counts = days.flatMap(({ signals }) => signals ?? []);
  const sum = (valueOf: (one: SignalCounts) => number) => sumOf(counts, valueOf);
  return counts.length === 0
    ? undefined
    : {
        days: sum((c) => c.days),
        questions: {
          asked: sum((c) => c.questions.asked),
          yes: sum((c) => c.questions.yes),
          no: sum((c) => c.questions.no),
        },
        helpCalls: {
          called: sum((c) => c.helpCalls.called),
          answered: sum((c) => c.helpCalls.answered),
        },
      };
}

/** The same for decisions about more desks. */
export function deskDecisionsIn(
  days: readonly Pick<Counted, 'deskDecisions'>[],
): DeskDecisionCounts | undefined {
  const counts = days.flatMap(({ deskDecisions }) => deskDecisions ?? []);
  const sum = (valueOf: (one: DeskDecisionCounts) => number) => sumOf(counts, valueOf);
  return counts.length === 0
    ? undefined
    : { days: sum((c) => c.days), yes: sum((c) => c.yes), no: sum((c) => c.no), desks: sum((c) => c.desks) };
}
