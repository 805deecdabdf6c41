import { readServerPlace } from '../server/store.js';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { isNamed, languageOf, namedServer, storeOf, type Globals } from './globals.js';

/** Where the server is: `--server`, `$BEO_SERVER`, else the one that last ran on the store. */
export async function findServer(globals: Globals): Promise<string | undefined> {
  const url = namedServer(globals) ?? (await readServerPlace(storeOf(globals)))?.url;
  if (url === undefined || isServerUrl(url)) return url;
  throw new Failure('badServerUrl', textsFor(languageOf(globals)).failures.badServerUrl({ url }), 2);
}

/** Whether a word is the address of a server: ws://HOST:PORT or wss://HOST:PORT. */
export function isServerUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && /^wss?:$/.test(parsed.protocol) && parsed.hash === '';
}

/** Whether a refusal means that no server works on the store: the one it remembers is gone, or is another store's. */
export const isGone = (refusal: string | undefined, globals: Globals): boolean =>
  !isNamed(globals) &&
  (refusal === 'serverUnreachable' || refusal === 'stopping' || refusal === 'anotherStore');

export async function serverUrl(globals: Globals): Promise<string> {
  const url = await findServer(globals);
  if (url === undefined) throw new Failure('noServer', textsFor(languageOf(globals)).failures.noServer());
  return url;
}
