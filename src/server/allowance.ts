/** How much somebody may do at once, and how soon that comes back: a token bucket. */
export class Allowance {
  readonly #burst: number;
  readonly #perMs: number;
  #left: number;
  #at: number;

  /** @param now ms of a clock that never goes back */
  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst;
    this.#perMs = perSecond / 1000;
    this.#left = burst;
    this.#at = now;
  }

  /** Takes so much, more than there is if need be; returns how many ms it takes until nothing is owed, 0 if nothing is. */
  take(amount: number, now: number): number {
    this.#left = this.leftAt(now) - amount;
    this.#at = now;
    return this.#left >= 0 ? 0 : Math.ceil(-this.#left / this.#perMs);
  }

  /** Takes so much if it is there; returns whether it was. */
  takeIfLeft(amount: number, now: number): boolean {
    if (this.leftAt(now) < amount) return false;
    this.take(amount, now);
    return true;
  }

  isFullAt(now: number): boolean {
    return this.leftAt(now) >= this.#burst;
  }

  leftAt(now: number): number {
    return Math.min(this.#burst, this.#left + (now - this.#at) * this.#perMs);
  }
}
