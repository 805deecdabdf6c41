import { describe, expect, it } from 'vitest';
import { isUnder25 } from './u25.js';

describe('[S08] under 25', () => {
  it.each([
    ['1990-07-18', '2015-07-17', true],
    ['1990-07-17', '2015-07-17', false],
    ['1992-02-29', '2017-02-28', true],
    ['1992-02-29', '2017-03-01', false],
    ['1990-12-31', '2015-01-01', true],
    ['1989-12-31', '2015-01-01', false],
  ])('born %s, on %s: %s', (born, on, expected) => {
    expect(isUnder25(born, on)).toBe(expected);
  });

  it.each([
    ['17.07.1990', '2015-07-17'],
    ['1990-07-17', '2015-7-17'],
  ])('refuses what is not written as a day: %s, %s', (born, on) => {
    expect(() => isUnder25(born, on)).toThrow(RangeError);
  });
});
