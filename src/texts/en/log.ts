import type { log as german } from '../de/log.js';

export const log: typeof german = {
  storeUnavailable:
    'The server cannot store anything (disk full or read-only?). Please make room; until then asks are refused, displays and figures go on.',
  storeAvailable: 'The server can store again.',
  storeInDoubt:
    'Storing has failed: the server stops and has to be started again. Whether the last asks arrived shows then.',
};
