import { describe, expect, test } from 'vitest';
import { fakeOffice } from '../testing/fakeConnection.js';
import { key, mountApp, mountScreen } from '../testing/screen.js';

describe('[R167] the data-protection instruction', () => {
  test('comes before the screen until it is read, and turns back with Esc', async () => {
    const office = fakeOffice();
    let read = 0;
    const screen = mountApp({
      choice: { screen: 'statistics' },
      connect: () => office.line('lead'),
      onInstructed: () => (read += 1),
    });
    await screen.shows('Seite 1 von');
    screen.press(key.escape, key.enter);
    await screen.shows('Seite 2 von');
    screen.press(key.escape);
    await screen.shows('Seite 1 von');
    for (let page = 2; !screen.frame().includes('Gelesen'); page += 1) {
      screen.press(key.enter);
      await screen.shows(`Seite ${page} von`);
      expect(screen.size()).toEqual({ columns: 80, rows: 24 });
    }
    expect(read).toBe(0);
    // Turning pages is not reading the last one.
    screen.press(key.pageDown, key.enter);
    await screen.showsNot('Datenschutz am Arbeitsplatz');
    expect(read).toBe(1);
  });

  test('is a key of the help on every screen of the staff, and comes back to it', async () => {
    const office = fakeOffice();
    const screen = mountScreen({ screen: 'desk', place: '1' }, office.line('desk/1'), {
      columns: 200,
      rows: 60,
    });
    await screen.shows('Platz 1');
    screen.press('?');
    await screen.shows('Tasten dieses Bildschirms', 'D Datenschutz');
    screen.press('d');
    await screen.shows('Merkmale: nur wenn nötig', 'Strg+B');
    screen.press(key.escape);
    await screen.shows('Tasten dieses Bildschirms');
  });

  test('has no part in the display', async () => {
    const office = fakeOffice();
    const screen = mountApp({
      choice: { screen: 'display' },
      connect: () => office.line('display'),
      onInstructed: () => undefined,
    });
    await screen.shows('Verbindung wird aufgebaut');
    expect(screen.frames.join('')).not.toContain('Datenschutz');
  });
});
