import type { Hello, Refusal } from '../protocol/messages.js';
import type { Credentials } from './credentials.js';

/** Where a server is that was looked for. */
export interface FoundServer {
  readonly url: string;
  /** Identity of the store it was found by, see {@link Hello}. */
  readonly store?: string;
}

export interface ConnectionOptions {
  /** An address, or how to find one: asked before every attempt, for a server that is not there yet or moves. */
  readonly url: string | (() => Promise<FoundServer | undefined>);
  readonly hello: Omit<Hello, 'type' | 'protocol' | 'epoch' | 'afterSeq' | 'token'>;
  /** Asked before every attempt: a server that starts anew has another key for its own machine. */
  readonly credentials?: () => Promise<Credentials>;
  /** Come back after a cut. One-shot commands do not. */
  readonly reconnect: boolean;
}

/** Why a server closes a connection that may come back. */
const passing: ReadonlySet<Refusal['name']> = new Set(['stopping', 'inDoubt']);

/** Whether a refusal will be over by itself: the server comes again, or another one is found. */
export function willPass(name: Refusal['name'], { reconnect, url }: ConnectionOptions): boolean {
  return reconnect && (passing.has(name) || (name === 'anotherStore' && typeof url !== 'string'));
}

const firstRetryMs = 250;
const slowestRetryMs = 5000;

/** How long to wait before the next attempt: longer after each one in vain, and not for everybody the same. */
export function retryAfterMs(tries: number): number {
  const slowest = Math.min(slowestRetryMs, firstRetryMs * 2 ** (tries - 1));
  return slowest * (0.5 + Math.random() / 2);
}
