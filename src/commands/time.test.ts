import { describe, expect, test } from 'vitest';
import { readTime } from './time.js';

const read = (word: string, day = '2015-06-08') =>
  new Date(readTime(word, day, 'Europe/Berlin', 'de')).toISOString();

describe('a time on the command line', () => {
  test.each([
    ['08:15', '2015-06-08T06:15:00.000Z'],
    ['08:15:30', '2015-06-08T06:15:30.000Z'],
    ['2015-06-08T08:15', '2015-06-08T06:15:00.000Z'],
    ['2015-06-08T08:15:30', '2015-06-08T06:15:30.000Z'],
    ['2015-06-08T08:15Z', '2015-06-08T08:15:00.000Z'],
    ['2015-06-08T08:15:00+02:00', '2015-06-08T06:15:00.000Z'],
    ['2015-06-08T08:15:00+0200', '2015-06-08T06:15:00.000Z'],
    ['2015-01-08T08:15', '2015-01-08T07:15:00.000Z'],
  ])('%s', (word, instant) => {
    expect(read(word)).toBe(instant);
  });

  test.each([
    ['an hour that does not exist is the one after it', '2015-03-29', '02:30', '2015-03-29T01:30:00.000Z'],
    ['before the change', '2015-03-29', '01:30', '2015-03-29T00:30:00.000Z'],
    ['after the change', '2015-10-25', '03:30', '2015-10-25T02:30:00.000Z'],
  ])('on the day the clocks change: %s', (_, day, word, instant) => {
    expect(read(word, day)).toBe(instant);
  });

  test.each([
    '24:00',
    '8:15',
    '08:60',
    '',
    'gestern',
    '2015-02-30T08:00',
    '2015-06-31T08:00Z',
    '2015-06-08T25:00',
    '2015-06-08 08:15',
    '2015-06-08T08:15-02',
  ])('is not %j', (word) => {
    expect(() => read(word)).toThrow(`„${word}“`);
  });
});
