import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { withQuickWidths } from '../rolldown.config.js';

const file = createRequire(import.meta.url).resolve('string-width');
const built = withQuickWidths.transform.handler(readFileSync(file, 'utf8'));
const [, quick = ''] = /Fast path[^\n]*\n\tif \(\/(.*?)\/\.test/.exec(built) ?? [];
const isQuick = new RegExp(quick);
const signs = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code)).filter((sign) =>
  isQuick.test(sign),
);

test('what the built program measures quickly takes one cell a sign for string-width too', () => {
  expect(isQuick.test('Straße – „müde“ … ▶ ● ───')).toBe(true);
  expect(signs.length).toBeGreaterThan(400);
  expect(signs.filter((sign) => stringWidth(sign) !== 1)).toEqual([]);
});

test('and so it does whatever stands beside it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signs)), (chosen) => {
      expect(stringWidth(chosen.join(''))).toBe(chosen.length);
    }),
    { seed: 1, numRuns: 1000 },
  );
});
