import type { Command } from './commands.js';
import type { Day, HelpCall, ZoneQuestion } from './day.js';
import type { Context, Decision } from './decision.js';
import type { By, Event } from './events.js';
import type { Stamp } from './evolve.js';

/*
 * What the places say to each other without a word (SPEC S): a silent call for help, and the reception's question
 * whether somebody of the entrance zone has a moment. Neither is about a visitor, and neither can be undone: it ends.
 */

export type SignalCommand = Extract<
  Command,
  { type: 'callHelp' | 'answerHelp' | 'endHelp' | 'askZone' | 'answerZone' | 'dropQuestion' }
>;

type SignalEvent = Extract<
  Event,
  {
    type: 'HelpCalled' | 'HelpAnswered' | 'HelpEnded' | 'ZoneAsked' | 'ZoneAnswered' | 'QuestionDropped';
  }
>;

interface Signal {
  readonly from: By;
  readonly endedAt: number | null;
}

/** The open signal of a place. A place has one of a kind at most. */
const openOf = <T extends Signal>(signals: readonly T[], from: By): T | undefined =>
  signals.findLast((signal) => signal.from === from && signal.endedAt === null);

export const openHelp = (day: Day, from: By): HelpCall | undefined => openOf(day.helpCalls, from);

export const openQuestion = (day: Day, from: By): ZoneQuestion | undefined => openOf(day.questions, from);

export function decideSignal(day: Day, command: SignalCommand, { by }: Context): Decision {
  switch (command.type) {
    case 'callHelp':
      return openHelp(day, by)
        ? { rejection: { name: 'helpAlreadyCalled' } }
        : { events: [{ type: 'HelpCalled', from: by }] };
    case 'answerHelp':
      return decideAnswerHelp(day, command.from, by);
    case 'endHelp': {
      const from = command.from ?? by;
      return openHelp(day, from)
        ? { events: [{ type: 'HelpEnded', from }] }
        : { rejection: { name: 'noHelpCalled', from } };
    }
    case 'askZone':
      if (Object.keys(day.rules.desks).length === 0) return { rejection: { name: 'noEntranceZone' } };
      return openQuestion(day, by)
        ? { rejection: { name: 'alreadyAsked' } }
        : { events: [{ type: 'ZoneAsked', from: by }] };
    case 'answerZone': {
      const { from, answer } = command;
      return openQuestion(day, from)
        ? { events: [{ type: 'ZoneAnswered', from, answer }] }
        : { rejection: { name: 'nothingAsked', from } };
    }
    case 'dropQuestion':
      return openQuestion(day, by)
        ? { events: [{ type: 'QuestionDropped', from: by }] }
        : { rejection: { name: 'nothingAsked', from: by } };
  }
}

function decideAnswerHelp(day: Day, from: By, by: By): Decision {
  const call = openHelp(day, from);
  if (!call) return { rejection: { name: 'noHelpCalled', from } };
  if (from === by) return { rejection: { name: 'yourOwnSignal' } };
  if (call.answeredBy !== null) {
    return { rejection: { name: 'helpAlreadyAnswered', by: call.answeredBy } };
  }
  return { events: [{ type: 'HelpAnswered', from }] };
}

export function evolveSignal(day: Day, event: SignalEvent, { at, by }: Stamp): void {
  const { from } = event;
  const help = openHelp(day, from);
  const question = openQuestion(day, from);
  switch (event.type) {
    case 'HelpCalled':
      day.helpCalls.push({ from, at, answeredBy: null, endedAt: null });
      return;
    case 'HelpAnswered':
      if (help) help.answeredBy = by;
      return;
    case 'HelpEnded':
      if (help) help.endedAt = at;
      return;
    case 'ZoneAsked':
      day.questions.push({ from, at, answer: null, answeredBy: null, endedAt: null });
      return;
    case 'ZoneAnswered':
      if (question) Object.assign(question, { answer: event.answer, answeredBy: by, endedAt: at });
      return;
    case 'QuestionDropped':
      if (question) question.endedAt = at;
  }
}

/** Nobody is left to answer. */
export function endSignals(day: Day, at: number): void {
  for (const signal of [...day.helpCalls, ...day.questions]) signal.endedAt ??= at;
}
