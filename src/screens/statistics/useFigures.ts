import { useMemo } from 'react';
import { liveFigures, todaySummary, type LiveFigures, type TodaySummary } from '../../statistics/live.js';
import type { Scene } from './scene.js';

/** The figures of now, computed when something has happened or a second has passed, and not for every key. */
export function useFigures({ day, site, at }: Pick<Scene, 'day' | 'site' | 'at'>): {
  readonly figures: LiveFigures;
  readonly summary: TodaySummary;
} {
  const second = Math.max(Math.floor(at / 1000) * 1000, day.lastAt);
  const { zone, halfDayAt, waitTargetMs: waitTarget } = site;
  // The day is changed in place; its seq tells one state of it from the next.
  const { seq } = day;
  return useMemo(
    () => ({
      seq,
      figures: liveFigures(day, second, { zone }),
      summary: todaySummary(day, second, { zone, halfDayAt, waitTarget }),
    }),
    [day, seq, second, zone, halfDayAt, waitTarget],
  );
}
