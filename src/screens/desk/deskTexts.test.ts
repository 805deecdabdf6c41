import { describe, expect, test } from 'vitest';
import { bookTicket } from '../../testing/bookings.js';
import { sceneOf } from '../../testing/deskScene.js';
import { fakeOffice } from '../../testing/fakeConnection.js';
import { minutes, plainDesk, seconds } from '../../testing/officeDay.js';
import { doneText } from './doneText.js';
import { emptyDraft, endingOf, withFurther } from './draft.js';
import { hintFor } from './hint.js';
import { preparationFor } from './preparation.js';
import { waitingRows } from './waitingRows.js';

type Office = ReturnType<typeof fakeOffice>;

const ticketOf = (office: Office, number: string) => {
  const ticket = office.day.tickets[number];
  if (!ticket) throw new Error(`no ${number}`);
  return ticket;
};

describe('what a desk reads before the call (R14, R106)', () => {
  test('what the reception has done, and what the visitor needs', () => {
    const office = fakeOffice();
    const number = bookTicket(office, '3.9', {
      copies: true,
      documents: 'SACHBEARBEITUNG',
      handouts: ['Vordrucke'],
      marks: { urgent: 'mobility', interpreter: true, assisted: true, team: '703' },
    });
    const { title, facts, reminders, draft } = preparationFor(sceneOf(office), ticketOf(office, number));
    expect(title).toBe('E001  3.9 Einkommen aus Beschäftigung');
    const wide = preparationFor(sceneOf(office, { columns: 200 }), ticketOf(office, number));
    expect(wide.title).toBe(
      'E001  3.9 Einkommensänderung bei abhängiger Beschäftigung (ohne Rückforderung von Leistungen)',
    );
    expect(facts).toEqual([
      'dringend: Gehbehinderung · Dolmetscher · Unterstützung · Team 703',
      'Identität geprüft · Rücksprache am Empfang · Kopien gemacht · Unterlagen angenommen · ausgegeben: Vordrucke',
    ]);
    expect(reminders).toEqual([]);
    expect(draft).toBeNull();
  });

  test('where it has been before', () => {
    const office = fakeOffice();
    const number = bookTicket(office, '3.2', { identityChecked: true });
    office.ask('desk/2', { type: 'call', desk: '2' });
    office.ask('desk/2', { type: 'requeue', desk: '2', nextConcern: '3.14' });
    office.ask('desk/3', { type: 'call', desk: '3' });
    office.ask('desk/3', { type: 'transfer', desk: '3', reason: 'language', toDesk: '1' });
    const { facts, reminders } = preparationFor(sceneOf(office), ticketOf(office, number));
    expect(facts[0]).toBe(
      'an diesen Platz übergeben · vorher 3.2 Weiterbewilligungsantrag (WBA) · übergeben: Sprache',
    );
    expect(reminders).toEqual(['Vor dem Abschluss: Prüfung einer Vollmacht / Bestellung (Betreuer)']);
  });

  test('what is noted for the end, and what that reminds of', () => {
    const office = fakeOffice();
    const number = bookTicket(office, '3.9');
    const noted = withFurther({ ...emptyDraft, concern: '3.6', consulted: true, papInformed: true }, '3.14');
    const { draft, reminders } = preparationFor(sceneOf(office), ticketOf(office, number), noted);
    expect(draft).toBe('Abschluss mit: Anliegen 3.6 · dazu 3.14 · Rücksprache · pAp informiert');
    expect(reminders).toHaveLength(3);
    expect(endingOf(noted)).toEqual({
      concern: '3.6',
      furtherConcerns: ['3.14'],
      consulted: true,
      papInformed: true,
    });
    expect(endingOf(withFurther(noted, '3.14'))).not.toHaveProperty('furtherConcerns');
  });
});

describe('the line', () => {
  test.each([
    ['de', { interpreter: true, assisted: true }, / {2}0 min {2}Dolm\., Unterst\.$/],
    ['en', { interpreter: true, assisted: true }, / {2}0 min {2}interpr\., assist\.$/],
    [
      'de',
      { urgent: 'mobility', interpreter: true, assisted: true, team: '703' },
      / 3\.2 {2}Weiterbewilligun… {3}0 min {2}dringend, Dolm\., Unterst\., Team 703$/,
    ],
  ] as const)('a row keeps all of its marks on 80 columns: %s %j', (language, marks, row) => {
    const office = fakeOffice();
    bookTicket(office, '3.2', { marks });
    const text = waitingRows(sceneOf(office, { language }))[0]?.text ?? '';
    expect(text).toMatch(row);
    expect(text.length).toBeLessThanOrEqual(80 - 2 - 2);
  });

  test('number, concern, minutes, marks; an arrow at the one that is next here', () => {
    const office = fakeOffice();
    bookTicket(office, '3.2', { marks: { confidential: true } });
    office.pass(minutes(3));
    bookTicket(office, '3.9', { marks: { interpreter: true } });
    office.pass(minutes(2));
    const rows = waitingRows(sceneOf(office));
    expect(rows.map(({ id }) => id)).toEqual(['E001', 'E002']);
    expect(rows[0]?.text).toBe('   E001  3.2  Weiterbewilligungsantrag (WBA)   5 min  woanders, vertraulich');
    expect(rows[1]?.text).toBe('→  E002  3.9  Einkommen aus Beschäftigung      2 min  Dolmetscher');
    expect(waitingRows(sceneOf(office, { columns: 200 }))[0]?.text).toContain(
      'Weiterbewilligungsantrag (WBA)     ',
    );
  });

  test('an urgent one leaves room for the other marks', () => {
    const office = fakeOffice();
    bookTicket(office, '3.2', { marks: { urgent: 'emergency', interpreter: true } });
    expect(waitingRows(sceneOf(office))[0]?.text).toMatch(/ dringend, Dolmetscher$/);
  });

  test('for a screen reader the same in words', () => {
    const office = fakeOffice();
    bookTicket(office, '3.2', { marks: { urgent: 'emergency' } });
    expect(waitingRows(sceneOf(office, { screenReader: true }))[0]?.spoken).toBe(
      'E001, 3.2 Weiterbewilligungsantrag (WBA), wartet seit 10:00 Uhr, hier als Nächstes, dringend: Notfall',
    );
  });
});

