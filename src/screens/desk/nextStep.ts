import type { Command, Ending } from '../../queue/commands.js';
import type { Day } from '../../queue/day.js';
import { openTicketOf } from './scene.js';

/** The steps that one key takes at a desk, each in the state it belongs to. */
export type Step = 'open' | 'endPause' | 'endActivity' | 'call' | 'start' | 'finish';

export interface NextStep {
  readonly step: Step;
  readonly command: Command;
}

/**
 * What Enter does at a desk now. A closed desk is opened first, so that nobody is called before the desk has seen who comes.
 * @param ending how the open contact ends if the step is to finish it; nothing said means settled
 */
export function nextStep(day: Day, desk: string, ending: Ending = {}): NextStep {
  const ticket = openTicketOf({ day, desk });
  if (ticket) {
    return ticket.state === 'called'
      ? { step: 'start', command: { type: 'start', desk } }
      : { step: 'finish', command: { type: 'finish', desk, ...ending } };
  }
  switch (day.desks[desk]?.state) {
    case 'free':
      return { step: 'call', command: { type: 'call', desk } };
    case 'pause':
      return { step: 'endPause', command: { type: 'openDesk', desk } };
    case 'caseWork':
    case 'activity':
    case 'reinforcement':
      return { step: 'endActivity', command: { type: 'openDesk', desk } };
    case 'closed':
    case 'contact':
    case undefined:
      return { step: 'open', command: { type: 'openDesk', desk } };
  }
}
