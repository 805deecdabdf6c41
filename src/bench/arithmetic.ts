import type { Bound, Comparison } from './measure.js';

/** The middle value; of an even number of values the mean of the middle two. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that a share of the values does not exceed, by nearest rank; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

/**
 * beo : limit, as the median of the rounds' own ratios: what a busy machine does to one round it does to both sides
 * of it.
 */
export function ratioOf({ beo, limit }: Pick<Comparison, 'beo' | 'limit'>): number {
  return median(beo.map((value, round) => value / (limit[round] ?? Number.NaN)));
}

/** Whether a ratio keeps its bound. One that is no number keeps none. */
export function keeps(ratio: number, must: Bound | null): boolean {
  if (must === null) return true;
  return 'atMost' in must ? ratio <= must.atMost : ratio >= must.atLeast;
}
