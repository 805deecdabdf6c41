import type { Histogram } from './packedSeconds.js';

/**
 * Quantile in seconds by Hyndman & Fan (1996), type 7: linear between the values around (n − 1)·p, counted from 0.
 * null for the empty set.
 */
export function quantile(histogram: Histogram, p: number): number | null {
  const n = countOf(histogram);
  if (n === 0) return null;
  const position = (n - 1) * p;
  const below = Math.floor(position);
  const low = valueAt(histogram, below);
  const high = valueAt(histogram, Math.min(below + 1, n - 1));
  return low + (position - below) * (high - low);
}

export const median = (histogram: Histogram): number | null => quantile(histogram, 0.5);

/** How many durations a histogram holds. */
export function countOf(histogram: Histogram): number {
  let n = 0;
  for (let second = 0; second < histogram.length; second += 1) n += histogram[second] ?? 0;
  return n;
}

/** The duration that so many others come before. */
function valueAt(histogram: Histogram, index: number): number {
  let upTo = 0;
  for (let second = 0; second < histogram.length; second += 1) {
    upTo += histogram[second] ?? 0;
    if (upTo > index) return second;
  }
  return Number.NaN;
}
