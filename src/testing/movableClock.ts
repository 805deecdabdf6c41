import type { Clock } from '../server/clock.js';

/** A clock that only the test moves. */
export class MovableClock implements Clock {
  #now: number;

  /** @param start ISO 8601 with its offset, such as '2015-06-08T08:00:00+02:00' */
  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  /** Sets the clock, forward or back. */
  set(time: string): void {
    this.#now = Date.parse(time);
  }

  pass(seconds: number): void {
    this.#now += seconds * 1000;
  }
}
