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
  const counts = new Uint32Array(secondsIn(packed));
  let second = 0;
  for (let i = 0; i < packed.length; i += 1) {
    const code = packed.charCodeAt(i);
    if (code !== countBegins && code !== gapBegins) {
      counts[second] = digitOf(code);
      second += 1;
      continue;
    }
    const end = packed.indexOf(code === countBegins ? ')' : ']', i);
    const number = Number.parseInt(packed.slice(i + 1, end), 36);
    i = end;
    if (code === countBegins) {
      counts[second] = number;
      second += 1;
    } else {
      second += number;
    }
  }
  return counts;
}

function secondsIn(packed: PackedCounts): number {
  let seconds = 0;
  for (let i = 0; i < packed.length; i += 1) {
    const code = packed.charCodeAt(i);
    if (code === countBegins) i = packed.indexOf(')', i);
    if (code !== gapBegins) {
      seconds += 1;
      continue;
    }
    const end = packed.indexOf(']', i);
    seconds += Number.parseInt(packed.slice(i + 1, end), 36);
    i = end;
  }
  return seconds;
}
