import { describe, expect, test } from 'vitest';
import { bookTicket } from '../../testing/bookings.js';
import { exampleSite, fakeOffice } from '../../testing/fakeConnection.js';
import { leadSceneOf } from '../../testing/leadScene.js';
import { minutes } from '../../testing/officeDay.js';
import { textsFor } from '../../texts/texts.js';
import { allBlocks } from './allBlocks.js';
import { figuresNow } from './figuresNow.js';
import { atPlaces, sentIntoTheHouse } from './house.js';
import { nowLine } from './nowLine.js';
import { visitsToCancel, visitsToCorrect } from './visitList.js';

type Office = ReturnType<typeof fakeOffice>;

const figuresOf = ({ day, now }: Office) => figuresNow(day, now(), exampleSite, []);

/** The lines of the block with this title, blanks shortened. */
function linesOf(office: Office, title: string, more = {}): readonly string[] {
  const blocks = allBlocks(leadSceneOf(office, more), { ...figuresOf(office), width: 38 }, 30);
  const block = blocks.find((each) => each.title.startsWith(title));
  return (block?.lines ?? []).map((line) => line.replaceAll(/ +/g, ' ').trim());
}

const answer = (office: Office, more = {}) => {
  const { figures, summary } = figuresOf(office);
  return nowLine(leadSceneOf(office, more), figures, summary);
};

describe('the first line', () => {
  test('S01 at 08:21: seven, of them four waiting (R102)', () => {
    const office = fakeOffice();
    for (let i = 0; i < 7; i += 1) bookTicket(office, '3.2');
    for (const desk of ['1', '2', '3']) office.ask(`desk/${desk}`, { type: 'call', desk });
    for (const desk of ['1', '2']) office.ask(`desk/${desk}`, { type: 'start', desk });
    office.pass(minutes(12.5));
    expect(answer(office)).toEqual({
      people: 'Jetzt 7 Kunden: 4 warten, 1 aufgerufen, 2 in Bearbeitung',
      longest: 'längste Wartezeit 12:30 min (E004)',
      isOverTarget: false,
    });
  });

  test('the target that was passed is said in words, not by colour alone (R33)', () => {
    const office = fakeOffice();
    bookTicket(office, '3.2');
    office.pass(minutes(15));
    expect(answer(office).isOverTarget).toBe(false);
    office.pass(minutes(1));
    expect(answer(office)).toEqual({
      people: 'Jetzt 1 Kunde: 1 wartet, 0 aufgerufen, 0 in Bearbeitung',
      longest: 'längste Wartezeit 16:00 min (E001), über dem Ziel von 15 min',
      isOverTarget: true,
    });
    expect(answer(office, { screenReader: true }).longest).toBe(
      'am längsten wartet E001, seit 10:00 Uhr, über dem Ziel von 15 min',
    );
  });

  test('nobody, and the end of the day', () => {
    const office = fakeOffice();
    expect(answer(office).longest).toBe('niemand wartet');
    office.ask('lead', { type: 'closeDay' });
    expect(answer(office)).toEqual({
      people: 'Der Tag ist abgeschlossen.',
      longest: '',
      isOverTarget: false,
    });
  });
});

/** Six tickets, four of them dealt with in all ways, and visits that ended at the reception. */
function mixedDay(): Office {
  const office = fakeOffice();
  for (let i = 0; i < 6; i += 1) {
    bookTicket(office, '3.2');
    office.pass(minutes(10));
  }
  office.ask('reception/E1', { type: 'checkIn', concern: null, rule: 'auskunft' });
  office.ask('reception/E1', { type: 'checkIn', concern: null, rule: 'G1' });
  const ask = (command: Parameters<Office['ask']>[1]) => office.ask('desk/1', command);
  ask({ type: 'call', desk: '1' });
  ask({ type: 'finish', desk: '1' });
  ask({ type: 'call', desk: '1' });
  ask({ type: 'finish', desk: '1', outcome: 'appointment', destination: 'SACHBEARBEITUNG' });
  ask({ type: 'call', desk: '1', number: 'E004', reason: 'emergency' });
  office.pass(minutes(3));
  ask({ type: 'noShow', desk: '1' });
  ask({ type: 'call', desk: '1' });
  ask({ type: 'park', desk: '1' });
  office.ask('reception/E1', { type: 'leave', number: 'E005' });
  ask({ type: 'call', desk: '1' });
  office.ask('desk/2', { type: 'pause', desk: '2' });
  return office;
}

