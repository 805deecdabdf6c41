import { expect, test } from 'vitest';
import { withoutColours } from './plainColours.js';

const green = '\u001B[32m';
const onRed = '\u001B[101m';
const bold = '\u001B[1m';
const faint = '\u001B[2m';
const inverse = '\u001B[7m';
const own = '\u001B[39m\u001B[49m';
const text = `${green}${onRed}${bold}ok${own}\u001B[22m${faint}5 min\u001B[22m${inverse}E017\u001B[27m\u001B[0m\u001B[2J`;

test('colours go, everything else stays', () => {
  expect(withoutColours(text, { withoutFaint: false })).toBe(
    `${bold}ok\u001B[22m${faint}5 min\u001B[22m${inverse}E017\u001B[27m\u001B[0m\u001B[2J`,
  );
  expect(withoutColours('\u001B[1;32m!\u001B[m', { withoutFaint: false })).toBe('\u001B[1m!\u001B[m');
});

test('for more contrast nothing is faint', () => {
  expect(withoutColours(text, { withoutFaint: true })).toContain('ok\u001B[22m5 min\u001B[22m');
});
