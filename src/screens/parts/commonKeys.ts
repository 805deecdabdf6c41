import type { KeyList } from './bindings.js';

/** Keys that mean the same on every screen. */
export const commonKeys = {
  back: { keys: ['escape'] },
  up: { keys: ['up'], quiet: true },
  down: { keys: ['down'], quiet: true },
  pageUp: { keys: ['pageup'], quiet: true },
  pageDown: { keys: ['pagedown'], quiet: true },
  first: { keys: ['home'], quiet: true },
  last: { keys: ['end'], quiet: true },
  leave: { keys: ['ctrl+q'], quiet: true },
} as const satisfies KeyList;
