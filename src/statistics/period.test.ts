import { describe, expect, test } from 'vitest';
import { partOf } from '../testing/scenarios/load.js';
import { daysBetween, isoWeekOf, weekdayOf } from './calendar.js';
import { keyDates, parsePeriod, pilot, type Period, type PeriodAsk } from './period.js';

const read = (ask: PeriodAsk, today = '2015-06-10') => parsePeriod(ask, today);

function period(ask: PeriodAsk, today?: string): Period {
  const answer = read(ask, today);
  if ('rejection' in answer) throw new Error(JSON.stringify(answer.rejection));
  return answer.period;
}

const ends = ({ from, to }: Period) => [from, to];

describe('a word names a period', () => {
  test.each<[PeriodAsk, string, string, string]>([
    [{ kind: 'day', word: '2015-06-08' }, '2015-06-08', '2015-06-08', '2015-06-08'],
    [{ kind: 'week', word: '2015-W24' }, '2015-W24', '2015-06-08', '2015-06-14'],
    [{ kind: 'week', word: '2015-W53' }, '2015-W53', '2015-12-28', '2016-01-03'],
    [{ kind: 'week', word: '2016-W01' }, '2016-W01', '2016-01-04', '2016-01-10'],
    [{ kind: 'month', word: '2016-02' }, '2016-02', '2016-02-01', '2016-02-29'],
    [{ kind: 'quarter', word: '2015-Q3' }, '2015-Q3', '2015-07-01', '2015-09-30'],
    [{ kind: 'quarter', word: '2015-Q4' }, '2015-Q4', '2015-10-01', '2015-12-31'],
    [{ kind: 'year', word: '2015' }, '2015', '2015-01-01', '2015-12-31'],
    [{ kind: 'pilot' }, 'pilot', '2015-06-01', '2015-12-31'],
    [{ kind: 'keydate', word: '2015-09-30' }, '2015-09-30', '2015-06-01', '2015-09-30'],
    [{ kind: 'keydate', word: '2015-12-31' }, '2015-12-31', '2015-10-01', '2015-12-31'],
    [
      { kind: 'range', from: '2015-06-08', to: '2015-06-12' },
      '2015-06-08..2015-06-12',
      '2015-06-08',
      '2015-06-12',
    ],
  ])('%o', (ask, label, from, to) => {
    expect(period(ask)).toEqual({ kind: ask.kind, label, from, to });
  });

  test('without a word it is the one that holds today', () => {
    expect(period({ kind: 'day' }).label).toBe('2015-06-10');
    expect(period({ kind: 'week' }).label).toBe('2015-W24');
    expect(period({ kind: 'week' }, '2016-01-03').label).toBe('2015-W53');
    expect(period({ kind: 'month' }).label).toBe('2015-06');
    expect(period({ kind: 'quarter' }).label).toBe('2015-Q2');
    expect(period({ kind: 'year' }).label).toBe('2015');
    expect(period({ kind: 'range', from: '2015-06-01' }).to).toBe('2015-06-10');
    expect(period({ kind: 'keydate' }).label).toBe('2015-09-30');
    expect(period({ kind: 'keydate' }, '2015-10-01').label).toBe('2015-12-31');
    expect(period({ kind: 'keydate' }, '2016-02-01').label).toBe('2015-12-31');
  });
});

describe('what can not be read is refused with an example', () => {
  test.each<[PeriodAsk, string]>([
    [{ kind: 'day', word: '2015-02-29' }, '2015-06-08'],
    [{ kind: 'day', word: 'yesterday' }, '2015-06-08'],
    [{ kind: 'week', word: '2015-W54' }, '2015-W24'],
    [{ kind: 'week', word: '2016-W53' }, '2015-W24'],
    [{ kind: 'week', word: '2015-W00' }, '2015-W24'],
    [{ kind: 'week', word: '2015-24' }, '2015-W24'],
    [{ kind: 'month', word: '2015-13' }, '2015-06'],
    [{ kind: 'month', word: '2015-06-08' }, '2015-06'],
    [{ kind: 'quarter', word: '2015-Q5' }, '2015-Q3'],
    [{ kind: 'year', word: '15' }, '2015'],
    [{ kind: 'year', word: '0000' }, '2015'],
    [{ kind: 'range', from: '2015-06-31', to: '2015-07-01' }, '2015-06-08'],
  ])('%o', (ask, example) => {
    const word = ask.kind === 'range' ? ask.from : ask.word;
    expect(read(ask)).toEqual({ rejection: { name: 'unreadablePeriod', kind: ask.kind, word, example } });
  });

  test('an inverted period and a key date that is none', () => {
    expect(read({ kind: 'range', from: '2015-06-12', to: '2015-06-08' })).toEqual({
      rejection: { name: 'periodInverted', from: '2015-06-12', to: '2015-06-08' },
    });
    expect(read({ kind: 'keydate', word: '2015-06-30' })).toEqual({
      rejection: { name: 'unknownKeyDate', word: '2015-06-30', known: ['2015-09-30', '2015-12-31'] },
    });
  });
});

