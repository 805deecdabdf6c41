import { expect, test } from 'vitest';
import { dailyFigures } from './dailyFigures.js';
import { currentFigures } from './olderFigures.js';
import { officeDay } from '../testing/officeDay.js';
import { asOfFirstVersion } from '../testing/olderArchive.js';

test('figures of the first version read as those of today', () => {
  const office = officeDay();
  for (const concern of ['3.2', '3.7', '3.2', '3.7']) {
    office.reception().checkIn(concern);
    office.pass(61_000);
  }
  for (const seconds of [90, 200, 90]) {
    office.desk('1').call();
    office.pass(seconds * 1000);
    office.desk('1').finish();
  }
  office.reception().leave(office.line[0] ?? '');
  const figures = dailyFigures(office.day, { zone: 'Europe/Berlin', halfDayAt: '12:00' });
  expect(figures.contacts.length).toBeGreaterThan(1);
  expect(figures.unserved?.left?.n).toBe(1);
  const older = asOfFirstVersion(figures);
  expect(older).not.toEqual(figures);
  expect(currentFigures(older)).toEqual(figures);
  expect(currentFigures(figures)).toBe(figures);
});
