import type { Workplace } from './workplace.js';

/** One question to the product, asked in a file of its own under measures/ and listed in measures.ts. */
export interface Measure {
  /** The word that chooses it on the command line. */
  readonly name: string;
  /** One line for `--list`. */
  readonly about: string;
  run(workplace: Workplace): Promise<readonly Finding[]>;
}

/** Two numbers that were taken in turn, round by round, in the same run. */
export interface Comparison {
  readonly what: string;
  readonly limitIs: string;
  readonly unit: Unit;
  /** One value a round. */
  readonly beo: readonly number[];
  /** The limit in the same rounds, in the same order. */
  readonly limit: readonly number[];
  /** Bound of the ratio beo : limit; null for a row that only informs. */
  readonly must: Bound | null;
}

/** `ms` and `kB` are better when small, a rate per second when large. */
export type Unit = 'ms' | 'kB' | '1/s' | 'frames';

export type Bound = { readonly atMost: number } | { readonly atLeast: number };

/** What could not be compared on this machine, and why. */
export interface Missing {
  readonly what: string;
  readonly missing: string;
}

export type Finding = Comparison | Missing;
