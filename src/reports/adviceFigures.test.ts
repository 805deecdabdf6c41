import { expect, test } from 'vitest';
import { bookTicket } from '../testing/bookings.js';
import { exampleSite, fakeOffice } from '../testing/fakeConnection.js';
import { adviceFigures } from './adviceFigures.js';

test('the advice in seconds, with what it rests on', () => {
  const office = fakeOffice();
  for (let i = 0; i < 6; i += 1) bookTicket(office, '3.2');
  office.ask('desk/1', { type: 'call', desk: '1' });
  office.ask('desk/2', { type: 'call', desk: '2' });
  expect(adviceFigures(office.day, office.now(), exampleSite)).toEqual({
    advice: {
      advice: 'openMore',
      desks: 2,
      advised: 3,
      basis: { waiting: 4, arrivalsPerHour: 6, meanServiceSeconds: 600, targetSeconds: 900, mostDesks: 3 },
      outlooks: [
        // One desk with a load of one: the line grows without end.
        { desks: 1, nextSeconds: 3000, lastingSeconds: null },
        // Load 1: C = 1/3 of a service over (2 - 1); C = 1/11 over (3 - 1).
        { desks: 2, nextSeconds: 1500, lastingSeconds: 200 },
        { desks: 3, nextSeconds: 1000, lastingSeconds: 27.3 },
      ],
    },
    deskDecision: null,
    minimumStaffing: { minimum: 2.5, serving: 2, present: 2, light: 'red' },
  });
  office.ask('lead', { type: 'closeDay', force: true });
  expect(adviceFigures(office.day, office.now(), exampleSite).advice).toBeNull();
});

test('[R85] the last decision, and whether it answers the advice as it is now', () => {
  const office = fakeOffice();
  for (let i = 0; i < 6; i += 1) bookTicket(office, '3.2');
  for (const desk of ['1', '2']) office.ask(`desk/${desk}`, { type: 'call', desk });
  office.ask('lead', { type: 'decideExtraDesks', answer: 'no', extraDesks: 1 });
  const decision = () => adviceFigures(office.day, office.now(), exampleSite).deskDecision;
  const decided = { at: new Date(office.now()).toISOString(), answer: 'no', extraDesks: 1 };
  expect(decision()).toEqual({ ...decided, stands: true });
  office.pass(60 * 60_000);
  expect(decision()).toEqual({ ...decided, stands: false });
});
