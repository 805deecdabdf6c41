import { expect, test } from 'vitest';
import { bookTicket } from '../testing/bookings.js';
import { fakeOffice } from '../testing/fakeConnection.js';
import { minutes } from '../testing/officeDay.js';
import type { DailyFigures, QuarterRow } from './figures.js';
import { comparedQuarters, compareWithBefore, sameWeekdaysBefore } from './sameWeekday.js';

const limits = { minContacts: 5, minDesks: 3 };

const dayWith = (quarters: Record<number, QuarterRow>, visits: readonly unknown[] = [{}]): DailyFigures =>
  ({ visits, quarters }) as unknown as DailyFigures;

const waits = (n: number, sum: number) => ({ n, sum: minutes(sum), max: 0 });

test('the four Mondays before a Monday', () => {
  expect(sameWeekdaysBefore('2015-06-08')).toEqual(['2015-06-01', '2015-05-25', '2015-05-18', '2015-05-11']);
});

test('today until now, and the mean of the days before until the same time', () => {
  const today = dayWith({ 32: { booked: 6, served: 1, waits: waits(5, 50) }, 33: { booked: 2, served: 3 } });
  const before = [
    dayWith({ 32: { booked: 3, served: 2, waits: waits(3, 12) }, 33: { booked: 4, waits: waits(4, 400) } }),
    dayWith({ 32: { booked: 2, waits: waits(2, 18) }, 34: { booked: 90, served: 90 } }),
    // A holiday
    dayWith({}, []),
  ];
  expect(compareWithBefore(today, before, { quarters: 34, waitQuarters: 33, limits })).toEqual({
    today: { arrived: 8, served: 4, meanWait: minutes(10) },
    before: { arrived: 4.5, served: 1, meanWait: minutes(6) },
    days: 2,
  });
});

test('a wait of too few is hidden, of nobody unknown, and without days there is nothing to compare with', () => {
  const today = dayWith({ 32: { booked: 6, waits: waits(4, 50) } });
  const upTo = { quarters: 33, waitQuarters: 33, limits };
  expect(compareWithBefore(today, [], upTo)).toEqual({
    today: { arrived: 6, served: 0, meanWait: 'few' },
    before: null,
    days: 0,
  });
  expect(compareWithBefore(today, [], { ...upTo, waitQuarters: 32 }).today.meanWait).toBeNull();
});

test('waits are compared as far as everybody who came has been served', () => {
  const office = fakeOffice();
  expect(comparedQuarters(office.day, office.now())).toEqual({ quarters: 40, waitQuarters: 40 });
  bookTicket(office, '3.2');
  office.pass(minutes(20));
  bookTicket(office, '3.2');
  office.pass(minutes(20));
  expect(comparedQuarters(office.day, office.now())).toEqual({ quarters: 42, waitQuarters: 40 });
  office.ask('desk/1', { type: 'call', desk: '1' });
  office.ask('desk/1', { type: 'start', desk: '1' });
  expect(comparedQuarters(office.day, office.now())).toEqual({ quarters: 42, waitQuarters: 40 });
  office.ask('desk/1', { type: 'finish', desk: '1' });
  expect(comparedQuarters(office.day, office.now())).toEqual({ quarters: 42, waitQuarters: 41 });
});
