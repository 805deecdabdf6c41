import { WebSocket, type RawData } from 'ws';
import type { ServerMessage } from '../protocol/messages.js';
import { parseServerMessage } from '../protocol/parseServer.js';
import { trustOf, trustProblem, type Credentials } from './credentials.js';

/** Without a sign of life for this long the connection counts as cut. The server beats every second. */
const silenceMs = 5000;
/** How long a server that does not answer is waited for when taking leave. */
const leaveWithinMs = 1000;
/** A year of figures, and more. */
const maxFrameBytes = 256 * 1024 * 1024;

export interface LineEvents {
  readonly onOpen: (line: Line) => void;
  readonly onMessage: (line: Line, message: ServerMessage) => void;
  /** It is over; `distrust` says why nobody vouches for the server, if that was it. */
  readonly onEnd: (line: Line, distrust: string | undefined) => void;
}

/** One attempt to speak with the server: a socket from its beginning to its end. */
export class Line {
  readonly #socket: WebSocket;
  readonly #watch: NodeJS.Timeout;
  #seenAt = performance.now();
  #distrust: string | undefined;

  constructor(url: string, credentials: Credentials, { onOpen, onMessage, onEnd }: LineEvents) {
    const socket = new WebSocket(url, {
      perMessageDeflate: false,
      maxPayload: maxFrameBytes,
      ...trustOf(credentials),
    });
    this.#socket = socket;
    socket.on('open', () => onOpen(this));
    socket.on('ping', () => this.#seen());
    socket.on('message', (content) => {
      this.#seen();
      const parsed = parseServerMessage(textOf(content));
      if ('message' in parsed) onMessage(this, parsed.message);
      else socket.terminate();
    });
    socket.on('error', (error) => {
      this.#distrust ??= trustProblem(error);
    });
    socket.on('close', () => {
      clearInterval(this.#watch);
      onEnd(this, this.#distrust);
    });
    this.#watch = setInterval(() => {
      if (this.age() > silenceMs) socket.terminate();
    }, 1000);
  }

  /** Since the server was heard last, ms. */
  age(): number {
    return performance.now() - this.#seenAt;
  }

  /** Into nothing when there is no connection. */
  send(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** How long a sign to the server and back takes, ms; undefined when the connection ends before. */
  roundTrip(): Promise<number | undefined> {
    return new Promise((resolve) => {
      if (this.#socket.readyState !== WebSocket.OPEN) {
        resolve(undefined);
        return;
      }
      const began = performance.now();
      this.#socket.once('pong', () => resolve(performance.now() - began));
      this.#socket.once('close', () => resolve(undefined));
      this.#socket.ping();
    });
  }

  /** At once. */
  cut(): void {
    this.#socket.terminate();
  }

  /** Says goodbye, and waits a moment for the answer. */
  leave(): void {
    clearInterval(this.#watch);
    this.#socket.close();
    setTimeout(() => this.#socket.terminate(), leaveWithinMs).unref();
  }

  #seen(): void {
    this.#seenAt = performance.now();
  }
}

/** Frames come as one buffer, ws's default. */
const textOf = (content: RawData): string => (Buffer.isBuffer(content) ? content.toString('utf8') : '');
