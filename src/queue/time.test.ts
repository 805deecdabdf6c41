import { describe, expect, test } from 'vitest';
import { minutes, officeDay } from '../testing/officeDay.js';

describe('time', () => {
  test('[T1] a clock set back by an hour makes durations short, not negative', () => {
    const office = officeDay();
    office.at('09:00');
    office.reception().checkIn('3.1');
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.desk('1').call();
    office.desk('1').finish();
    const nine = office.instant('09:00');
    expect(office.contact('E001')).toMatchObject({ queuedAt: nine, calledAt: nine, finishedAt: nine });
    expect(office.line).toEqual(['E002']);
    expect(office.entries.every(({ at }, i) => at >= (office.entries[i - 1]?.at ?? 0))).toBe(true);
  });

  test('[T2] after the breakdown the paper slips are entered with their true times', () => {
    const office = officeDay();
    office.at('08:00');
    office.desk('1').open();
    office.at('09:00');
    office.reception().checkIn('3.1', {
      occurredAt: office.instant('08:10'),
      visit: { desk: '1', calledAt: office.instant('08:20'), finishedAt: office.instant('08:35') },
    });
    expect(office.ticket('E001')).toMatchObject({
      madeUp: true,
      bookedAt: office.instant('08:10'),
      state: 'ended',
      ending: 'finished',
      endedAt: office.instant('08:35'),
    });
    expect(office.contact('E001')).toMatchObject({
      queuedAt: office.instant('08:10'),
      firstCalledAt: office.instant('08:20'),
      calledAt: office.instant('08:20'),
      finishedAt: office.instant('08:35'),
      desk: '1',
      outcome: 'settled',
    });
    expect(office.stateOfDesk('1')).toMatchObject({ state: 'free', since: office.instant('08:00') });
    expect(office.line).toEqual([]);
    expect(office.entries.at(-1)?.at).toBe(office.instant('09:00'));
  });

  test('[T2] a made-up visit at a busy desk leaves that desk alone, and so does taking it back', () => {
    const office = officeDay();
    office.at('09:00');
    office.reception().checkIn('3.1');
    office.desk('1').call();
    office.reception().checkIn('3.2', {
      occurredAt: office.instant('08:10'),
      visit: { desk: '1', calledAt: office.instant('08:20'), finishedAt: office.instant('08:35') },
    });
    expect(office.stateOfDesk('1')).toMatchObject({ state: 'contact', number: 'E001' });
    office.desk('1').park();
    office.reception().undo();
    expect(office.stateOfDesk('1')).toMatchObject({ state: 'free', number: null });
    expect(office.ticket('E002').ending).toBe('cancelled');
  });

  test('[T2] a visit that ended at the reception can be made up too', () => {
    const office = officeDay();
    office.at('09:00');
    office.reception().checkIn('6.1', { rule: '6.1/talk', occurredAt: office.instant('08:10') });
    expect(office.visit('V001')).toMatchObject({ madeUp: true, at: office.instant('08:10') });
  });

  test('[T3] made-up times lie on this day, in the past and in order', () => {
    const office = officeDay();
    office.at('09:00');
    const made = (occurredAt: string, calledAt: string, finishedAt: string, desk = '1') =>
      office.reception().refused.checkIn('3.1', {
        occurredAt: office.instant(occurredAt),
        visit: { desk, calledAt: office.instant(calledAt), finishedAt: office.instant(finishedAt) },
      });
    expect(made('08:10', '08:20', '09:00:01')).toEqual({ name: 'timeInFuture' });
    expect(made('08:10', '08:05', '08:30')).toEqual({ name: 'timeBeforeLastEvent' });
    expect(made('08:10', '08:20', '08:15')).toEqual({ name: 'timeBeforeLastEvent' });
    expect(made('08:10', '08:20', '08:30', '9')).toEqual({ name: 'unknownDesk', desk: '9' });
    const yesterday = office.instant('00:00') - 1;
    expect(office.reception().refused.checkIn('3.1', { occurredAt: yesterday })).toEqual({
      name: 'timeOfAnotherDay',
      day: '2015-06-08',
    });
    // In the moment before the server closes the day.
    office.at('24:00');
    const midnight = office.instant('24:00');
    expect(office.reception().refused.checkIn('3.1', { occurredAt: midnight })).toMatchObject({
      name: 'timeOfAnotherDay',
    });
    office.reception().checkIn('3.1', { occurredAt: midnight - 1 });
  });

  test('[T3] a call before a booking that happens now is out of order', () => {
    const office = officeDay();
    office.at('09:00');
    const visit = { desk: '1', calledAt: office.instant('08:20'), finishedAt: office.instant('08:35') };
    expect(office.reception().refused.checkIn('3.1', { visit })).toEqual({ name: 'timeBeforeLastEvent' });
  });

  test('[T4] a finish sent again after a cut carries the time at which it was', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.at('08:01');
    office.desk('2').call();
    office.at('08:12');
    const { entry } = office.desk('2').finish({ occurredAt: office.instant('08:09') });
    expect(entry.at).toBe(office.instant('08:12'));
    expect(office.contact('E001').finishedAt).toBe(office.instant('08:09'));
    expect(office.stateOfDesk('2')).toMatchObject({ state: 'free', since: office.instant('08:09') });
    expect(office.day.spans['2']?.at(-1)).toMatchObject({ state: 'contact', to: office.instant('08:09') });
  });

  test('[T4] but neither the future nor a time before the last thing known of the ticket', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.desk('2').call();
    office.at('08:05');
    office.desk('2').start();
    office.at('08:12');
    const finish = (time: number) => office.desk('2').refused.finish({ occurredAt: time });
    expect(finish(office.instant('08:12') + 1)).toEqual({ name: 'timeInFuture' });
    expect(finish(office.instant('08:05') - 1)).toEqual({ name: 'timeBeforeLastEvent' });
    office.desk('2').finish({ occurredAt: office.instant('08:05') });
    expect(office.contact('E001').finishedAt).toBe(office.instant('08:05'));
  });

  test('[T5] the paper slips of the morning are entered in the evening', () => {
    const midnight = officeDay().instant('00:00');
    const open = [{ from: midnight + minutes(8 * 60), to: midnight + minutes(12 * 60) }];
    const office = officeDay({ rules: { open } });
    office.at('17:00');
    office.reception().checkIn('3.1', { occurredAt: office.instant('11:30') });
    expect(office.reception().refused.checkIn('3.1', { occurredAt: office.instant('12:30') })).toEqual({
      name: 'outsideOpeningHours',
    });
    expect(office.line).toEqual(['E001']);
  });
});
