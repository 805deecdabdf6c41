import { concernOf, type Level } from './catalogue.js';

/** Lowest first. */
export const levels: readonly Level[] = ['reception', 'medium', 'high'];

/** The level of the annex that lists what a stage does. */
const ownLevel = { reception: 'reception', entranceZone: 'medium' } as const;

/**
 * R168: how difficult the work on a concern is where it is done. At the reception it is that of Anlage 1 if it has the
 * row, at a desk of the entrance zone that of Anlage 3; else the lowest annex that has it. Information and directions,
 * and what the catalogue lacks, need no more than the reception.
 */
export function levelOfWork(concern: string | null, stage: keyof typeof ownLevel): Level {
  const entry = concern === null ? undefined : concernOf(concern);
  if (!entry) return 'reception';
  return entry.levels.includes(ownLevel[stage]) ? ownLevel[stage] : entry.level;
}
