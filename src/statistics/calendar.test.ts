import { TZDate } from '@date-fns/tz/date';
import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { getISODay } from 'date-fns/getISODay';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  clockIsOf,
  dayOf,
  daysBetween,
  endOf,
  hourOf,
  instantOf,
  isDay,
  isoWeekOf,
  mondayOf,
  plusDays,
  plusMonths,
  startOf,
  timeOf,
  weekdayOf,
} from './calendar.js';

const zone = 'Europe/Berlin';
const hours = (day: string) => (endOf(day, zone) - startOf(day, zone)) / 3_600_000;

describe('the calendar', () => {
  test('tells the local day and time of an instant, whatever the zone of the machine', () => {
    const at = Date.parse('2015-06-07T22:30:00Z');
    expect(dayOf(at, zone)).toBe('2015-06-08');
    expect(timeOf(at, zone)).toBe('00:30');
    expect(instantOf('2015-06-08', '00:30', zone)).toBe(at);
  });

  test('tells the same where the process lives in the zone, through every change of clocks', () => {
    vi.stubEnv('TZ', zone);
    clockIsOf(zone);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      clockIsOf(undefined);
    });
    const instants = fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2037, 11) });
    fc.assert(
      fc.property(instants, (at) => {
        const local = new TZDate(at, zone);
        expect(`${dayOf(at, zone)} ${timeOf(at, zone)}`).toBe(format(local, 'yyyy-MM-dd HH:mm'));
        expect(hourOf(at, zone)).toBe(local.getHours());
        expect(dayOf(at, 'Asia/Tokyo')).toBe(format(new TZDate(at, 'Asia/Tokyo'), 'yyyy-MM-dd'));
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  test('knows days of 23 and 25 hours', () => {
    expect(hours('2016-03-27')).toBe(23);
    expect(hours('2015-10-25')).toBe(25);
    expect(hours('2015-06-08')).toBe(24);
  });

  test('names ISO weeks by the year of the week', () => {
    expect(isoWeekOf('2015-12-28')).toBe('2015-W53');
    expect(isoWeekOf('2016-01-03')).toBe('2015-W53');
    expect(isoWeekOf('2016-01-04')).toBe('2016-W01');
    expect(mondayOf('2016-01-03')).toBe('2015-12-28');
  });

  test('counts days across months, years and changes of clocks', () => {
    expect(plusDays('2015-10-24', 2)).toBe('2015-10-26');
    expect(plusDays('2016-02-28', 1)).toBe('2016-02-29');
    expect(plusMonths('2015-12-01', 1)).toBe('2016-01-01');
    expect(daysBetween('2015-12-30', '2016-01-02')).toHaveLength(4);
    expect(weekdayOf('2015-06-07')).toBe(7);
  });

  test('counts days and weeks as date-fns does', () => {
    const noon = fc
      .integer({ min: -4000, max: 40_000 })
      .map((days) => addDays(new Date(1970, 0, 1, 12), days));
    fc.assert(
      fc.property(noon, fc.integer({ min: -800, max: 800 }), (date, days) => {
        const day = format(date, 'yyyy-MM-dd');
        expect(isoWeekOf(day)).toBe(format(date, "RRRR-'W'II"));
        expect(weekdayOf(day)).toBe(getISODay(date));
        expect(plusDays(day, days)).toBe(format(addDays(date, days), 'yyyy-MM-dd'));
      }),
    );
  });

  test('tells days that exist from those that do not', () => {
    expect(isDay('2016-02-29')).toBe(true);
    expect(isDay('2015-02-29')).toBe(false);
    expect(isDay('2015-6-8')).toBe(false);
    expect(isDay('2015-13-01')).toBe(false);
  });
});
