import type { Outcome } from '../../queue/events.js';
import { destinations, onwardDestinations, type OnwardOutcome } from '../../routing/onward.js';
import type { Destination } from '../../routing/shipped.js';

/** A way to end a contact. `elsewhere` leads on to the list of all destinations. */
export type OutcomeChoice =
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly destination?: Destination }
  | { readonly kind: 'elsewhere'; readonly outcome: OnwardOutcome };

/** Rows of a list that a digit picks, without those of the four outcomes that have no destination. */
const places = 5;

/**
 * Every way to end a contact of this concern, likeliest first (R19): settled, where to, and what is left open. Each outcome is
 * among the rows that a digit picks; of very many places, the last ones come below.
 */
export function outcomeChoices(concern: string): readonly OutcomeChoice[] {
  const leadingTo = (outcome: OnwardOutcome): OutcomeChoice[] =>
    onwardDestinations(concern, outcome).map((destination) => ({ kind: 'outcome', outcome, destination }));
  const appointments = leadingTo('appointment');
  const forwards = leadingTo('forwarded');
  const appointed = Math.min(appointments.length, places - 1);
  const forwarded = places - appointed;
  return [
    { kind: 'outcome', outcome: 'settled' },
    ...appointments.slice(0, appointed),
    { kind: 'outcome', outcome: 'evidenceRequested' },
    ...forwards.slice(0, forwarded),
    { kind: 'outcome', outcome: 'fieldVisit' },
    { kind: 'outcome', outcome: 'abandoned' },
    ...appointments.slice(appointed),
    ...forwards.slice(forwarded),
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
