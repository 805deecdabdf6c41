import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Environment } from './childProcess.js';
import { preloading } from './startedProgram.js';
import { temporaryFolder } from './temporaryFolder.js';

/** A flush that the program asked for. */
export interface Flush {
  readonly file: string;
  readonly fails: boolean;
}

/** Lets a program's flushes fail; what it asked for can be read meanwhile. */
export interface FailingFlush {
  readonly env: Environment;
  /** Oldest first. */
  flushes(): Flush[];
}

/**
 * @param at which fdatasync fails, the first being 1; the one after the opening of the day's journal is 2
 * @param code the error it fails with
 */
export function failingFlush(at: number, code: 'EIO' | 'ENOSPC' = 'EIO'): FailingFlush {
  const trace = join(temporaryFolder(), 'flushes');
  return {
    env: {
      ...preloading('failingFlush'),
      BEO_FLUSH_TRACE: trace,
      BEO_FLUSH_FAILS_AT: String(at),
      BEO_FLUSH_CODE: code,
    },
    flushes: () =>
      readFileSync(trace, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Flush)
        .map(({ file, fails }) => ({ file: basename(file), fails })),
  };
}

/** Flushes that say they have done it and have not. */
export const neverFlushing = (): Environment => ({
  ...preloading('failingFlush'),
  BEO_FLUSH_FAILS_AT: 'never',
});
