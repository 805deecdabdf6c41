import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { Graphemes, isOneCellEach } from './graphemes.js';

const signs = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code)).filter(isOneCellEach);
const seeded = { seed: 1, numRuns: 1000 };

test('what is known to take one cell a sign takes one cell for string-width too', () => {
  expect(isOneCellEach('Straße – „müde“ … ▶ ● ───')).toBe(true);
  expect(signs.length).toBeGreaterThan(400);
  expect(signs.filter((sign) => stringWidth(sign) !== 1)).toEqual([]);
});

test('and so it does whatever stands beside it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signs)), (chosen) => {
      expect(stringWidth(chosen.join(''))).toBe(chosen.length);
    }),
    seeded,
  );
});

test('what takes two cells, none, or joins its neighbours is not among it', () => {
  for (const sign of ['漢', '👍', '\u0301', '\u200D', '\uFE0F', '\u001B', '\u0007', '\n', '\u00AD']) {
    expect([sign, isOneCellEach(`a${sign}`)]).toEqual([sign, false]);
  }
});

const real = new Intl.Segmenter();
const anyText = fc
  .array(fc.constantFrom(...signs, '\u001B[31m', '\n', '\r', '\u0301', '\u200D', '👩', '🇩', '漢', '\uD800'))
  .map((parts) => parts.join(''));

test('a text is taken apart as Intl.Segmenter takes it apart', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(fc.constantFrom(...signs, '\u001B[1m')), fc.array(anyText)), (parts) => {
      const text = parts.join('');
      const own = new Graphemes().segment(text);
      expect([...own]).toEqual([...real.segment(text)]);
      for (let index = -1; index <= text.length; index += 1) {
        expect(own.containing(index)).toEqual(real.segment(text).containing(index));
      }
      expect(own.containing()).toEqual(real.segment(text).containing());
    }),
    seeded,
  );
});
