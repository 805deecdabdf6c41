import type { Clock } from './clock.js';
import type { Certificate } from './gate.js';
import type { Log } from './log.js';

export interface ServerOptions {
  /** The store's folder; made when it is not there. */
  readonly store: string;
  readonly host?: string;
  /** A free one is taken for 0 or none. */
  readonly port?: number;
  /** Speaks TLS by it. */
  readonly certificate?: Certificate;
  /** A proxy on this machine brings the stations, and says whose address each of them has. */
  readonly behindProxy?: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether it may bring a store of an older version to its own; it does unless told otherwise. */
  readonly migrate?: boolean;
  /** Addresses and networks that may read `/healthz` and `/metrics` beside this machine. */
  readonly metricsFrom?: readonly string[];
}

export interface RunningServer {
  /** ws://HOST:PORT, or wss:// */
  readonly url: string;
  /** How many stations are connected. */
  connections(): number;
  /** Resolves when the server has stopped; rejects when it had to stop because of its store. */
  readonly stopped: Promise<void>;
  /** Answers what was asked, then goes. Twice does no harm; what goes wrong on the way, `stopped` tells. */
  stop(): Promise<void>;
}

/** Others than this machine's user could connect, and nothing would tell who does. */
export class NotLoopback extends Error {
  override readonly name = 'NotLoopback';
}
