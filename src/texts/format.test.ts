import { describe, expect, test } from 'vitest';
import {
  formatDay,
  formatDuration,
  formatMinutes,
  formatMinutesSeconds,
  formatNumber,
  formatPercent,
  formatShortDay,
} from './format.js';

describe('durations', () => {
  test.each([
    [0, '0:00'],
    [428_571.4, '7:09'],
    [499, '0:00'],
    [500, '0:01'],
    [59_500, '1:00'],
    [3_599_499, '59:59'],
    [3_599_500, '1:00:00'],
    [3_754_000, '1:02:34'],
  ])('%d ms is %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

  test('in narrow columns minutes run on', () => {
    expect(formatMinutesSeconds(3_754_000)).toBe('62:34');
    expect(formatMinutesSeconds(737_142.86)).toBe('12:17');
  });

  test('as minutes they show a decimal only where it says something', () => {
    const shown = [37.6, 188, 0.04, 999.96, 12_345.6].map((minutes) => formatMinutes(minutes * 60_000, 'de'));
    expect(shown).toEqual(['37,6', '188', '0', '1.000', '12.346']);
  });
});

test('numbers and shares follow the language', () => {
  expect(formatNumber(1234.5, 'de', 1)).toBe('1.234,5');
  expect(formatNumber(1234.5, 'en', 1)).toBe('1,234.5');
  expect(formatNumber(1_234_567, 'de')).toBe('1.234.567');
  expect(formatNumber(0.05, 'de', 1)).toBe('0,1');
  expect(formatNumber(-0.04, 'de', 1)).toBe('0,0');
  expect(formatNumber(-12.34, 'en', 1)).toBe('-12.3');
  expect(formatPercent(5 / 6, 'de')).toBe('83,3 %');
  expect(formatPercent(5 / 6, 'en')).toBe('83.3%');
  expect(formatPercent(12.345, 'de')).toBe('1.234,5 %');
});

test('days follow the language', () => {
  expect(formatDay('2015-06-08', 'de')).toBe('08.06.2015');
  expect(formatDay('2015-06-08', 'en')).toBe('8 Jun 2015');
  expect(formatShortDay('2015-10-25', 'de')).toBe('25.10.');
  expect(formatShortDay('2015-10-25', 'en')).toBe('25 Oct');
});
