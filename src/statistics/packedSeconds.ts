/**
 * How often each whole second occurred, as text: every duration in ascending order, each as the difference to the one
 * before, in base 36 with spaces between. "81 3p 0" is 289, 422 and once more 422 seconds. A year of one site has
 * some hundred thousand durations; so they take three characters each and are read without making objects of them.
 */
export type PackedSeconds = string;

/** How often each whole second occurred; the index is the second. */
export type Histogram = ArrayLike<number>;

export function packSeconds(seconds: readonly number[]): PackedSeconds {
  let before = 0;
  return seconds
    .toSorted((a, b) => a - b)
    .map((second) => {
      const difference = second - before;
      before = second;
      return difference.toString(36);
    })
    .join(' ');
}

/** The durations themselves, in ascending order. */
export function unpackSeconds(packed: PackedSeconds): number[] {
  if (packed === '') return [];
  let second = 0;
  return packed.split(' ').map((difference) => (second += Number.parseInt(difference, 36)));
}

const space = ' '.charCodeAt(0);
const zero = '0'.charCodeAt(0);
const nine = '9'.charCodeAt(0);
/** The letter a stands for ten. */
const letterOfNothing = 'a'.charCodeAt(0) - 10;

/** Counts packed seconds into a histogram that is long enough for them. */
export function countPacked(counts: Uint32Array, packed: PackedSeconds): void {
  if (packed === '') return;
  let second = 0;
  let difference = 0;
  for (let i = 0; i < packed.length; i += 1) {
    const code = packed.charCodeAt(i);
    if (code === space) {
      second += difference;
      counts[second] = (counts[second] ?? 0) + 1;
      difference = 0;
    } else {
      difference = difference * 36 + code - (code <= nine ? zero : letterOfNothing);
    }
  }
  second += difference;
  counts[second] = (counts[second] ?? 0) + 1;
}
