import { describe, expect, test } from 'vitest';
import { bookTicket } from '../../testing/bookings.js';
import { fakeOffice, type FakeOfficeOptions } from '../../testing/fakeConnection.js';
import { minutes, plainDesk, seconds } from '../../testing/officeDay.js';
import { key, mountScreen, type ScreenOptions } from '../../testing/screen.js';

/** Desk 1 is open, and so many wait. */
function openDesk(
  concerns: readonly string[] = ['3.2', '3.9', '3.14'],
  office: FakeOfficeOptions & ScreenOptions = {},
) {
  const made = fakeOffice(office);
  for (const concern of concerns) {
    bookTicket(made, concern);
    made.pass(minutes(2));
  }
  made.ask('desk/1', { type: 'openDesk', desk: '1' });
  const line = made.line('desk/1');
  const screen = mountScreen({ screen: 'desk', place: '1' }, line, office);
  const { press, shows } = screen;
  /** Presses keys and waits for what they lead to; returns how many keys it took. */
  const until = async (keys: readonly string[], leadsTo: string): Promise<number> => {
    press(...keys);
    await shows(leadsTo);
    return keys.length;
  };
  return { office: made, line, screen, clerk: { until } };
}

const ticketOf = (office: ReturnType<typeof fakeOffice>, number: string) => office.day.tickets[number];

test('beside the line, a parked number says at which desk, however long its concern', async () => {
  const { office, screen } = openDesk(['2.2'], { columns: 120, rows: 30 });
  office.ask('desk/2', { type: 'openDesk', desk: '2' });
  office.ask('desk/2', { type: 'call', desk: '2' });
  office.ask('desk/2', { type: 'start', desk: '2' });
  office.ask('desk/2', { type: 'park', desk: '2' });
  await screen.shows('E001 2.2 Neuantrag: Prüfung,… an Platz 2');
});

