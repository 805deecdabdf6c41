import type { Counted } from './figures.js';
import { sumOf } from './grouping.js';
import type { Stage } from './presence.js';

export interface LevelCount {
  /** "reception", "medium", "high": the annexes of the concept; "unknown" of concerns that the catalogue lacks. */
  readonly level: string;
  /** Contacts at the reception: visits, by the concern named there. */
  readonly reception: number;
  /** Completed contacts of the entrance zone, by their final concern. */
  readonly entranceZone: number;
}

/** R47: contacts by level of difficulty, which the catalogue knows of a concern and the stage that works on it. */
export function contactsByLevel(
  days: readonly Pick<Counted, 'reception' | 'contacts'>[],
  levels: readonly string[],
  levelOf: (concern: string | null, stage: Stage) => string,
): LevelCount[] {
  const visits = days.flatMap(({ reception }) => reception);
  const contacts = days.flatMap((day) => day.contacts);
  return levels.map((level) => ({
    level,
    reception: sumOf(visits, ({ concern, n }) => (levelOf(concern, 'reception') === level ? n : 0)),
    entranceZone: sumOf(contacts, ({ concern, wait }) =>
      levelOf(concern, 'entranceZone') === level ? wait.n : 0,
    ),
  }));
}
