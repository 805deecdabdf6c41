import { describe, expect, test } from 'vitest';
import { minutes, officeDay, plainDesk } from '../testing/officeDay.js';

describe('the order of calling', () => {
  test('[O1] the one who came first is called first, also among those of the same moment', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception('E1').checkIn('3.1');
    office.reception('E2').checkIn('3.2');
    office.at('08:01');
    office.reception('E1').checkIn('3.1');
    office.at('08:05');
    expect(office.desk('2').call().number).toBe('E001');
    expect(office.desk('1').call().number).toBe('E002');
    expect(office.desk('3').call().number).toBe('E003');
    expect(office.line).toEqual([]);
  });

  test('[O2] an urgent ticket goes first', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.at('08:10');
    office.reception().checkIn('3.1', { marks: { urgent: 'mobility' } });
    office.reception().checkIn('3.1', { marks: { urgent: 'emergency' } });
    expect([office.desk('1').call().number, office.desk('2').call().number]).toEqual(['E002', 'E003']);
    expect(office.desk('3').call().number).toBe('E001');
  });

  test('[O2] but never before one that is in line for longer than the cap', () => {
    const office = officeDay({ rules: { urgentCapMs: minutes(45) } });
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.at('08:30');
    office.reception().checkIn('3.1', { marks: { urgent: 'emergency' } });
    office.at('08:45');
    expect(office.desk('1').call().number).toBe('E002');
    office.desk('1').withdraw();
    office.at('08:45:00.001');
    expect(office.desk('1').call().number).toBe('E001');
  });

  test('[O2] the cap counts only those whom the desk may serve', () => {
    const office = officeDay({
      rules: { desks: { '1': { skills: ['6'], confidential: false }, '2': plainDesk } },
    });
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.at('08:30');
    office.reception().checkIn('6.3');
    office.reception().checkIn('6.3', { marks: { urgent: 'emergency' } });
    office.at('08:50');
    expect(office.desk('1').call().number).toBe('E003');
  });

  test('[O3] the desk for group 6 and 3.1 passes over the rest', () => {
    const office = officeDay({ rules: { desks: { '1': { skills: ['6', '3.1'], confidential: false } } } });
    for (const concern of ['3.10', '3.2', '6.3', '3.1']) office.reception().checkIn(concern);
    expect(office.desk('1').call().number).toBe('E003');
    office.desk('1').finish();
    expect(office.desk('1').call().number).toBe('E004');
    office.desk('1').finish();
    expect(office.desk('1').refused.call()).toEqual({ name: 'nobodyForThisDesk', waiting: 2 });
  });

  test('[O3] the concern of the running leg decides, not the one of the booking', () => {
    const desks = { '1': plainDesk, '2': { skills: ['6'], confidential: false } };
    const office = officeDay({ rules: { desks } });
    office.reception().checkIn('3.1');
    office.desk('1').call();
    office.desk('1').requeue('6.3');
    expect(office.desk('2').call().number).toBe('E001');
  });

  test('[O4] a confidential matter waits for the closed room', () => {
    const office = officeDay({
      rules: { desks: { '1': plainDesk, '2': { skills: null, confidential: true } } },
    });
    office.reception().checkIn('3.1', { marks: { confidential: true } });
    office.reception().checkIn('3.1');
    expect(office.desk('1').call().number).toBe('E002');
    expect(office.desk('2').call().number).toBe('E001');
  });

  test('[O5] who was transferred to desk 2 waits for desk 2, whatever its skills', () => {
    const desks = { '1': plainDesk, '2': { skills: ['6'], confidential: false }, '3': plainDesk };
    const office = officeDay({ rules: { desks } });
    office.reception().checkIn('3.1');
    office.desk('1').call();
    office.desk('1').transfer('language', '2');
    expect(office.desk('3').refused.call()).toEqual({ name: 'nobodyForThisDesk', waiting: 1 });
    expect(office.desk('2').call().number).toBe('E001');

    office.desk('2').requeue('3.2');
    expect(office.desk('3').call().number).toBe('E001');
  });

  test('[O5] nobody waits for a desk that is gone, or that may no longer take them', () => {
    const room = { skills: null, confidential: true };
    const office = officeDay({ rules: { desks: { '1': plainDesk, '2': plainDesk, '3': room } } });
    for (const _ of ['E001', 'E002']) {
      office.reception().checkIn('3.1');
      office.desk('1').call();
      office.desk('1').transfer('language', '2');
    }
    office.reception().mark('E001', { confidential: true });
    expect(office.desk('2').call().number).toBe('E002');
    expect(office.desk('3').call().number).toBe('E001');

    office.desk('2').withdraw();
    office.changeRules({ desks: { '1': plainDesk, '3': room } });
    expect(office.desk('1').call().number).toBe('E002');
  });

  test('[O6] out of order only with a reason that the site knows, and the lead sees it', () => {
    const office = officeDay({ rules: { desks: { '1': { skills: ['6'], confidential: false } } } });
    office.at('08:00');
    office.reception().checkIn('6.3');
    office.reception().checkIn('3.1', { marks: { confidential: true } });
    const known = ['emergency', 'mobility'];
    expect(office.desk('1').refused.call('E002')).toEqual({ name: 'reasonMissing', known });
    expect(office.desk('1').refused.call('E002', 'friend')).toEqual({
      name: 'unknownReason',
      reason: 'friend',
      known,
    });

    office.at('08:05');
    const { entry } = office.desk('1').call('E002', 'emergency');
    expect(office.day.deviations).toEqual([
      {
        kind: 'outOfOrder',
        number: 'E002',
        reason: 'emergency',
        by: 'desk/1',
        at: office.instant('08:05'),
        seq: entry.seq,
      },
    ]);
  });

  test('[O7] to name the one whose turn it is needs no reason', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    office.desk('1').call('E001');
    office.desk('1').withdraw();
    office.desk('1').call('E001', 'emergency');
    expect(office.day.deviations).toEqual([]);
  });

  test('[O8] an urgent mark has a reason and is logged once for each', () => {
    const office = officeDay();
    const unknown = { name: 'unknownReason', reason: 'friend', known: ['emergency', 'mobility'] };
    expect(office.reception().refused.checkIn('3.1', { marks: { urgent: 'friend' } })).toEqual(unknown);
    office.reception().checkIn('3.1', { marks: { urgent: 'mobility' } });
    expect(office.reception().refused.mark('E001', { urgent: 'friend' })).toEqual(unknown);
    office.reception().mark('E001', { urgent: 'mobility', assisted: true });
    office.desk('1').mark('E001', { urgent: 'emergency' });
    office.lead.mark('E001', {});
    expect(office.day.deviations.map(({ kind, reason, by }) => [kind, reason, by])).toEqual([
      ['urgent', 'mobility', 'reception/E1'],
      ['urgent', 'emergency', 'desk/1'],
    ]);
  });

  test('[O10] only a new concern costs the place', () => {
    const office = officeDay();
    for (const time of ['08:00', '08:01', '08:02', '08:03', '08:04', '08:05']) {
      office.at(time);
      office.reception().checkIn('3.1');
    }
    const inOrder = office.line;
    office.at('08:10');
    office.desk('1').call();
    office.desk('1').withdraw();
    expect(office.line).toEqual(inOrder);

    office.desk('1').call();
    office.desk('1').undo();
    expect(office.line).toEqual(inOrder);

    office.desk('1').call();
    office.at('08:13');
    office.desk('1').noShow();
    office.reception().resume('E001');
    expect(office.line).toEqual(inOrder);

    office.desk('1').call();
    office.desk('1').park();
    office.desk('1').resume('E001', { toQueue: true });
    expect(office.line).toEqual(inOrder);

    office.desk('1').call();
    office.desk('1').transfer('language');
    expect(office.line).toEqual(inOrder);

    office.desk('1').call();
    office.desk('1').requeue('6.3');
    expect(office.line).toEqual([...inOrder.slice(1), 'E001']);
  });

  test('[O11] an empty line is told from one with nobody for this desk', () => {
    const office = officeDay({
      rules: { desks: { '1': { skills: ['6'], confidential: false }, '2': plainDesk } },
    });
    expect(office.desk('1').refused.call()).toEqual({ name: 'nobodyWaiting' });
    office.reception().checkIn('3.1');
    expect(office.desk('1').refused.call()).toEqual({ name: 'nobodyForThisDesk', waiting: 1 });
    office.desk('2').call();
    expect(office.desk('1').refused.call()).toEqual({ name: 'nobodyWaiting' });
  });

  test('[O12] who stood there during the breakdown goes before those who came after it', () => {
    const office = officeDay();
    office.at('09:00');
    office.reception().checkIn('3.1');
    office.at('09:02');
    office.reception().checkIn('3.1', { occurredAt: office.instant('08:40') });
    expect(office.line).toEqual(['E002', 'E001']);
    expect(office.contact('E002').queuedAt).toBe(office.instant('08:40'));
  });
});
