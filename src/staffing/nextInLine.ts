/*
 * How long the next one in line will wait, from how many are before and how many desks serve ("QL"; Ibrahim and Whitt,
 * 2009): with everybody served at random times that wait is the sum of so many spans, Erlang distributed.
 */

/** A line and the desks that work on it. */
export interface Line {
  /** Who will be called before. */
  readonly ahead: number;
  /** Desks that call from this line: free, or in contact. */
  readonly desks: number;
  /** ms */
  readonly meanServiceTime: number;
}

/** Mean wait in ms, if all desks are busy now; null where none serves. */
export function meanWaitInLine({ ahead, desks, meanServiceTime }: Line): number | null {
  return desks === 0 ? null : ((ahead + 1) * meanServiceTime) / desks;
}

/** Wait in ms that this share of visitors in the same place does not exceed; null where no desk serves. */
export function waitInLine({ ahead, desks, meanServiceTime }: Line, share: number): number | null {
  return desks === 0 ? null : (erlangQuantile(ahead + 1, share) * meanServiceTime) / desks;
}

/** Share of sums of `phases` exponential spans of mean 1 that are at most `time`. */
function erlangShare(phases: number, time: number): number {
  let term = Math.exp(-time);
  let more = term;
  for (let phase = 1; phase < phases; phase += 1) {
    term *= time / phase;
    more += term;
  }
  return 1 - more;
}

/** Halving is enough: the share grows with the time, and minutes are shown. */
function erlangQuantile(phases: number, share: number): number {
  let low = 0;
  let high = phases;
  while (erlangShare(phases, high) < share) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (erlangShare(phases, middle) < share) low = middle;
    else high = middle;
  }
  return high;
}

/** What a visitor is told: whole multiples of five minutes. */
export interface ExpectedWait {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

const step = 5;

/**
 * The expected wait as a range: half of the visitors in that place wait longer than its lower end, one of ten longer
 * than its upper end. null where no desk serves. Somebody who finds a free desk and nobody before waits 0 to 5 minutes.
 */
export function expectedWait(line: Line, freeDesks: number): ExpectedWait | null {
  if (line.desks === 0) return null;
  const ahead = line.ahead - freeDesks;
  if (ahead < 0) return { fromMinutes: 0, toMinutes: step };
  const minutesAt = (share: number) => (waitInLine({ ...line, ahead }, share) ?? 0) / 60_000;
  const fromMinutes = Math.floor(minutesAt(0.5) / step) * step;
  return { fromMinutes, toMinutes: Math.max(Math.ceil(minutesAt(0.9) / step) * step, fromMinutes + step) };
}
