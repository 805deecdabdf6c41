import { expect, test } from 'vitest';
import { exampleSite, fakeOffice } from '../../testing/fakeConnection.js';
import { key, mountApp } from '../../testing/screen.js';
import type { Choice } from '../choice.js';

const places = { receptions: exampleSite.receptions, desks: exampleSite.desks };

function openMenu(others: number | (() => number) = 0) {
  const office = fakeOffice();
  const chosen: Choice[] = [];
  const screen = mountApp({
    menu: {
      server: { url: 'ws://127.0.0.1:7717', startedHere: true },
      places,
      othersConnected: () => (typeof others === 'number' ? others : others()),
    },
    connect: (choice) => {
      chosen.push(choice);
      return office.line('lead');
    },
  });
  return { screen, chosen };
}

test('four entries, and where the server is', async () => {
  const { screen } = openMenu();
  await screen.shows('1 Empfang', '2 Platz', '3 Statistik', '4 Anzeige', 'ws://127.0.0.1:7717');
  expect(screen.size()).toEqual({ columns: 80, rows: 24 });
});

test('a digit opens, a desk is asked for, Ctrl+Q comes back', async () => {
  const { screen, chosen } = openMenu();
  await screen.shows('Was möchten Sie öffnen?');
  screen.press('2');
  await screen.shows('An welchem Platz?', 'Platz 2, Raum 203');
  screen.press('2');
  await screen.shows('verbunden');
  expect(chosen).toEqual([{ screen: 'desk', place: '2' }]);
  screen.press(key.ctrl('q'));
  await screen.shows('Was möchten Sie öffnen?');
  expect(screen.exits()).toBe(0);
});

test('leaving asks first while others use the server', async () => {
  const { screen } = openMenu(2);
  await screen.shows('Was möchten Sie öffnen?');
  screen.press('q');
  await screen.shows('2 andere Stationen');
  screen.press(key.enter);
  await screen.showsNot('2 andere Stationen');
  expect(screen.exits()).toBe(0);
  screen.press('q');
  await screen.shows('2 andere Stationen');
  screen.press('j');
  await screen.until(() => screen.exits() === 1, 'the end');
});

test('and no longer once they are gone', async () => {
  let others = 1;
  const { screen } = openMenu(() => others);
  await screen.shows('Was möchten Sie öffnen?');
  screen.press('q');
  await screen.shows('Eine andere Station');
  others = 0;
  await screen.until(() => screen.exits() > 0, 'the end');
});

test('? lists the keys; Ctrl+C leaves only the second time', async () => {
  const { screen } = openMenu();
  await screen.shows('Was möchten Sie öffnen?');
  screen.press('?');
  await screen.shows('Tasten dieses Bildschirms', 'beo beenden');
  screen.press(key.escape);
  await screen.shows('Was möchten Sie öffnen?');
  screen.press(key.ctrl('c'));
  await screen.shows('Noch einmal Strg+C');
  expect(screen.exits()).toBe(0);
  screen.hold(key.ctrl('c'));
  await screen.until(() => screen.exits() === 1, 'the end');
});
