import type { Catalogue } from '../queue/decision.js';
import { rulebook } from '../routing/rulebook.js';

/** The shipped catalogue without the concerns that a site does not offer (R7). */
export function catalogueOf(hidden: readonly string[]): Catalogue {
  return {
    ...rulebook,
    isSelectable: (concern) => !hidden.includes(concern) && rulebook.isSelectable(concern),
    route: (concern, rule) =>
      concern !== null && hidden.includes(concern) ? undefined : rulebook.route(concern, rule),
  };
}
