import { describe, expect, test } from 'vitest';
import type { Marks } from '../../queue/events.js';
import { bookTicket } from '../../testing/bookings.js';
import { fakeOffice, type FakeOfficeOptions } from '../../testing/fakeConnection.js';
import { key, mountScreen, type ScreenOptions } from '../../testing/screen.js';
import { minutes } from '../../testing/officeDay.js';

function open(options: ScreenOptions & FakeOfficeOptions = {}) {
  const office = fakeOffice(options);
  const line = office.line('reception/E1');
  const screen = mountScreen({ screen: 'checkin', place: 'E1' }, line, options);
  return { office, line, screen };
}

test('a common concern takes four keys: its number, choose, identity checked and booked', async () => {
  const { office, line, screen } = open();
  await screen.shows('Anliegen:');
  const pressed = ['3', '2', key.enter, key.enter];
  screen.press('3', '2');
  await screen.shows('Weiterbewilligungsantrag (WBA)');
  screen.press(key.enter);
  await screen.shows(
    'Eingabe: Identität geprüft und einbuchen',
    'Wartezone 240/241',
    'weil: Antrag unvollständig',
  );
  office.pass(20_000);
  screen.press(key.enter);
  await screen.shows('Nummer E001 ausgeben', 'E001 eingetragen');
  expect(pressed).toHaveLength(4);
  expect(line.asked).toEqual([
    {
      type: 'checkIn',
      concern: '3.2',
      rule: '3.2/default',
      identityChecked: true,
      consulted: false,
      handouts: [],
      copies: false,
      masterData: false,
      openedAt: office.now() - 20_000,
    },
  ]);
  expect(office.day.tickets.E001?.booking.receptionTime).toBe(20_000);
});

test.each([
  ['3.2', '3', ['(Hinweis auf das Beratungsangebot', '         Maßarbeit)']],
  ['3.1', '2', ['zuständigen Beschäftigten · dazu gehört:', 'Anliegensklärung', 'I: Identität geprüft']],
] as const)('what to hand out, and why, is read to its end at 80×24 (%s)', async (concern, row, texts) => {
  const { screen } = open({ columns: 80, rows: 24 });
  await screen.shows('Anliegen:');
  screen.press(concern);
  await screen.shows(`▶ ${concern}`);
  screen.press(key.enter);
  await screen.shows('I: Identität geprüft');
  screen.press(row);
  await screen.shows(...texts);
});

test('keys that came glued together mean the same', async () => {
  const { office, screen } = open();
  await screen.shows('Anliegen:');
  screen.press('wba\r');
  await screen.shows('Identität geprüft und einbuchen');
  screen.press(key.enter);
  await screen.shows('Nummer E001 ausgeben');
  expect(office.day.waiting).toEqual(['E001']);
});

test('a held Enter books nothing', async () => {
  const { office, screen } = open();
  await screen.shows('Anliegen:');
  screen.press('3', '2', key.enter);
  screen.hold(key.enter, key.enter, key.enter);
  await screen.shows('Identität geprüft und einbuchen');
  expect(office.day.seq).toBe(0);
});

test('nor does one that a slow keyboard repeats late', async () => {
  const { office, screen } = open();
  await screen.shows('Anliegen:');
  screen.press('3', '2');
  await screen.shows('Weiterbewilligungsantrag (WBA)');
  screen.holdDown(key.enter, 5);
  await screen.shows('Identität geprüft und einbuchen');
  screen.press('b');
  await screen.shows('Merkmale: Unterstützung');
  expect(office.day.seq).toBe(0);
});

test('a second Enter by hand, soon after the first, does count', async () => {
  const { office, screen } = open();
  await screen.shows('Anliegen:');
  screen.press('3', '2');
  await screen.shows('Weiterbewilligungsantrag (WBA)');
  screen.holdDown(key.enter, 1);
  await screen.shows('Nummer E001');
  expect(office.day.waiting).toEqual(['E001']);
});

