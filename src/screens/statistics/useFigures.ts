import { useMemo } from 'react';
import type { Days } from '../../statistics/combine.js';
import type { Scene } from './scene.js';
import { figuresNow, type FiguresNow } from './figuresNow.js';

/** The figures of now, computed when something has happened or a second has passed, and not for every key. */
export function useFigures({ day, site, at }: Pick<Scene, 'day' | 'site' | 'at'>, before: Days): FiguresNow {
  const second = Math.max(Math.floor(at / 1000) * 1000, day.lastAt);
  // The day is changed in place; its seq tells one state of it from the next.
  const { seq } = day;
  return useMemo(() => ({ seq, ...figuresNow(day, second, site, before) }), [day, seq, second, site, before]);
}
