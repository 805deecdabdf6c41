import type { Command } from '../../queue/commands.js';
import { decide } from '../../queue/decide.js';
import type { By } from '../../queue/events.js';
import { rulebook } from '../../routing/rulebook.js';
import { refusalText } from '../../texts/texts.js';
import { useStation, useTerminal } from './ScreenContext.js';

/**
 * Why the server would refuse an ask of this station just now, as a sentence, or null: the server's own rules on the copy of
 * the day that is shown. Advice only; the server decides.
 */
export function useRefusal(by?: By): (command: Command) => string | null {
  const { line, view, place } = useStation();
  const { language } = useTerminal();
  return (command) => {
    const { day, phase } = view;
    if (!day || phase !== 'joined') return refusalText({ name: 'notConnected' }, language);
    const decision = decide(day, command, {
      at: Math.max(line.now(), day.lastAt),
      by: by ?? (place === null ? 'lead' : `reception/${place}`),
      catalogue: rulebook,
    });
    return 'rejection' in decision ? refusalText(decision.rejection, language) : null;
  };
}
