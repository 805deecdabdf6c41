/** The catalogue in the words of the queue's decider. */
import type { Catalogue as QueueCatalogue } from '../queue/decision.js';
import type { Way } from '../queue/events.js';
import { concernOf } from './catalogue.js';
import { checklistFor } from './checklist.js';
import { isDestination } from './onward.js';
import { routeOfRule } from './routes.js';
import { routingFile } from './shipped.js';

/** The ways that the rules of each concern lead to. */
const ways: ReadonlyMap<string, ReadonlySet<Way | undefined>> = new Map(
  routingFile.concerns.map(({ id, routes }) => [
    id,
    new Set(routes.map((rule) => routeOfRule(id, rule.id)?.way)),
  ]),
);

/** What a booking may ask of the shipped catalogue. */
export const rulebook: QueueCatalogue = {
  isSelectable: (concern) => concernOf(concern)?.selectable ?? false,
  isDestination,
  isHandout: (concern, item) =>
    concern !== null && checklistFor(concern, {}).handouts.some((handout) => handout.item === item),
  leadsTo: (concern, way) => ways.get(concern)?.has(way) ?? false,
  route: (concern, rule) => routeOfRule(concern, rule),
};
