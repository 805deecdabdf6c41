import {
  countPacked,
  packSeconds,
  unpackSeconds,
  type Histogram,
  type PackedSeconds,
} from './packedSeconds.js';

/** How many durations of one kind there are, and what they add up to. */
export interface Extent {
  readonly n: number;
  /** ms */
  readonly sum: number;
  /** ms; 0 where n is 0. */
  readonly max: number;
}

/** What durations of one kind add up to. */
export interface Sums extends Extent {
  /** Sum of squares, ms². */
  readonly squares: number;
}

/** Durations of one kind, summed up so that means, spread and quantiles of any period can be rebuilt. Plain JSON. */
export interface Tally extends Sums {
  /** How often each whole second occurred. */
  readonly seconds: PackedSeconds;
}

/** Durations of one kind, of which it is known how often each whole second occurred. */
export interface Spread extends Extent {
  /** Counted when it is asked for: most are only asked for their sums. */
  readonly histogram: Histogram;
}

/** Several tallies as one. */
export interface Pool extends Sums, Spread {}

/** Whole seconds of a duration. */
const secondOf = (ms: number): number => Math.round(ms / 1000);

/** Tally of durations in ms. */
export function tallyOf(durations: readonly number[]): Tally {
  let [sum, squares, max] = [0, 0, 0];
  for (const ms of durations) {
    sum += ms;
    squares += ms * ms;
    max = Math.max(max, ms);
  }
  return { n: durations.length, sum, squares, max, seconds: packSeconds(durations.map(secondOf)) };
}

/** Several tallies as one, as if all their durations had been counted together. */
export function pool(tallies: readonly Tally[]): Pool {
  let [n, sum, squares, max] = [0, 0, 0, 0];
  for (const tally of tallies) {
    n += tally.n;
    sum += tally.sum;
    squares += tally.squares;
    if (tally.max > max) ({ max } = tally);
  }
  let counted: Histogram | undefined;
  return {
    n,
    sum,
    squares,
    max,
    get histogram() {
      counted ??= histogramOf(tallies, max);
      return counted;
    },
  };
}

/** The pool of durations in ms. */
export const poolOf = (durations: readonly number[]): Pool => pool([tallyOf(durations)]);

/** Several tallies as one that can be kept like them. */
export function mergeTallies(tallies: readonly Tally[]): Tally {
  const { n, sum, squares, max } = pool(tallies);
  return {
    n,
    sum,
    squares,
    max,
    seconds: packSeconds(tallies.flatMap(({ seconds }) => unpackSeconds(seconds))),
  };
}

/** What durations add up to together. */
export function extentOf(parts: readonly Extent[]): Extent {
  let [n, sum, max] = [0, 0, 0];
  for (const part of parts) {
    n += part.n;
    sum += part.sum;
    if (part.max > max) ({ max } = part);
  }
  return { n, sum, max };
}

/** Spreads of which each duration is in one, as one. */
export function joinSpreads(spreads: readonly Spread[]): Spread {
  let joined: Histogram | undefined;
  return {
    ...extentOf(spreads),
    get histogram() {
      joined ??= joinHistograms(spreads.map(({ histogram }) => histogram));
      return joined;
    },
  };
}

function addTo(counts: Uint32Array, histogram: Histogram): void {
  for (let second = 0, end = histogram.length; second < end; second += 1) {
    const count = histogram[second] ?? 0;
    if (count > 0) counts[second] = (counts[second] ?? 0) + count;
  }
}

/** How often each second occurs in all of them. */
export function joinHistograms(histograms: readonly Histogram[]): Histogram {
  const counts = new Uint32Array(Math.max(1, ...histograms.map(({ length }) => length)));
  for (const histogram of histograms) addTo(counts, histogram);
  return counts;
}

function histogramOf(tallies: readonly Tally[], max: number): Histogram {
  const counts = new Uint32Array(secondOf(max) + 1);
  for (const { seconds } of tallies) countPacked(counts, seconds);
  return counts;
}

/** Mean in ms, not rounded; null for the empty set. */
export const meanOf = ({ n, sum }: Pick<Sums, 'n' | 'sum'>): number | null => (n === 0 ? null : sum / n);

/** How many of the durations, in whole seconds, are at most so long. */
export function countWithin({ histogram }: Pick<Spread, 'histogram'>, limitMs: number): number {
  let count = 0;
  for (let second = 0; second < histogram.length && second * 1000 <= limitMs; second += 1) {
    count += histogram[second] ?? 0;
  }
  return count;
}
