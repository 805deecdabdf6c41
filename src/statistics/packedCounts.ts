import type { Histogram } from './packedSeconds.js';

/**
 * How often each whole second occurred, as text, for many durations: the count of each second from 0 on as one digit in
 * base 36, one of two digits or more in parentheses; "[2s]" is a hundred seconds that did not occur. "02[2s](11)" is
 * twice a second and 37 times 102 seconds. A month of waits takes a character for each second up to the longest.
 */
export type PackedCounts = string;

/** Shorter gaps are written out. */
const leastGap = 5;

export function packCounts(histogram: Histogram): PackedCounts {
  let packed = '';
  let gap = 0;
  for (let second = 0; second < histogram.length; second += 1) {
    const count = histogram[second] ?? 0;
    if (count === 0) {
      gap += 1;
      continue;
    }
    if (gap > 0) packed += gap < leastGap ? '0'.repeat(gap) : `[${gap.toString(36)}]`;
    gap = 0;
    packed += count < 36 ? count.toString(36) : `(${count.toString(36)})`;
  }
  return packed;
}

const zero = '0'.charCodeAt(0);
const nine = '9'.charCodeAt(0);
/** The letter a stands for ten. */
const letterOfNothing = 'a'.charCodeAt(0) - 10;
const countBegins = '('.charCodeAt(0);
const gapBegins = '['.charCodeAt(0);

const digitOf = (code: number): number => code - (code <= nine ? zero : letterOfNothing);

/** The histogram again, as long as its longest duration needs. */
export function unpackCounts(packed: PackedCounts): Histogram {
  const counts: number[] = [];
  for (let i = 0; i < packed.length; i += 1) {
    const code = packed.charCodeAt(i);
    if (code !== countBegins && code !== gapBegins) {
      counts.push(digitOf(code));
      continue;
    }
    const end = packed.indexOf(code === countBegins ? ')' : ']', i);
    const number = Number.parseInt(packed.slice(i + 1, end), 36);
    i = end;
    if (code === countBegins) counts.push(number);
    else for (let gap = 0; gap < number; gap += 1) counts.push(0);
  }
  // As all others are, so that adding them up stays quick.
  return Uint32Array.from(counts);
}
