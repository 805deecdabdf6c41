import type { Credentials } from '../client/credentials.js';
import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { Hello, Refusal } from '../protocol/messages.js';
import type { Role } from '../queue/events.js';
import { addToken, type NewToken, type TokenScope } from '../server/access.js';
import { cleanUp } from './cleanUp.js';

/** Long before and long after the days that tests live on. */
const made = Date.parse('2015-01-01T00:00:00Z');
const ending = Date.parse('2016-01-01T00:00:00Z');

/** A token for a role and place of the example site, good for the year of the tests. */
export function tokenFor(
  store: string,
  role: Role,
  place: string | null = null,
  { site = 'herford', expiresAt = ending }: { site?: string; expiresAt?: number } = {},
): Promise<NewToken> {
  const scope: TokenScope = { role, site, place };
  return addToken(store, scope, { now: made, expiresAt });
}

/** A client that shows what it is given; closed when the test is over. */
export async function connectedWith(
  server: { readonly url: string },
  hello: Partial<Hello> & { role: Role },
  credentials: Credentials,
  reconnect = false,
): Promise<Connection> {
  const connection = new Connection({
    url: server.url,
    hello,
    reconnect,
    credentials: () => Promise.resolve(credentials),
  });
  cleanUp(() => connection.close());
  await joined(connection);
  return connection;
}

/** How a hello with a token ends: with 'joined', or with the refusal. */
export async function admittedWith(
  server: { readonly url: string },
  hello: Partial<Hello> & { role: Role },
  token: string | undefined,
): Promise<Refusal | 'joined'> {
  const { view } = await connectedWith(server, hello, token === undefined ? {} : { token });
  return view.refusal ?? 'joined';
}
