/** Smaller differences between the server's clock and what is made of it here are the wire's, ms. */
const stepMs = 1000;

/** The server's time as far as a client can tell: what it said last, carried on by this machine's monotonic clock. */
export class ServerClock {
  /** ms to add to the monotonic clock. */
  #offset = Date.now() - performance.now();

  /** ms since the epoch. */
  now(): number {
    return Math.floor(this.#offset + performance.now());
  }

  /** The server says what time it is. */
  set(serverTime: number): void {
    this.#offset = serverTime - performance.now();
  }

  /** Something happened there at an instant: where its clock was set forward, or its machine has slept, that tells. */
  follow(at: number): void {
    if (at - this.now() > stepMs) this.set(at);
  }
}
