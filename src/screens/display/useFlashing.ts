import { useEffect, useState } from 'react';

/** One change a half second, so three inversions in three seconds: nothing that could harm anybody. */
const changeMs = 500;
const changes = 6;

/**
 * Whether the picture is inverted right now: for three seconds after each announcement, in turns.
 * @param announced counts the announcements
 * @param announcedAt null: what is shown was not announced
 */
export function useFlashing(announced: number, announcedAt: number | null): boolean {
  const [turn, setTurn] = useState({ announced, count: announcedAt === null ? changes : 0 });
  const count = turn.announced === announced ? turn.count : 0;
  useEffect(() => {
    if (count >= changes) return undefined;
    const timer = setTimeout(() => setTurn({ announced, count: count + 1 }), changeMs);
    return () => clearTimeout(timer);
  }, [announced, count]);
  return announced > 0 && announcedAt !== null && count < changes && count % 2 === 0;
}
