import { expect, test } from 'vitest';
import { fakeOffice } from '../../testing/fakeConnection.js';
import { bookTicket } from '../../testing/bookings.js';
import { key, mountScreen } from '../../testing/screen.js';

test('the line of waiting is searched with /, and what is found is the chosen number', async () => {
  const office = fakeOffice();
  for (let i = 0; i < 30; i += 1) bookTicket(office, i === 24 ? '3.9' : '3.2');
  const screen = mountScreen({ screen: 'desk', place: '1' }, office.line('desk/1'));
  await screen.shows('Platz 1 ist geschlossen', '▶ →  E001');
  expect(screen.frame()).not.toContain('E025');
  screen.press('/');
  await screen.shows('Wen suchen Sie?', 'Suchen:');
  // Letters are no keys now: S would close the desk.
  screen.press(...Array.from('beschäft'));
  await screen.shows('▶    E025  3.9');
  expect(screen.size()).toEqual({ columns: 80, rows: 24 });
  screen.press(key.enter);
  await screen.shows('Wartende (30)', '▶    E025  3.9');
  screen.press('d');
  await screen.shows('E025 ist nicht an der Reihe');
  screen.press('1');
  await screen.shows('E025 aufgerufen');
});

test('Esc leaves the search and the row as it was; a line seen at a glance has no search', async () => {
  const office = fakeOffice();
  for (let i = 0; i < 5; i += 1) bookTicket(office, '3.2');
  const screen = mountScreen({ screen: 'desk', place: '1' }, office.line('desk/1'));
  await screen.shows('▶ →  E001');
  screen.press(key.down);
  await screen.shows('▶    E002');
  screen.press('/');
  await screen.shows('Wen suchen Sie?');
  screen.press('x', 'y');
  await screen.shows('Nichts gefunden');
  screen.press(key.escape);
  await screen.shows('Wartende (5)', '▶    E002');
  office.ask('desk/2', { type: 'openDesk', desk: '2' });
  office.ask('desk/2', { type: 'call', desk: '2' });
  await screen.shows('Wartende (4)');
  screen.press('/');
  screen.press('?');
  await screen.shows('Tasten dieses Bildschirms');
  expect(screen.frame()).not.toContain('Wartende suchen');
});

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
