import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import type { ClientMessage, Refusal, ServerMessage } from '../protocol/messages.js';
import { parseClientMessage } from '../protocol/parse.js';
import { Allowance } from './allowance.js';
import type { Joined } from './join.js';
import {
  backlogBytes,
  messageBurst,
  queryCost,
  silentBeatsAllowed,
  slowedAtMostMs,
  statesAllowed,
} from './limits.js';
import type { Log } from './log.js';

const policyViolation = 1008;

export interface SessionOptions {
  readonly socket: WebSocket;
  /** What the socket writes to. */
  readonly stream: Duplex;
  readonly log: Log;
  /** What a connection may say in the long run. */
  readonly messagesPerSecond: number;
  readonly onMessage: (session: Session, message: ClientMessage) => void;
}

/** One connection: waits for `hello`, then passes on what it says. A bad message closes this socket and no other. */
export class Session {
  joined: Joined | undefined;
  /** It has said hello, whether or not it was let in yet. */
  greeted = false;
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
  #allowance = backlogBytes;
  /** States sent since the receiver was last up to date. */
  #states = 0;
  /** What it may still say before it is slowed down. */
  readonly #pace: Allowance;
  #slowed: NodeJS.Timeout | undefined;

  constructor({ socket, stream, log, messagesPerSecond, onMessage }: SessionOptions) {
    this.#socket = socket;
    this.#stream = stream;
    this.#log = log;
    this.#pace = new Allowance(messageBurst, messagesPerSecond, performance.now());
    socket.on('pong', () => {
      this.#silentBeats = 0;
    });
    socket.on('ping', () => this.#spend(1));
    socket.on('message', (content, isBinary) => {
      this.#silentBeats = 0;
      if (this.#refused) return;
      const parsed = isBinary ? { problem: 'binary' } : parseClientMessage(textOf(content));
      if ('problem' in parsed) {
        this.refuse({ name: 'badMessage', problem: parsed.problem });
        return;
      }
      const { type } = parsed.message;
      this.#spend(type === 'query' || type === 'changeSetting' ? queryCost : 1);
      if (this.#refused) return;
      onMessage(this, parsed.message);
    });
    socket.on('error', (error) => {
      log('badMessage', { problem: error.message });
    });
    socket.on('close', () => clearTimeout(this.#slowed));
  }

  /** Who says more than the rate is read more slowly; nothing of it is lost, and nobody else waits for it. */
  #spend(amount: number): void {
    if (this.#refused) return;
    const owedMs = this.#pace.take(amount, performance.now());
    if (owedMs === 0) return;
    if (owedMs > slowedAtMostMs) {
      this.#drop('flooding');
      return;
    }
    clearTimeout(this.#slowed);
    this.#socket.pause();
    this.#slowed = setTimeout(() => this.#hearAgain(), owedMs);
  }

  #hearAgain(): void {
    clearTimeout(this.#slowed);
    this.#slowed = undefined;
    // Its answers to the beats came in behind what was not read yet.
    this.#silentBeats = 0;
    this.#socket.resume();
  }

  send(message: ServerMessage): void {
    this.sendFrame(frameOf(message));
  }

  /** Sends a frame that many may receive, made once. */
  sendFrame(frame: Buffer): void {
    if (!this.#isOpen) return;
    if (this.#socket.bufferedAmount <= backlogBytes) {
      this.#allowance = backlogBytes;
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
    if (this.#states >= statesAllowed && this.#socket.bufferedAmount > backlogBytes) {
      this.#drop('tooSlow');
      return;
    }
    this.sendFrame(frameOf(message));
    this.#states += 1;
    this.#allowance = backlogBytes + this.#socket.bufferedAmount;
  }

  /** Says why, then closes. */
  refuse(rejection: Refusal): void {
    if (rejection.name === 'badMessage') this.#log('badMessage', { problem: rejection.problem });
    this.send({ type: 'notice', final: true, rejection });
    this.#refused = true;
    // A socket that is not read does not see the other side's goodbye.
    if (this.#slowed) this.#hearAgain();
    this.#socket.close(policyViolation, rejection.name);
  }

  /** Drops a peer that gave no sign of life for some beats; asks the others for one. */
  beat(): void {
    if (this.#slowed) return;
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

  #drop(reason: 'tooSlow' | 'silent' | 'flooding'): void {
    this.#log('connectionDropped', { reason });
    this.#refused = true;
    this.#socket.terminate();
  }
}

/** A message as it goes over the wire. As text every receiver's socket would turn it into the same bytes again. */
export const frameOf = (message: ServerMessage): Buffer => Buffer.from(JSON.stringify(message));

/** Frames come as one buffer, ws's default. */
const textOf = (content: RawData): string => (Buffer.isBuffer(content) ? content.toString('utf8') : '');
