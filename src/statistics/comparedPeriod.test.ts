import { describe, expect, test } from 'vitest';
import { askOfWord, overlap, periodBefore } from './comparedPeriod.js';
import { keyDates, parsePeriod, pilot, type Period, type PeriodAsk } from './period.js';

const spans = { pilot, keyDates };

function period(ask: PeriodAsk): Period {
  const answer = parsePeriod(ask, '2016-03-01');
  if ('rejection' in answer) throw new Error(answer.rejection.name);
  return answer.period;
}

const keyDate = (word: string) => period({ kind: 'keydate', word });

describe('a word alone names a period of any kind', () => {
  const week = period({ kind: 'week', word: '2015-W24' });

  test.each([
    ['2015-06-08', 'day', '2015-06-08', '2015-06-08'],
    ['2015-W53', 'week', '2015-12-28', '2016-01-03'],
    ['2015-06', 'month', '2015-06-01', '2015-06-30'],
    ['2015-Q3', 'quarter', '2015-07-01', '2015-09-30'],
    ['2015', 'year', '2015-01-01', '2015-12-31'],
    ['pilot', 'pilot', '2015-06-01', '2015-12-31'],
    ['2015-06-01..2015-06-12', 'range', '2015-06-01', '2015-06-12'],
    ['2015-09-30', 'day', '2015-09-30', '2015-09-30'],
  ])('%s is a %s', (word, kind, from, to) => {
    expect(period(askOfWord(word, week, spans))).toMatchObject({ kind, from, to });
  });

  test('beside a key date a key date is one', () => {
    expect(askOfWord('2015-09-30', keyDate('2015-12-31'), spans)).toEqual({
      kind: 'keydate',
      word: '2015-09-30',
    });
    expect(askOfWord('2015-06-08', keyDate('2015-12-31'), spans).kind).toBe('day');
  });

  test.each(['last week', '2015-W99', '2015-Q7', '2015-13', '2015-06-01..', ''])('%j is none', (word) => {
    expect(parsePeriod(askOfWord(word, week, spans), '2016-03-01')).toHaveProperty(
      'rejection.name',
      'unreadablePeriod',
    );
  });
});

describe('the period before', () => {
  test.each<[PeriodAsk, string]>([
    [{ kind: 'day', word: '2015-06-09' }, '2015-06-08'],
    [{ kind: 'day', word: '2015-06-08' }, '2015-06-05'],
    [{ kind: 'day', word: '2015-06-07' }, '2015-06-05'],
    [{ kind: 'day', word: '2015-06-06' }, '2015-06-05'],
    [{ kind: 'week', word: '2016-W01' }, '2015-W53'],
    [{ kind: 'week', word: '2015-W01' }, '2014-W52'],
    [{ kind: 'month', word: '2015-01' }, '2014-12'],
    [{ kind: 'quarter', word: '2016-Q1' }, '2015-Q4'],
    [{ kind: 'year', word: '2015' }, '2014'],
    [{ kind: 'keydate', word: '2015-12-31' }, '2015-09-30'],
    [{ kind: 'range', from: '2015-06-08', to: '2015-06-12' }, '2015-06-03..2015-06-07'],
  ])('%o', (ask, label) => {
    expect(periodBefore(period(ask), spans)).toMatchObject({ kind: ask.kind, label });
  });

  test('there is none before the pilot and the first key date', () => {
    expect(periodBefore(pilot, spans)).toBeUndefined();
    expect(periodBefore(keyDate('2015-09-30'), spans)).toBeUndefined();
  });

  test('never overlaps', () => {
    expect(overlap(period({ kind: 'week', word: '2015-W24' }), pilot)).toBe(true);
    const month = period({ kind: 'month', word: '2015-06' });
    expect(overlap(month, periodBefore(month, spans) ?? month)).toBe(false);
  });
});
