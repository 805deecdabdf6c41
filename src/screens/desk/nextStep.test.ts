import { expect, test } from 'vitest';
import { bookTicket } from '../../testing/bookings.js';
import { fakeOffice } from '../../testing/fakeConnection.js';
import { nextStep } from './nextStep.js';

test('one key leads through the day of a desk', () => {
  const office = fakeOffice();
  bookTicket(office, '3.2');
  const steps: string[] = [];
  const take = () => {
    const { step, command } = nextStep(office.day, '1');
    steps.push(step);
    office.ask('desk/1', command);
  };
  for (let i = 0; i < 4; i += 1) take();
  office.ask('desk/1', { type: 'pause', desk: '1' });
  take();
  office.ask('desk/1', { type: 'startActivity', desk: '1', activity: '4.3' });
  take();
  expect(steps).toEqual(['open', 'call', 'start', 'finish', 'endPause', 'endActivity']);
  expect(office.day.tickets['E001']).toMatchObject({ state: 'ended', ending: 'finished' });
});

test('a ticket back from the park goes straight to its end', () => {
  const office = fakeOffice();
  bookTicket(office, '3.2');
  office.ask('desk/1', { type: 'call', desk: '1' });
  office.ask('desk/1', { type: 'park', desk: '1' });
  expect(nextStep(office.day, '1').step).toBe('call');
  office.ask('desk/1', { type: 'resume', number: 'E001' });
  expect(nextStep(office.day, '1', { consulted: true })).toEqual({
    step: 'finish',
    command: { type: 'finish', desk: '1', consulted: true },
  });
});

test('a desk that the day does not know is opened, which the server refuses', () => {
  expect(nextStep(fakeOffice().day, '9').step).toBe('open');
});
