import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packCounts, unpackCounts } from './packedCounts.js';

test.each([
  [[], ''],
  [[0, 2], 'AAI='],
  [[0, 2, 512], 'AAIA 2:512'],
  [[255, 256], '/wA= 1:256'],
])('%j is packed as %s', (counts, packed) => {
  expect(packCounts(counts)).toBe(packed);
  expect(Array.from(unpackCounts(packed))).toEqual(counts);
});

test('any histogram comes back as it was, but for what is beyond the longest duration', () => {
  const counts = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(5000)), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(counts, (histogram) => {
      const longest = histogram.findLastIndex((count) => count > 0);
      expect(Array.from(unpackCounts(packCounts(histogram)))).toEqual(histogram.slice(0, longest + 1));
    }),
  );
});
