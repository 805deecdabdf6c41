import type * as fs from 'node:fs';

type Fs = typeof fs;
type Flushed = (error: NodeJS.ErrnoException | null) => void;

/**
 * A disk that is slow, full or broken when a test says so. It stands between the program and node:fs once a test file
 * says, at its top,
 *
 *     vi.mock('node:fs', async (importOriginal) => testDisk.under(await importOriginal()));
 *
 * with `testDisk` imported by `vi.hoisted`. It touches `writeSync` and `fdatasync` alone.
 */
class TestDisk {
  #isHeld = false;
  #waiting: (() => void)[] = [];
  #arrived: (() => void) | undefined;
  /** Bytes that still fit; undefined: as many as there are. */
  #room: number | undefined;
  /** Bytes that one write takes at most. */
  #chunk = Number.MAX_SAFE_INTEGER;
  #isBroken = false;

  under(real: Fs): Fs {
    const writeSync = (fd: number, bytes: Uint8Array, offset: number, length: number): number =>
      real.writeSync(fd, bytes, offset, this.#takes(length));
    const fdatasync = (fd: number, done: Flushed): void =>
      this.#flush(() => (this.#isBroken ? done(failure('EIO')) : real.fdatasync(fd, done)));
    return { ...real, writeSync: writeSync as Fs['writeSync'], fdatasync: fdatasync as Fs['fdatasync'] };
  }

  /** From now on flushes wait. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Resolves when something has been written and waits for its flush. */
  async written(): Promise<void> {
    if (this.#waiting.length > 0) return;
    await new Promise<void>((resolve) => {
      this.#arrived = resolve;
    });
  }

  /** From now on only so many bytes fit. */
  leaveRoom(bytes: number): void {
    this.#room = bytes;
  }

  /** From now on one write takes so many bytes at most. */
  writeShort(bytes: number): void {
    this.#chunk = bytes;
  }

  /** From now on flushes fail. */
  break(): void {
    this.#isBroken = true;
  }

  /** Fast, empty and sound again. */
  mend(): void {
    this.#isHeld = false;
    this.#room = undefined;
    this.#chunk = Number.MAX_SAFE_INTEGER;
    this.#isBroken = false;
    for (const flush of this.#waiting.splice(0)) flush();
  }

  #takes(length: number): number {
    if (this.#room === 0) throw failure('ENOSPC');
    const taken = Math.min(length, this.#chunk, this.#room ?? length);
    if (this.#room !== undefined) this.#room -= taken;
    return taken;
  }

  #flush(now: () => void): void {
    if (!this.#isHeld) {
      now();
      return;
    }
    this.#waiting.push(now);
    this.#arrived?.();
  }
}

const failure = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

export const testDisk = new TestDisk();
