import { randomUUID } from 'node:crypto';
import { protocolVersion, type Refusal, type ServerMessage } from '../protocol/messages.js';
import type { Command } from '../queue/commands.js';
import { evolve } from '../queue/evolve.js';
import type { Entry } from '../queue/events.js';
import { retryAfterMs, willPass, type ConnectionOptions, type FoundServer } from './connectionOptions.js';
import type { Credentials } from './credentials.js';
import { Line } from './line.js';
import { nothingYet, type AskReply, type FiguresReply, type OfficeView } from './officeView.js';
import { PendingAsks } from './pendingAsks.js';
import { PendingQueries, queryFor, type AnswerTo, type Question } from './pendingQueries.js';
import { ServerClock } from './serverClock.js';

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
  #line: Line | undefined;
  #retry: NodeJS.Timeout | undefined;
  #tries = 0;
  /** Somebody said that this station takes its place over. */
  #takes = false;
  #closed = false;
  readonly #beganAt = performance.now();

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#screen = options.hello.screen ?? randomUUID();
    this.#connect();
  }

  /** The server's time as far as this client can tell, ms since the epoch. */
  now(): number {
    return this.#clock.now();
  }

  /** How long a sign to the server and back takes, ms; undefined where there is no connection. */
  async roundTrip(): Promise<number | undefined> {
    return this.#line?.roundTrip();
  }

  /** How old what is shown may be, ms. */
  age(): number {
    return this.#line?.age() ?? performance.now() - this.#beganAt;
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

  /** The daily figures of a period. */
  async figures(from: string, to: string, at?: number): Promise<FiguresReply> {
    const answer = await this.query(queryFor(from, to, at));
    return 'days' in answer ? answer.days : { rejection: answer.rejection };
  }

  /** Asks what a lead may ask. Asked again after a cut; never rejects. */
  query<Q extends Question>(question: Q): Promise<AnswerTo<Q>> {
    const { phase, refusal } = this.#view;
    const rejection: Refusal | null = refusal ?? (this.#closed ? { name: 'notConnected' } : null);
    if (rejection) return Promise.resolve({ ok: false, rejection });
    if (phase === 'joined') this.#send(question);
    return this.#queries.add(question);
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
    this.#line?.leave();
    this.#settleAll({ name: 'notConnected' });
  }

  #connect(): void {
    if (this.#closed) return;
    void this.#find();
  }

  async #find(): Promise<void> {
    const { url, credentials } = this.#options;
    const found = typeof url === 'string' ? { url } : await url().catch(() => undefined);
    const shown = (await credentials?.().catch(() => undefined)) ?? {};
    if (this.#closed) return;
    if (found) return this.#open(found, shown);
    this.#change({ url: null });
    this.#lose();
  }

  #open(server: FoundServer, credentials: Credentials): void {
    this.#change({ url: server.url });
    this.#line = new Line(server.url, credentials, {
      onOpen: () => this.#greet(server, credentials),
      onMessage: (line, message) => {
        if (line === this.#line) this.#receive(message);
      },
      onEnd: (line, distrust) => {
        if (line === this.#line) this.#lose(distrust);
      },
    });
  }

  #greet({ store }: FoundServer, { token }: Credentials): void {
    const { day } = this.#view;
    const claim = this.#options.hello.claim;
    this.#send({
      type: 'hello',
      protocol: protocolVersion,
      ...this.#options.hello,
      ...(store === undefined ? {} : { store }),
      ...(token === undefined ? {} : { token }),
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
      case 'settingChanged':
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
      this.#line?.cut();
      return;
    }
    for (const entry of message.entries ?? []) if (entry.seq > day.seq) evolve(day, entry);
    const { site, version } = message;
    this.#change({ phase: 'joined', lostAt: null, refusal: null, serverVersion: version, site, day });
    for (const ask of this.#asks.again(performance.now())) this.#send(ask);
    for (const question of this.#queries.questions) this.#send(question);
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
        this.#line?.cut();
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
    this.#line?.send(message);
  }

  #lose(distrust?: string): void {
    if (this.#closed || this.#view.phase === 'refused') return;
    // One that was trusted before may be so again; until then nothing tells a person why there is no connection.
    if (distrust !== undefined && this.#view.day === null && this.#view.board === null) {
      this.#refused({ name: 'serverNotTrusted', url: this.#view.url ?? '', problem: distrust });
      return;
    }
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
    this.#line?.leave();
  }

  #settleAll(rejection: Refusal): void {
    this.#asks.settleAll(rejection);
    this.#queries.settleAll(rejection);
  }

  #changeAsking(): void {
    this.#change({ asking: this.#asks.commands });
  }

  #change(part: Partial<OfficeView>): void {
    this.#view = { ...this.#view, ...part };
    for (const listener of this.#listeners) listener();
  }
}
