/** What the reception hands out, copies, records and passes on for a concern, whichever way the visitor goes. */
import { holds } from './routes.js';
import { routingFile, type Answers, type Destination, type RoutingFile } from './shipped.js';

export interface HandOut {
  readonly item: string;
  /** When it is handed out, German, verbatim; empty: always. */
  readonly condition: string;
}

/** A note in another program that the concern calls for; beo only reminds of it. */
export interface FollowUp {
  readonly kind: string;
  readonly system: string;
  readonly to: Destination | null;
}

/** All wording is the concept's, German. */
export interface Checklist {
  readonly handouts: readonly HandOut[];
  readonly copies: readonly string[];
  readonly records: readonly string[];
  readonly followUps: readonly FollowUp[];
}

/** Follow-ups depend on the answers (a missing one is a no); everything else is proposed always. Empty for an unknown concern. */
export function checklistFor(
  concernId: string,
  answers: Answers,
  from: RoutingFile = routingFile,
): Checklist {
  const concern = from.concerns.find(({ id }) => id === concernId);
  return {
    handouts: concern?.handouts.map(({ item, condition }) => ({ item, condition })) ?? [],
    copies: concern?.copies.map(({ text }) => text) ?? [],
    records: concern?.dataEntry.map(({ item }) => item) ?? [],
    followUps:
      concern?.followUp
        .filter(({ when }) => holds(when, answers))
        .map(({ kind, system, to }) => ({ kind, system, to })) ?? [],
  };
}
