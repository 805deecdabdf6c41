import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import type { ClientMessage, Hello, Refusal, ServerMessage } from '../protocol/messages.js';
import { parseClientMessage } from '../protocol/parse.js';
import type { By, Role } from '../queue/events.js';
import type { Log } from './log.js';
import type { Site } from './site.js';

/** A connection that said who it is. */
export interface Joined {
  readonly site: Site;
  readonly role: Role;
  readonly place: string | null;
  readonly by: By;
  /** A screen that stays at its place. */
  readonly claims: boolean;
  /** Which screen it is, across its connections. */
  readonly screen: string | undefined;
}

/** Bytes that a receiver may be behind before it is dropped; it comes back and resumes. */
const backlogLimit = 256 * 1024;

/**
 * Large answers, such as the day's state or a year of figures, that a receiver may have outstanding: what it asks for
 * without reading takes no more memory than these.
 */
const statesAllowed = 4;

/** Beats without a sign of life after which a peer counts as gone; a busy one may miss some. */
const silentBeatsAllowed = 4;

const policyViolation = 1008;

/** One connection: waits for `hello`, then passes on what it says. A bad message closes this socket and no other. */
export class Session {
  joined: Joined | undefined;
  /** Numbers a display shows. */
  showing: readonly string[] = [];
  /** Since the last sign of life. */
  #silentBeats = 0;
  /** Nothing that a refused peer still sends counts. */
  #refused = false;
  readonly #socket: WebSocket;
  /** What the socket writes to. */
  readonly #stream: Duplex;
  #gathering = false;
  readonly #log: Log;
  /** A large state is no sign of slowness. */
  #allowance = backlogLimit;
  /** States sent since the receiver was last up to date. */
  #states = 0;

  constructor(
    socket: WebSocket,
    stream: Duplex,
    log: Log,
    onMessage: (session: Session, message: ClientMessage) => void,
  ) {
    this.#socket = socket;
    this.#stream = stream;
    this.#log = log;
    socket.on('pong', () => {
      this.#silentBeats = 0;
    });
    socket.on('message', (content, isBinary) => {
      this.#silentBeats = 0;
      if (this.#refused) return;
      const parsed = isBinary ? { problem: 'binary' } : parseClientMessage(textOf(content));
      if ('problem' in parsed) this.refuse({ name: 'badMessage', problem: parsed.problem });
      else onMessage(this, parsed.message);
    });
    socket.on('error', (error) => {
      log('badMessage', { problem: error.message });
    });
  }

  send(message: ServerMessage): void {
    this.sendFrame(frameOf(message));
  }

  /** Sends a frame that many may receive, made once. */
  sendFrame(frame: Buffer): void {
    if (!this.#isOpen) return;
    if (this.#socket.bufferedAmount <= backlogLimit) {
      this.#allowance = backlogLimit;
      this.#states = 0;
    }
    // What only waits for the end of this turn is no sign of slowness either.
    if (this.#socket.bufferedAmount > this.#allowance) this.#release();
    if (this.#socket.bufferedAmount > this.#allowance) {
      this.#drop('tooSlow');
      return;
    }
    this.#gather();
    this.#socket.send(frame, { binary: false });
  }

  /** What is sent in one turn leaves with one system call: an asker's answer with the events it led to. */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    this.#stream.cork();
    process.nextTick(() => this.#release());
  }

  #release(): void {
    if (!this.#gathering) return;
    this.#gathering = false;
    this.#stream.uncork();
  }

  /** Sends what may be as large as the day, or as many days. */
  sendState(message: ServerMessage): void {
    if (!this.#isOpen) return;
    if (this.#states >= statesAllowed && this.#socket.bufferedAmount > backlogLimit) {
      this.#drop('tooSlow');
      return;
    }
    this.sendFrame(frameOf(message));
    this.#states += 1;
    this.#allowance = backlogLimit + this.#socket.bufferedAmount;
  }

  /** Says why, then closes. */
  refuse(rejection: Refusal): void {
    if (rejection.name === 'badMessage') this.#log('badMessage', { problem: rejection.problem });
    this.send({ type: 'notice', final: true, rejection });
    this.#refused = true;
    this.#socket.close(policyViolation, rejection.name);
  }

  /** Drops a peer that gave no sign of life for some beats; asks the others for one. */
  beat(): void {
    if (this.#silentBeats > silentBeatsAllowed) {
      this.#drop('silent');
      return;
    }
    this.#silentBeats += 1;
    this.#socket.ping();
  }

  terminate(): void {
    this.#socket.terminate();
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  #drop(reason: 'tooSlow' | 'silent'): void {
    this.#log('connectionDropped', { reason });
    this.#socket.terminate();
  }
}

/** Who a `hello` speaks for, or why it can't. */
export function join(
  hello: Hello,
  sites: ReadonlyMap<string, Site>,
): Joined | { readonly rejection: Refusal } {
  const known = [...sites.keys()];
  if (hello.site === undefined && sites.size > 1) return { rejection: { name: 'siteMissing', known } };
  const name = hello.site ?? known[0] ?? '';
  const site = sites.get(name);
  if (!site) return { rejection: { name: 'unknownSite', site: name, known } };
  const { role } = hello;
  const claims = hello.claim !== undefined;
  const { screen } = hello;
  if (role === 'lead' || role === 'display') {
    return { site, role, place: null, by: role, claims: false, screen };
  }
  const places = role === 'desk' ? site.view.desks : site.view.receptions;
  const ids = places.map(({ id }) => id);
  if (ids.length === 0) return { rejection: { name: 'stageMissing', role } };
  const place = hello.place ?? (ids.length === 1 || role === 'reception' ? ids[0] : undefined);
  if (place === undefined) return { rejection: { name: 'placeMissing', role, known: ids } };
  if (!ids.includes(place)) return { rejection: { name: 'unknownPlace', role, place, known: ids } };
  return { site, role, place, by: `${role}/${place}`, claims, screen };
}

/** A message as it goes over the wire. As text every receiver's socket would turn it into the same bytes again. */
export const frameOf = (message: ServerMessage): Buffer => Buffer.from(JSON.stringify(message));

/** Frames come as one buffer, ws's default. */
const textOf = (content: RawData): string => (Buffer.isBuffer(content) ? content.toString('utf8') : '');
