import { useEffect, useState } from 'react';

/** One change a half second, so three inversions in three seconds: nothing that could harm anybody. */
const changeMs = 500;
const changes = 6;

/**
 * For three seconds after each announcement `on` (inverted) and `off` in turns; else `steady`.
 * @param announced counts the announcements
 * @param announcedAt null: what is shown was not announced
 */
export function useFlashing(announced: number, announcedAt: number | null): 'on' | 'off' | 'steady' {
  const [turn, setTurn] = useState({ announced, count: announcedAt === null ? changes : 0 });
  const count = turn.announced === announced ? turn.count : 0;
  useEffect(() => {
    if (count >= changes) return undefined;
    const timer = setTimeout(() => setTurn({ announced, count: count + 1 }), changeMs);
    return () => clearTimeout(timer);
  }, [announced, count]);
  if (announced === 0 || announcedAt === null || count >= changes) return 'steady';
  return count % 2 === 0 ? 'on' : 'off';
}
