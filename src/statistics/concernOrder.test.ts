import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byConcernOrder } from './concernOrder.js';

const number = fc.integer({ min: 1, max: 120 }).map(String);
const catalogued = fc
  .tuple(fc.array(number, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '', 'a', 'b'))
  .map(([numbers, letter]) => `${numbers.join('.')}${letter}`);
const anyCode = fc.oneof(
  catalogued,
  fc.constantFrom('', '0', '03', '3.', '3.04', '3 B', 'Ä', 'zz'),
  fc.string(),
);

test('concerns stand in the order of the catalogue', () => {
  const ordered = ['1', '2.9', '3', '3.2', '3.4', '3.4b', '3.10', '10'];
  expect(ordered.toReversed().toSorted(byConcernOrder)).toEqual(ordered);
});

test('numbers stand where a reader of English would look for them, like any other code', () => {
  const { compare } = new Intl.Collator('en', { numeric: true });
  fc.assert(
    fc.property(fc.oneof(catalogued, anyCode), anyCode, catalogued, (a, b, c) => {
      expect(byConcernOrder(a, b)).toBe(compare(a, b));
      expect(byConcernOrder(a, c)).toBe(compare(a, c));
    }),
    { seed: 7, numRuns: 3000 },
  );
});
