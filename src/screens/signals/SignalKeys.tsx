import type { Command } from '../../queue/commands.js';
import { roleOf } from '../../queue/roles.js';
import { bind } from '../parts/bindings.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useAsk } from '../parts/useAsk.js';
import { useBindings } from '../parts/useBindings.js';
import { useRefusal } from '../parts/useRefusal.js';
import { signalKeys } from './keys.js';
import type { SeenSignal } from './openSignals.js';
import { useBell } from './useBell.js';
import { useSignals } from './useSignals.js';

/** Calls for help, questions and their answers: keys that work on every work screen. */
export function SignalKeys() {
  const { texts } = useTerminal();
  const { by, readAnswers } = useStation();
  const signals = useSignals();
  const refusal = useRefusal(by ?? 'lead');
  const { isAsking, ask } = useAsk();
  const asks = (command: Command) => ({
    action: () => ask(command, () => undefined),
    off: () => (isAsking ? texts.screens.sending : refusal(command)),
  });
  useBell(signals);

  const isReception = by !== null && roleOf(by) === 'reception';
  const wanted = signals.find(
    (signal) => signal.kind === 'help' && !signal.isOwn && signal.call.answeredBy === null,
  );
  const question = signals.find((signal) => signal.kind === 'question' && !signal.isOwn);
  const [first] = signals;
  const end = first && endOf(first);
  const words = texts.signals.keys;
  useBindings({
    always: 'first',
    bindings: bind(signalKeys, words, {
      help: asks({ type: 'callHelp' }),
      come: wanted?.kind === 'help' && asks({ type: 'answerHelp', from: wanted.call.from }),
      end: end !== undefined && (end === 'read' ? readAnswers : asks(end)),
      ask: isReception && asks({ type: 'askZone' }),
    }),
  });
  const answers = (answer: 'yes' | 'no') =>
    question?.kind === 'question' && asks({ type: 'answerZone', from: question.question.from, answer });
  // Letters: what lies above may need them, such as a dialog that wants a yes.
  useBindings({
    always: 'last',
    bindings: bind(signalKeys, words, { yes: answers('yes'), no: answers('no') }),
  });
  return null;
}

/** What ends the signal in sight; nothing for a question of somebody else, which wants an answer. */
function endOf(signal: SeenSignal): Command | 'read' | undefined {
  switch (signal.kind) {
    case 'help':
      return { type: 'endHelp', from: signal.call.from };
    case 'question':
      return signal.isOwn ? { type: 'dropQuestion' } : undefined;
    case 'answer':
      return 'read';
  }
}