test('the expected wait is told before and after the check-in, as long as anybody serves', async () => {
  const { office, screen } = open();
  await screen.shows('Niemand wartet.');
  expect(screen.frame()).not.toContain('wer jetzt kommt');
  screen.press('3', '2', key.enter, key.enter);
  await screen.shows('Nummer E001', 'Wartezeit nicht absehbar');
  office.ask('desk/1', { type: 'openDesk', desk: '1' });
  await screen.shows('1 wartet · am längsten 0 min · wer jetzt kommt: ca. 5–25 min');
  screen.press('3', '2', key.enter);
  await screen.shows('Identität geprüft und einbuchen');
  screen.press(key.enter);
  await screen.shows('Nummer E002', 'Voraussichtliche Wartezeit: ca. 5–25 Minuten');
});

test('answers lead elsewhere at once, and are not kept', async () => {
  const { office, line, screen } = open();
  await screen.shows('Anliegen:');
  screen.press('3', '2', key.enter);
  await screen.shows('Ist der Antrag vollständig ausgefüllt?');
  screen.press('2');
  await screen.shows('[x] Ist der Antrag vollständig', 'als erledigt eintragen', 'am Empfang erledigt');
  screen.press('3', 'k', 'u', key.enter);
  await screen.shows('V001 eingetragen');
  expect(line.asked[0]).toMatchObject({
    rule: '3.2/vollstaendig',
    handouts: ['Flyer Maßarbeit'],
    copies: true,
    documents: 'SACHBEARBEITUNG',
  });
  expect(JSON.stringify(office.day)).not.toContain('antragVollstaendig');
});

test('an open consultation is a gate, and Enter says so', async () => {
  const { office, screen } = open();
  await screen.shows('Anliegen:');
  screen.press('3', '6', key.enter);
  await screen.shows('! Erst Rücksprache halten und mit R bestätigen.');
  screen.press(key.enter);
  await screen.shows('! Erst Rücksprache');
  expect(office.day.seq).toBe(0);
  screen.press('r');
  await screen.shows(
    '[x] R: Rücksprache gehalten',
    'Raum 310',
    'Tel. 05221 1234',
    'Identität geprüft und Termin eintragen',
  );
  screen.press(key.enter);
  await screen.shows('V001 eingetragen', 'Termin vergeben');
  expect(office.day.visits.V001).toMatchObject({
    way: 'appointment',
    booking: { consulted: true, identityChecked: true },
  });
});

test('with an appointment in two keys, information in one', async () => {
  const { office, screen } = open();
  await screen.shows('Anliegen:');
  screen.press(key.ctrl('t'));
  await screen.shows('Besuch mit Termin');
  screen.press(key.enter);
  await screen.shows('V001 eingetragen');
  expect(office.day.visits.V001).toMatchObject({ way: 'forwarded', concern: null, booking: { rule: 'G1' } });
  screen.press(key.ctrl('n'));
  await screen.shows('Auskunft vermerkt');
  expect(office.day.visits.V002).toMatchObject({
    way: 'settled',
    concern: null,
    booking: { rule: 'auskunft' },
  });
});

test('marks by key; the urgent one with its reason', async () => {
  const { office, screen } = open();
  await screen.shows('Anliegen:');
  screen.press('3', '2', key.enter);
  await screen.shows('Merkmale: B Unterstützung');
  screen.press('b', 'v', 't', 'e');
  await screen.shows('Warum außer der Reihe?', 'Notfall');
  // What Enter and the digits do is the list's affair now.
  expect(screen.frame()).not.toMatch(/Was trifft zu|→ Eingabe/);
  screen.press('2');
  await screen.shows('Merkmale: Unterstützung · vertraulich · dringend: Gehbehinderung · Team 703');
  screen.press(key.enter);
  await screen.shows('Nummer E001');
  expect(office.day.tickets.E001?.marks).toEqual({
    assisted: true,
    confidential: true,
    team: '703',
    urgent: 'mobility',
  });
});

