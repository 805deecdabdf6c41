import { expect, test } from 'vitest';
import { fakeOffice } from '../../testing/fakeConnection.js';
import { bookTicket } from '../../testing/bookings.js';
import { key, mountScreen } from '../../testing/screen.js';

test('a long list of a desk is filtered with /, and letters are then no keys', async () => {
  const office = fakeOffice();
  for (let i = 0; i < 6; i += 1) {
    const concern = i === 4 ? '3.9' : '3.2';
    bookTicket(office, concern);
    office.ask('desk/1', { type: 'call', desk: '1' });
    office.ask('desk/1', { type: 'park', desk: '1' });
  }
  const line = office.line('desk/1');
  const screen = mountScreen({ screen: 'desk', place: '1' }, line);
  await screen.shows('Platz 1 ist frei');
  screen.press('f');
  await screen.shows('Geparkte', 'E006');
  screen.press('/');
  await screen.shows('Suchen:');
  screen.press('3', '.', '9');
  await screen.showsNot('E006');
  screen.press(key.escape);
  await screen.shows('E006');
  screen.press('/');
  await screen.shows('Suchen:');
  screen.press('e', '0', '0', '5');
  await screen.showsNot('E004');
  screen.press(key.enter);
  await screen.shows('E005 in Bearbeitung');
  expect(office.day.desks['1']?.number).toBe('E005');
});