describe('an office with a trial of its own', () => {
  const spans = {
    pilot: { from: '2027-02-01', to: '2027-07-31' },
    keyDates: [
      { from: '2027-02-01', to: '2027-04-30' },
      { from: '2027-05-01', to: '2027-07-31' },
    ],
  };

  test('reports on it and on its key dates', () => {
    expect(parsePeriod({ kind: 'pilot' }, '2027-03-01', spans)).toEqual({
      period: { kind: 'pilot', label: 'pilot', ...spans.pilot },
    });
    expect(parsePeriod({ kind: 'keydate' }, '2027-05-01', spans)).toEqual({
      period: { kind: 'keydate', label: '2027-07-31', from: '2027-05-01', to: '2027-07-31' },
    });
    expect(parsePeriod({ kind: 'keydate', word: '2015-09-30' }, '2027-05-01', spans)).toEqual({
      rejection: { name: 'unknownKeyDate', word: '2015-09-30', known: ['2027-04-30', '2027-07-31'] },
    });
    expect(parsePeriod({ kind: 'keydate' }, '2027-05-01', { ...spans, keyDates: [] })).toEqual({
      rejection: { name: 'unknownKeyDate', word: '', known: [] },
    });
  });
});

test('before its first day the pilot is refused, and the days before are not', () => {
  expect(read({ kind: 'pilot' }, '2015-05-31')).toEqual({
    rejection: { name: 'pilotNotBegun', from: '2015-06-01' },
  });
  expect(period({ kind: 'pilot' }, '2015-06-01').to).toBe('2015-12-31');
  expect(ends(period({ kind: 'range', from: '2015-05-01', to: '2015-05-31' }, '2015-05-31'))).toEqual([
    '2015-05-01',
    '2015-05-31',
  ]);
});

describe('S15: the calendar of the pilot', () => {
  const calendar = partOf('S15', 'calendar') as {
    readonly pilotFirstDay: { readonly date: string; readonly isoWeek: number };
    readonly keyDates: Readonly<Record<string, string>>;
    readonly week53: {
      readonly monday: string;
      readonly sunday: string;
      readonly insidePilot: readonly string[];
    };
    readonly workdaysMoFrWithoutNRWHolidays: Readonly<Record<string, number>> & {
      readonly perMonth: Readonly<Record<string, number>>;
    };
    readonly holidaysNRWInPilot: Readonly<Record<string, string>>;
  };
  const workdays = ({ from, to }: Period) =>
    daysBetween(from, to).filter(
      (day) => weekdayOf(day) <= 5 && !Object.hasOwn(calendar.holidaysNRWInPilot, day),
    ).length;

  test('begins on a Monday and is what the two key dates report', () => {
    expect(pilot.from).toBe(calendar.pilotFirstDay.date);
    expect(isoWeekOf(pilot.from)).toBe(`2015-W${calendar.pilotFirstDay.isoWeek}`);
    expect(keyDates.map(({ label }) => label)).toEqual(Object.keys(calendar.keyDates));
    expect(keyDates.flatMap(({ from, to }) => daysBetween(from, to))).toEqual(
      daysBetween(pilot.from, pilot.to),
    );
  });

  test('has as many working days as the calendar says', () => {
    const { perMonth, pilot: inPilot, ...spans } = calendar.workdaysMoFrWithoutNRWHolidays;
    expect(workdays(pilot)).toBe(inPilot);
    for (const [span, count] of Object.entries(spans)) {
      const [from = '', to = ''] = span.split('..');
      expect(workdays(period({ kind: 'range', from, to })), span).toBe(count);
      expect(keyDates.map(ends)).toContainEqual([from, to]);
    }
    for (const [month, count] of Object.entries(perMonth)) {
      expect(workdays(period({ kind: 'month', word: month })), month).toBe(count);
    }
  });

  test('week 53 goes on into January, the pilot does not', () => {
    const week = period({ kind: 'week', word: '2015-W53' });
    expect(ends(week)).toEqual([calendar.week53.monday, calendar.week53.sunday]);
    expect([week.from, pilot.to]).toEqual(calendar.week53.insidePilot);
  });
});
