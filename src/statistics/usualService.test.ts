import { expect, test } from 'vitest';
import type { DailyFigures } from './figures.js';
import { usualService, usualServiceAt } from './usualService.js';
import { tallyOf } from './tally.js';

const limits = { minContacts: 5, minDesks: 3 };
const options = { day: '2015-06-08', limits, otherwise: 600_000 };

/** A day with services of so many minutes in its morning and afternoon, at three desks. */
function dayWith(day: string, am: readonly number[], pm: readonly number[] = [], desks = 3): DailyFigures {
  const rowOf = (half: 'am' | 'pm', minutes: readonly number[]) => ({
    half,
    concern: '3.2',
    booked: '3.2',
    wait: tallyOf(minutes.map(() => 0)),
    service: tallyOf(minutes.map((each) => each * 60_000)),
    outcomes: {},
  });
  return {
    day,
    contacts: [rowOf('am', am), rowOf('pm', pm)],
    sessions: { all: desks, atDesksByHalf: { am: desks, pm: desks } },
  } as unknown as DailyFigures;
}

const minutes = ({ am, pm }: { am: number; pm: number }) => [am / 60_000, pm / 60_000];

test('is the mean of the same half of the same weekday over four weeks', () => {
  const days = [
    dayWith('2015-06-01', [8, 8, 8], [20, 20, 20]),
    dayWith('2015-05-25', [12, 12, 12], [20, 20]),
    dayWith('2015-06-02', [60, 60, 60, 60, 60], [60, 60, 60, 60, 60]),
  ];
  expect(minutes(usualService(days, options))).toEqual([10, 20]);
});

test('is the mean of all days where that rests on too little', () => {
  const days = [dayWith('2015-06-01', [8, 8]), dayWith('2015-06-02', [12, 12, 12, 12, 12])];
  expect(minutes(usualService(days, options))).toEqual([11, 11]);
});

test.each([
  ['no days', []],
  ['too few contacts', [dayWith('2015-06-01', [8, 8])]],
  ['too few desks', [dayWith('2015-06-01', [8, 8, 8, 8, 8], [], 2)]],
  [
    'days of today or long ago',
    [dayWith('2015-06-08', [8, 8, 8, 8, 8]), dayWith('2015-05-10', [8, 8, 8, 8, 8])],
  ],
])('is what the settings say with %s', (_, days) => {
  expect(minutes(usualService(days, options))).toEqual([10, 10]);
});

test('is a minute at the least, so that a wait can be told from it', () => {
  const day = dayWith('2015-06-01', [0.2, 0.2, 0.2, 0.2, 0.2]);
  expect(minutes(usualService([day], options))).toEqual([1, 1]);
});

test('is that of the afternoon from the moment on when it begins', () => {
  const site = { zone: 'Europe/Berlin', halfDayAt: '12:30', usualService: { am: 1, pm: 2 } };
  const noon = Date.parse('2015-06-08T12:30:00+02:00');
  expect([noon - 1, noon].map((at) => usualServiceAt(at, '2015-06-08', site))).toEqual([1, 2]);
});
