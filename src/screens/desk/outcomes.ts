import type { Outcome } from '../../queue/events.js';
import { destinations, onwardDestinations, type OnwardOutcome } from '../../routing/onward.js';
import type { Destination } from '../../routing/shipped.js';

/** A way to end a contact. `elsewhere` leads on to the list of all destinations. */
export type OutcomeChoice =
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly destination?: Destination }
  | { readonly kind: 'elsewhere'; readonly outcome: OnwardOutcome };

/** Every way to end a contact of this concern, likeliest first (R19): settled, where to, and what is left open. */
export function outcomeChoices(concern: string): readonly OutcomeChoice[] {
  const leadingTo = (outcome: OnwardOutcome): OutcomeChoice[] =>
    onwardDestinations(concern, outcome).map((destination) => ({ kind: 'outcome', outcome, destination }));
  return [
    { kind: 'outcome', outcome: 'settled' },
    ...leadingTo('appointment'),
    { kind: 'outcome', outcome: 'evidenceRequested' },
    ...leadingTo('forwarded'),
    { kind: 'outcome', outcome: 'fieldVisit' },
    { kind: 'outcome', outcome: 'abandoned' },
    { kind: 'elsewhere', outcome: 'appointment' },
    { kind: 'elsewhere', outcome: 'forwarded' },
  ];
}

/** Every other destination of an outcome, beside those that the first list proposes. */
export function otherDestinations(concern: string, outcome: OnwardOutcome): readonly Destination[] {
  const proposed = onwardDestinations(concern, outcome);
  return destinations.filter((destination) => !proposed.includes(destination));
}

/** A choice as a name that tells it apart from every other. */
export const outcomeId = (choice: OutcomeChoice): string =>
  choice.kind === 'elsewhere'
    ? `elsewhere ${choice.outcome}`
    : [choice.outcome, choice.destination].filter(Boolean).join(' ');
