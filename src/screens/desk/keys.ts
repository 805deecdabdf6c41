import type { KeyList } from '../parts/bindings.js';

/** Keys of the desk, in the order in which the footer offers them. */
export const deskKeys = {
  next: { keys: ['enter', 'space'], main: true },
  recall: { keys: ['w'] },
  noShow: { keys: ['n'] },
  outcome: { keys: ['e'] },
  park: { keys: ['k'] },
  resumeParked: { keys: ['f'] },
  callChosen: { keys: ['d'] },
  pause: { keys: ['p'] },
  activity: { keys: ['t'] },
  concern: { keys: ['a'] },
  further: { keys: ['m'] },
  consulted: { keys: ['r'] },
  papInformed: { keys: ['i'] },
  masterData: { keys: ['b'] },
  withdraw: { keys: ['z'] },
  transfer: { keys: ['u'] },
  requeue: { keys: ['h'] },
  resumeMissed: { keys: ['v'] },
  left: { keys: ['g'] },
  find: { keys: ['/'], quiet: true },
  open: { keys: ['o'] },
  close: { keys: ['s'] },
  undo: { keys: ['ctrl+z'] },
} as const satisfies KeyList;

export type DeskKey = keyof typeof deskKeys;
