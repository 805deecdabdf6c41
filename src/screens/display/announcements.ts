/** Which call has the large place: every call is announced in order and keeps that place for a while. Pure; time comes in. */
import type { BoardCall } from '../../protocol/messages.js';

/** Shortest time in the large place before the next one takes it, ms. */
export const largeMs = 6000;

export interface Announcements {
  /** Every open call, the one sounded last first. */
  readonly calls: readonly BoardCall[];
  /** Numbers still to be announced, in order. */
  readonly queue: readonly string[];
  /** Number in the large place. */
  readonly large: string | null;
  /** When it was announced, ms; null if it was only found there: no bell, no flashing. */
  readonly announcedAt: number | null;
  /** How many were announced so far: a bell each. */
  readonly announced: number;
  /** What can still be heard: the next one waits for its end, so that eye and ear agree and nobody is cut short. */
  readonly sounding: BoardCall | null;
}

export const silence: Announcements = {
  calls: [],
  queue: [],
  large: null,
  announcedAt: null,
  announced: 0,
  sounding: null,
};

export interface BoardChange {
  readonly at: number;
  /** The board was found when the display was started: nothing on it is announced. */
  readonly isFound: boolean;
  /** What is announced can be heard until {@link soundEnded}. */
  readonly sounds?: boolean;
}

/** The board has changed. A call of another time or to another place than before is announced (again); one that is gone makes room at once. */
export function boardChanged(
  state: Announcements,
  board: readonly BoardCall[],
  { at, isFound, sounds = false }: BoardChange,
): Announcements {
  const calls = board.toSorted((a, b) => b.calledAt - a.calledAt || (a.number < b.number ? 1 : -1));
  const isOpen = (number: string): boolean => calls.some((call) => call.number === number);
  if (isFound) {
    const large = state.large !== null && isOpen(state.large) ? state.large : (calls[0]?.number ?? null);
    const announcedAt = large === state.large ? state.announcedAt : null;
    return { ...state, calls, queue: [], large, announcedAt };
  }
  const before = new Map(state.calls.map((call) => [call.number, call]));
  const isFresh = ({ number, calledAt, place }: BoardCall): boolean => {
    const known = before.get(number);
    return known === undefined || calledAt !== known.calledAt || place !== known.place;
  };
  const fresh = calls
    .filter(isFresh)
    .map(({ number }) => number)
    .toReversed();
  const queue = [...state.queue.filter((number) => isOpen(number) && !fresh.includes(number)), ...fresh];
  const isStillThere = state.large !== null && isOpen(state.large);
  const large = isStillThere ? state.large : null;
  return timePassed(
    { ...state, calls, queue, large, announcedAt: isStillThere ? state.announcedAt : null },
    at,
    sounds,
  );
}

/** Gives the large place to the next one if it is time. Without a next one the newest call has it. */
export function timePassed(state: Announcements, at: number, sounds = false): Announcements {
  const { queue, large, announcedAt, announced, calls, sounding } = state;
  const [next, ...rest] = queue;
  if (next === undefined) {
    return large === null ? { ...state, large: calls[0]?.number ?? null, announcedAt: null } : state;
  }
  // One that was answered while it sounded leaves the large place at once, and the next one is to be seen already.
  if (sounding) return large === null ? { ...state, large: next, announcedAt: null } : state;
  const isFree = large === null || announcedAt === null || at - announcedAt >= largeMs;
  if (!isFree) return state;
  const heard = sounds ? calls.find(({ number }) => number === next) : undefined;
  return {
    ...state,
    queue: rest,
    large: next,
    announcedAt: at,
    announced: announced + 1,
    sounding: heard ?? null,
  };
}

/** The last announcement was heard to its end. */
export const soundEnded = (state: Announcements, at: number): Announcements =>
  timePassed({ ...state, sounding: null }, at, true);

/** When the large place is free for the next one, ms; null if nobody waits for it, or if that is not a matter of time. */
export function nextAt({ queue, announcedAt, sounding }: Announcements): number | null {
  return queue.length === 0 || announcedAt === null || sounding !== null ? null : announcedAt + largeMs;
}
