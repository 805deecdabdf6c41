import { useCallback, useContext } from 'react';
import { StationContext } from '../parts/ScreenContext.js';
import { useTicking } from '../parts/useTicking.js';
import { seenSignals, type SeenSignal } from './openSignals.js';

/** What this station has to see now; nothing where there is no station, such as in the menu. */
export function useSignals(): readonly SeenSignal[] {
  const station = useContext(StationContext);
  const look = useCallback((): readonly SeenSignal[] => {
    const day = station?.view.day;
    if (!station || !day || station.by === null) return [];
    return seenSignals(day, station.by, station.line.now(), station.answersReadAt);
  }, [station]);
  // An answer goes out of sight by itself.
  useTicking(useCallback(() => String(look().length), [look]));
  return look();
}
