import { describe, expect, test } from 'vitest';
import { minutes, officeDay, seconds } from '../testing/officeDay.js';

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

describe('parking', () => {
  test('[C10] who fills in a form keeps the desk, and the desk serves the next one', () => {
    const office = firstCalled();
    office.desk('1').start();
    office.at('08:12');
    office.desk('1').park();
    expect(office.ticket('E001')).toMatchObject({ state: 'parked', desk: '1' });
    expect(office.stateOfDesk('1')).toMatchObject({ state: 'free', number: null });

    office.desk('1').call();
    expect(office.desk('1').refused.resume('E001')).toEqual({
      name: 'deskStillBusy',
      desk: '1',
      number: 'E002',
    });
    expect(office.desk('2').refused.resume('E001')).toEqual({
      name: 'parkedAtAnotherDesk',
      number: 'E001',
      desk: '1',
    });
    expect(office.lead.refused.resume('E001', { desk: '2' }).name).toBe('parkedAtAnotherDesk');
    office.desk('1').finish();
    office.at('08:20');
    office.desk('1').resume('E001');
    expect(office.ticket('E001').state).toBe('inService');
    expect(office.stateOfDesk('1')).toMatchObject({ state: 'contact', number: 'E001' });
    expect(office.contact('E001').parkedMs).toBe(minutes(8));
  });

  test('[C10] whatever the desk did meanwhile ends when the visitor is back', () => {
    const office = firstCalled();
    const desk = office.desk('1');
    const meanwhile = [desk.close, desk.pause, () => desk.activity('4.2')];
    for (const begin of meanwhile) {
      desk.park();
      begin();
      office.pass(minutes(1));
      desk.resume('E001');
      expect(office.stateOfDesk('1')).toMatchObject({ state: 'contact', activity: null, number: 'E001' });
    }
    expect(office.contact('E001').parkedMs).toBe(minutes(3));
  });

  test('[C11] back in the line, a parked visitor does not wait a second time', () => {
    const office = firstCalled();
    office.at('08:11');
    office.desk('1').start();
    office.at('08:15');
    office.desk('1').park();
    office.at('08:20');
    office.reception().resume('E001', { toQueue: true });
    expect(office.line).toEqual(['E001', 'E002']);
    expect(office.ticket('E001')).toMatchObject({ state: 'waiting', desk: null });

    office.at('08:30');
    office.desk('2').call();
    office.at('08:32');
    office.desk('2').start();
    office.at('08:40');
    office.desk('2').finish();
    expect(office.ticket('E001').contacts).toHaveLength(1);
    expect(office.contact('E001')).toMatchObject({
      queuedAt: office.instant('08:00'),
      calledAt: office.instant('08:10'),
      startedAt: office.instant('08:11'),
      parkedMs: minutes(15),
      desk: '2',
    });
  });

  test('[C11] a call that nobody answers does not end the parking', () => {
    const office = firstCalled();
    office.at('08:15');
    office.desk('1').park();
    office.desk('1').resume('E001', { toQueue: true });
    office.at('08:20');
    office.desk('2').call();
    office.at('08:21');
    office.desk('2').withdraw();
    expect(office.contact('E001')).toMatchObject({
      parkedAt: office.instant('08:15'),
      parkedMs: 0,
      desk: '1',
    });
    office.at('08:25');
    office.desk('2').call();
    office.at('08:27');
    office.desk('2').start();
    expect(office.contact('E001')).toMatchObject({
      parkedAt: null,
      parkedMs: minutes(10),
      startedAt: null,
      desk: '2',
    });
  });
});

describe('no-shows', () => {
  test('[C14] three minutes after the call, whatever was recalled in between', () => {
    const office = firstCalled();
    office.at('08:12:50');
    office.desk('1').recall();
    expect(office.desk('1').refused.noShow()).toEqual({ name: 'tooEarlyForNoShow', waitMs: seconds(10) });
    office.at('08:13');
    office.desk('1').noShow();
    expect(office.ticket('E001')).toMatchObject({
      state: 'missed',
      ending: null,
      desk: null,
      calledAt: null,
    });
    expect(office.stateOfDesk('1')).toMatchObject({ state: 'free', number: null });
  });

  test('[C14] an assisted visitor has six', () => {
    const office = firstCalled();
    office.reception().mark('E001', { assisted: true });
    office.at('08:13');
    expect(office.desk('1').refused.noShow()).toEqual({ name: 'tooEarlyForNoShow', waitMs: minutes(3) });
    office.at('08:16');
    office.desk('1').noShow();
    expect(office.ticket('E001').state).toBe('missed');
  });

  test('[C14] the limit runs anew from each call', () => {
    const office = firstCalled();
    office.at('08:12');
    office.desk('1').withdraw();
    office.desk('1').call();
    office.at('08:13');
    expect(office.desk('1').refused.noShow()).toEqual({ name: 'tooEarlyForNoShow', waitMs: minutes(2) });
  });

  test('[C15] who comes back after all stands where they stood', () => {
    const office = firstCalled();
    office.at('08:13');
    office.desk('1').noShow();
    office.at('08:15');
    office.reception().resume('E001');
    expect(office.line).toEqual(['E001', 'E002']);
    expect(office.contact('E001').queuedAt).toBe(office.instant('08:00'));
    expect(office.ticket('E001')).toMatchObject({ state: 'waiting', noShows: 1 });
  });

  test('[C16] the wait is the one to the call that was answered', () => {
    const office = firstCalled();
    office.at('08:13');
    office.desk('1').noShow();
    office.reception().resume('E001');
    office.at('08:20');
    office.desk('1').call();
    office.at('08:24');
    office.desk('1').noShow();
    office.desk('1').resume('E001');
    office.at('08:30');
    office.desk('1').call();
    office.at('08:35');
    office.desk('1').finish();
    expect(office.contact('E001')).toMatchObject({
      queuedAt: office.instant('08:00'),
      firstCalledAt: office.instant('08:10'),
      calledAt: office.instant('08:30'),
    });
    expect(office.ticket('E001')).toMatchObject({ noShows: 2, lostMs: minutes(7), ending: 'finished' });
  });

  test('[C17] who does not want to wait any longer leaves', () => {
    const office = firstCalled();
    office.at('08:11');
    office.reception().leave('E002');
    expect(office.ticket('E002')).toMatchObject({
      state: 'ended',
      ending: 'left',
      endedAt: office.instant('08:11'),
    });
    expect(office.contact('E002')).toMatchObject({ calledAt: null, outcome: null, finishedAt: null });
    expect(office.line).toEqual([]);
    expect(office.reception().refused.leave('E001')).toEqual({
      name: 'ticketNotWaiting',
      number: 'E001',
      state: 'called',
      desk: '1',
    });
    expect(office.reception().refused.leave('E002')).toEqual({ name: 'ticketEnded', number: 'E002' });
  });

  test('[C19] nobody comes back who is not away', () => {
    const office = firstCalled();
    const resume = (number: string) => office.desk('1').refused.resume(number, { toQueue: true });
    expect(resume('E001')).toEqual({ name: 'ticketNotToResume', number: 'E001', state: 'called' });
    expect(resume('E002')).toEqual({ name: 'ticketNotToResume', number: 'E002', state: 'waiting' });
    office.desk('1').finish();
    expect(resume('E001')).toEqual({ name: 'ticketNotToResume', number: 'E001', state: 'ended' });
  });
});
