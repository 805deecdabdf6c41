import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import packageJson from '../../package.json' with { type: 'json' };
import { readAccess, type Access } from './access.js';
import { isLoopback, localUrl } from './addresses.js';
import { Admission } from './admission.js';
import { connectionRefused } from './audit.js';
import { Gate } from './gate.js';
import type { Guest } from './guests.js';
import { Hub } from './hub.js';
import { StoreInDoubt } from './journal.js';
import { removeLeftovers } from './leftovers.js';
import { lockStore, storeIdentity, type StoreLock } from './lock.js';
import { helloWithinMs } from './limits.js';
import type { Log } from './log.js';
import { Measurements } from './measurements.js';
import { migrateStore } from './migrateStore.js';
import { Observers } from './observers.js';
import { quietLog } from './quietLog.js';
import { Requests } from './requests.js';
import { Session } from './session.js';
import { SettingsKeeper } from './settingsKeeper.js';
import { Site } from './site.js';
import { createSettings } from './firstSettings.js';
import {
  keepChecked,
  makeStore,
  readSettings,
  removeServerPlace,
  settingsFile,
  writeServerPlace,
} from './store.js';
import type { Settings } from './settings.js';
import { NotLoopback, type RunningServer, type ServerOptions } from './serverOptions.js';
import { Vitals } from './vitals.js';

const beatMs = 1000;

/** Starts the queue server on a store: lock, settings, recovery, and only then the socket. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, log } = options;
  const host = options.host ?? '127.0.0.1';
  await makeStore(store);
  const access = await readAccess(store);
  const isAlone = isLoopback(host) && !options.behindProxy;
  if (!isAlone && access.tokens.length === 0) throw new NotLoopback(host);
  if (!isLoopback(host) && !options.certificate) log('notEncrypted', { host });
  const lock = await lockStore(store);
  try {
    // Left by a server that was killed; clients would look for it in vain, or find somebody else there.
    await removeServerPlace(store);
    const settings = (await readSettings(store)) ?? (await firstSettings(store, log));
    const migrated = await migrateStore(store, options.migrate ?? true);
    if (migrated) log('storeMigrated', { ...migrated });
    await removeLeftovers(store);
    await keepChecked(store);
    const server = new QueueServer(options, { settings, access, lock });
    return await server.start(host, options.port ?? 0);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** What a store holds when a server starts on it. */
interface Opened {
  readonly settings: Settings;
  readonly access: Access;
  readonly lock: StoreLock;
}

class QueueServer implements RunningServer {
  url = '';
  readonly stopped: Promise<void>;
  /** As they were at the start: what the server itself reads of them counts from then on. */
  readonly #settings: Settings;
  readonly #options: ServerOptions;
  readonly #log: Log;
  readonly #requests: Requests;
  readonly #hub: Hub;
  readonly #keeper: SettingsKeeper;
  readonly #gate: Gate;
  readonly #admission: Admission;
  readonly #localKey = randomBytes(32).toString('base64url');
  readonly #lock: StoreLock;
  readonly #measurements: Measurements;
  readonly #end = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;
  #stopping: Promise<void> | undefined;

