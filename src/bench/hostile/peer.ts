import { connect, type Socket } from 'node:net';

/** Where an attack goes, and what the attacker has got hold of. */
export interface Target {
  readonly host: string;
  readonly port: number;
  /** Where it comes from; any of 127.0.0.0/8 is this machine. */
  readonly from: string;
  /** A token for the display of the site that works. */
  readonly display: string;
  /** A token for the team lead of another site. */
  readonly otherSite: string;
  /** The site that works, and the other one. */
  readonly site: string;
  readonly other: string;
  /** Today there. */
  readonly day: string;
  /** A frame that an honest station sent. */
  readonly captured: string;
}

export type Random = () => number;

export const opcodes = { more: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export interface FrameOptions {
  readonly opcode?: number;
  readonly final?: boolean;
  /** Says that the content is compressed. */
  readonly compressed?: boolean;
  readonly masked?: boolean;
  /** The length that it says it has. */
  readonly length?: bigint;
}

/** A WebSocket frame, right or wrong. */
export function frame(content: string | Buffer, options: FrameOptions = {}): Buffer {
  const { opcode = opcodes.text, final = true, compressed = false, masked = true } = options;
  const bytes = Buffer.from(content);
  const length = options.length ?? BigInt(bytes.length);
  const first = (final ? 0x80 : 0) | (compressed ? 0x40 : 0) | opcode;
  const mask = masked ? 0x80 : 0;
  const head =
    length < 126n
      ? Buffer.from([first, mask | Number(length)])
      : length < 65_536n
        ? Buffer.from([first, mask | 126, Number(length >> 8n), Number(length & 255n)])
        : Buffer.concat([Buffer.from([first, mask | 127]), eightBytes(length)]);
  // A mask of zeros leaves the content as it is.
  return Buffer.concat([head, masked ? Buffer.alloc(4) : Buffer.alloc(0), bytes]);
}

function eightBytes(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value));
  return bytes;
}

/** A connection without any manners. Nothing that happens to it throws. */
export class Peer {
  readonly socket: Socket;
  #closed = false;

  private constructor({ host, port, from }: Target, reads: boolean) {
    this.socket = connect({ host, port, localAddress: from });
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => {
      this.#closed = true;
    });
    if (reads) this.socket.resume();
  }

  /** Connects, and says nothing yet. */
  static async connect(target: Target, { reads = true } = {}): Promise<Peer> {
    const peer = new Peer(target, reads);
    await happens(peer.socket, 'connect');
    return peer;
  }

  /** Connects and shakes hands as a WebSocket client does, or nearly so. */
  static async open(target: Target, headers: readonly string[] = [], { reads = true } = {}): Promise<Peer> {
    const peer = await Peer.connect(target);
    const answered = happens(peer.socket, 'data');
    await peer.write(handshake(target, headers));
    await answered;
    if (!reads) peer.socket.pause();
    return peer;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Resolves once the bytes have left, the connection is gone, or it has taken too long. */
  async write(bytes: string | Buffer): Promise<void> {
    if (this.#closed || this.socket.write(bytes)) return;
    await happens(this.socket, 'drain');
  }

  /** Waits until the other side hangs up, but not for ever, and then hangs up itself. */
  async end(): Promise<void> {
    if (!this.#closed) await happens(this.socket, 'close');
    this.socket.destroy();
  }
}

const patienceMs = 300;

export const handshake = ({ host, port }: Target, headers: readonly string[] = []): string =>
  [
    'GET / HTTP/1.1',
    `Host: ${host}:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
    '\r\n',
  ].join('\r\n');

/** Resolves with the event, with the end of the socket, or after a moment. */
function happens(socket: Socket, event: 'connect' | 'data' | 'drain' | 'close'): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    const done = () => {
      clearTimeout(timer);
      socket.off(event, done);
      socket.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, patienceMs);
    socket.once(event, done);
    socket.once('close', done);
  });
}
