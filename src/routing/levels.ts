import { concernOf, type Level } from './catalogue.js';

/** A level, or that the catalogue lacks the concern: records made elsewhere may have others (`beo import`). */
export type WorkLevel = Level | 'unknown';

/** Lowest first. */
export const workLevels: readonly WorkLevel[] = ['reception', 'medium', 'high', 'unknown'];

/** The level of the annex that lists what a stage does. */
const ownLevel = { reception: 'reception', entranceZone: 'medium' } as const;

/**
 * R168: how difficult the work on a concern is where it is done. At the reception it is that of Anlage 1 if it has the
 * row, at a desk of the entrance zone that of Anlage 3; else the lowest annex that has it. Information and directions
 * need no more than the reception.
 */
export function levelOfWork(concern: string | null, stage: keyof typeof ownLevel): WorkLevel {
  if (concern === null) return 'reception';
  const entry = concernOf(concern);
  if (!entry) return 'unknown';
  return entry.levels.includes(ownLevel[stage]) ? ownLevel[stage] : entry.level;
}
