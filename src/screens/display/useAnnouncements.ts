import { useEffect, useReducer } from 'react';
import type { OfficeLine } from '../parts/line.js';
import { boardChanged, nextAt, silence, timePassed, type Announcements } from './announcements.js';

interface Heard {
  readonly state: Announcements;
  readonly board: OfficeLine['view']['board'];
}

/** Follows the board of a line: which call has the large place now, and how many were announced. */
export function useAnnouncements(line: OfficeLine): Announcements {
  const [{ state }, look] = useReducer(heard, null, () => heard({ state: silence, board: null }, line));
  useEffect(() => line.subscribe(() => look(line)), [line]);
  const due = nextAt(state);
  useEffect(() => {
    if (due === null) return undefined;
    const timer = setTimeout(() => look(line), Math.max(0, due - line.now()));
    return () => clearTimeout(timer);
  }, [line, due]);
  return state;
}

function heard(before: Heard, line: OfficeLine): Heard {
  const { board } = line.view;
  const at = line.now();
  if (!board || board === before.board) return { ...before, state: timePassed(before.state, at) };
  // The first board shows what was called before this display was there. After a cut only what is new is announced.
  return { state: boardChanged(before.state, board.calls, at, before.board === null), board };
}
