import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { Hello } from '../protocol/messages.js';
import type { Command } from '../queue/commands.js';
import type { Entry, Role } from '../queue/events.js';
import type { LogEvent } from '../server/log.js';
import type { NetworkSettings } from '../server/networkSettings.js';
import { startServer } from '../server/server.js';
import type { RunningServer, ServerOptions } from '../server/serverOptions.js';
import exampleSettings from '../../data/examples/herford.json' with { type: 'json' };
import { cleanUp } from './cleanUp.js';
import { MovableClock } from './movableClock.js';
import { temporaryFolder } from './temporaryFolder.js';

export interface Logged {
  readonly event: LogEvent;
  readonly fields: Readonly<Record<string, string | number>>;
}

export interface StartedServer extends RunningServer {
  readonly store: string;
  readonly clock: MovableClock;
  readonly logged: readonly Logged[];
}

type Example = (typeof exampleSettings)['sites']['herford'];

/** Settings that the example leaves at their defaults. */
type FurtherSetting = 'queue' | 'privacy' | 'hiddenConcerns' | 'goals' | 'lateDuty' | 'staffing';

/** Settings of the example site, with changes; other sites may stand beside it. */
export const exampleSite = (changes: Partial<Record<keyof Example | FurtherSetting, unknown>> = {}) => ({
  ...exampleSettings.sites.herford,
  ...changes,
});

export function writeSettings(
  store: string,
  sites: Readonly<Record<string, unknown>>,
  network: Partial<NetworkSettings> = {},
): void {
  mkdirSync(store, { recursive: true, mode: 0o700 });
  const content = JSON.stringify({ version: 1, network, sites });
  writeFileSync(join(store, 'settings.json'), content, { mode: 0o600 });
}

/** For tests that ask far more at once than any station does. */
export const unhurried: Partial<NetworkSettings> = { messagesPerSecond: 1_000_000 };

interface StartOptions extends Pick<ServerOptions, 'host' | 'certificate' | 'behindProxy'> {
  readonly store?: string;
  readonly clock?: MovableClock;
  readonly sites?: Readonly<Record<string, unknown>>;
  readonly network?: Partial<NetworkSettings>;
}

const clockOfMonday = () => new MovableClock('2015-06-08T08:00:00+02:00');

/** A real server on a free port of this machine with a real store; stopped when the test is over. */
export async function startedServer({
  store = temporaryFolder(),
  clock = clockOfMonday(),
  sites,
  network,
  ...serving
}: StartOptions = {}): Promise<StartedServer> {
  if (sites ?? network) writeSettings(store, sites ?? { herford: exampleSite() }, network);
  const logged: Logged[] = [];
  const server = await startServer({
    store,
    clock,
    port: 0,
    ...serving,
    log: (event, fields: Logged['fields'] = {}) => logged.push({ event, fields }),
  });
  cleanUp(() => server.stop());
  return Object.assign(server, { store, clock, logged });
}

/** A station with a real socket; asking throws on a refusal unless the test wants it. */
export class Station {
  readonly connection: Connection;

  private constructor(connection: Connection) {
    this.connection = connection;
  }

  static async join(
    server: { readonly url: string },
    role: Role,
    place?: string,
    hello: Partial<Hello> = {},
  ): Promise<Station> {
    const { url } = server;
    const connection = new Connection({
      url,
      hello: { role, ...(place === undefined ? {} : { place }), ...hello },
      reconnect: false,
    });
    cleanUp(() => connection.close());
    const { refusal } = await joined(connection);
    if (refusal) throw new Error(`refused: ${JSON.stringify(refusal)}`);
    return new Station(connection);
  }

  /** Why a hello is refused. */
  static async refusedAs(
    server: { readonly url: string },
    hello: Partial<Hello> & { role: Role },
  ): Promise<unknown> {
    const connection = new Connection({ url: server.url, hello, reconnect: false });
    cleanUp(() => connection.close());
    return (await joined(connection)).refusal;
  }

  get day() {
    const { day } = this.connection.view;
    if (!day) throw new Error('the station has no state');
    return day;
  }

  async ask(command: Command): Promise<Entry> {
    const reply = await this.connection.ask(command);
    if (!reply.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(reply.rejection)}`);
    return reply.entry;
  }

  /** The refusal of an ask, or 'accepted'. */
  async refused(command: Command): Promise<unknown> {
    const reply = await this.connection.ask(command);
    return reply.ok ? 'accepted' : reply.rejection;
  }

  /** Waits until what the station knows fulfils a condition. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      if (condition()) {
        resolve();
        return;
      }
      const stop = this.connection.subscribe(() => {
        if (!condition()) return;
        stop();
        resolve();
      });
    });
  }
}

/** Checks somebody in for the entrance zone: the whole line of the reception for a route that queues. */
export const queued = (concern = '3.7', rule = `${concern}/default`): Command => ({
  type: 'checkIn',
  concern,
  rule,
  identityChecked: true,
});
