/** How long a test waits for the program to show something. Long, because it only matters when the test fails. */
export const patienceMs = 15_000;

/** Waits for what another process shows: looks whenever something came in, never asks the clock. */
export class Waiting {
  readonly #looks = new Set<() => void>();
  #over: string | undefined;

  /** Something changed: everybody who waits looks again. */
  notify(): void {
    for (const look of this.#looks) look();
  }

  /** Nothing will change any more: everybody who still waits fails with the reason. */
  end(reason: string): void {
    this.#over = reason;
    this.notify();
  }

  /**
   * Resolves with the first thing `find` finds.
   * @param what names in the error what was waited for
   * @param shown is put below the error: what there was instead
   */
  async until<Found>(
    find: () => Found | undefined,
    what: string,
    shown: () => string,
    withinMs = patienceMs,
  ): Promise<Found> {
    const { promise, resolve, reject } = Promise.withResolvers<Found>();
    const fail = (reason: string) =>
      reject(new Error(`${reason} before it showed ${what}. It showed:\n${shown()}`));
    const look = () => {
      try {
        const found = find();
        if (found !== undefined) resolve(found);
        else if (this.#over !== undefined) fail(this.#over);
      } catch (error) {
        reject(error);
      }
    };
    const timer = setTimeout(fail, withinMs, `${withinMs} ms were over`);
    this.#looks.add(look);
    try {
      look();
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#looks.delete(look);
    }
  }
}
