import { describe, expect, test } from 'vitest';
import type { DailyFigures } from '../../statistics/figures.js';
import { textsFor } from '../../texts/texts.js';
import { bookTicket } from '../../testing/bookings.js';
import { exampleSite, fakeOffice } from '../../testing/fakeConnection.js';
import { minutes } from '../../testing/officeDay.js';
import { key, mountScreen, type ScreenOptions } from '../../testing/screen.js';

/** Three wait, one is called, and one visit ended at the reception. */
function openStatistics(options: ScreenOptions = {}) {
  const office = fakeOffice();
  for (const concern of ['3.2', '3.9', '3.7', '3.2']) bookTicket(office, concern);
  office.ask('reception/E1', { type: 'checkIn', concern: null, rule: 'auskunft' });
  office.ask('desk/1', { type: 'call', desk: '1' });
  office.pass(minutes(16));
  const line = office.line('lead');
  const screen = mountScreen({ screen: 'statistics' }, line, options);
  const until = async (keys: readonly string[], leadsTo: string): Promise<void> => {
    screen.press(...keys);
    await screen.shows(leadsTo);
  };
  return { office, line, screen, lead: { until } };
}

describe('the figures', () => {
  test('the answer first, and it moves with the office', async () => {
    const { office, screen } = openStatistics();
    await screen.shows('Jetzt 4 Kunden: 3 warten, 1 aufgerufen, 0 in Bearbeitung');
    await screen.shows('! längste Wartezeit 16:00 min (E002), über dem Ziel von 15 min');
    office.ask('desk/1', { type: 'start', desk: '1' });
    await screen.shows('Jetzt 4 Kunden: 3 warten, 0 aufgerufen, 1 in Bearbeitung');
    office.ask('desk/1', { type: 'finish', desk: '1' });
    await screen.shows('Jetzt 3 Kunden');
    office.pass(61_000);
    await screen.shows('17:01 min (E002)');
    expect(screen.frame()).not.toContain('E001');
  });

  test.each([
    { columns: 80, rows: 24 },
    { columns: 120, rows: 40 },
    { columns: 200, rows: 60 },
  ])('fits into $columns × $rows', async (size) => {
    const { screen, lead } = openStatistics(size);
    const fits = async (...texts: readonly string[]) => {
      await screen.shows(...texts);
      expect(screen.size()).toEqual(size);
      const lines = screen.frame().split('\n');
      expect(lines[0]).toContain('verbunden');
      expect(lines.at(-1)).toContain('? Hilfe');
    };
    await fits('Je Stunde', 'Wie viele Plätze', 'Wartezeiten heute', 'gegen Montage zuvor');
    if (size.rows === 24) await lead.until([key.tab], 'Seite 2 von 2');
    await fits('Filter 2', 'Plätze: 1 von 3 offen', 'Platz 3');
    if (size.rows === 40) await lead.until([key.tab], 'Seite 2 von 2');
    await fits('Nicht in der Reihe', 'Abweichungen');
    await fits('Ins Haus', 'aufger.');
    await lead.until(['b'], 'Welche Vorsprache?');
    await fits('V001');
    await lead.until([key.enter], 'Richtiges Anliegen von V001 statt ');
    await fits('Suche:');
    await lead.until([key.escape], 'Ins Haus');
    await lead.until(['a'], 'Den Tag 08.06.2015 abschließen?');
    await fits('4 Vorgänge');
  });

  test('a wide terminal answers in one line', async () => {
    const { screen } = openStatistics({ columns: 140, rows: 40 });
    await screen.shows('0 in Bearbeitung · ! längste Wartezeit 16:00 min (E002)');
    expect(screen.size()).toEqual({ columns: 140, rows: 40 });
  });

  test('English, ASCII', async () => {
    const { screen, lead } = openStatistics({ language: 'en', ascii: true });
    await screen.shows(
      'Now 4 visitors: 3 waiting, 1 called, 0 in service',
      'longest wait 16:00 min (E002)',
      '10-11',
    );
    expect(screen.frame()).not.toMatch(/[\u2190-\u2bff]/u);
    await lead.until(['a'], 'Close the day 8 Jun 2015? 4 tickets are still open');
  });

  test('a screen reader gets every figure as a sentence that stands still', async () => {
    const { office, screen } = openStatistics({ screenReader: true });
    await screen.shows('am längsten wartet E002, seit 10:00 Uhr', '10–11: 4 angekommen, 0 bearbeitet');
    await screen.shows('Mittelwert: –', 'Platz 1: im Kontakt E001', 'Ins Haus');
    const before = screen.frame();
    office.pass(5000);
    office.ask('desk/2', { type: 'pause', desk: '2' });
    await screen.shows('Platz 2: Pause');
    expect(screen.frame().replace('Platz 2: Pause', '')).toContain(before.split('\n')[1]);
  });

  test('? explains the figures', async () => {
    const { screen, lead } = openStatistics({ rows: 40 });
    await lead.until(['?'], 'Tasten dieses Bildschirms');
    await screen.shows('vom Einbuchen bis zum Aufruf, dem jemand folgt', 'Vorsprachen ohne Termin');
    expect(screen.size()).toEqual({ columns: 80, rows: 40 });
  });

  test.each(['de', 'en'] as const)('every definition fits into its line: %s', (language) => {
    for (const { text } of textsFor(language).statistics.definitions)
      expect(text.length).toBeLessThanOrEqual(52);
  });
});

