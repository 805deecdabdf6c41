import { describe, expect, test } from 'vitest';
import { officeDay, seconds } from '../testing/officeDay.js';

/** One visitor, checked in at 08:00. */
function oneWaiting(concern = '3.1') {
  const office = officeDay();
  office.at('08:00');
  office.reception().checkIn(concern);
  return office;
}

describe('a contact', () => {
  test('[C1] a call brings ticket and desk together', () => {
    const office = oneWaiting();
    office.at('08:04');
    office.desk('2').call();
    const at = office.instant('08:04');
    expect(office.ticket('E001')).toMatchObject({ state: 'called', desk: '2', calledAt: at, soundedAt: at });
    expect(office.stateOfDesk('2')).toMatchObject({ state: 'contact', number: 'E001', since: at });
    expect(office.line).toEqual([]);
  });

  test('[C2] a desk with an open ticket calls nobody else', () => {
    const office = oneWaiting();
    office.reception().checkIn('3.1');
    office.desk('1').call();
    const busy = { name: 'deskStillBusy', desk: '1', number: 'E001' };
    expect(office.desk('1').refused.call()).toEqual(busy);
    expect(office.desk('1').refused.call('E002', 'emergency')).toEqual(busy);
    office.desk('1').start();
    expect(office.desk('1').refused.call()).toEqual(busy);
    office.desk('1').finish();
    expect(office.desk('1').call().number).toBe('E002');
  });

  test('[C3] nobody is called a second time while somebody has them', () => {
    const office = oneWaiting();
    office.desk('1').call();
    const call = () => office.desk('2').refused.call('E001', 'emergency');
    const taken = { name: 'ticketNotWaiting', number: 'E001', desk: '1' };
    expect(call()).toEqual({ ...taken, state: 'called' });
    office.desk('1').start();
    expect(call()).toEqual({ ...taken, state: 'inService' });
    office.desk('1').park();
    expect(call()).toEqual({ ...taken, state: 'parked' });
    office.desk('1').resume('E001');
    office.desk('1').finish();
    expect(call()).toEqual({ name: 'ticketEnded', number: 'E001' });
  });

  test('[C4] recalls are counted, at most one every five seconds', () => {
    const office = oneWaiting();
    office.at('08:05:00');
    office.desk('1').call();
    office.at('08:05:04.999');
    expect(office.desk('1').refused.recall()).toEqual({ name: 'recalledTooSoon', waitMs: 1 });
    office.at('08:05:05');
    office.desk('1').recall();
    office.at('08:05:07');
    expect(office.desk('1').refused.recall()).toEqual({ name: 'recalledTooSoon', waitMs: seconds(3) });
    office.at('08:05:10');
    office.desk('1').recall();
    expect(office.ticket('E001')).toMatchObject({
      state: 'called',
      recalls: 2,
      calledAt: office.instant('08:05'),
      soundedAt: office.instant('08:05:10'),
    });
  });

  test('[C5] a withdrawn call leaves the first call on record and nothing else', () => {
    const office = oneWaiting();
    office.at('08:05');
    office.desk('1').call();
    office.at('08:06');
    office.desk('1').withdraw();
    expect(office.ticket('E001')).toMatchObject({
      state: 'waiting',
      desk: null,
      calledAt: null,
      soundedAt: null,
    });
    expect(office.contact('E001')).toMatchObject({
      firstCalledAt: office.instant('08:05'),
      calledAt: null,
      desk: null,
    });
    expect(office.stateOfDesk('1')).toMatchObject({
      state: 'free',
      number: null,
      since: office.instant('08:06'),
    });
    expect(office.line).toEqual(['E001']);
  });

  test('[C6] nothing said means settled', () => {
    const office = oneWaiting();
    office.desk('1').call();
    office.at('08:10');
    office.desk('1').finish();
    expect(office.ticket('E001')).toMatchObject({
      state: 'ended',
      ending: 'finished',
      endedAt: office.instant('08:10'),
      desk: null,
    });
    expect(office.contact('E001')).toMatchObject({ outcome: 'settled', destination: null, desk: '1' });
  });

  test('[C6] an appointment and a forwarding say where', () => {
    const office = oneWaiting();
    office.desk('1').call();
    const { refused } = office.desk('1');
    for (const outcome of ['appointment', 'forwarded'] as const) {
      expect(refused.finish({ outcome })).toEqual({ name: 'destinationMissing', outcome });
      expect(refused.requeue('6.3', { outcome }).name).toBe('destinationMissing');
      expect(refused.finish({ outcome, destination: 'MOON' })).toEqual({
        name: 'unknownDestination',
        destination: 'MOON',
      });
    }
    office
      .desk('1')
      .finish({ outcome: 'appointment', destination: 'PAP', consulted: true, papInformed: true });
    expect(office.contact('E001')).toMatchObject({
      outcome: 'appointment',
      destination: 'PAP',
      consulted: true,
      papInformed: true,
    });
  });

  test.each(['evidenceRequested', 'fieldVisit', 'abandoned'] as const)(
    '[C6] %s needs no destination',
    (outcome) => {
      const office = oneWaiting();
      office.desk('1').call();
      office.desk('1').finish({ outcome });
      expect(office.contact('E001')).toMatchObject({ outcome, destination: null });
    },
  );

  test('[C7] the wait ends at the call that is answered, the walk at the start', () => {
    const office = oneWaiting();
    office.at('08:04');
    office.desk('1').call();
    office.at('08:05:30');
    office.desk('1').start();
    expect(office.ticket('E001')).toMatchObject({ state: 'inService', calledAt: null, soundedAt: null });
    expect(office.contact('E001')).toMatchObject({
      calledAt: office.instant('08:04'),
      startedAt: office.instant('08:05:30'),
      desk: '1',
    });
  });

  test('[C7] whoever finishes, parks, transfers or requeues has begun', () => {
    const office = officeDay();
    for (let i = 0; i < 4; i += 1) office.reception().checkIn('3.1');
    office.at('08:04');
    const desk = office.desk('1');
    for (const end of [
      desk.finish,
      desk.park,
      () => desk.transfer('language', '2'),
      () => desk.requeue('6.3'),
    ]) {
      desk.call();
      end();
    }
    for (const number of ['E001', 'E002', 'E003', 'E004']) {
      expect(office.contact(number, 1)).toMatchObject({
        calledAt: office.instant('08:04'),
        startedAt: null,
        desk: '1',
      });
    }
  });

  test('[C8] the desk finds out what it was about', () => {
    const office = oneWaiting('3.1');
    office.desk('1').call();
    office.desk('1').finish({ concern: '3.2', furtherConcerns: ['6.3', '3.2', '6.3', '3.9'] });
    expect(office.contact('E001')).toMatchObject({
      bookedConcern: '3.1',
      concern: '3.2',
      furtherConcerns: ['6.3', '3.9'],
    });
    expect(office.ticket('E001').concern).toBe('3.1');
  });

  test('[C8] what is not in the catalogue was not dealt with', () => {
    const office = oneWaiting();
    office.desk('1').call();
    const unknown = { name: 'unknownConcern', concern: '9.9' };
    expect(office.desk('1').refused.finish({ concern: '9.9' })).toEqual(unknown);
    expect(office.desk('1').refused.finish({ furtherConcerns: ['6.3', '9.9'] })).toEqual(unknown);
  });

  test('[C9] service runs from the call to completion, without the time in which the visitor filled in a form', () => {
    const office = oneWaiting();
    office.at('08:10');
    office.desk('1').call();
    office.at('08:15');
    office.desk('1').park();
    office.at('08:27');
    office.desk('1').resume('E001');
    office.at('08:30');
    office.desk('1').finish();
    const { calledAt, finishedAt, parkedMs } = office.contact('E001');
    expect((finishedAt ?? 0) - (calledAt ?? 0) - parkedMs).toBe(seconds(8 * 60));
  });

  test('[C18] without an open ticket there is nothing to recall, start or finish', () => {
    const { refused } = officeDay().desk('1');
    const none = { name: 'deskHasNoTicket', desk: '1' };
    for (const ask of [
      refused.recall,
      refused.withdraw,
      refused.start,
      refused.noShow,
      refused.finish,
      refused.park,
    ]) {
      expect(ask()).toEqual(none);
    }
    expect(refused.requeue('6.3')).toEqual(none);
    expect(refused.transfer('language')).toEqual(none);
  });

  test('[C18] once service has begun, nobody is called, withdrawn or missed', () => {
    const office = oneWaiting();
    office.desk('1').call();
    office.desk('1').start();
    office.pass(seconds(600));
    const { refused } = office.desk('1');
    for (const ask of [refused.recall, refused.withdraw, refused.start, refused.noShow]) {
      expect(ask()).toEqual({ name: 'ticketNotCalled', number: 'E001', state: 'inService' });
    }
  });

  test('[C20] marks change until the end', () => {
    const office = oneWaiting();
    office.reception().mark('E001', { interpreter: true, team: '703' });
    office.desk('1').call();
    office.desk('1').mark('E001', { assisted: true });
    expect(office.ticket('E001').marks).toEqual({ assisted: true });
    office.desk('1').finish();
    expect(office.desk('1').refused.mark('E001', {})).toEqual({ name: 'ticketEnded', number: 'E001' });
  });

  test('[C21] what else was done is kept as yes or no', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    office.desk('1').call();
    office.desk('1').finish({ consulted: true, papInformed: true, masterData: true });
    expect(office.contact('E001')).toMatchObject({ consulted: true, papInformed: true, masterData: true });
  });
});
