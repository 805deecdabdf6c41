import type { Connection } from '../client/connection.js';
import type { BoardCall } from '../protocol/messages.js';
import {
  boardChanged,
  largeMs,
  silence,
  timePassed,
  type Announcements,
} from '../screens/display/announcements.js';

/** The numbers that a display announces for the boards it got, each as often as it does. */
export function announced(boards: readonly (readonly BoardCall[])[]): string[] {
  const heard: string[] = [];
  let before: Announcements = silence;
  let at = 0;
  const hear = (state: Announcements) => {
    if (state.announced > before.announced && state.large !== null) heard.push(state.large);
    before = state;
  };
  for (const [index, board] of boards.entries()) {
    at += 100;
    hear(boardChanged(before, board, { at, isFound: index === 0 }));
  }
  while (before.queue.length > 0) {
    at += largeMs;
    hear(timePassed(before, at));
  }
  return heard;
}

/** Every board that a display is given, in order. */
export function boardsOf(display: Connection): BoardCall[][] {
  const boards: BoardCall[][] = [];
  let last: unknown;
  const look = () => {
    const { board } = display.view;
    if (!board || board === last) return;
    last = board;
    boards.push([...board.calls]);
  };
  look();
  display.subscribe(look);
  return boards;
}
