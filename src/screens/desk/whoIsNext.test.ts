import { describe, expect, test } from 'vitest';
import { bookTicket } from '../../testing/bookings.js';
import { fakeOffice } from '../../testing/fakeConnection.js';
import { minutes, plainDesk } from '../../testing/officeDay.js';
import { obstacleOf, whoIsNext } from './whoIsNext.js';

const confidential = { ...plainDesk, confidential: true };

describe('who is next at a desk', () => {
  test('nobody', () => {
    const office = fakeOffice();
    expect(whoIsNext(office.day, '1', office.now())).toBeUndefined();
  });

  test('the first of the line, which needs no reason', () => {
    const office = fakeOffice();
    bookTicket(office, '3.2');
    bookTicket(office, '3.9');
    expect(whoIsNext(office.day, '1', office.now())).toMatchObject({
      ticket: { number: 'E001' },
      because: null,
    });
  });

  test('an urgent one, with its reason, until the first has waited too long', () => {
    const office = fakeOffice();
    bookTicket(office, '3.2');
    bookTicket(office, '3.9', { marks: { urgent: 'emergency' } });
    expect(whoIsNext(office.day, '1', office.now())).toMatchObject({
      ticket: { number: 'E002' },
      because: { kind: 'urgent', reason: 'emergency' },
    });
    office.pass(minutes(46));
    expect(whoIsNext(office.day, '1', office.now())).toMatchObject({
      ticket: { number: 'E001' },
      because: null,
    });
  });

  test('another one, because the first is confidential, reserved or of another skill', () => {
    const office = fakeOffice({
      rules: { desks: { '1': { ...plainDesk, skills: ['3'] }, '2': confidential, '3': plainDesk } },
    });
    const first = bookTicket(office, '3.2', { marks: { confidential: true } });
    const second = bookTicket(office, '2.1');
    const third = bookTicket(office, '3.9');
    const obstacle = (number: string) => {
      const ticket = office.day.tickets[number];
      return ticket && obstacleOf(office.day, '1', ticket);
    };
    expect([first, second, third].map(obstacle)).toEqual(['confidential', 'skills', null]);
    expect(whoIsNext(office.day, '1', office.now())).toMatchObject({
      ticket: { number: third },
      because: { kind: 'confidential', first },
    });
    office.ask('desk/3', { type: 'call', desk: '3', number: third, reason: 'mobility' });
    office.ask('desk/3', { type: 'transfer', desk: '3', reason: 'language', toDesk: '2' });
    expect(obstacle(third)).toBe('reserved');
    expect(whoIsNext(office.day, '1', office.now())).toBeUndefined();
  });
});
