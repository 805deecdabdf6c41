import { describe, expect, test } from 'vitest';
import { fakeOffice } from '../../testing/fakeConnection.js';
import { key, mountScreen, type ScreenOptions } from '../../testing/screen.js';

function open(options: ScreenOptions = {}) {
  const office = fakeOffice();
  const reception = mountScreen({ screen: 'checkin', place: 'E1' }, office.line('reception/E1'), options);
  const desk = mountScreen({ screen: 'desk', place: '1' }, office.line('desk/1'), options);
  return { office, reception, desk };
}

const bells = (screen: { readonly written: readonly string[] }): number =>
  screen.written.filter((text) => text === '\u0007').length;

describe('a silent call for help', () => {
  test('is seen and heard by the others, discreet at the caller, and ended by anybody', async () => {
    const { office, reception, desk } = open();
    await reception.shows('Anliegen:');
    await desk.shows('Platz 1');
    reception.press(key.ctrl('g'));
    await desk.shows(
      '!!! HILFE: Empfang 1 (Raum 239) ruft seit 10:00',
      '!!! Strg+K = ich komme   Strg+R = beenden !!!',
    );
    expect(desk.size()).toEqual({ columns: 80, rows: 24 });
    await desk.until(() => bells(desk) === 1, 'a bell');
    await reception.shows('Signal gesendet 10:00, noch keine Antwort');
    expect(reception.frame()).not.toContain('HILFE');
    expect(bells(reception)).toBe(0);
    desk.press(key.ctrl('k'));
    await reception.shows('Signal: Platz 1 kommt');
    await desk.shows('HILFE: Empfang 1 (Raum 239), Platz 1 kommt');
    desk.press(key.ctrl('r'));
    await desk.showsNot('HILFE');
    await reception.showsNot('Signal');
    expect(office.day.helpCalls).toMatchObject([{ from: 'reception/E1', answeredBy: 'desk/1' }]);
  });

  test('works in a text field, over a dialog, over the help and on a covered screen, and keeps what was typed', async () => {
    const { office, reception, desk } = open();
    await reception.shows('Anliegen:');
    reception.press('w', 'b');
    await reception.shows('Anliegen: wb');
    reception.press(key.ctrl('g'));
    await reception.shows('Signal gesendet', 'Anliegen: wb');
    reception.press(key.ctrl('r'));
    await reception.showsNot('Signal gesendet');
    reception.press(key.ctrl('b'));
    await reception.shows('beo ist verdeckt');
    reception.press(key.ctrl('g'));
    await reception.shows('Signal gesendet', 'beo ist verdeckt');
    await desk.shows('HILFE');
    desk.press('t');
    await desk.shows('Welche Tätigkeit?', 'HILFE');
    desk.press(key.ctrl('k'));
    await desk.shows('Platz 1 kommt');
    desk.press(key.escape);
    await desk.showsNot('Welche Tätigkeit?');
    desk.press('?');
    await desk.shows('Tasten dieses Bildschirms', 'Strg+G', 'Platz 1 kommt');
    desk.press(key.ctrl('r'));
    await desk.showsNot('Platz 1 kommt');
    expect(office.day.helpCalls.every(({ endedAt }) => endedAt !== null)).toBe(true);
  });

  test('is not taken for sent while there is no connection, nor called twice', async () => {
    const office = fakeOffice();
    const line = office.line('desk/2');
    const screen = mountScreen({ screen: 'desk', place: '2' }, line);
    await screen.shows('Platz 2');
    screen.press(key.ctrl('g'));
    await screen.shows('Signal gesendet');
    screen.press(key.ctrl('g'));
    await screen.shows('! Hilfe ist schon gerufen.');
    screen.press(key.ctrl('r'));
    await screen.showsNot('Signal gesendet');
    line.change({ phase: 'lost', lostAt: office.now() });
    screen.press(key.ctrl('g'));
    await screen.shows('! Keine Verbindung zum Server');
    expect(office.day.helpCalls).toHaveLength(1);
  });

  test('reaches the lead, and in English', async () => {
    const office = fakeOffice();
    const lead = mountScreen({ screen: 'statistics' }, office.line('lead'), { language: 'en', ascii: true });
    await lead.shows('connected');
    office.ask('desk/1', { type: 'callHelp' });
    office.ask('desk/2', { type: 'callHelp' });
    await lead.shows(
      '!!! HELP: Desk 1 (room 202) is calling since 10:00 (1 more signal) !!!',
      '!!! Ctrl+K = I am coming   Ctrl+R = end !!!',
    );
    lead.press(key.ctrl('k'));
    await lead.shows('HELP: Desk 2 (room 203) is calling');
  });
});

describe("the reception's question", () => {
  test.each([
    ['j', 'ANTWORT: ja, Platz 1 hat Zeit', 'yes'],
    ['x', 'ANTWORT: nein (Platz 1)', 'no'],
  ])('is answered with %s', async (letter, answer, value) => {
    const { office, reception, desk } = open();
    await reception.shows('Anliegen:');
    reception.press(key.ctrl('p'));
    await reception.shows('Eingangszone gefragt 10:00, noch keine Antwort', 'Strg+R = zurücknehmen');
    await desk.shows('??? FRAGE: Empfang 1: Hat jemand kurz Zeit? ???', '??? J = ja   X = nein ???');
    desk.press(letter);
    await reception.shows(answer);
    await desk.showsNot('FRAGE');
    reception.press(key.ctrl('r'));
    await reception.showsNot('ANTWORT');
    expect(office.day.questions).toMatchObject([{ answer: value, answeredBy: 'desk/1' }]);
  });

  test('is dropped by the asker; a letter typed into a field is no answer', async () => {
    const { office, reception, desk } = open();
    await reception.shows('Anliegen:');
    await desk.shows('Platz 1');
    reception.press(key.ctrl('p'));
    await reception.shows('Eingangszone gefragt');
    reception.press('j');
    await reception.shows('Anliegen: j');
    expect(office.day.questions).toMatchObject([{ answer: null }]);
    reception.press(key.ctrl('r'));
    await desk.showsNot('FRAGE');
    desk.press('j');
    await reception.showsNot('Eingangszone gefragt');
    expect(office.day.questions).toMatchObject([{ answer: null, answeredBy: null }]);
  });
});

test('a screen reader reads a signal in one line', async () => {
  const { reception, desk } = open({ screenReader: true });
  await reception.shows('Anliegen:');
  reception.press(key.ctrl('g'));
  await desk.shows('HILFE: Empfang 1 (Raum 239) ruft seit 10:00', 'Strg+K = ich komme   Strg+R = beenden');
  expect(desk.frame()).not.toContain('!!!');
});
