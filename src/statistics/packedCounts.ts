import type { Histogram } from './packedSeconds.js';

/**
 * How often each whole second occurred, as text, for many durations: a byte for the count of each second from 0 on, in
 * base64, then the counts that are too great for a byte. "AAIA 2:512" is twice one second and 512 times two seconds. So a
 * year's histograms are read by what Node has for it, as loops are slow in a program that has just been started.
 */
export type PackedCounts = string;

const mostOfByte = 255;

export function packCounts(histogram: Histogram): PackedCounts {
  const counts = Array.from(histogram);
  const bytes = counts.slice(0, counts.findLastIndex((count) => count > 0) + 1);
  const words = [Buffer.from(bytes.map((count) => (count > mostOfByte ? 0 : count))).toString('base64')];
  for (const [second, count] of bytes.entries()) if (count > mostOfByte) words.push(`${second}:${count}`);
  return words.join(' ');
}

/** The histogram again, as long as its longest duration needs. */
export function unpackCounts(packed: PackedCounts): Histogram {
  const [bytes = '', ...greater] = packed.split(' ');
  // As all others are, so that adding them up stays quick.
  const counts = new Uint32Array(Buffer.from(bytes, 'base64'));
  for (const word of greater) {
    const [second = 0, count = 0] = word.split(':').map(Number);
    counts[second] = count;
  }
  return counts;
}