test('two concerns of one visitor: the first is settled on the way', async () => {
  const { line, screen } = open();
  await screen.shows('Anliegen:');
  screen.press('3', '9', key.enter);
  await screen.shows('als erledigt eintragen');
  screen.press('w');
  await screen.shows('Erst die Identität prüfen');
  screen.press('i', 'w');
  await screen.shows('Schon erledigt: Einkommen aus Beschäftigung');
  screen.press('3', '2', key.enter);
  await screen.shows('Eingabe: einbuchen');
  screen.press(key.enter);
  await screen.shows('Nummer E001');
  expect(line.asked[0]).toMatchObject({
    concern: '3.2',
    alsoSettled: [{ concern: '3.9', rule: '3.9/default' }],
  });
});

test('the number stands large until the next key, which is the first of a new check-in', async () => {
  const { line, office, screen } = open();
  await screen.shows('Anliegen:');
  screen.press('3', '2', key.enter, key.enter);
  await screen.shows('Nummer E001', '█');
  office.pass(minutes(3));
  screen.press('d');
  await screen.showsNot('Nummer E001');
  screen.press('a', 'r');
  await screen.shows('Darlehen', 'Zuletzt hier eingetragen', 'E001   10:00  3.2 Weiterbewilligungsantrag');
  screen.press(key.enter, key.enter);
  await screen.shows('Nummer E002');
  expect(line.asked[1]).toMatchObject({ concern: '3.7', openedAt: office.now() });
});

test('undo takes back the last booking', async () => {
  const { office, screen } = open();
  await screen.shows('Anliegen:');
  screen.press(key.ctrl('z'));
  await screen.shows('Es gibt nichts zurückzunehmen.');
  screen.press('3', '2', key.enter, key.enter);
  await screen.shows('Nummer E001');
  screen.press(key.ctrl('z'));
  await screen.shows('Zurückgenommen.', '10:00  zurückgenommen  3.2 Weiter');
  expect(office.day.waiting).toEqual([]);
});

