import { describe, expect, test } from 'vitest';
import { exampleRules, minutes, officeDay, seconds } from '../testing/officeDay.js';

describe('visits at the reception', () => {
  test('[V1] the four visitors of the morning leave in four ways, and one of them waits', () => {
    const office = officeDay();
    office.at('08:00');
    const settled = office.reception().checkIn('3.2', { rule: '3.2/complete', identityChecked: true });
    const ticket = office.reception().checkIn('3.2');
    const appointment = office.reception().checkIn('1.7', { rule: '1.7/complaint' });
    const forwarded = office.reception().checkIn('6.1', { rule: '6.1/talk' });

    expect(office.visit(settled.number)).toMatchObject({
      way: 'settled',
      destination: 'EMPFANG',
      concern: '3.2',
    });
    expect(office.visit(appointment.number)).toMatchObject({
      way: 'appointment',
      destination: 'TEAMLEITUNG',
    });
    expect(office.visit(forwarded.number)).toMatchObject({ way: 'forwarded', destination: 'PAP' });
    expect(office.line).toEqual([ticket.number]);
    expect(office.ticket('E001')).toMatchObject({
      state: 'waiting',
      concern: '3.2',
      bookedAt: office.instant('08:00'),
    });
    expect(office.contact('E001').queuedAt).toBe(office.instant('08:00'));
  });

  test('[V2] an appointment and a question about the way are booked without a concern', () => {
    const office = officeDay();
    office.at('08:35');
    const appointment = office.reception().checkIn(null, { rule: 'appointment' }).number;
    const information = office.reception().checkIn(null, { rule: 'information' }).number;

    expect(office.visit(appointment)).toMatchObject({
      way: 'forwarded',
      concern: null,
      destination: 'TERMIN_INHABER',
    });
    expect(office.visit(information)).toMatchObject({ way: 'settled', concern: null });
    expect(office.line).toEqual([]);
  });

  test('[V3] an unknown concern and a rule of another concern are refused', () => {
    const { refused } = officeDay().reception();
    expect(refused.checkIn('9.9')).toEqual({ name: 'unknownConcern', concern: '9.9' });
    expect(refused.checkIn('3.1', { rule: '3.2/complete' })).toEqual({
      name: 'unknownRule',
      concern: '3.1',
      rule: '3.2/complete',
    });
    expect(refused.checkIn(null)).toMatchObject({ name: 'unknownRule', concern: null });
  });

  test('[V4] no complete application is taken before the identity is checked', () => {
    const office = officeDay();
    const rule = '3.2/complete';
    expect(office.reception().refused.checkIn('3.2', { rule })).toEqual({
      name: 'identityNotChecked',
      concern: '3.2',
    });
    const { number } = office.reception().checkIn('3.2', { rule, identityChecked: true });
    expect(office.visit(number).booking.identityChecked).toBe(true);
  });

  test('[V5] an advance goes to the case workers only after they were asked', () => {
    const office = officeDay();
    const rule = '3.6/advance';
    expect(office.reception().refused.checkIn('3.6', { rule })).toEqual({
      name: 'consultationMissing',
      destination: 'SACHBEARBEITUNG',
    });
    const { number } = office.reception().checkIn('3.6', { rule, consulted: true });
    expect(office.visit(number).booking.consulted).toBe(true);
  });

  test('[V6] a visitor with an appointment, and one with a ticket, leave a sick note on the way', () => {
    const office = officeDay();
    const alsoSettled = [{ concern: '6.1', rule: '6.1/sickNote' }];
    const visit = office.reception().checkIn(null, { rule: 'appointment', alsoSettled }).number;
    const ticket = office.reception().checkIn('3.1', { alsoSettled }).number;
    expect(office.visit(visit).alsoSettled).toEqual(alsoSettled);
    expect(office.ticket(ticket).alsoSettled).toEqual(alsoSettled);
  });

  test('[V6] what the reception may not settle, or not yet, is not settled on the way either', () => {
    const { refused } = officeDay().reception();
    const also = (concern: string, rule: string) =>
      refused.checkIn('3.1', { alsoSettled: [{ concern, rule }] });
    expect(also('6.1', '6.1/talk')).toEqual({ name: 'notSettledHere', concern: '6.1' });
    expect(also('3.2', '3.2/complete')).toEqual({ name: 'identityNotChecked', concern: '3.2' });
  });

  test('[V7] hand-outs are those of the catalogue and nothing else', () => {
    const office = officeDay();
    const alsoSettled = [{ concern: '6.1', rule: '6.1/sickNote' }];
    const { number } = office.reception().checkIn('3.1', { handouts: ['Hauptantrag'], alsoSettled });
    expect(office.ticket(number).booking.handouts).toEqual(['Hauptantrag']);
    expect(office.reception().refused.checkIn('3.1', { handouts: ['Hauptantrag', 'for Mrs. K.'] })).toEqual({
      name: 'unknownHandout',
      concern: '3.1',
    });
    expect(office.reception().refused.checkIn('3.2', { handouts: ['Hauptantrag'] }).name).toBe(
      'unknownHandout',
    );
  });

  test('[V8] at noon the door closes; the lead lets one more in', () => {
    const midnight = officeDay().instant('00:00');
    const open = [{ from: midnight + minutes(8 * 60), to: midnight + minutes(12 * 60) }];
    const office = officeDay({ rules: { open } });
    office.at('07:59:59');
    expect(office.reception().refused.checkIn('3.1')).toEqual({ name: 'outsideOpeningHours' });
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.at('12:00');
    expect(office.reception().refused.checkIn('3.1').name).toBe('outsideOpeningHours');
    expect(office.reception().refused.checkIn('3.1', { afterHours: true }).name).toBe('outsideOpeningHours');
    office.lead.checkIn('3.1', { afterHours: true });
    expect(office.line).toEqual(['E001', 'E002']);
  });

  test('[V9] at a site without an entrance zone everybody is settled or sent on', () => {
    const office = officeDay({ rules: { desks: {} } });
    expect(office.reception().refused.checkIn('3.1')).toEqual({ name: 'noEntranceZone' });
    office.reception().checkIn('6.1', { rule: '6.1/talk' });
    expect(Object.keys(office.day.visits)).toEqual(['V001']);
  });

  test('[V10] the desk reads what the reception did, and how long it took', () => {
    const office = officeDay();
    office.at('08:03');
    office.reception().checkIn('3.1', {
      openedAt: office.instant('08:01:30'),
      identityChecked: true,
      handouts: ['Hauptantrag'],
      copies: true,
      documents: 'SACHBEARBEITUNG',
      masterData: true,
    });
    expect(office.ticket('E001').booking).toEqual({
      rule: '3.1/ticket',
      identityChecked: true,
      consulted: false,
      receptionTime: seconds(90),
      handouts: ['Hauptantrag'],
      copies: true,
      documents: 'SACHBEARBEITUNG',
      masterData: true,
    });
  });

  test('[V10] a visit made up afterwards keeps no time of its form', () => {
    const office = officeDay();
    office.at('09:00');
    const openedAt = office.instant('08:59');
    office.reception().checkIn('3.1', { openedAt, occurredAt: office.instant('08:10') });
    expect(office.ticket('E001').booking.receptionTime).toBeUndefined();
  });

  test('[V10] a form opened on another day keeps no time', () => {
    const office = officeDay();
    office.reception().checkIn('3.1', { openedAt: 0 });
    expect(office.ticket('E001').booking.receptionTime).toBeUndefined();
  });

  test('[V10] a form opened by a clock that runs ahead took no time', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception().checkIn('3.1', { openedAt: office.instant('08:00:02') });
    expect(office.ticket('E001').booking).toEqual({
      rule: '3.1/ticket',
      identityChecked: false,
      consulted: false,
      receptionTime: 0,
    });
  });

  test('[V12] documents go to somebody', () => {
    const office = officeDay();
    expect(office.reception().refused.checkIn('3.1', { documents: 'Zimmer 12' })).toEqual({
      name: 'unknownDestination',
      destination: 'Zimmer 12',
    });
  });

  test('[V11] a complaint is brought to the notice of the lead, unless the lead took it', () => {
    const office = officeDay();
    const first = office.reception().checkIn('1.7', { rule: '1.7/complaint' }).number;
    const second = office.lead.checkIn('1.7', { rule: '1.7/complaint' }).number;
    expect(office.visit(first).booking.informLead).toBe(true);
    expect(office.visit(second).booking.informLead).toBeUndefined();
  });
});

