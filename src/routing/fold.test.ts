import { describe, expect, it } from 'vitest';
import { fold, isOneTypoApart } from './fold.js';

describe('folding', () => {
  it.each([
    ['Müller', ['mueller', 'muller']],
    ['MULLER', ['muller']],
    ['Mu\u0308ller', ['mueller', 'muller']],
    ['Maßarbeit', ['massarbeit']],
    ['ÄÖÜ', ['aeoeue', 'aou']],
    ['BAföG', ['bafoeg', 'bafog']],
    ['Café', ['cafe']],
    ['Łódź', ['lodz']],
    ['3.4b', ['3.4b']],
    ['', ['']],
  ])('%s is %o', (text, expected) => {
    expect(fold(text)).toEqual(expected);
  });
});

describe('one typo', () => {
  it.each([
    ['umzug', 'umzuk', 'a wrong letter'],
    ['umzug', 'umzg', 'one missing'],
    ['umzug', 'umzzug', 'one too many'],
    ['umzug', 'uzmug', 'two swapped'],
    ['umzug', 'zumzug', 'one in front'],
    ['umzug', 'umzugs', 'one at the end'],
  ])('%s and %s: %s', (a, b) => {
    expect(isOneTypoApart(a, b)).toBe(true);
    expect(isOneTypoApart(b, a)).toBe(true);
  });

  it.each([
    ['umzug', 'umzug'],
    ['umzug', 'umbau'],
    ['umzug', 'umz'],
    ['umzug', 'muguz'],
    ['', ''],
  ])('not %s and %s', (a, b) => {
    expect(isOneTypoApart(a, b)).toBe(false);
  });
});
