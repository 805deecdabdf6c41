import type { KeyList } from '../parts/bindings.js';

export const menuKeys = {
  open: { keys: ['enter'], main: true },
  back: { keys: ['escape'] },
  leave: { keys: ['ctrl+q', 'q'] },
} as const satisfies KeyList;
