import { useCallback } from 'react';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useTicking } from '../parts/useTicking.js';
import type { Scene } from './scene.js';

/**
 * The day as this desk sees it now; undefined while the server has not sent it. Anew with every change of the day, and when
 * so much time has passed.
 */
export function useScene(everyMs = 1000): Scene | undefined {
  const { line, view, place } = useStation();
  const { language, texts, signs, screenReader, columns } = useTerminal();
  useTicking(
    useCallback(() => String(Math.floor(line.now() / everyMs)), [line, everyMs]),
    everyMs,
  );
  const { day, site } = view;
  if (!day || !site || place === null) return undefined;
  return { day, site, desk: place, at: line.now(), language, texts, signs, screenReader, columns };
}
