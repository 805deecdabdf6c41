import { Connection } from '../client/connection.js';
import type { ConnectionOptions } from '../client/connectionOptions.js';
import { joined } from '../client/joined.js';
import type { OfficeView } from '../client/officeView.js';
import type { Command } from '../queue/commands.js';
import type { Day } from '../queue/day.js';
import type { Entry, Role } from '../queue/events.js';
import type { SiteView } from '../protocol/messages.js';
import { storeIdentity } from '../server/lock.js';
import { credentialsOf } from './credentials.js';
import { refused } from './fail.js';
import { findServer, serverUrl } from './findServer.js';
import { isNamed, languageOf, storeOf, type Globals } from './globals.js';
import { oneSite } from './oneSite.js';

/** Who a command speaks for. */
export interface Station {
  readonly role: Role;
  readonly place?: string;
}

/**
 * Where an unattended station finds its server: the one that was named, else whichever the store names at that moment,
 * now or later. Fails only where the line itself is wrong.
 */
export async function awaitedServer(globals: Globals): Promise<ConnectionOptions['url']> {
  if (isNamed(globals)) return serverUrl(globals);
  return async () => {
    const url = await findServer(globals);
    return url === undefined ? undefined : { url, store: storeIdentity(storeOf(globals)) };
  };
}

/** The first message of a station, from the options. A server found by its store has to be that store's. */
export function helloOf(globals: Globals, station: Station) {
  return {
    ...helloAnywhere(globals, station),
    ...(isNamed(globals) ? {} : { store: storeIdentity(storeOf(globals)) }),
  };
}

/** The same to whichever server is found: see {@link awaitedServer}. */
export function helloAnywhere<S extends Station>(globals: Globals, station: S): S & { site?: string } {
  const site = oneSite(globals);
  return { ...station, ...(site === undefined ? {} : { site }) };
}

/** A connection for a single thing. */
export const connectionTo = (url: string, globals: Globals, station: Station): Connection =>
  new Connection({ url, hello: helloOf(globals, station), reconnect: false, ...credentialsOf(globals) });

/** For a station that stays: it finds its server again where that comes back, on another port too. */
export async function whereverItIs(globals: Globals, station: Station) {
  return {
    url: await awaitedServer(globals),
    hello: isNamed(globals) ? helloOf(globals, station) : helloAnywhere(globals, station),
    ...credentialsOf(globals),
  };
}

/** A joined connection's view, with what it is sure to have. */
export type Joined = OfficeView & { readonly day: Day; readonly site: SiteView };

/** Connects once, does something, and takes leave. */
export async function withConnection<T>(
  globals: Globals,
  station: Station,
  act: (connection: Connection, view: Joined) => Promise<T>,
): Promise<T> {
  const url = await serverUrl(globals);
  const connection = connectionTo(url, globals, station);
  try {
    const { refusal } = await joined(connection);
    if (refusal) throw refused(refusal, languageOf(globals));
    const { view } = connection;
    const { day, site } = view;
    if (!day || !site) throw new Error('joined without a state');
    return await act(connection, { ...view, day, site });
  } finally {
    connection.close();
  }
}

/** Asks one thing; a refusal ends the command. */
export async function askOnce(connection: Connection, command: Command, globals: Globals): Promise<Entry> {
  const reply = await connection.ask(command);
  if (!reply.ok) throw refused(reply.rejection, languageOf(globals));
  return reply.entry;
}
