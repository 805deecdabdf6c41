import { describe, expect, test } from 'vitest';
import { minutes, officeDay, plainDesk } from '../testing/officeDay.js';

describe('desks', () => {
  test('[D1] a day at a desk', () => {
    const office = officeDay();
    const desk = office.desk('1');
    const state = () => office.stateOfDesk('1');
    expect(state()).toMatchObject({ state: 'closed', since: office.instant('00:00'), number: null });
    office.at('08:00');
    desk.open();
    expect(state()).toMatchObject({ state: 'free', since: office.instant('08:00') });
    desk.activity('4.2');
    expect(state()).toMatchObject({ state: 'caseWork', activity: '4.2', team: null });
    desk.activity('training');
    expect(state()).toMatchObject({ state: 'activity', activity: 'training' });
    desk.activity('reinforcement', '704');
    expect(state()).toMatchObject({ state: 'reinforcement', team: '704' });
    desk.pause();
    expect(state()).toMatchObject({ state: 'pause', activity: null, team: null });
    desk.open();
    office.reception().checkIn('3.1');
    desk.call();
    expect(state()).toMatchObject({ state: 'contact', number: 'E001' });
    desk.finish();
    desk.close();
    expect(state()).toMatchObject({ state: 'closed', number: null });
  });

  test('[D2] a call opens the desk, but ends no pause', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.desk('1').pause();
    expect(office.desk('1').refused.call()).toEqual({ name: 'deskNotFree', desk: '1', state: 'pause' });
    office.desk('1').activity('4.3');
    expect(office.desk('1').refused.call()).toEqual({ name: 'deskNotFree', desk: '1', state: 'caseWork' });

    const { entry } = office.desk('2').call();
    expect(entry.events.map(({ type }) => type)).toEqual(['DeskOpened', 'TicketCalled']);
  });

  test('[D3] what a desk is already, it does not become', () => {
    const office = officeDay();
    const { refused, ...desk } = office.desk('1');
    expect(refused.close()).toEqual({ name: 'deskAlready', desk: '1', state: 'closed' });
    desk.open();
    expect(refused.open()).toEqual({ name: 'deskAlready', desk: '1', state: 'free' });
    desk.pause();
    expect(refused.pause()).toEqual({ name: 'deskAlready', desk: '1', state: 'pause' });
    desk.open();
    desk.activity('4.2');
    expect(refused.activity('4.2')).toEqual({ name: 'deskAlready', desk: '1', state: 'caseWork' });
    desk.open();
    expect(office.stateOfDesk('1').state).toBe('free');
  });

  test('[D4] nobody goes on a break with a visitor at the desk', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    office.desk('1').call();
    const { refused } = office.desk('1');
    const busy = { name: 'deskStillBusy', desk: '1', number: 'E001' };
    expect([refused.open(), refused.close(), refused.pause(), refused.activity('4.2')]).toEqual([
      busy,
      busy,
      busy,
      busy,
    ]);
  });

  test('[D5] activities are the site’s, and two of them ask for the team', () => {
    const office = officeDay();
    const { refused, ...desk } = office.desk('1');
    expect(refused.activity('coffee')).toMatchObject({ name: 'unknownActivity', activity: 'coffee' });
    for (const activity of ['4.1', 'reinforcement']) {
      expect(refused.activity(activity)).toEqual({ name: 'teamMissing', activity });
      expect(refused.activity(activity, 'unknown')).toEqual({ name: 'teamMissing', activity });
      desk.activity(activity, '703');
      expect(refused.activity(activity, '703').name).toBe('deskAlready');
      desk.activity(activity, '704');
    }
    expect(office.stateOfDesk('1')).toMatchObject({ activity: 'reinforcement', team: '704' });
  });

  test('[D6] the minutes of a desk add up', () => {
    const office = officeDay();
    const desk = office.desk('1');
    office.at('08:00');
    office.reception().checkIn('3.1');
    desk.call();
    office.at('08:10');
    desk.finish();
    office.at('08:30');
    desk.activity('4.1', '703');
    office.at('09:00');
    desk.activity('4.1', '704');
    office.at('10:00');
    desk.close();

    const span = (
      state: string,
      from: string,
      to: string,
      activity: string | null = null,
      team: string | null = null,
    ) => ({
      state,
      activity,
      team,
      from: office.instant(from),
      to: office.instant(to),
    });
    expect(office.day.spans['1']).toEqual([
      span('closed', '00:00', '08:00'),
      span('contact', '08:00', '08:10'),
      span('free', '08:10', '08:30'),
      span('caseWork', '08:30', '09:00', '4.1', '703'),
      span('caseWork', '09:00', '10:00', '4.1', '704'),
    ]);
    expect(office.stateOfDesk('1').since).toBe(office.instant('10:00'));
  });

  test('[D7] there is no desk 9, not even for the lead', () => {
    const office = officeDay();
    const unknown = { name: 'unknownDesk', desk: '9' };
    expect(office.lead.refused.desk('9').call()).toEqual(unknown);
    expect(office.lead.refused.desk('9').open()).toEqual(unknown);
    expect(office.desk('9').refused.finish()).toEqual(unknown);
  });

  test('[D8] a desk that is taken away ends what it began', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.reception().checkIn('3.1');
    office.desk('1').call();
    office.changeRules({ desks: { '2': plainDesk } });
    office.pass(minutes(5));
    office.desk('1').finish();
    const unknown = { name: 'unknownDesk', desk: '1' };
    const { refused } = office.desk('1');
    for (const ask of [refused.call, refused.open, refused.pause, () => refused.activity('4.2')]) {
      expect(ask()).toEqual(unknown);
    }
    office.desk('1').close();
    expect(office.ticket('E001').ending).toBe('finished');
    expect(office.stateOfDesk('1').state).toBe('closed');
  });

  test('[D8] a desk that is added begins closed like the others', () => {
    const office = officeDay();
    office.at('10:00');
    office.changeRules({ desks: { '1': plainDesk, '4': plainDesk } });
    expect(office.stateOfDesk('4')).toMatchObject({ state: 'closed', since: office.instant('00:00') });
    office.desk('4').open();
    expect(office.stateOfDesk('4').state).toBe('free');
  });
});
