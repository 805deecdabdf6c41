import { describe, expect, test } from 'vitest';
import { officeDay } from '../testing/officeDay.js';

/** Two visitors of 08:00 and 08:01; the first was called at 08:10. */
function firstCalled() {
  const office = officeDay();
  office.at('08:00');
  office.reception().checkIn('3.1');
  office.at('08:01');
  office.reception().checkIn('3.2');
  office.at('08:10');
  office.desk('1').call();
  return office;
}

describe('going on to another contact', () => {
  test('[C12] a new concern is a new leg with a wait of its own', () => {
    const office = firstCalled();
    office.at('08:20');
    office.desk('1').requeue('6.3', { concern: '3.9', consulted: true });
    expect(office.stateOfDesk('1').state).toBe('free');
    expect(office.ticket('E001')).toMatchObject({
      state: 'waiting',
      ending: null,
      endedAt: null,
      concern: '3.1',
    });
    expect(office.contact('E001', 1)).toMatchObject({
      outcome: 'settled',
      concern: '3.9',
      finishedAt: office.instant('08:20'),
    });
    expect(office.contact('E001', 2)).toMatchObject({
      concern: '6.3',
      bookedConcern: '6.3',
      queuedAt: office.instant('08:20'),
      firstCalledAt: null,
    });
    expect(office.desk('1').refused.requeue('6.3').name).toBe('deskHasNoTicket');
    office.desk('1').call();
    expect(office.desk('1').refused.requeue('9.9')).toEqual({ name: 'unknownConcern', concern: '9.9' });
  });

  test('[C12] the next concern is another one, and one for the entrance zone', () => {
    const office = firstCalled();
    expect(office.desk('1').refused.requeue('3.1')).toEqual({ name: 'sameConcern', concern: '3.1' });
    expect(office.desk('1').refused.requeue('6.1')).toEqual({ name: 'notForEntranceZone', concern: '6.1' });
    // Another one than that of this leg, not than the one named at the reception.
    office.desk('1').requeue('6.3');
    office.desk('1').call('E001', 'emergency');
    expect(office.desk('1').refused.requeue('6.3')).toEqual({ name: 'sameConcern', concern: '6.3' });
    office.desk('1').requeue('3.1');
  });

  test('[C12] of those who queue in the same moment, the one sent on stands behind the one who came in', () => {
    const office = firstCalled();
    office.at('08:20');
    office.reception().checkIn('3.1');
    office.desk('1').requeue('6.3');
    expect(office.line).toEqual(['E002', 'E003', 'E001']);
  });

  test('[C13] a transferred visitor keeps the place and waits anew', () => {
    const office = firstCalled();
    office.at('08:20');
    office.desk('1').transfer('wrongDesk', '3');
    expect(office.contact('E001', 1)).toMatchObject({
      outcome: 'forwarded',
      destination: 'EINGANGSZONE',
      transferReason: 'wrongDesk',
      finishedAt: office.instant('08:20'),
    });
    expect(office.contact('E001', 2)).toMatchObject({ concern: '3.1', queuedAt: office.instant('08:20') });
    expect(office.ticket('E001')).toMatchObject({
      state: 'waiting',
      reservedFor: '3',
      bookedAt: office.instant('08:00'),
    });
    expect(office.line).toEqual(['E001', 'E002']);
  });

  test('[C13] a transfer says why, and to no desk that is none or the same', () => {
    const { refused } = firstCalled().desk('1');
    expect(refused.transfer('bored')).toEqual({
      name: 'unknownReason',
      reason: 'bored',
      known: ['wrongDesk', 'language'],
    });
    expect(refused.transfer('language', '9')).toEqual({ name: 'unknownDesk', desk: '9' });
    expect(refused.transfer('language', '1')).toEqual({ name: 'sameDesk', desk: '1' });
  });
});
