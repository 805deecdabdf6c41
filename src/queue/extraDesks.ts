import type { Command } from './commands.js';
import type { Day, DeskDecision, DeskState } from './day.js';
import type { Context, Decision } from './decision.js';
import type { Event } from './events.js';
import type { Stamp } from './evolve.js';

/*
 * What the lead answers when the advice calls for more desks (SPEC B): yes or no, for the record. How many it takes is
 * worked out elsewhere; here it is only judged whether there can be so many.
 */

/** After an hour the advice rests on other arrivals, and is another one. */
const standsForMs = 3_600_000;

/** Desks that call from the line. */
export const isServing = (state: DeskState): boolean => state === 'free' || state === 'contact';

/** Which desks those are. */
export const servingDesks = ({ rules, desks }: Pick<Day, 'rules' | 'desks'>): string[] =>
  Object.keys(rules.desks).filter((desk) => isServing(desks[desk]?.state ?? 'closed'));

/**
 * The decision that still answers an advice of so many more desks; undefined where it has none. One answers what calls
 * for no more desks in all, and for no more beside those that serve, than it was taken on.
 * @param at ms since the epoch
 */
export function standingDecision(day: Day, extraDesks: number, at: number): DeskDecision | undefined {
  const last = day.deskDecisions.at(-1);
  if (!last || at >= last.at + standsForMs || extraDesks > last.extraDesks) return undefined;
  return servingDesks(day).length + extraDesks <= last.desks + last.extraDesks ? last : undefined;
}

export function decideExtraDesks(
  day: Day,
  { answer, extraDesks }: Extract<Command, { type: 'decideExtraDesks' }>,
  { at }: Context,
): Decision {
  const desks = servingDesks(day).length;
  const most = Object.keys(day.rules.desks).length - desks;
  if (extraDesks > most) return { rejection: { name: 'tooManyDesks', most } };
  const standing = standingDecision(day, extraDesks, at);
  if (standing?.answer === answer) return { rejection: { name: 'alreadyDecided', answer } };
  return { events: [{ type: 'ExtraDesksDecided', answer, extraDesks, desks }] };
}

export function evolveExtraDesks(
  day: Day,
  { answer, extraDesks, desks }: Extract<Event, { type: 'ExtraDesksDecided' }>,
  { at, seq }: Stamp,
): void {
  day.deskDecisions.push({ answer, extraDesks, desks, at, seq });
}
