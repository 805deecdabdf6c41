import { describe, expect, test } from 'vitest';
import { officeDay } from '../testing/officeDay.js';

describe('corrections', () => {
  test('[X1] the wrong concern is put right, and the log knows what it was', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.reception().checkIn(null, { rule: 'appointment' });
    office.at('08:20');
    const ticket = office.reception().correct('E001', '3.2').entry;
    const visit = office.lead.correct('V001', '6.1').entry;

    expect(office.ticket('E001').concern).toBe('3.2');
    expect(office.contact('E001')).toMatchObject({ concern: '3.2', bookedConcern: '3.2' });
    expect(office.visit('V001').concern).toBe('6.1');
    const at = office.instant('08:20');
    expect(office.day.corrections).toEqual([
      { visit: 'E001', from: '3.1', to: '3.2', at, seq: ticket.seq },
      { visit: 'V001', from: null, to: '6.1', at, seq: visit.seq },
    ]);
  });

  test('[X1] a correction after the contact leaves what it was booked for', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    office.desk('1').call();
    office.desk('1').finish({ concern: '3.9' });
    office.lead.correct('E001', '3.2');
    expect(office.contact('E001')).toMatchObject({ concern: '3.2', bookedConcern: '3.1' });
    expect(office.day.corrections).toMatchObject([{ from: '3.9', to: '3.2' }]);
  });

  test('[X2] what a desk has, only the lead corrects', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    office.desk('1').call();
    const called = { name: 'ticketNotWaiting', number: 'E001', state: 'called', desk: '1' };
    expect(office.reception().refused.correct('E001', '3.2')).toEqual(called);
    expect(office.reception().refused.cancel('E001')).toEqual(called);
    office.lead.correct('E001', '3.2');
    expect(office.contact('E001').concern).toBe('3.2');
  });

  test('[X3] a double booking disappears from the line and from the count', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.reception().checkIn('3.1');
    const visit = office.reception().checkIn('6.1', { rule: '6.1/talk' }).number;
    office.at('08:05');
    const { entry } = office.reception().cancel('E002');
    office.reception().cancel(visit);

    expect(office.line).toEqual(['E001']);
    expect(office.ticket('E002')).toMatchObject({
      state: 'ended',
      ending: 'cancelled',
      endedAt: office.instant('08:05'),
    });
    expect(office.visit(visit).cancelled).toBe(true);
    expect(office.day.corrections[0]).toEqual({
      visit: 'E002',
      from: '3.1',
      to: null,
      at: office.instant('08:05'),
      seq: entry.seq,
    });
  });

  test('[X3] a missed ticket can be cancelled, one with a desk or at its end can’t', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.desk('1').call();
    expect(office.lead.refused.cancel('E001')).toMatchObject({ name: 'ticketNotWaiting', state: 'called' });
    office.at('08:03');
    office.desk('1').noShow();
    office.lead.cancel('E001');
    expect(office.ticket('E001').ending).toBe('cancelled');

    office.reception().checkIn('3.1');
    office.desk('1').call();
    office.desk('1').finish();
    expect(office.lead.refused.cancel('E002')).toMatchObject({ name: 'ticketNotWaiting', state: 'ended' });
  });

  test('[X4] what can’t be corrected', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    const { refused } = office.reception();
    expect(refused.correct('E007', '3.2')).toEqual({ name: 'unknownVisit', visit: 'E007' });
    expect(refused.cancel('V001')).toEqual({ name: 'unknownVisit', visit: 'V001' });
    expect(refused.correct('E001', '3.1')).toEqual({ name: 'sameConcern', concern: '3.1' });
    expect(refused.correct('E001', '9.9')).toEqual({ name: 'unknownConcern', concern: '9.9' });
    office.reception().cancel('E001');
    expect(refused.cancel('E001')).toEqual({ name: 'ticketEnded', number: 'E001' });
    expect(office.lead.refused.correct('E001', '3.2')).toEqual({ name: 'ticketEnded', number: 'E001' });
  });

  test('[X5] what was settled at the reception stays something that the reception settles', () => {
    const office = officeDay();
    office.reception().checkIn('6.1', { rule: '6.1/sickNote' });
    expect(office.reception().refused.correct('V001', '3.1')).toEqual({
      name: 'notSettledHere',
      concern: '3.1',
    });
    office.reception().correct('V001', '3.2');
    expect(office.visit('V001').concern).toBe('3.2');
  });

  test('[X5] a ticket in the line stays something that may queue', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    expect(office.reception().refused.correct('E001', '6.1')).toEqual({
      name: 'notForEntranceZone',
      concern: '6.1',
    });
    office.desk('1').call();
    office.desk('1').finish();
    office.lead.correct('E001', '6.1');
    expect(office.contact('E001').concern).toBe('6.1');
  });

  test('[X3] who had a contact already is no double booking', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    office.desk('1').call();
    office.desk('1').requeue('6.3');
    expect(office.lead.refused.cancel('E001')).toEqual({ name: 'ticketWasServed', number: 'E001' });
  });

  test('[X6] the second leg is corrected on its own', () => {
    const office = officeDay();
    office.reception().checkIn('3.9');
    office.desk('1').call();
    office.desk('1').requeue('6.3');
    office.reception().correct('E001', '3.2');
    expect(office.ticket('E001').concern).toBe('3.9');
    expect(office.contact('E001', 1).concern).toBe('3.9');
    expect(office.contact('E001', 2)).toMatchObject({ concern: '3.2', bookedConcern: '3.2' });
  });
});
