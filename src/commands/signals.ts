import type { Command } from '../queue/commands.js';
import type { Day } from '../queue/day.js';
import type { By, Event } from '../queue/events.js';
import type { Outcome } from './outcome.js';

/** Actions of a desk that signal; `subject` is who signalled ("reception/E1"), by default the one who does so longest. */
export function signalCommand(
  action: string,
  subject: string | undefined,
  day: Day,
  by: By,
): Command | undefined {
  const open = <Signal extends { readonly endedAt: number | null; readonly from: By }>(
    signals: readonly Signal[],
  ): Signal | undefined =>
    signals.find(({ endedAt, from }) => endedAt === null && (subject === undefined || from === subject));
  const named = (subject as By | undefined) ?? by;
  switch (action) {
    case 'help':
      return { type: 'callHelp' };
    case 'come':
      return {
        type: 'answerHelp',
        from: open(day.helpCalls.filter(({ from }) => from !== by))?.from ?? named,
      };
    case 'end-help':
      return { type: 'endHelp', from: open(day.helpCalls)?.from ?? named };
    case 'answer-yes':
    case 'answer-no':
      return {
        type: 'answerZone',
        from: open(day.questions)?.from ?? named,
        answer: action === 'answer-yes' ? 'yes' : 'no',
      };
    default:
      return undefined;
  }
}

/** What a signal led to; undefined for any other event. */
export function signalOutcome(event: Event): Outcome | undefined {
  switch (event.type) {
    case 'HelpCalled':
    case 'HelpAnswered':
    case 'HelpEnded':
    case 'ZoneAsked':
    case 'QuestionDropped':
      return { from: event.from, state: states[event.type] };
    case 'ZoneAnswered':
      return { from: event.from, state: event.answer === 'yes' ? 'answeredYes' : 'answeredNo' };
    default:
      return undefined;
  }
}

const states = {
  HelpCalled: 'helpCalled',
  HelpAnswered: 'helpAnswered',
  HelpEnded: 'helpEnded',
  ZoneAsked: 'zoneAsked',
  QuestionDropped: 'questionDropped',
} as const;
