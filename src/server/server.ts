import { createServer, type Server as HttpServer } from 'node:http';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Clock } from './clock.js';
import { Hub } from './hub.js';
import { StoreInDoubt } from './journal.js';
import { removeLeftovers } from './leftovers.js';
import { lockStore, storeIdentity, type StoreLock } from './lock.js';
import type { Log } from './log.js';
import { Session } from './session.js';
import { Site } from './site.js';
import {
  createSettings,
  makeStore,
  readSettings,
  removeServerPlace,
  settingsFile,
  writeServerPlace,
} from './store.js';
import type { Settings } from './settings.js';

export interface ServerOptions {
  /** The store's folder; made when it is not there. */
  readonly store: string;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly clock: Clock;
  readonly log: Log;
}

export interface RunningServer {
  /** ws://HOST:PORT */
  readonly url: string;
  readonly settings: Settings;
  /** How many stations are connected. */
  connections(): number;
  /** Resolves when the server has stopped; rejects when it had to stop because of its store. */
  readonly stopped: Promise<void>;
  /** Answers what was asked, then goes. Twice does no harm; what goes wrong on the way, `stopped` tells. */
  stop(): Promise<void>;
}

/** The address is not this machine's own, and nothing would tell who connects. */
export class NotLoopback extends Error {
  override readonly name = 'NotLoopback';
}

export const defaultPort = 7717;

const beatMs = 1000;
const helloWithinMs = 5000;
const maxFrameBytes = 16 * 1024;

/** Starts the queue server on a store: lock, settings, recovery, and only then the socket. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, log } = options;
  const host = options.host ?? '127.0.0.1';
  if (!isLoopback(host)) throw new NotLoopback(host);
  await makeStore(store);
  const lock = await lockStore(store);
  try {
    // Left by a server that was killed; clients would look for it in vain, or find somebody else there.
    await removeServerPlace(store);
    const settings = (await readSettings(store)) ?? (await firstSettings(store, log));
    await removeLeftovers(store);
    return await new QueueServer(options, settings, lock).start(host, options.port ?? defaultPort);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

class QueueServer implements RunningServer {
  url = '';
  readonly settings: Settings;
  readonly stopped: Promise<void>;
  readonly #options: ServerOptions;
  readonly #hub: Hub;
  readonly #http: HttpServer;
  readonly #sockets: WebSocketServer;
  readonly #lock: StoreLock;
  readonly #end = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;
  #stopping: Promise<void> | undefined;

  constructor(options: ServerOptions, settings: Settings, lock: StoreLock) {
    this.settings = settings;
    this.stopped = this.#end.promise;
    this.stopped.catch(() => undefined);
    this.#options = options;
    this.#lock = lock;
    this.#hub = new Hub({
      store: storeIdentity(options.store),
      now: () => options.clock.now(),
      log: options.log,
      onFault: (error) => this.#fail(error),
    });
    this.#http = createServer(
      {
        headersTimeout: 5000,
        requestTimeout: 10_000,
        connectionsCheckingInterval: 1000,
        maxHeaderSize: 8192,
      },
      (_, response) => {
        response.writeHead(426, { connection: 'close' }).end();
      },
    );
    this.#sockets = new WebSocketServer({
      noServer: true,
      maxPayload: maxFrameBytes,
      maxFragments: 16,
      maxBufferedChunks: 64,
      perMessageDeflate: false,
      clientTracking: false,
    });
  }

  async start(host: string, port: number): Promise<this> {
    try {
      await this.#begin(host, port);
      // A fault on the way has stopped it already, and says so.
      if (this.#stopping) await this.stopped;
      return this;
    } catch (error) {
      this.#http.close();
      for (const site of this.#hub.sites.values()) await site.close();
      throw error;
    }
  }

  async #begin(host: string, port: number): Promise<void> {
    for (const [id, settings] of Object.entries(this.settings.sites)) {
      this.#hub.sites.set(id, await this.#openSite(id, settings));
    }
    this.#http.on('upgrade', (request, socket, head) => {
      // Only browsers say where a page comes from, and through them every page could reach this machine's own
      // addresses.
      if (request.headers.origin === undefined) {
        this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#receive(ws, socket));
      } else {
        this.#options.log('badMessage', { problem: 'origin' });
        socket.on('error', () => undefined);
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      }
    });
    await listen(this.#http, host, port);
    this.url = urlOf(this.#http);
    await writeServerPlace(this.#options.store, this.url);
    if (!this.#stopping) this.#timer = setInterval(() => this.#tick(), beatMs);
  }

  #receive(socket: WebSocket, stream: Duplex): void {
    const session: Session = new Session(socket, stream, this.#options.log, (from, message) =>
      this.#hub.receive(from, message),
    );
    this.#hub.add(session);
    const deadline = setTimeout(() => {
      if (!session.joined) session.refuse({ name: 'badMessage', problem: 'hello: missing' });
    }, helloWithinMs);
    socket.on('close', () => {
      clearTimeout(deadline);
      this.#hub.remove(session);
    });
  }

  connections(): number {
    return this.#hub.connections;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#shutDown().then(this.#end.resolve, this.#end.reject);
    return this.#stopping;
  }

  #openSite(id: string, settings: Settings['sites'][string]): Promise<Site> {
    const { store, log, clock } = this.#options;
    return Site.open({
      id,
      settings,
      store,
      log,
      clock,
      onShown: (site, entries) => this.#hub.tell(site, entries),
      onNewDay: (site) => this.#hub.tellNewDay(site),
      onDoubt: (error) => this.#fail(error),
    });
  }

  #tick(): void {
    this.#hub.beat();
    for (const site of this.#hub.sites.values()) {
      site.changeDay().catch((error: unknown) => this.#fail(error));
    }
  }

  /** Only a restart can tell what is on disk. */
  #fail(error: unknown): void {
    this.#options.log('storeInDoubt', { problem: error instanceof Error ? error.message : String(error) });
    this.#end.reject(error instanceof Error ? error : new StoreInDoubt(String(error)));
    void this.stop();
  }

  async #shutDown(): Promise<void> {
    clearInterval(this.#timer);
    this.#http.close();
    this.#hub.refuseAsks();
    for (const site of this.#hub.sites.values()) await site.close();
    // The last answers are on their way to their askers; nobody is dismissed before.
    await new Promise((resolve) => setImmediate(resolve));
    this.#hub.dismiss();
    await goneWithin(() => this.#hub.connections === 0, 500);
    this.#hub.terminate();
    this.#sockets.close();
    this.#http.closeAllConnections();
    try {
      await removeServerPlace(this.#options.store);
    } finally {
      await this.#lock.release();
    }
    this.#options.log('stopped');
  }
}

async function firstSettings(store: string, log: Log): Promise<Settings> {
  const settings = await createSettings(store);
  log('settingsCreated', { file: settingsFile(store) });
  return settings;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function listen(server: HttpServer, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: HttpServer): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no address');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `ws://${host}:${address.port}`;
}

/** Gives peers a moment to take their leave. */
async function goneWithin(gone: () => boolean, ms: number): Promise<void> {
  for (let waited = 0; !gone() && waited < ms; waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