describe('numbers', () => {
  test('[N1] the thousandth visitor gets a fourth digit, and no number tells the concern', () => {
    const office = officeDay({ rules: { letter: 'B' } });
    for (let i = 0; i < 1001; i += 1) office.reception().checkIn(i % 2 === 0 ? '3.1' : '6.3');
    expect([0, 1, 998, 999, 1000].map((i) => office.line[i])).toEqual([
      'B001',
      'B002',
      'B999',
      'B1000',
      'B1001',
    ]);
  });

  test('[N2] neither a double booking nor a slip of the hand frees a number', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    office.reception().undo();
    office.reception().checkIn('3.1');
    office.reception().cancel('E002');
    expect(office.reception().checkIn('3.1').number).toBe('E003');
    expect(office.line).toEqual(['E003']);
  });

  test('[N3] the next day begins with 001 again, and visits have a count of their own', () => {
    const monday = officeDay();
    monday.reception().checkIn('3.1');
    monday.reception().checkIn('6.1', { rule: '6.1/talk' });
    monday.reception().checkIn('3.1');
    expect(monday.line).toEqual(['E001', 'E002']);
    expect(Object.keys(monday.day.visits)).toEqual(['V001']);

    const tuesday = officeDay({ opening: { day: '2015-06-09' } });
    expect(tuesday.reception().checkIn('3.1').number).toBe('E001');
  });

  test('[N4] yesterday’s slip is told from a number that nobody has', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    const { refused } = office.desk('1');
    expect(refused.call('E002')).toEqual({ name: 'unknownTicket', number: 'E002' });
    expect(refused.call('herford/2015-06-05/E001')).toEqual({
      name: 'ticketOfAnotherDay',
      ticketId: 'herford/2015-06-05/E001',
    });
    expect(refused.leave('buende/2015-06-08/E001').name).toBe('ticketOfAnotherDay');
    expect(refused.resume('E002').name).toBe('unknownTicket');
    expect(office.desk('1').call('herford/2015-06-08/E001').number).toBe('E001');
  });

  test('[N1] a letter changed during the day holds for the numbers from then on', () => {
    const office = officeDay({ rules: exampleRules });
    office.reception().checkIn('3.1');
    office.changeRules({ letter: 'F' });
    office.reception().checkIn('3.1');
    expect(office.line).toEqual(['E001', 'F002']);
  });
});
