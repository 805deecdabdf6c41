import type { log as german } from '../de/log.js';

export const log: typeof german = {
  storeUnavailable:
    'The server cannot store anything (disk full or read-only?). Please make room; until then asks are refused, displays and figures go on.',
  accessUnreadable:
    'The tokens (access.json) cannot be read. Those read last go on to count; please check: beo verify.',
  notEncrypted:
    'Connections to this server are not encrypted. On a network, use --tls-cert and --tls-key or a reverse proxy in front.',
  storeAvailable: 'The server can store again.',
  storeInDoubt:
    'Storing has failed: the server stops and has to be started again. Whether the last asks arrived shows then.',
};
