import { describe, expect, test } from 'vitest';
import { bookTicket } from '../../testing/bookings.js';
import { fakeOffice } from '../../testing/fakeConnection.js';
import { minutes } from '../../testing/officeDay.js';
import { key, mountScreen, type ScreenOptions } from '../../testing/screen.js';

/** A busy morning: thirty wait, one is parked, one did not come, and everything that can be said of E004 is. */
function busyMorning(options: ScreenOptions) {
  const office = fakeOffice();
  for (const concern of ['3.2', '3.9']) bookTicket(office, concern);
  bookTicket(office, '3.7');
  bookTicket(office, '3.6', {
    copies: true,
    documents: 'SACHBEARBEITUNG',
    marks: { urgent: 'emergency', interpreter: true, assisted: true, team: '704' },
  });
  for (let i = 0; i < 28; i += 1)
    bookTicket(office, '3.4b', { marks: i % 3 === 0 ? { confidential: true } : {} });
  const ask = (command: Parameters<typeof office.ask>[1]) => office.ask('desk/1', command);
  ask({ type: 'call', desk: '1', number: 'E001', reason: 'mobility' });
  ask({ type: 'park', desk: '1' });
  ask({ type: 'call', desk: '1', number: 'E002', reason: 'mobility' });
  office.pass(minutes(3));
  ask({ type: 'noShow', desk: '1' });
  const screen = mountScreen({ screen: 'desk', place: '1' }, office.line('desk/1'), options);
  return { office, screen };
}

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 110, rows: 30 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
] as const;

describe.each(sizes)('$columns × $rows', (size) => {
  test('every state fits, with header, list and footer in sight', async () => {
    const { screen } = busyMorning(size);
    const looks = async (...texts: readonly string[]) => {
      await screen.shows(...texts);
      expect(screen.size()).toEqual(size);
      const lines = screen.frame().split('\n');
      expect(lines[0]).toContain('verbunden');
      expect(lines.at(-1)).toMatch(/\? Hilfe|Esc Hilfe schließen/);
    };
    const aside = size.columns < 110 ? 'Geparkt: E001 · Nicht erschienen: E002' : 'Andere Plätze';
    await looks('Platz 1 ist frei · 30 warten (20 hier)', 'E004 geht vor', 'Wartende (30)', aside);
    screen.press(key.enter);
    await looks('E004 aufgerufen', 'Nur nach Rücksprache: Bewilligung', 'mit der Sachbearbeitung', aside);
    screen.press('r', 'i');
    await looks('Abschluss mit: Rücksprache · pAp informiert', 'Identität geprüft');
    screen.press('e');
    await looks('Womit endet E004?', 'abgebrochen', 'Eingabe Auswählen');
    screen.press(key.escape);
    await looks('Jetzt: E004');
    screen.press('m');
    await looks('Suche:', 'Beschwerde');
    screen.press(key.escape);
    await looks('Jetzt: E004');
    screen.press('?');
    await looks('Tasten dieses Bildschirms');
  });
});

test('a smaller terminal says what it needs', async () => {
  const { screen } = busyMorning({ columns: 79, rows: 23 });
  await screen.shows('80×24');
  expect(screen.frame()).not.toContain('E004');
});

test('English', async () => {
  const { screen } = busyMorning({ columns: 120, rows: 40, language: 'en' });
  await screen.shows(
    'Desk 1 is free · 30 wait (20 here), the longest 3 min',
    'E004 goes first, urgent: Emergency',
  );
  await screen.shows(
    'Other desks',
    'Desk 2: closed',
    'Parked',
    'Did not appear',
    'Waiting (30)',
    'identity checked',
  );
  screen.press(key.enter);
  await screen.shows(
    'E004 called for 0:00',
    'Did not appear: in 6:00 min with N',
    'Enter E004 is here: begin',
  );
  screen.press('e');
  await screen.shows('How does E004 end?', 'Appointment: ');
  screen.press('1');
  await screen.shows('E004: settled – Ctrl+Z undoes it');
  expect(screen.size()).toEqual({ columns: 120, rows: 40 });
});

test('ASCII: no line, block or arrow characters', async () => {
  const { screen } = busyMorning({ ascii: true });
  await screen.shows('E004 geht vor');
  screen.press(key.enter);
  await screen.shows('E004 aufgerufen seit 0:00');
  expect(screen.frame()).not.toMatch(/[\u2190-\u2bff]/u);
});

test('screen reader: linear text that stands still, without clock and frame', async () => {
  const { office, screen } = busyMorning({ screenReader: true });
  await screen.shows('Platz 1 ist frei · 30 warten (20 hier), am längsten seit 10:00 Uhr');
  await screen.shows('gewählt: E004, 3.6 Vorschuss, Abschlag, wartet seit 10:00 Uhr, hier als Nächstes');
  expect(screen.frame()).not.toMatch(/[─▶]|10:03/);
  const before = screen.frame();
  office.pass(minutes(1));
  screen.press(key.down);
  await screen.shows('gewählt: E005');
  screen.press(key.up);
  await screen.shows('gewählt: E004');
  expect(screen.frame()).toBe(before);
});

describe('on the smallest terminal nothing is cut that has to be read', () => {
  const open = (first: string) => {
    const office = fakeOffice();
    bookTicket(office, first);
    bookTicket(office, '3.1', { marks: { confidential: true } });
    office.ask('desk/1', { type: 'openDesk', desk: '1' });
    const screen = mountScreen({ screen: 'desk', place: '1' }, office.line('desk/1'), sizes[0]);
    return { office, screen };
  };
  const begun = (first: string) => {
    const { office, screen } = open(first);
    office.ask('desk/1', { type: 'call', desk: '1' });
    office.ask('desk/1', { type: 'start', desk: '1' });
    return screen;
  };

  test('the marks of who cannot be served here', async () => {
    const { screen } = open('3.2');
    await screen.shows('woanders, vertraulich');
  });

  test('what to mind before an end', async () => {
    const screen = begun('3.2');
    await screen.shows('in Bearbeitung');
    screen.press('e');
    await screen.shows('von\n   Vorschuss-/Abschlagszahlungen', 'Gutscheine)');
  });

  test('what was done', async () => {
    const screen = begun('3.9');
    await screen.shows('in Bearbeitung');
    screen.press('h');
    await screen.shows('neu eingereiht?');
    screen.press(key.enter);
    await screen.shows(
      ' ✓ E001 neu eingereiht für 3.2 Weiterbewilligungsantrag (WBA) – Strg+Z nimmt\n   zurück\n──',
    );
  });

  test('another activity and who waits meanwhile', async () => {
    const { office, screen } = open('3.2');
    await screen.shows('Platz 1 ist frei');
    office.ask('desk/1', { type: 'startActivity', desk: '1', activity: '4.1', team: '703' });
    await screen.shows('Datenpflege (4.1), Team 703 seit 0:00', 'längsten 0 min');
  });
});
