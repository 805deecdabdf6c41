import { randomUUID } from 'node:crypto';
import { WebSocket, type RawData } from 'ws';
import { protocolVersion, type Refusal, type ServerMessage } from '../protocol/messages.js';
import { parseServerMessage } from '../protocol/parse.js';
import type { Command } from '../queue/commands.js';
import { evolve } from '../queue/evolve.js';
import type { Entry } from '../queue/events.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { retryAfterMs, willPass, type ConnectionOptions, type FoundServer } from './connectionOptions.js';
import { nothingYet, type AskReply, type OfficeView } from './officeView.js';
import { PendingAsks } from './pendingAsks.js';
import { PendingQueries } from './pendingQueries.js';
import { ServerClock } from './serverClock.js';

/** Without a sign of life for this long the connection counts as cut. The server beats every second. */
const silenceMs = 5000;
/** How long a server that does not answer is waited for when taking leave. */
const leaveWithinMs = 1000;

/**
 * A station's line to the server. It asks and never guesses: what it shows is what the server sent.
 * Connecting and reconnecting never act by themselves.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #listeners = new Set<() => void>();
  readonly #asks = new PendingAsks();
  readonly #queries = new PendingQueries();
  readonly #clock = new ServerClock();
  readonly #screen: string;
  #view: OfficeView = nothingYet;
  #socket: WebSocket | undefined;
  #retry: NodeJS.Timeout | undefined;
  #watch: NodeJS.Timeout | undefined;
  #tries = 0;
  /** Somebody said that this station takes its place over. */
  #takes = false;
  #closed = false;
  #seenAt = performance.now();

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#screen = options.hello.screen ?? randomUUID();
    this.#connect();
  }

  /** The server's time as far as this client can tell, ms since the epoch. */
  now(): number {
    return this.#clock.now();
  }

  /** How old what is shown may be, ms. */
  age(): number {
    return performance.now() - this.#seenAt;
  }

  get view(): OfficeView {
    return this.#view;
  }

  /** Calls back after every change of the view; returns how to stop that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getView = (): OfficeView => this.#view;

  /**
   * Asks for something to happen. Never rejects: refusals, an unreachable server and doubt are replies.
   * While the line is cut only a finish is kept, with its true time; everything else is refused at once.
   */
  ask(command: Command): Promise<AskReply> {
    const { day, phase, refusal } = this.#view;
    if (refusal) return Promise.resolve({ ok: false, rejection: refusal });
    const joined = phase === 'joined';
    if (this.#closed || !day || (!joined && command.type !== 'finish')) {
      return Promise.resolve({ ok: false, rejection: { name: 'notConnected' } });
    }
    const kept: Command =
      !joined && command.type === 'finish' ? { occurredAt: this.now(), ...command } : command;
    const { ask, reply } = this.#asks.add(day.day, kept, performance.now(), this.now());
    this.#changeAsking();
    if (joined) this.#send(ask);
    return reply;
  }

  /** The daily figures of a period; the lead only. Asked again after a cut; never rejects. */
  figures(
    from: string,
    to: string,
    at?: number,
  ): Promise<readonly DailyFigures[] | { readonly rejection: Refusal }> {
    const { phase, refusal } = this.#view;
    if (refusal) return Promise.resolve({ rejection: refusal });
    if (this.#closed) return Promise.resolve({ rejection: { name: 'notConnected' } });
    const { query, answer: answered } = this.#queries.add(from, to, at);
    if (phase === 'joined') this.#send(query);
    return answered.then((answer) => (answer.ok ? answer.days : { rejection: answer.rejection }));
  }

  /** A display tells which numbers it shows. */
  tellShowing(numbers: readonly string[]): void {
    this.#send({ type: 'showing', numbers });
  }

  /** Takes the place over from another screen, after a refusal as `placeTaken`. */
  takeOver(): void {
    this.#takes = true;
    this.#change({ ...nothingYet });
    this.#connect();
  }

  /** Ends the connection for good. Twice does no harm. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearInterval(this.#watch);
    const socket = this.#socket;
    socket?.close();
    setTimeout(() => socket?.terminate(), leaveWithinMs).unref();
    this.#settleAll({ name: 'notConnected' });
  }

  #connect(): void {
    if (this.#closed) return;
    const { url } = this.#options;
    if (typeof url === 'string') this.#open({ url });
    else void this.#find(url);
  }

  async #find(find: () => Promise<FoundServer | undefined>): Promise<void> {
    const found = await find().catch(() => undefined);
    if (this.#closed) return;
    if (found) return this.#open(found);
    this.#change({ url: null });
    this.#lose();
  }

  #open(server: FoundServer): void {
    this.#change({ url: server.url });
    const socket = new WebSocket(server.url, {
      perMessageDeflate: false,
      maxPayload: 256 * 1024 * 1024,
    });
    this.#socket = socket;
    this.#seenAt = performance.now();
    socket.on('open', () => this.#greet(server));
    socket.on('ping', () => this.#seen());
    socket.on('message', (content) => {
      if (socket !== this.#socket) return;
      this.#seen();
      const parsed = parseServerMessage(textOf(content));
      if ('message' in parsed) this.#receive(parsed.message);
      else socket.terminate();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (socket === this.#socket) this.#lose();
    });
    clearInterval(this.#watch);
    this.#watch = setInterval(() => {
      if (this.age() > silenceMs) socket.terminate();
    }, 1000);
  }

  #greet({ store }: FoundServer): void {
    const { day } = this.#view;
    const claim = this.#options.hello.claim;
    this.#send({
      type: 'hello',
      protocol: protocolVersion,
      ...this.#options.hello,
      ...(store === undefined ? {} : { store }),
      ...(claim === undefined ? {} : { claim: this.#takes ? 'take' : claim, screen: this.#screen }),
      ...(day ? { epoch: day.epoch, afterSeq: day.seq } : {}),
    });
  }

  #receive(message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
        this.#welcome(message);
        return;
      case 'events':
        this.#apply(message.entries);
        return;
      case 'answer':
        // A server that can't tell stops; an ask that is repeated after that cut has a certain answer.
        if (this.#options.reconnect && !message.ok && message.rejection.name === 'inDoubt') return;
        this.#asks.answer(message);
        this.#changeAsking();
        return;
      case 'figures':
        this.#queries.answer(message);
        return;
      case 'presence':
        this.#change({ presence: message });
        return;
      case 'board':
        this.#join(message.serverTime);
        this.#change({ phase: 'joined', lostAt: null, board: message });
        return;
      case 'notice':
        if (message.rejection.name === 'stopping') this.#asks.serverStops();
        if (message.final && !willPass(message.rejection.name, this.#options)) {
          this.#refused(message.rejection);
        }
    }
  }

  #welcome(message: Extract<ServerMessage, { type: 'welcome' }>): void {
    this.#join(message.serverTime);
    this.#takes = false;
    const day = message.state ?? this.#view.day;
    if (!day) {
      this.#socket?.terminate();
      return;
    }
    for (const entry of message.entries ?? []) if (entry.seq > day.seq) evolve(day, entry);
    this.#change({ phase: 'joined', lostAt: null, refusal: null, site: message.site, day });
    for (const ask of this.#asks.again(performance.now())) this.#send(ask);
    for (const query of this.#queries.queries) this.#send(query);
    this.#changeAsking();
  }

  #apply(entries: readonly Entry[]): void {
    const { day } = this.#view;
    if (!day) return;
    for (const entry of entries) {
      if (entry.seq <= day.seq) continue;
      if (entry.seq !== day.seq + 1) {
        // A gap: what is shown can't be trusted, so the whole state is fetched anew.
        this.#change({ day: null });
        this.#socket?.terminate();
        return;
      }
      evolve(day, entry);
      this.#clock.follow(entry.at);
    }
    this.#change({ day });
  }

  #join(serverTime: number): void {
    this.#tries = 0;
    this.#clock.set(serverTime);
  }

  #send(message: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #lose(): void {
    clearInterval(this.#watch);
    if (this.#closed || this.#view.phase === 'refused') return;
    if (!this.#options.reconnect) {
      this.#refused(
        this.#view.phase === 'joined'
          ? { name: 'inDoubt' }
          : { name: 'serverUnreachable', url: this.#view.url ?? '' },
      );
      return;
    }
    this.#change({ phase: this.#view.day || this.#view.board ? 'lost' : 'connecting' });
    this.#change({ lostAt: this.#view.lostAt ?? this.now() - Math.floor(this.age()) });
    this.#asks.giveUp(performance.now());
    this.#changeAsking();
    this.#tries += 1;
    this.#retry = setTimeout(() => this.#connect(), retryAfterMs(this.#tries));
  }

  #refused(refusal: Refusal): void {
    this.#change({ phase: 'refused', refusal });
    this.#settleAll(refusal);
    this.#socket?.close();
  }

  #settleAll(rejection: Refusal): void {
    this.#asks.settleAll(rejection);
    this.#queries.settleAll(rejection);
  }

  #seen(): void {
    this.#seenAt = performance.now();
  }

  #changeAsking(): void {
    this.#change({ asking: this.#asks.commands });
  }

  #change(part: Partial<OfficeView>): void {
    this.#view = { ...this.#view, ...part };
    for (const listener of this.#listeners) listener();
  }
}

/** Frames come as one buffer, ws's default. */
const textOf = (content: RawData): string => (Buffer.isBuffer(content) ? content.toString('utf8') : '');
