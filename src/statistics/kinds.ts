import { firstCallWaitsIn, servicesIn, waitsIn, wayTimesIn, type ConcernRow, type Days } from './combine.js';
import type { ReleaseName } from './monthFigures.js';
import type { Kind } from './portion.js';
import { pool, type Pool } from './tally.js';

/** Times of visitors at the reception. */
export const receptionTimesIn = (days: Days): Pool =>
  pool(days.flatMap((day) => day.reception.flatMap(({ time }) => time ?? [])));

/** The durations of each kind. */
export const durationsIn: Readonly<Record<Kind, (days: Days, row: ConcernRow) => Pool>> = {
  waits: waitsIn,
  firstWaits: firstCallWaitsIn,
  ways: wayTimesIn,
  services: servicesIn,
  receptionTimes: receptionTimesIn,
};

/** Which release says what may be shown of them. */
export const releases: Readonly<Record<Kind, ReleaseName>> = {
  waits: 'waits',
  firstWaits: 'waits',
  ways: 'ways',
  services: 'services',
  receptionTimes: 'receptionTimes',
};
