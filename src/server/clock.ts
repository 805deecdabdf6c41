/** Where the server's time comes from; tests move their own. */
export interface Clock {
  /** ms since the epoch. */
  now(): number;
}

/** A wall clock and a monotonic one, both in ms. */
export interface TimeSources {
  readonly wall: () => number;
  readonly monotonic: () => number;
}

const systemTime: TimeSources = { wall: () => Date.now(), monotonic: () => performance.now() };

/** Smaller differences are ordinary drift, ms. */
export const stepMs = 1000;

/**
 * The system's time, carried on by the monotonic clock: it never goes back while the program runs. When the system's
 * clock is set forward, or the machine has slept, it follows; when it is set back, it waits until time has caught up.
 */
export class SystemClock implements Clock {
  readonly #sources: TimeSources;
  readonly #onStep: (ms: number) => void;
  #anchor: number;
  #behind = false;

  /** @param onStep told once by how many ms the system's clock was set, forward or back */
  constructor(onStep: (ms: number) => void = () => undefined, sources = systemTime) {
    this.#sources = sources;
    this.#onStep = onStep;
    this.#anchor = sources.wall() - sources.monotonic();
  }

  now(): number {
    const carried = this.#anchor + this.#sources.monotonic();
    const step = this.#sources.wall() - carried;
    if (step > stepMs) {
      this.#anchor += step;
      this.#onStep(Math.round(step));
    } else if (step < -stepMs && !this.#behind) {
      this.#onStep(Math.round(step));
    }
    this.#behind = step < -stepMs;
    return Math.floor(this.#anchor + this.#sources.monotonic());
  }
}
