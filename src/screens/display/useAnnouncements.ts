import { useContext, useEffect, useReducer } from 'react';
import type { OfficeLine } from '../parts/line.js';
import { announcementOf } from './announcement.js';
import { AnnounceContext } from './AnnounceContext.js';
import {
  boardChanged,
  nextAt,
  silence,
  soundEnded,
  timePassed,
  type Announcements,
} from './announcements.js';

interface Heard {
  readonly state: Announcements;
  readonly board: OfficeLine['view']['board'];
}

/** A look at the line, or the end of what could be heard. */
interface Look {
  readonly line: OfficeLine;
  readonly sounds: boolean;
  readonly ended?: boolean;
}

/** Follows the board of a line: which call has the large place now, and how many were announced. Sounds each of them. */
export function useAnnouncements(line: OfficeLine): Announcements {
  const announce = useContext(AnnounceContext);
  const sounds = announce !== null;
  const [{ state }, look] = useReducer(heard, null, () =>
    heard({ state: silence, board: null }, { line, sounds }),
  );
  useEffect(() => line.subscribe(() => look({ line, sounds })), [line, sounds]);
  const due = nextAt(state);
  useEffect(() => {
    if (due === null) return undefined;
    const timer = setTimeout(() => look({ line, sounds }), Math.max(0, due - line.now()));
    return () => clearTimeout(timer);
  }, [line, sounds, due]);

  const { sounding } = state;
  useEffect(() => {
    if (!announce || !sounding) return;
    // In the meantime somebody may have answered it.
    const isOpen = line.view.board?.calls.some(({ number }) => number === sounding.number);
    const sound = isOpen ? announce(announcementOf(sounding)) : Promise.resolve();
    void sound.then(() => look({ line, sounds, ended: true }));
  }, [announce, sounding, line, sounds]);
  return state;
}

function heard(before: Heard, { line, sounds, ended = false }: Look): Heard {
  const { board } = line.view;
  const at = line.now();
  const state = ended ? soundEnded(before.state, at) : before.state;
  if (!board || board === before.board) return { ...before, state: timePassed(state, at, sounds) };
  // The first board shows what was called before this display was there. After a cut only what is new is announced.
  return { state: boardChanged(state, board.calls, { at, isFound: before.board === null, sounds }), board };
}
