import { useCallback } from 'react';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useTicking } from '../parts/useTicking.js';
import type { Scene } from './scene.js';

/**
 * The day as this desk sees it now; undefined while the server has not sent it. Anew with every change of the day, and when
 * something else reads differently because time has passed: a frame costs as much for a second as for a whole new screen.
 * @param reads all that depends on the time where the scene is used; always the same function
 * @param everyMs how often that is looked at
 */
export function useScene(reads: (scene: Scene) => string, everyMs = 1000): Scene | undefined {
  const { line, view, place } = useStation();
  const { language, texts, signs, screenReader, columns } = useTerminal();
  const sceneNow = useCallback((): Scene | undefined => {
    const { day, site } = view;
    if (!day || !site || place === null) return undefined;
    return { day, site, desk: place, at: line.now(), language, texts, signs, screenReader, columns };
  }, [line, view, place, language, texts, signs, screenReader, columns]);
  useTicking(
    useCallback(() => {
      const scene = sceneNow();
      return scene ? reads(scene) : '';
    }, [sceneNow, reads]),
    everyMs,
  );
  return sceneNow();
}
