import { describe, expect, test } from 'vitest';
import { minutes, officeDay } from '../testing/officeDay.js';
import type { Day } from '../queue/day.js';
import { dailyFigures } from './dailyFigures.js';
import { liveFigures, todaySummary } from './live.js';

const zone = 'Europe/Berlin';
const summaryOf = (day: Day, at: number, waitTarget: number) =>
  todaySummary(day, at, { figures: dailyFigures(day, { zone, halfDayAt: '12:00', at }), waitTarget });

const morning = () => {
  const office = officeDay();
  office.at('07:55');
  office.desk('1').open();
  office.desk('3').pause();
  office.at('08:00');
  office.reception().checkIn('6.1', { rule: '6.1/sickNote' });
  office.reception().checkIn('3.1');
  office.reception().checkIn('3.1');
  office.reception().checkIn('3.1');
  office.at('08:05');
  office.desk('1').call();
  office.at('08:10');
  office.desk('1').start();
  office.desk('1').park();
  office.desk('1').call();
  office.at('09:20');
  office.desk('1').finish({ outcome: 'appointment', destination: 'PAP' });
  office.reception().checkIn('3.9');
  office.desk('2').call();
  return office;
};

describe('the live figures', () => {
  test('have the keys of `beo stats --json`, and count whoever is there', () => {
    const office = morning();
    const live = liveFigures(office.day, office.instant('09:25'), { zone });
    expect(live).toEqual({
      at: '2015-06-08T07:25:00.000Z',
      waiting: 1,
      called: 1,
      inService: 0,
      current: 2,
      parked: 1,
      missed: 0,
      arrived: 4,
      served: 1,
      longestWaitSeconds: 300,
      byHour: [
        { hour: 8, arrived: 3, served: 0 },
        { hour: 9, arrived: 1, served: 1 },
      ],
      desks: [
        { desk: '1', state: 'free', activity: null, number: null },
        { desk: '2', state: 'contact', activity: null, number: 'E003' },
        { desk: '3', state: 'pause', activity: null, number: null },
      ],
    });
  });

  test('of a day on which nothing has happened are empty', () => {
    const office = officeDay();
    const live = liveFigures(office.day, office.instant('08:00'), { zone });
    expect(live).toMatchObject({ current: 0, arrived: 0, longestWaitSeconds: null, byHour: [] });
  });
});

describe('the summary of today', () => {
  test('has the filters, the waits so far and the longest waiting number', () => {
    const office = morning();
    expect(summaryOf(office.day, office.instant('09:25'), minutes(4))).toEqual({
      visits: { total: 5, settled: 1, appointments: 0, forwarded: 0 },
      filterFirst: 1 / 5,
      filterSecond: 0,
      withinTarget: 0,
      longestWaiting: { number: 'E004', waitedMs: minutes(5), isOverTarget: true },
      waitSoFar: { n: 1, meanMs: minutes(10), medianMs: minutes(10), p90Ms: minutes(10) },
      deviations: 0,
      noShowEvents: 0,
      leadInformed: 0,
      openDesks: 2,
    });
    const noReception = { ...office.day, rules: { ...office.day.rules, receptions: [] } };
    expect(summaryOf(noReception, office.instant('09:25'), minutes(4))).toMatchObject({
      filterFirst: null,
      filterSecond: 0,
    });
  });

  test('of nothing is nothing', () => {
    const office = officeDay();
    expect(summaryOf(office.day, office.instant('08:00'), minutes(15))).toMatchObject({
      filterFirst: null,
      filterSecond: null,
      withinTarget: null,
      longestWaiting: null,
      waitSoFar: { n: 0, meanMs: null, medianMs: null, p90Ms: null },
      openDesks: 0,
    });
  });
});
