import type { KeyList } from '../parts/bindings.js';

/** Keys of the lead. The figures themselves are only to be read. */
export const statisticsKeys = {
  nextPage: { keys: ['tab'] },
  extraDesks: { keys: ['w'] },
  desk: { keys: ['p'] },
  urgent: { keys: ['d'] },
  correct: { keys: ['b'] },
  cancel: { keys: ['s'] },
  closeDay: { keys: ['a'] },
  undo: { keys: ['ctrl+z'] },
} as const satisfies KeyList;
