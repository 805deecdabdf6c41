import type { KeyList } from '../parts/bindings.js';

export const checkinKeys = {
  next: { keys: ['enter'], main: true },
  back: { keys: ['escape'] },
  appointment: { keys: ['ctrl+t'] },
  information: { keys: ['ctrl+n'] },
  visitors: { keys: ['ctrl+f', 'tab'] },
  identity: { keys: ['i'] },
  consulted: { keys: ['r'] },
  copies: { keys: ['k'], quiet: true },
  documents: { keys: ['u'], quiet: true },
  masterData: { keys: ['s'], quiet: true },
  assisted: { keys: ['b'], quiet: true },
  interpreter: { keys: ['d'], quiet: true },
  confidential: { keys: ['v'], quiet: true },
  urgent: { keys: ['e'], quiet: true },
  team: { keys: ['t'], quiet: true },
  another: { keys: ['w'], quiet: true },
  undo: { keys: ['ctrl+z'] },
  reprint: { keys: ['ctrl+d'], quiet: true },
  blank: { keys: ['ctrl+b'], quiet: true },
} as const satisfies KeyList;
