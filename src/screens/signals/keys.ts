import type { KeyList } from '../parts/bindings.js';

/**
 * Keys that every work screen has, whatever lies over it; only a reception asks, only the others answer.
 * `yes` and `no` are letters and give way to fields and dialogs.
 */
export const signalKeys = {
  help: { keys: ['ctrl+g'], quiet: true },
  come: { keys: ['ctrl+k'], quiet: true },
  end: { keys: ['ctrl+r'], quiet: true },
  ask: { keys: ['ctrl+p'], quiet: true },
  yes: { keys: ['j', 'y'], quiet: true },
  no: { keys: ['x'], quiet: true },
} as const satisfies KeyList;

export type SignalKey = keyof typeof signalKeys;
