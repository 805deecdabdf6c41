import type { Entry } from '../queue/events.js';
import { StoreInDoubt, type Journal } from '../server/journal.js';

/** A journal whose disk is a list. The test says how the disk answers. */
export class MemoryJournal implements Journal {
  /** What is on the disk, oldest first. */
  readonly written: Entry[];
  /** With what every append fails, unless it is held. */
  fault: Error | undefined;
  readonly #isHeld: boolean;
  #failed: StoreInDoubt | undefined;
  #waiting: { readonly size: number; readonly end: (error?: Error) => void }[] = [];
  #arrived: (() => void) | undefined;

  /** @param isHeld whether the test ends each flush by hand */
  constructor(written: Entry[] = [], isHeld = false) {
    this.written = written;
    this.#isHeld = isHeld;
  }

  async append(entries: readonly Entry[]): Promise<void> {
    if (this.#failed) throw this.#failed;
    const copies = structuredClone(entries);
    const fault = this.#isHeld ? await this.#answer(entries.length) : this.fault;
    if (fault instanceof StoreInDoubt) this.#failed = fault;
    if (fault) throw fault;
    this.written.push(...copies);
  }

  close(): void {
    this.#failed ??= new StoreInDoubt('the journal is closed');
  }

  /** Waits for the next batch and lets the disk answer for it; resolves with the number of its entries. */
  async flush(error?: Error): Promise<number> {
    if (this.#waiting.length === 0) {
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
    const batch = this.#waiting.shift();
    if (!batch) throw new Error('nothing to flush');
    batch.end(error);
    return batch.size;
  }

  #answer(size: number): Promise<Error | undefined> {
    const { promise, resolve } = Promise.withResolvers<Error | undefined>();
    this.#waiting.push({ size, end: resolve });
    this.#arrived?.();
    return promise;
  }
}
