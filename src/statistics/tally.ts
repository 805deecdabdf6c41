/** Durations of one kind, summed up so that means, spread and quantiles of any period can be rebuilt. Plain JSON. */
export interface Tally {
  readonly n: number;
  /** ms */
  readonly sum: number;
  /** Sum of squares, ms². */
  readonly squares: number;
  /** ms; 0 where n is 0. */
  readonly max: number;
  /** How often each whole second occurred; only what occurred. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** Tally of durations in ms. */
export function tallyOf(durations: readonly number[]): Tally {
  const seconds: Record<string, number> = {};
  let sum = 0;
  let squares = 0;
  let max = 0;
  for (const ms of durations) {
    const second = Math.round(ms / 1000);
    seconds[second] = (seconds[second] ?? 0) + 1;
    sum += ms;
    squares += ms * ms;
    max = Math.max(max, ms);
  }
  return { n: durations.length, sum, squares, max, seconds };
}

/** Several tallies as one, as if all their durations had been counted together. */
export function pool(tallies: Iterable<Tally>): Tally {
  const seconds: Record<string, number> = {};
  let [n, sum, squares, max] = [0, 0, 0, 0];
  for (const tally of tallies) {
    n += tally.n;
    sum += tally.sum;
    squares += tally.squares;
    max = Math.max(max, tally.max);
    for (const [second, count] of Object.entries(tally.seconds)) {
      seconds[second] = (seconds[second] ?? 0) + count;
    }
  }
  return { n, sum, squares, max, seconds };
}

/** Mean in ms, not rounded; null for the empty set. */
export const meanOf = ({ n, sum }: Pick<Tally, 'n' | 'sum'>): number | null => (n === 0 ? null : sum / n);

/** How many of the durations, in whole seconds, are at most so long. */
export const countWithin = ({ seconds }: Tally, limitMs: number): number =>
  Object.entries(seconds).reduce(
    (count, [second, n]) => (Number(second) * 1000 <= limitMs ? count + n : count),
    0,
  );
