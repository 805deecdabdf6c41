import type { Counted } from './figures.js';
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
  const counts = new Map(levels.map((level) => [level, { level, reception: 0, entranceZone: 0 }]));
  const add = (concern: string | null, stage: Stage, n: number): void => {
    const count = counts.get(levelOf(concern, stage));
    if (count) count[stage] += n;
  };
  for (const { reception, contacts } of days) {
    for (const { concern, n } of reception) add(concern, 'reception', n);
    for (const { concern, wait } of contacts) add(concern, 'entranceZone', wait.n);
  }
  return [...counts.values()];
}