describe('visitors', () => {
  async function withVisitors() {
    const opened = open();
    const { office, screen } = opened;
    office.ask('reception/E2', {
      type: 'checkIn',
      concern: '3.2',
      rule: '3.2/default',
      identityChecked: true,
    });
    office.ask('reception/E2', {
      type: 'checkIn',
      concern: '3.7',
      rule: '3.7/default',
      identityChecked: true,
    });
    office.pass(minutes(1));
    office.ask('desk/1', { type: 'call', desk: '1' });
    office.pass(minutes(4));
    office.ask('desk/1', { type: 'noShow', desk: '1' });
    await screen.shows('1 wartet · am längsten 5 min');
    screen.press(key.ctrl('f'));
    await screen.shows('E001  fehlte um 10:05', 'E002  wartet 5 min');
    return opened;
  }

  test('a missed one comes back', async () => {
    const { office, screen } = await withVisitors();
    screen.press(key.enter);
    await screen.shows('Ist wieder da');
    screen.press('1');
    await screen.shows('E001 wartet wieder.');
    expect(office.day.waiting).toEqual(['E001', 'E002']);
  });

  test('the chosen one stays chosen when somebody is booked above', async () => {
    const { office, screen } = await withVisitors();
    screen.press('3', '.', '7');
    await screen.shows('▶ E002');
    office.ask('reception/E2', {
      type: 'checkIn',
      concern: '3.7',
      rule: '3.7/default',
      identityChecked: true,
    });
    await screen.shows('E003  wartet 0 min', '▶ E002');
    screen.press(key.enter);
    await screen.shows('Anliegen berichtigen', 'E002');
    expect(screen.frame()).not.toContain('E003');
  });

  test('a concern is corrected', async () => {
    const { office, screen } = await withVisitors();
    screen.press('e', '0', '0', '2', key.enter);
    await screen.shows('Anliegen berichtigen');
    screen.press('1');
    await screen.shows('Nummer oder Wort');
    screen.press('3', '8', key.enter);
    await screen.shows('Anliegen von E002 geändert');
    expect(office.day.tickets.E002?.concern).toBe('3.8');
  });

  test('one has left, and is put back', async () => {
    const { office, screen } = await withVisitors();
    screen.press(key.down, key.enter);
    await screen.shows('Ist gegangen');
    screen.press('2');
    await screen.shows('E002 ist gegangen');
    expect(office.day.tickets.E002?.ending).toBe('left');
    screen.press(key.ctrl('z'));
    await screen.shows('Zurückgenommen.');
    expect(office.day.waiting).toEqual(['E002']);
  });

  test('a row keeps all marks: it cuts the concern, and then shortens them', async () => {
    const { office, screen } = await withVisitors();
    const mark = (marks: Marks) => office.ask('reception/E1', { type: 'mark', number: 'E002', marks });
    mark({ assisted: true, interpreter: true });
    await screen.shows('· Unterstützung · Dolmetscher');
    mark({ assisted: true, interpreter: true, urgent: 'mobility' });
    await screen.shows('3.7 Darlehen · Unterst. · Dolm. · dringend');
    mark({ assisted: true, interpreter: true, urgent: 'mobility', team: '703' });
    await screen.shows('· Unterst. · Dolm. · dringend · Team 703');
    expect(screen.size()).toEqual({ columns: 80, rows: 24 });
  });

  test('a screen reader reads all of a row, however narrow the terminal', async () => {
    const { office, screen } = open({ screenReader: true });
    bookTicket(office, '3.2', { marks: { assisted: true, interpreter: true, team: '703' } });
    await screen.shows('1 wartet');
    screen.press(key.ctrl('f'));
    await screen.shows('3.2 Weiterbewilligungsantrag (WBA) · Unterstützung · Dolmetscher · Team 703');
  });

  test('one is found by what the row has no room for, and then named in full', async () => {
    const { office, screen } = await withVisitors();
    const marks = { assisted: true, interpreter: true, confidential: true, team: '703' } as const;
    office.ask('reception/E1', { type: 'mark', number: 'E002', marks });
    screen.press(...Array.from('vertraulich'));
    await screen.showsNot('V001');
    expect(screen.frame()).toMatch(/▶ E002 .* · Unterst\. · Dolm\. · vertr\. · Team 703$/m);
    screen.press(key.enter);
    await screen.shows('Merkmale ändern', 'vertraulich · Team 703');
    expect(screen.size()).toEqual({ columns: 80, rows: 24 });
  });

  test('marks of one who waits are changed', async () => {
    const { office, screen } = await withVisitors();
    screen.press('e', '0', '0', '2', key.enter);
    await screen.shows('4 Merkmale ändern');
    screen.press('4');
    await screen.shows('[ ] Vertraulich', 'dringend: Notfall');
    screen.press('3', '6', key.enter);
    await screen.shows('Merkmale von E002 geändert');
    screen.press('e', '0', '0', '2', key.enter);
    await screen.shows('4 Merkmale ändern');
    screen.press('4');
    await screen.shows('[x] Vertraulich');
    screen.press(key.enter);
    await screen.shows('! Die Merkmale sind, wie sie waren.');
    expect(office.day.tickets.E002?.marks).toEqual({ confidential: true, urgent: 'emergency' });
  });

  test('what was typed in the form is still there afterwards', async () => {
    const { screen } = open();
    await screen.shows('Anliegen:');
    screen.press('3', '2', key.enter);
    await screen.shows('Identität geprüft und einbuchen');
    screen.press(key.tab);
    await screen.shows('Niemand gefunden.');
    screen.press(key.escape);
    await screen.shows('Identität geprüft und einbuchen');
    expect(screen.frame()).toContain('3.2 Weiterbewilligungsantrag');
  });
});

test('one key covers the screen', async () => {
  const { screen } = open();
  await screen.shows('Anliegen:');
  screen.press('w', 'b', key.ctrl('b'));
  await screen.shows('beo ist verdeckt');
  expect(screen.frame()).not.toContain('Anliegen');
  screen.press('x', key.enter);
  await screen.shows('Anliegen: wb');
});

test('the covered screen says what its keys have to say', async () => {
  const { line, office, screen } = open();
  await screen.shows('Anliegen:');
  screen.press(key.ctrl('b'));
  await screen.shows('beo ist verdeckt');
  line.change({ phase: 'lost', lostAt: office.now() });
  screen.press(key.ctrl('g'));
  await screen.shows('beo ist verdeckt', 'Keine Verbindung zum Server.');
  screen.press(key.ctrl('c'));
  await screen.shows('beo ist verdeckt', 'Noch einmal Strg+C');
  expect(screen.size().rows).toBe(24);
});

