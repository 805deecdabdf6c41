import type { Log } from './log.js';

/** Whether a site's store takes what is written; the log hears once that it no longer does, and once that it does again. */
export class Availability {
  readonly #site: string;
  readonly #log: Log;
  #lost = false;

  constructor(site: string, log: Log) {
    this.#site = site;
    this.#log = log;
  }

  /** Whether the last thing that was to be stored could be. */
  get isStoring(): boolean {
    return !this.#lost;
  }

  /** Something could not be stored. */
  readonly refused = (error: unknown): void => {
    if (this.#lost) return;
    this.#lost = true;
    const problem = error instanceof Error ? error.message : String(error);
    this.#log('storeUnavailable', { site: this.#site, problem });
  };

  /** Something was stored. */
  readonly stored = (): void => {
    if (!this.#lost) return;
    this.#lost = false;
    this.#log('storeAvailable', { site: this.#site });
  };
}