  constructor(options: ServerOptions, { settings, access, lock }: Opened) {
    const { store, clock, certificate, behindProxy = false } = options;
    this.#settings = settings;
    this.stopped = this.#end.promise;
    this.stopped.catch(() => undefined);
    const measurements = new Measurements();
    this.#options = options;
    this.#measurements = measurements;
    this.#log = measurements.counting(quietLog(options.log, () => performance.now()));
    this.#lock = lock;
    this.#admission = new Admission({
      store,
      localKey: this.#localKey,
      access,
      // Whoever began to trust this machine goes on until the next start: a first token must not end a day's work.
      required: access.tokens.length > 0,
      onUnreadable: (error) => this.#log('accessUnreadable', { problem: problemOf(error) }),
    });
    this.#requests = new Requests({
      log: this.#log,
      change: (site, change) => this.#keeper.change(site, change),
      onAnswered: measurements.answered,
    });
    this.#hub = new Hub({
      store: storeIdentity(store),
      now: () => clock.now(),
      log: this.#log,
      admission: this.#admission,
      requests: this.#requests,
      onFault: (error) => this.#fail(error),
    });
    this.#keeper = new SettingsKeeper({
      store,
      sites: this.#hub.sites,
      now: () => clock.now(),
      log: this.#log,
    });
    const vitals = new Vitals({
      store,
      sites: this.#hub.sites,
      observers: new Observers(options.metricsFrom),
      measurements,
      connections: () => this.#hub.connectionsByRole(),
      isStopping: () => this.#stopping !== undefined,
    });
    this.#gate = new Gate({
      certificate,
      behindProxy,
      trusts: !this.#admission.required,
      limits: settings.network,
      origins: settings.network.origins,
      onRequest: vitals.answer,
      onConnection: (socket, stream, guest) => this.#receive(socket, stream, guest),
      onRefused: (reason) => connectionRefused(this.#log, reason),
    });
  }

  async start(host: string, port: number): Promise<this> {
    try {
      await this.#begin(host, port);
      // A fault on the way has stopped it already, and says so.
      if (this.#stopping) await this.stopped;
      return this;
    } catch (error) {
      this.#gate.close();
      for (const site of this.#hub.sites.values()) await site.close();
      throw error;
    }
  }

  async #begin(host: string, port: number): Promise<void> {
    for (const [id, settings] of Object.entries(this.#settings.sites)) {
      this.#hub.sites.set(id, await this.#openSite(id, settings));
    }
    await this.#keeper.purge();
    this.url = await this.#gate.listen(host, port);
    const { store, certificate } = this.#options;
    await writeServerPlace(store, {
      url: localUrl(this.url),
      key: this.#localKey,
      ...(certificate ? { certificate: certificate.cert } : {}),
    });
    this.#log('listening', { url: this.url, version: packageJson.version });
    if (!this.#stopping) this.#timer = setInterval(() => this.#tick(), beatMs);
  }

  #receive(socket: WebSocket, stream: Duplex, guest: Guest): void {
    const session: Session = new Session({
      socket,
      stream,
      log: this.#log,
      messagesPerSecond: this.#settings.network.messagesPerSecond,
      onMessage: (from, message) => this.#hub.receive(from, message),
    });
    guest.isKnown = () => session.joined !== undefined;
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
    const { store, clock } = this.#options;
    const log = this.#log;
    return Site.open({
      id,
      settings,
      store,
      log,
      clock,
      onShown: (site, entries) => this.#hub.tell(site, entries),
      onNewDay: (site) => {
        this.#hub.tellNewDay(site);
        void this.#keeper.purge();
      },
      onSettings: (site) => this.#hub.tellSettings(site),
      onDoubt: (error) => this.#fail(error),
      timed: this.#measurements.timed,
    });
  }

  #tick(): void {
    this.#gate.tidy();
    // Its disk may hang; who is connected is told every second all the same that the server lives.
    void this.#admission.refresh();
    this.#hub.beat();
    for (const site of this.#hub.sites.values()) {
      site.changeDay().catch((error: unknown) => this.#fail(error));
      site.availability.look();
    }
  }

  /** Only a restart can tell what is on disk. */
  #fail(error: unknown): void {
    this.#log('storeInDoubt', { problem: problemOf(error) });
    this.#end.reject(error instanceof Error ? error : new StoreInDoubt(String(error)));
    void this.stop();
  }

  async #shutDown(): Promise<void> {
    clearInterval(this.#timer);
    this.#gate.close();
    this.#requests.refuseNew();
    await this.#keeper.settled();
    for (const site of this.#hub.sites.values()) await site.close();
    // The last answers are on their way to their askers; nobody is dismissed before.
    await new Promise((resolve) => setImmediate(resolve));
    await this.#hub.dismiss(500);
    this.#gate.closeAll();
    try {
      await removeServerPlace(this.#options.store);
    } finally {
      await this.#lock.release();
    }
    this.#log('stopped');
  }
}

async function firstSettings(store: string, log: Log): Promise<Settings> {
  const settings = await createSettings(store);
  log('settingsCreated', { file: settingsFile(store) });
  return settings;
}

const problemOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