describe('the hint', () => {
  const options = { view: { phase: 'joined', asking: [] }, isSlow: false, noShowKey: 'N' } as const;
  const hint = (office: Office, more = {}) => hintFor(sceneOf(office), { ...options, ...more })?.text ?? null;

  test('why the next one is not the first', () => {
    const office = fakeOffice({ rules: { desks: { '1': { ...plainDesk, skills: ['3.9'] } } } });
    bookTicket(office, '3.2');
    expect(hint(office)).toBeNull();
    bookTicket(office, '3.9');
    expect(hint(office)).toBe('E002 ist hier dran, denn E001 gehört an einen anderen Platz');
    bookTicket(office, '3.9', { marks: { urgent: 'emergency' } });
    expect(hint(office)).toBe('E003 geht vor, dringend: Notfall');
  });

  test('when a call may be given up; later for an assisted visitor', () => {
    const office = fakeOffice();
    bookTicket(office, '3.2', { marks: { assisted: true } });
    office.ask('desk/1', { type: 'call', desk: '1' });
    office.pass(seconds(60));
    expect(hint(office)).toBe('Nicht erschienen: in 5:00 min mit N');
    const spoken = hintFor(sceneOf(office, { screenReader: true }), options);
    expect(spoken?.text).toBe('Nicht erschienen: ab 10:06 Uhr mit N');
    office.pass(minutes(5));
    expect(hint(office)).toBe('Nicht da? N = nicht erschienen');
  });

  test('the line is cut, the server is slow, the day is over', () => {
    const office = fakeOffice();
    bookTicket(office, '3.2');
    office.ask('desk/1', { type: 'call', desk: '1' });
    const finish = { type: 'finish', desk: '1' } as const;
    expect(hint(office, { view: { phase: 'lost', asking: [] } })).toContain('Keine Verbindung.');
    expect(hint(office, { view: { phase: 'lost', asking: [finish] } })).toContain(
      'Abschluss von E001 ist gemerkt',
    );
    expect(hint(office, { isSlow: true })).toBe('wird gesendet');
    office.ask('server', { type: 'closeDay' });
    expect(hint(office)).toBe('Heute geht hier nichts mehr.');
  });
});

describe('what just happened', () => {
  test('every ask of a desk is told in words', () => {
    const office = fakeOffice();
    for (let i = 0; i < 6; i += 1) bookTicket(office, '3.2');
    const desk = '1';
    const told: (string | undefined)[] = [];
    const ask = (command: Parameters<Office['ask']>[1], pass = 0) => {
      office.pass(pass);
      const { events } = office.ask('desk/1', command);
      told.push(doneText(sceneOf(office), events));
    };
    ask({ type: 'openDesk', desk });
    ask({ type: 'call', desk });
    ask({ type: 'recall', desk }, seconds(10));
    ask({ type: 'withdraw', desk });
    ask({ type: 'call', desk });
    ask({ type: 'start', desk });
    ask({ type: 'park', desk });
    ask({ type: 'resume', number: 'E001' });
    ask({ type: 'finish', desk, outcome: 'appointment', destination: 'SACHBEARBEITUNG' });
    ask({ type: 'undo' });
    ask({ type: 'requeue', desk, nextConcern: '3.9' });
    ask({ type: 'call', desk });
    ask({ type: 'transfer', desk, reason: 'language', toDesk: '2' });
    ask({ type: 'call', desk });
    ask({ type: 'transfer', desk, reason: 'language' });
    ask({ type: 'call', desk, number: 'E004', reason: 'emergency' });
    ask({ type: 'noShow', desk }, minutes(3));
    ask({ type: 'resume', number: 'E004' });
    ask({ type: 'leave', number: 'E004' });
    ask({ type: 'pause', desk });
    ask({ type: 'startActivity', desk, activity: '4.3' });
    ask({ type: 'closeDesk', desk });
    expect(told).toEqual([
      'Platz 1 geöffnet',
      'E001 aufgerufen',
      'E001 erneut aufgerufen (2. Aufruf)',
      'Aufruf von E001 zurückgezogen',
      'E001 aufgerufen',
      'E001 ist da',
      'E001 geparkt',
      'E001 geht hier weiter',
      'E001: Termin: Leistungssachbearbeitung (703/704)',
      'Zurückgenommen',
      'E001 neu eingereiht für 3.9 Einkommen aus Beschäftigung',
      'E002 aufgerufen',
      'E002 übergeben an Platz 2',
      'E003 aufgerufen',
      'E003 übergeben',
      'E004 aufgerufen',
      'E004 nicht erschienen',
      'E004 wartet wieder',
      'E004 ist gegangen',
      'Platz 1 in Pause',
      'Postbearbeitung (4.3) begonnen, 5 warten',
      'Platz 1 geschlossen',
    ]);
  });
});
