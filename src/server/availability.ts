import { takesMore } from './durableFile.js';
import type { Log } from './log.js';

/** Whether a site's store takes what is written; the log hears once that it no longer does, and once that it does again. */
export class Availability {
  readonly #site: string;
  readonly #log: Log;
  readonly #folder: string;
  #lost = false;
  #looking: Promise<void> | undefined;

  /** @param folder where the site stores */
  constructor(site: string, log: Log, folder: string) {
    this.#site = site;
    this.#log = log;
    this.#folder = folder;
  }

  /** Whether things can be stored, as far as is known. */
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
  /** Looks whether there is room again: nobody has to ask for something, and be refused, to find out. */
  look(): void {
    if (!this.#lost) return;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
  }

  async #look(): Promise<void> {
    if (await takesMore(this.#folder)) this.stored();
  }

  /** Resolves when it looks no more. */
  get looked(): Promise<void> {
    return this.#looking ?? Promise.resolve();
  }
}
