import { expect, test } from 'vitest';
import { rulebook } from '../../routing/rulebook.js';
import { minutes, officeDay } from '../../testing/officeDay.js';
import { queueOf, visitorsOf } from './visitors.js';

test('missed ones first, then the latest; who is called, served or gone is not there', () => {
  const office = officeDay({ catalogue: rulebook });
  const checkIn = (time: string, concern = '3.2') => {
    office.at(time);
    office
      .reception()
      .checkIn(concern, { rule: `${concern}/default`, identityChecked: true, consulted: true });
  };
  checkIn('08:00');
  checkIn('08:01');
  office.desk('1').call();
  office.pass(minutes(4));
  office.desk('1').noShow();
  checkIn('08:10');
  checkIn('08:20', '3.13');
  checkIn('08:30');
  office.desk('2').call();
  expect(visitorsOf(office.day).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'missed E001',
    'waiting E004',
    'waiting E003',
    'visit V001',
  ]);
  expect(queueOf(office.day)).toEqual({ waiting: 2, longestSince: office.instant('08:10') });
});