describe('a day at the desk, by keys only', () => {
  test('two quick keys that are read as one both count', async () => {
    const { clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until([key.enter], 'E001 in Bearbeitung');
    await clerk.until([`e${key.enter}`], 'E001: erledigt');
  });

  test('what a scanner sends presses no keys, though it is read in two parts', async () => {
    const { line, screen } = openDesk();
    await screen.shows('Platz 1 ist frei');
    screen.hold('471e', '1\r');
    screen.press(key.ctrl('g'));
    await screen.shows('Signal gesendet');
    expect(line.asked.map(({ type }) => type)).toEqual(['callHelp']);
  });

  test('call, start, finish take one key each', async () => {
    const { office, line, clerk } = openDesk();
    await clerk.until([], 'Platz 1 ist frei · 3 warten, am längsten 6 min');
    expect(await clerk.until([key.enter], 'E001 aufgerufen seit 0:00')).toBe(1);
    expect(await clerk.until([' '], 'E001 in Bearbeitung')).toBe(1);
    expect(await clerk.until([key.enter], 'E001: erledigt – Strg+Z nimmt zurück')).toBe(1);
    expect(line.asked.map(({ type }) => type)).toEqual(['call', 'start', 'finish']);
    expect(ticketOf(office, 'E001')).toMatchObject({ ending: 'finished' });
  });

  test('a finish with an appointment at the case workers takes two', async () => {
    const { office, clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until([key.enter], 'in Bearbeitung');
    const keys =
      (await clerk.until(['e'], 'Womit endet E001?')) + (await clerk.until(['2'], 'E001: Termin: Leistungs'));
    expect(keys).toBeLessThanOrEqual(4);
    expect(ticketOf(office, 'E001')?.contacts[0]).toMatchObject({
      outcome: 'appointment',
      destination: 'SACHBEARBEITUNG',
    });
  });

  test('elsewhere: the list of all places', async () => {
    const { office, clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until(['e'], '9 Termin: andere Stelle');
    await clerk.until(['9'], 'Termin: Welche Stelle?');
    await clerk.until([key.escape], 'Jetzt: E001');
    await clerk.until(['e'], '9 Termin: andere Stelle');
    await clerk.until(['9'], 'BuT-Team');
    await clerk.until([key.enter], 'E001: Termin: Empfang');
    expect(ticketOf(office, 'E001')?.contacts[0]).toMatchObject({
      outcome: 'appointment',
      destination: 'EMPFANG',
    });
  });

  test('final concern, further concern, consultation and the word to the adviser go with the finish', async () => {
    const { office, clerk, screen } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until(['a'], 'Worum ging es bei E001 wirklich?');
    await clerk.until(['lohn'], '3.9');
    await clerk.until([key.enter], 'Abschluss mit: Anliegen 3.9');
    await clerk.until(['m'], 'außerdem erledigt');
    await clerk.until(['3.9'], 'Dazu gibt es kein Anliegen.');
    await clerk.until([key.ctrl('u')], 'Suche: Nummer oder Wort');
    await clerk.until(['3.6', key.enter], 'dazu 3.6');
    screen.press('r', 'i');
    await clerk.until([], 'Rücksprache · pAp informiert');
    await clerk.until([], 'Nur nach Rücksprache:');
    await clerk.until([key.enter], 'E001 in Bearbeitung');
    await clerk.until([key.enter], 'E001: erledigt');
    expect(ticketOf(office, 'E001')?.contacts[0]).toMatchObject({
      concern: '3.9',
      furtherConcerns: ['3.6'],
      consulted: true,
      papInformed: true,
    });
  });

  test('the reminder for third parties stands there before the outcome can be set (R154)', async () => {
    const { clerk } = openDesk(['3.14']);
    await clerk.until([], 'Vor dem Abschluss: Prüfung einer Vollmacht / Bestellung (Betreuer)');
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until(['e'], 'Womit endet E001?');
    await clerk.until([], 'Vor dem Abschluss: Prüfung einer Vollmacht / Bestellung (Betreuer)');
  });

  test('recall is counted, a call is withdrawn, a no-show comes back', async () => {
    const { office, clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until(['w'], 'Gerade erst aufgerufen. Erneut in 5 s.');
    office.pass(seconds(6));
    await clerk.until(['w'], 'erneut aufgerufen (2. Aufruf)');
    await clerk.until(['z'], 'Aufruf von E001 zurückgezogen');
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until(['n'], 'Noch 3:00 min warten');
    office.pass(minutes(3));
    await clerk.until(['n'], 'E001 nicht erschienen – Strg+Z');
    await clerk.until([], 'Nicht erschienen: E001');
    await clerk.until(['v'], '1× nicht erschienen');
    await clerk.until([], 'Eingabe Zurück in die Warteschlange');
    await clerk.until([key.enter], 'E001 wartet wieder');
    await clerk.until([], 'E001 aufrufen');
  });

  test('park, serve another, continue; or give it back to the line', async () => {
    const { office, clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until(['k'], 'Geparkt: E001');
    await clerk.until([key.enter], 'E002 aufgerufen');
    await clerk.until(['f'], 'an Platz 1');
    await clerk.until([key.enter], 'An Platz 1 ist noch E002 offen.');
    await clerk.until([key.enter], 'E002 in Bearbeitung');
    await clerk.until([key.enter], 'E002: erledigt');
    await clerk.until(['f'], 'an Platz 1');
    await clerk.until([key.enter], 'E001 geht hier weiter');
    await clerk.until(['k'], 'E001 geparkt');
    await clerk.until(['f'], 'an Platz 1');
    await clerk.until(['z'], 'E001 wartet wieder');
    expect(office.day.waiting).toContain('E001');
  });

  test('another concern: the contact is finished and a new wait begins at the end', async () => {
    const { office, clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until(['h'], 'Für welches Anliegen wird E001 neu eingereiht?');
    await clerk.until(['3.7', key.enter], 'E001 neu eingereiht für 3.7 Darlehen');
    expect(office.day.waiting).toEqual(['E002', 'E003', 'E001']);
  });

  test('passed on with a reason, to anybody or to one desk', async () => {
    const { office, clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until(['u'], 'Warum wird E001 übergeben?');
    await clerk.until(['2'], 'An welchen Platz?');
    await clerk.until([], 'Platz 2 (geschlossen)');
    await clerk.until(['2'], 'E001 übergeben an Platz 2');
    expect(ticketOf(office, 'E001')).toMatchObject({ reservedFor: '2', state: 'waiting' });
    await clerk.until([key.enter], 'E002 aufgerufen');
    await clerk.until(['u', '1'], 'An welchen Platz?');
    await clerk.until([key.enter], 'E002 übergeben – Strg+Z');
  });

  test('somebody out of order only with a reason; whoever left is taken out', async () => {
    const { office, clerk } = openDesk();
    await clerk.until([key.down, 'd'], 'E002 ist nicht an der Reihe.');
    await clerk.until(['2'], 'E002 aufgerufen');
    expect(office.day.deviations).toMatchObject([{ number: 'E002', reason: 'mobility', kind: 'outOfOrder' }]);
    await clerk.until(['g'], 'ist gegangen');
    expect(office.day.waiting).toHaveLength(1);
  });

  test('a break and its end take one key each', async () => {
    const { clerk } = openDesk();
    await clerk.until([], 'ist frei');
    expect(await clerk.until(['p'], 'Pause seit 0:00')).toBeLessThanOrEqual(2);
    await clerk.until([], 'Eingabe Pause beenden');
    expect(await clerk.until([key.enter], 'Platz 1 ist frei')).toBe(1);
    await clerk.until(['s'], 'Platz 1 ist geschlossen');
    await clerk.until(['o'], 'Platz 1 ist frei');
  });

  test('an activity says how many wait and asks for the team where it counts (R74, R77, R144)', async () => {
    const { office, clerk } = openDesk();
    await clerk.until(['t'], '3 Personen warten gerade.');
    await clerk.until(['1'], 'für welches Team?');
    await clerk.until(['2'], 'Datenpflege (4.1) begonnen, 3 warten');
    expect(office.day.desks['1']).toMatchObject({ state: 'caseWork', activity: '4.1', team: '704' });
    await clerk.until([key.enter], 'Platz 1 ist frei');
    await clerk.until(['t', '5'], 'für welches Team?');
    await clerk.until(['1'], 'Verstärkung des Empfangs begonnen');
    await clerk.until([key.enter], 'Platz 1 ist frei');
    await clerk.until(['t', '3'], 'Postbearbeitung (4.3) begonnen');
  });

  test('the last action is taken back', async () => {
    const { office, clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until([key.ctrl('z')], 'Zurückgenommen');
    expect(ticketOf(office, 'E001')).toMatchObject({ state: 'waiting' });
    await clerk.until([key.ctrl('z')], 'Es gibt nichts zurückzunehmen.');
  });
});

describe('one key, once', () => {
  test.each([
    ['Enter', key.enter],
    ['space bar', ' '],
  ])('a held %s does not run through the steps', async (_, held) => {
    const { line, screen } = openDesk();
    await screen.shows('ist frei');
    screen.hold(held, held, held);
    await screen.shows('E001 aufgerufen');
    screen.hold(held, 'n');
    await screen.shows('Noch 3:00 min warten');
    expect(line.asked.map(({ type }) => type)).toEqual(['call']);
  });

  test('while an ask is on its way nothing else is asked; after a second it says so', async () => {
    const { line, screen, clerk } = openDesk();
    await screen.shows('ist frei');
    const answer = line.hold();
    await clerk.until([key.enter], '! wird gesendet');
    await clerk.until([key.enter], 'Das Vorige wird noch gesendet.');
    expect(line.asked).toHaveLength(1);
    answer();
    await clerk.until([], 'E001 aufgerufen');
  });
});

describe('what is off says why', () => {
  const reasons: readonly (readonly [string, string, string])[] = [
    ['w', 'recall', 'An Platz 1 ist gerade niemand.'],
    ['n', 'no-show', 'An Platz 1 ist gerade niemand.'],
    ['e', 'outcome', 'An Platz 1 ist gerade niemand.'],
    ['k', 'park', 'An Platz 1 ist gerade niemand.'],
    ['z', 'withdraw', 'An Platz 1 ist gerade niemand.'],
    ['u', 'transfer', 'An Platz 1 ist gerade niemand.'],
    ['h', 'requeue', 'An Platz 1 ist gerade niemand.'],
    ['a', 'concern', 'An Platz 1 ist gerade niemand.'],
    ['r', 'consulted', 'An Platz 1 ist gerade niemand.'],
    ['f', 'parked', 'Niemand ist geparkt.'],
    ['v', 'missed', 'Alle Aufgerufenen sind erschienen.'],
    ['d', 'call chosen', 'Niemand wartet.'],
    ['g', 'left', 'Niemand wartet.'],
    ['o', 'open', 'Platz 1 ist schon in diesem Zustand.'],
    [key.enter, 'call', 'Niemand wartet.'],
  ];

  test.each(reasons)('%j (%s) at a free desk with nobody waiting', async (pressed, _, reason) => {
    const { clerk, line } = openDesk([]);
    await clerk.until([], 'ist frei');
    await clerk.until([pressed], `! ${reason}`);
    expect(line.asked).toEqual([]);
  });

  test.each(['d', 'p', 't', 's', 'o'])('%j while somebody is served', async (pressed) => {
    const { clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until([pressed], '! An Platz 1 ist noch E001 offen.');
  });

  test('somebody waits, but nobody for this desk', async () => {
    const { clerk } = openDesk(['3.2'], { rules: { desks: { '1': { ...plainDesk, skills: ['2'] } } } });
    await clerk.until([], 'Niemand wartet auf diesen Platz.');
    await clerk.until([key.enter], '1 warten, aber niemand, den dieser Platz bedienen darf.');
  });

  test('? lists every key with its reason', async () => {
    const { clerk } = openDesk([], { rows: 40 });
    await clerk.until(['?'], 'Tasten dieses Bildschirms');
    await clerk.until([], 'Parken – An Platz 1 ist gerade niemand.');
    await clerk.until([], 'Letztes zurücknehmen');
  });

  test('? on the smallest terminal: what works comes first, long reasons go on in the next line, and one key turns a page', async () => {
    const { screen, clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until(['?'], 'Tasten dieses Bildschirms');
    await clerk.until([], 'weitere');
    expect(screen.frame()).not.toContain('noch E001 offen');
    await clerk.until([key.pageDown], 'Gewählte Nummer aufrufen');
    await clerk.until([], 'Bildschirm verlassen');
    await clerk.until([key.pageDown], 'davor');
    expect(screen.frame()).toMatch(/An Platz 1 ist noch E001 offen\.\s+(?:│\s*)?Erst/);
    expect(screen.frame()).not.toContain('…');
  });
});

describe('without the server', () => {
  test('nothing but a finish, and that is said', async () => {
    const { office, line, clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    line.change({ phase: 'lost', lostAt: office.now() });
    await clerk.until([], 'Keine Verbindung. Aufrufen geht gerade nicht, ein Abschluss wird gemerkt.');
    await clerk.until(['k'], 'Keine Verbindung zum Server. Nichts wurde geändert.');
    await clerk.until([key.enter], '! Keine Verbindung zum Server.');
    line.change({ asking: [{ type: 'finish', desk: '1' }] });
    await clerk.until([], 'Der Abschluss von E001 ist gemerkt');
    line.change({ phase: 'joined', lostAt: null, asking: [] });
    await clerk.until([], 'Nicht erschienen: in');
  });

  test('a finish goes out and is kept by the connection', async () => {
    const { office, line, screen, clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until([key.enter], 'E001 in Bearbeitung');
    line.change({ phase: 'lost', lostAt: office.now() });
    await clerk.until([], 'Keine Verbindung');
    screen.press(key.enter);
    await screen.until(() => line.asked.length === 3, 'the finish on its way');
    expect(line.asked.at(-1)).toEqual({ type: 'finish', desk: '1' });
  });

  test('before it has sent the day', async () => {
    const office = fakeOffice();
    const line = office.line('desk/1');
    line.change({ phase: 'connecting', day: null, site: null });
    const screen = mountScreen({ screen: 'desk', place: '1' }, line);
    await screen.shows('Verbindung wird aufgebaut');
    line.change(office.line('desk/1').view);
    await screen.shows('Platz 1 ist geschlossen');
    expect(line.asked).toEqual([]);
  });
});

describe('what others do', () => {
  test('the choice follows the ticket, not the row', async () => {
    const { office, screen, clerk } = openDesk();
    await screen.shows('ist frei');
    screen.press(key.down);
    await screen.until((frame) => /▶ +E002/.test(frame), 'E002 chosen');
    office.ask('desk/2', { type: 'call', desk: '2' });
    await screen.showsNot('E001');
    expect(screen.frame()).toMatch(/▶ → +E002/);
    await clerk.until([key.enter], 'E002 aufgerufen');
  });

  test('a list about a ticket goes away with it', async () => {
    const { office, screen, clerk } = openDesk();
    await clerk.until([key.enter], 'E001 aufgerufen');
    await clerk.until(['e'], 'Womit endet E001?');
    office.ask('lead', { type: 'park', desk: '1' });
    await screen.showsNot('Womit endet');
    await clerk.until([], 'Platz 1 ist frei');
  });

  test('the day is closed', async () => {
    const { office, clerk, screen } = openDesk([]);
    office.ask('lead', { type: 'closeDay' });
    await clerk.until([], 'Der Tag 08.06.2015 ist abgeschlossen');
    await clerk.until([key.enter], 'Morgen geht es weiter.');
    expect(screen.size()).toEqual({ columns: 80, rows: 24 });
  });

  test('how long another desk has been in contact is told to nobody', async () => {
    const { office, screen } = openDesk(['3.2', '3.2', '3.2', '3.2'], { columns: 120, rows: 40 });
    office.ask('desk/2', { type: 'call', desk: '2' });
    office.ask('desk/2', { type: 'start', desk: '2' });
    office.pass(minutes(25));
    office.ask('desk/3', { type: 'pause', desk: '3' });
    await screen.shows('Platz 2: besetzt', 'Platz 3: Pause');
    expect(screen.frame()).not.toMatch(/25:00|E001/);
  });
});
