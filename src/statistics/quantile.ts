/** How often each whole second occurred. */
export type Histogram = Readonly<Record<string, number>>;

/**
 * Quantile in seconds by Hyndman & Fan (1996), type 7: linear between the values around (n − 1)·p, counted from 0.
 * null for the empty set.
 */
export function quantile(histogram: Histogram, p: number): number | null {
  const sorted = ranks(histogram);
  const n = sorted.at(-1)?.upTo ?? 0;
  if (n === 0) return null;
  const position = (n - 1) * p;
  const below = Math.floor(position);
  const low = valueAt(sorted, below);
  const high = valueAt(sorted, Math.min(below + 1, n - 1));
  return low + (position - below) * (high - low);
}

/** Quantile in seconds as the value of rank ⌈n·p⌉ (Hyndman & Fan, type 1). null for the empty set. */
export function nearestRank(histogram: Histogram, p: number): number | null {
  const sorted = ranks(histogram);
  const n = sorted.at(-1)?.upTo ?? 0;
  return n === 0 ? null : valueAt(sorted, Math.max(Math.ceil(n * p), 1) - 1);
}

export const median = (histogram: Histogram): number | null => quantile(histogram, 0.5);

/** A value and how many are not greater. */
interface Rank {
  readonly second: number;
  readonly upTo: number;
}

function ranks(histogram: Histogram): Rank[] {
  let upTo = 0;
  return Object.entries(histogram)
    .map(([second, count]) => [Number(second), count] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([second, count]) => ({ second, upTo: (upTo += count) }));
}

const valueAt = (sorted: readonly Rank[], index: number): number =>
  sorted.find(({ upTo }) => upTo > index)?.second ?? Number.NaN;