describe('the blocks', () => {
  test('by hour: the rows add up to the totals', () => {
    expect(linesOf(mixedDay(), 'Je Stunde')).toEqual([
      'angekommen bearbeitet',
      '10–11 █████████ 6 0',
      '11–12 0 ███ 2',
      'gesamt 6 2',
    ]);
    expect(linesOf(mixedDay(), 'Je Stunde', { ascii: true })[1]).toBe('10–11 ######### 6 0');
    expect(linesOf(mixedDay(), 'Je Stunde', { screenReader: true })).toEqual([
      '10–11: 6 angekommen, 0 bearbeitet',
      '11–12: 0 angekommen, 2 bearbeitet',
      'gesamt: 6 angekommen, 2 bearbeitet',
    ]);
  });

  test('waits: the 90th percentile of a few cases is marked', () => {
    expect(linesOf(mixedDay(), 'Wartezeiten')).toEqual([
      'bearbeitete Kontakte 2',
      'Mittelwert 55:00',
      'Median 55:00',
      '90 % kürzer als (n unter 10) 59:00',
      'im Ziel von 15 min 0 %',
    ]);
  });

  test('visits by way, and both filters', () => {
    expect(linesOf(mixedDay(), 'Vorsprachen')).toEqual([
      'Nummer für die Eingangszone 6',
      'am Empfang erledigt 1',
      'Termin vergeben 0',
      'direkt weitergeleitet 1',
      'gesamt 8',
      'Filter 1, Empfang 14 %',
      'Filter 2, Eingangszone 50 %',
    ]);
  });

  test('desks: states, and no word of how long or how much (R89)', () => {
    expect(linesOf(mixedDay(), 'Plätze: 1 von 3 offen')).toEqual([
      '1 im Kontakt · 1 Pause · 1 geschlossen',
      'Platz 1 im Kontakt E006',
      'Platz 2 Pause',
      'Platz 3 geschlossen',
    ]);
    const office = fakeOffice();
    office.ask('desk/1', { type: 'openDesk', desk: '1' });
    office.ask('desk/2', { type: 'startActivity', desk: '2', activity: '4.1', team: '703' });
    expect(linesOf(office, 'Plätze: 1 von 3 offen').slice(0, 2)).toEqual([
      '1 frei · 1 Sachbearbeitung · 1',
      'geschlossen',
    ]);
  });

  test('parked, missed, left; deviations with their reasons', () => {
    expect(linesOf(mixedDay(), 'Nicht in der Reihe')).toEqual([
      'geparkt 1',
      'nicht erschienen, noch nicht zurück 1',
      'vergebliche Aufrufe heute 1',
      'gegangen 1',
      'Teamleitung zu informieren 0',
    ]);
    expect(linesOf(mixedDay(), 'Abweichungen von der Reihenfolge: 1')).toEqual(['Notfall 1']);
  });

  test('how many were sent into the house, and where (R66)', () => {
    const office = mixedDay();
    expect(sentIntoTheHouse(office.day)).toEqual([
      { destination: 'TERMIN_INHABER', direct: 1, appointments: 0 },
      { destination: 'SACHBEARBEITUNG', direct: 0, appointments: 1 },
    ]);
    expect(atPlaces(office.day)).toEqual([{ desk: '1', called: 1, inService: 0 }]);
    expect(linesOf(office, 'Ins Haus')).toEqual([
      'direkt Termin',
      'wer den Termin vergeben 1 0',
      'hat',
      'Leistungssachbearbeitung 0 1',
      '(703/704)',
      'aufger. Bearb.',
      'Platz 1, 202 1 0',
    ]);
    const english = linesOf(office, 'Into the house', { language: 'en' });
    expect(english).toContain('at once later');
    expect(english).toContain('called active');
    expect(linesOf(office, 'Ins Haus', { screenReader: true })[1]).toBe(
      'Leistungssachbearbeitung (703/704): 0 direkt, 1 mit Termin',
    );
  });

  test('the waits to expect with one desk fewer, as now, and one more (R104)', () => {
    const office = fakeOffice();
    for (let i = 0; i < 6; i += 1) bookTicket(office, '3.2');
    for (const desk of ['1', '2']) office.ask(`desk/${desk}`, { type: 'call', desk });
    expect(linesOf(office, 'Wie viele Plätze')).toEqual([
      'Plätze der Nächste auf Dauer',
      '1 50 min wächst',
      '2 (jetzt) 25 min 4 min',
      '3 17 min 1 min',
      'Ankünfte je Stunde 6',
      'eine Bearbeitung 10 min',
    ]);
    expect(linesOf(office, 'Wie viele Plätze', { screenReader: true })[0]).toBe(
      'mit 1 Platz: der Nächste 50 min, auf Dauer wächst',
    );
  });

  test('what is not known yet is a dash, never zero', () => {
    const office = fakeOffice({ site: { desks: [] } });
    expect(linesOf(office, 'Wartezeiten')).toEqual([
      'bearbeitete Kontakte 0',
      'Mittelwert –',
      'Median –',
      '90 % kürzer als –',
      'im Ziel von 15 min –',
    ]);
    expect(linesOf(office, 'Vorsprachen').slice(-2)).toEqual([
      'Filter 1, Empfang –',
      'Filter 2, Eingangszone –',
    ]);
    expect(linesOf(office, 'Je Stunde')).toEqual(['Heute ist noch niemand gekommen.']);
    expect(linesOf(office, 'Abweichungen')).toEqual(['keine']);
  });
});

test('the latest visits first; only what waits, is missed or ended at the reception can be cancelled', () => {
  const scene = leadSceneOf(mixedDay());
  expect(visitsToCorrect(scene).map(({ id }) => id)).toEqual([
    'V002',
    'V001',
    'E006',
    'E005',
    'E004',
    'E003',
    'E002',
    'E001',
  ]);
  expect(visitsToCancel(scene).map(({ id }) => id)).toEqual(['V002', 'V001', 'E004']);
  expect(visitsToCorrect(scene)[0]?.text).toMatch(/^V002 {2}11:00 +Besuch mit Termin +weitergeleitet$/);
});

test.each(['de', 'en'] as const)('every row of a visit fits on 80 columns: %s', (language) => {
  const { states, alreadyUrgent } = textsFor(language).statistics.choose;
  const [row] = visitsToCorrect(leadSceneOf(mixedDay(), { language }));
  const beforeState = (row?.text ?? '').indexOf(states.forwarded);
  expect(beforeState).toBeGreaterThan(0);
  const besideText = '▶ 1 '.length + 2;
  for (const words of [...Object.values(states), alreadyUrgent])
    expect(beforeState + words.length + besideText, words).toBeLessThanOrEqual(80);
});