describe('the advice', () => {
  // Three wait and one desk serves: the next one waits (3 + 1) · 10 minutes; with two free desks more, one waits for three.
  test('stands under the answer, with the numbers behind it, and goes as soon as it is followed', async () => {
    const { office, screen } = openStatistics();
    await screen.shows('! Noch 2 Plätze öffnen: der Nächste wartet sonst 40 min, mit 3 Plätzen 14 min');
    await screen.shows('! Mindestbesetzung 2,5 unterschritten: 1 offen');
    office.ask('desk/2', { type: 'openDesk', desk: '2' });
    office.ask('desk/3', { type: 'openDesk', desk: '3' });
    await screen.shows('✓ 3 Plätze genügen: der Nächste wartet 7 min', '✓ Mindestbesetzung 2,5 erreicht');
  });

  test('is quiet on a closed day', async () => {
    const { office, screen } = openStatistics({ columns: 120, rows: 40 });
    await screen.shows('noch 2 Plätze öffnen', 'Kunden jetzt');
    office.ask('lead', { type: 'closeDay', force: true });
    await screen.showsNot('Mindestbesetzung');
    expect(screen.frame()).not.toMatch(/öffnen:|Kunden jetzt/);
  });

  test('English and ASCII, and no big letters for a screen reader', async () => {
    const { screen } = openStatistics({ language: 'en', ascii: true, columns: 100, rows: 30 });
    await screen.shows('! Open 2 more desks: else the next waits 40 min, with 3 desks 14 min');
    await screen.shows('visitors now', '! min: over the target of 15', '! open 2 more desks');
    expect(screen.frame()).toMatch(/#{5}/);
    expect(screen.size()).toEqual({ columns: 100, rows: 30 });
    const spoken = openStatistics({ screenReader: true, columns: 200, rows: 60 }).screen;
    await spoken.shows('mit 3 Plätzen: der Nächste 14 min', '! Mindestbesetzung 2,5 unterschritten: 1 offen');
    expect(spoken.frame()).not.toMatch(/[█▀▄]{3}/);
  });
});

describe('the picture', () => {
  test.each([
    { columns: 100, rows: 30 },
    { columns: 200, rows: 60 },
  ])('is there on $columns × $rows, and only the longest wait ticks', async (size) => {
    const { office, screen } = openStatistics(size);
    await screen.shows('Kunden jetzt', '! min: über dem Ziel von 15', '! noch 2 Plätze öffnen');
    expect(screen.frame()).toMatch(/[█▀▄]{3}/);
    expect(screen.size()).toEqual(size);
    const without = (frame: string) => frame.replaceAll(/\d\d:\d\d/g, '');
    const before = without(screen.frame());
    office.pass(7000);
    await screen.shows('16:07 min (E002)');
    expect(without(screen.frame())).toBe(before);
  });

  test('gives way to the details on a small terminal', async () => {
    const { screen } = openStatistics({ columns: 99, rows: 40 });
    await screen.shows('Jetzt 4 Kunden', 'Je Stunde');
    expect(screen.frame()).not.toContain('Kunden jetzt');
  });
});

describe('the same weekday before', () => {
  test('stands beside today as soon as it has come in', async () => {
    const past = ['2015-06-01', '2015-05-25'].map((day) => mondayWith(day));
    const office = fakeOffice({ past });
    for (let i = 0; i < 6; i += 1) bookTicket(office, '3.2');
    office.pass(minutes(16));
    const screen = mountScreen({ screen: 'statistics' }, office.line('lead'));
    await screen.shows('Bis 10:15 gegen Montage zuvor', 'Ø 2 Tage');
    const rowOf = (name: string) =>
      screen
        .frame()
        .split('\n')
        .find((line) => line.includes(name))
        ?.split(name)[1]
        ?.trim()
        .split(/ +/);
    expect(rowOf('Wartezeit bis 10:00')).toEqual(['–', '8:00']);
    // The hours say "angekommen" and "bearbeitet", too, further up.
    const rows = screen
      .frame()
      .split('\n')
      .filter((line) => / {3}angekommen {2,}6/.test(line));
    expect(rows[0]?.trim().split(/ +/).slice(-3)).toEqual(['angekommen', '6', '4']);
  });
});

/** Four came in the quarter before 10:00, and waited eight minutes each. */
const mondayWith = (day: string): DailyFigures =>
  ({
    day,
    visits: [{}],
    quarters: { 39: { booked: 4, served: 3, waits: { n: 4, sum: minutes(32), max: minutes(8) } } },
  }) as unknown as DailyFigures;

describe('what the lead does', () => {
  test('corrects a concern, and takes it back', async () => {
    const { office, screen, lead } = openStatistics();
    await screen.shows('Jetzt');
    await lead.until(['b'], 'Welche Vorsprache?');
    await lead.until(
      [key.down, key.enter],
      'Richtiges Anliegen von E004 statt 3.2 Weiterbewilligungsantrag (WBA)?',
    );
    // What it is already is no correction.
    expect(screen.frame()).not.toMatch(/^ +▶? *3\.2 /m);
    await lead.until(['lohn'], '3.9');
    await lead.until([key.enter], 'E004 berichtigt: 3.9 Einkommen aus Beschäftigung – Strg+Z nimmt zurück');
    expect(office.day.tickets['E004']).toMatchObject({ concern: '3.9' });
    await lead.until([key.ctrl('z')], 'Zurückgenommen');
    expect(office.day.tickets['E004']).toMatchObject({ concern: '3.2' });
  });

  test('cancels a double booking', async () => {
    const { office, screen, lead } = openStatistics();
    await screen.shows('Jetzt');
    await lead.until(['s'], 'Welche Buchung war doppelt?');
    await lead.until(['2'], 'E004 storniert');
    expect(office.day.tickets['E004']).toMatchObject({ ending: 'cancelled' });
  });

  test('marks somebody as urgent, with a reason, and keeps the other marks', async () => {
    const { office, screen, lead } = openStatistics();
    office.ask('reception/E1', { type: 'mark', number: 'E003', marks: { interpreter: true } });
    await screen.shows('Jetzt');
    await lead.until(['d'], 'Wer ist dringend?');
    await lead.until(['2'], 'Warum ist E003 dringend?');
    await lead.until(['1'], 'E003 ist dringend');
    expect(office.day.tickets['E003']?.marks).toEqual({ interpreter: true, urgent: 'emergency' });
    await lead.until(['d'], 'schon dringend');
  });

  test('asks for another reason, or for none, where somebody is urgent already', async () => {
    const { office, screen, lead } = openStatistics();
    office.ask('reception/E1', {
      type: 'mark',
      number: 'E003',
      marks: { interpreter: true, urgent: 'emergency' },
    });
    await screen.shows('Jetzt');
    await lead.until(['d', '2'], 'Warum ist E003 dringend?');
    const given = exampleSite.deviationReasons.length;
    expect(screen.frame()).not.toContain('Notfall');
    await lead.until([String(given)], 'E003 ist nicht mehr dringend');
    expect(office.day.tickets['E003']?.marks).toEqual({ interpreter: true });
  });

  test('opens and closes desks; one with a visitor says why not', async () => {
    const { office, screen, lead } = openStatistics();
    await screen.shows('Jetzt');
    await lead.until(['p', '2'], 'Platz 2 geöffnet');
    await lead.until(['p', '2'], 'Platz 2 geschlossen');
    await lead.until(['p', '1'], '! An Platz 1 ist noch E001 offen.');
    expect(office.day.desks['1']).toMatchObject({ state: 'contact' });
  });

  test('closes the day only after a question whose default is no', async () => {
    const { office, line, screen, lead } = openStatistics();
    await screen.shows('Jetzt');
    await lead.until(['a'], '4 Vorgänge sind noch offen');
    screen.press(key.enter);
    await screen.showsNot('4 Vorgänge');
    expect(line.asked).toEqual([]);
    await lead.until(['a'], '4 Vorgänge sind noch offen');
    await lead.until(['j'], 'Der Tag ist abgeschlossen.');
    expect(line.asked).toEqual([{ type: 'closeDay', force: true }]);
    expect(office.day.closedAt).not.toBeNull();
    await lead.until(['a'], 'Der Tag 08.06.2015 ist abgeschlossen.');
  });

  test('what is off says why', async () => {
    const office = fakeOffice();
    const line = office.line('lead');
    const screen = mountScreen({ screen: 'statistics' }, line);
    await screen.shows('Jetzt 0 Kunden', 'niemand wartet');
    screen.press('b');
    await screen.shows('! Heute gibt es noch keine Vorsprache.');
    screen.press('d');
    await screen.shows('! niemand wartet');
    line.change({ phase: 'lost', lostAt: office.now() });
    await screen.shows('getrennt seit');
    screen.press('a');
    await screen.shows('! Keine Verbindung zum Server.');
    expect(line.asked).toEqual([]);
  });
});
