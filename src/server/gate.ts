import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { addressOf, broughtBy, isThisMachine } from './addresses.js';
import type { DoorRefusal } from './audit.js';
import { Guests, type Guest, type GuestLimits } from './guests.js';
import {
  goodbyeWithinMs,
  headersWithinMs,
  lookAtHandshakesMs,
  maxBufferedChunks,
  maxFragments,
  maxFrameBytes,
  maxHeaderBytes,
  requestWithinMs,
} from './limits.js';

/** Certificate and key, PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface GateOptions {
  readonly certificate: Certificate | undefined;
  /** Others come through a proxy on this machine, which says whom it brings. */
  readonly behindProxy: boolean;
  /** Who connects is let in without a token, since nobody but this machine's user can. */
  readonly trusts: boolean;
  readonly limits: GuestLimits;
  /** Web pages that may connect, "https://board.example". Programs send no origin and are not asked for one. */
  readonly origins: readonly string[];
  /** Plain HTTP. */
  readonly onRequest: RequestListener;
  readonly onConnection: (socket: WebSocket, stream: Duplex, guest: Guest) => void;
  readonly onRefused: (reason: DoorRefusal) => void;
}

/** The door: takes connections, and lets through those that may speak at all. */
export class Gate {
  readonly #options: GateOptions;
  readonly #http: Server;
  readonly #sockets: WebSocketServer;
  readonly #guests: Guests;
  /** By address and port, which a connection and the encryption around it have in common. */
  readonly #byPeer = new Map<string, Guest>();

  constructor(options: GateOptions) {
    const { certificate, onRequest } = options;
    this.#options = options;
    this.#guests = new Guests(options.limits, () => performance.now());
    const limits = {
      headersTimeout: headersWithinMs,
      requestTimeout: requestWithinMs,
      connectionsCheckingInterval: lookAtHandshakesMs,
      maxHeaderSize: maxHeaderBytes,
    };
    this.#http = certificate
      ? createSecureServer(
          { ...limits, ...certificate, minVersion: 'TLSv1.2', handshakeTimeout: headersWithinMs },
          onRequest,
        )
      : createServer(limits, onRequest);
    // Its types don't know `closeTimeout` yet.
    const toSockets = {
      noServer: true,
      maxPayload: maxFrameBytes,
      maxFragments,
      maxBufferedChunks,
      closeTimeout: goodbyeWithinMs,
      perMessageDeflate: false,
      clientTracking: false,
    };
    this.#sockets = new WebSocketServer(toSockets);
    this.#http.on('connection', (socket: Socket) => this.#arrive(socket));
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Resolves when it listens, with where. */
  listen(host: string, port: number): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(port, host, () => {
        this.#http.off('error', reject);
        resolve(this.#url());
      });
    });
  }

  /** Takes nobody in any more; who is there stays. */
  close(): void {
    this.#http.close();
  }

  /** Ends whatever is left. */
  closeAll(): void {
    this.#sockets.close();
    this.#http.closeAllConnections();
    for (const guest of this.#byPeer.values()) guest.drop();
  }

  tidy(): void {
    this.#guests.tidy();
  }

  #arrive(socket: Socket): void {
    const peer = peerOf(socket);
    const { remoteAddress } = socket;
    const isProxy = this.#options.behindProxy && isThisMachine(remoteAddress);
    const guest: Guest = {
      address: isProxy ? undefined : addressOf(remoteAddress),
      isKnown: () => false,
      drop: () => {
        this.#leave(peer, guest);
        socket.destroy();
      },
    };
    const crowded = this.#guests.enter(guest);
    if (crowded) {
      this.#options.onRefused(crowded);
      socket.destroy();
      return;
    }
    this.#byPeer.set(peer, guest);
    socket.once('close', () => this.#leave(peer, guest));
  }

  #leave(peer: string, guest: Guest): void {
    this.#guests.leave(guest);
    if (this.#byPeer.get(peer) === guest) this.#byPeer.delete(peer);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const guest = this.#byPeer.get(peerOf(request.socket));
    // It has gone while its handshake was read.
    if (!guest) {
      socket.destroy();
      return;
    }
    const refusal = this.#refusal(request, guest);
    if (refusal) {
      this.#options.onRefused(refusal);
      const answer = refusal === 'origin' || refusal === 'forwarded' ? '403 Forbidden' : '503 Busy';
      socket.on('error', () => undefined);
      // Who was told to go need not agree.
      socket.once('finish', () => socket.destroy());
      socket.end(`HTTP/1.1 ${answer}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#options.onConnection(ws, socket, guest));
  }

  #refusal({ headers }: IncomingMessage, guest: Guest): DoorRefusal | undefined {
    const { behindProxy, trusts, origins } = this.#options;
    // Only browsers say where a page comes from, and through them every page could reach this machine's own addresses.
    const { origin } = headers;
    if (origin !== undefined && !origins.includes(origin.toLowerCase())) return 'origin';
    // Somebody let a proxy bring others to a server that trusts whoever comes.
    if (trusts && (headers.forwarded ?? headers['x-forwarded-for']) !== undefined) return 'forwarded';
    if (!behindProxy || guest.address !== undefined) return undefined;
    const told = broughtBy(headers['x-forwarded-for']);
    if (told === undefined) return undefined;
    return this.#guests.move(guest, addressOf(told));
  }

  #url(): string {
    const address = this.#http.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no address');
    const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
    return `${this.#options.certificate ? 'wss' : 'ws'}://${host}:${address.port}`;
  }
}

const peerOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress}|${remotePort}`;