test('without a connection nothing can be booked, and the screen says why', async () => {
  const { line, office, screen } = open();
  await screen.shows('● verbunden');
  screen.press('3', '2', key.enter);
  await screen.shows('Identität geprüft und einbuchen');
  line.change({ phase: 'lost', lostAt: office.now() - 12_000 });
  await screen.shows('○ getrennt seit 0:12 · Stand 09:59');
  await screen.shows('! Keine Verbindung zum Server.');
  expect(screen.frame()).not.toContain('Eingabe: Identität');
  screen.press(key.enter);
  await screen.shows('! Keine Verbindung zum Server.');
  expect(line.asked).toEqual([]);
});

test('a second Enter while the first is on its way books nothing more', async () => {
  const { line, screen } = open();
  await screen.shows('Anliegen:');
  const release = line.hold();
  screen.press('3', '2', key.enter, key.enter);
  await screen.shows('Wird gesendet');
  screen.press(key.enter, key.enter);
  release();
  await screen.shows('Nummer E001');
  expect(line.asked).toHaveLength(1);
});

test('a place that is taken can be taken over by a key that is not Enter', async () => {
  const { line, screen } = open();
  line.refuse({ name: 'placeTaken', place: 'E1' });
  await screen.shows('An Platz E1 ist schon jemand angemeldet.', 'Esc = Bildschirm verlassen');
  // What is to be done stands below each other, from one edge on.
  const edgeOf = (text: string) =>
    screen
      .frame()
      .split('\n')
      .find((row) => row.includes(text))
      ?.search(/\S/);
  expect(edgeOf('U = ')).toBe(edgeOf('Esc = '));
  screen.press(key.enter);
  screen.press('u');
  await screen.shows('Anliegen:');
  expect(line.takeOvers).toBe(1);
});

test.each([
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 110, rows: 30 },
])('no frame is larger than $columns × $rows', async (size) => {
  const { screen } = open(size);
  await screen.shows('Anliegen:');
  expect(screen.size()).toEqual(size);
  screen.press('6', '1', key.enter);
  await screen.shows('Markt und Integration', 'direkt weiterleiten');
  expect(screen.size()).toEqual(size);
  screen.press(key.escape);
  await screen.shows('Anliegen: 61');
  screen.press(key.escape);
  await screen.shows('Nummer oder Wort');
  screen.press('3', '2', key.enter, key.enter);
  await screen.shows('Nummer E001');
  expect(screen.size()).toEqual(size);
  screen.press(key.ctrl('f'));
  await screen.shows('Nicht Erschienene, Wartende');
  expect(screen.size()).toEqual(size);
  screen.press('?');
  await screen.shows('Tasten dieses Bildschirms');
  expect(screen.size()).toEqual(size);
});

test('a window that is too small says so, and comes back', async () => {
  const { screen } = open({ columns: 60, rows: 15 });
  await screen.shows('Das Fenster ist zu klein', '80×24', '60×15');
  expect(screen.size().rows).toBe(15);
  screen.resize({ columns: 80, rows: 24 });
  await screen.shows('Anliegen:');
});

test('in ASCII there is nothing else', async () => {
  const { screen } = open({ ascii: true });
  await screen.shows('* verbunden');
  screen.press('3', '2', key.enter, key.enter);
  await screen.shows('Nummer E001');
  expect(screen.frame().replaceAll(/[äöüÄÖÜß]/g, '')).toMatch(/^[\x20-\x7E\n]*$/);
});

test('for a screen reader it is lines: no clock, no border, no picture', async () => {
  const { screen } = open({ screenReader: true, language: 'en' });
  await screen.shows('Concern:');
  screen.press('3', '2', key.enter, key.enter);
  await screen.shows('Give out number E001');
  expect(screen.frame()).not.toMatch(/[█▀▄─│╭]|10:00\s*$/m);
});
