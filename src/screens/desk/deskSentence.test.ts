import { describe, expect, test } from 'vitest';
import type { Presence } from '../../protocol/messages.js';
import { bookTicket } from '../../testing/bookings.js';
import { sceneOf } from '../../testing/deskScene.js';
import { fakeOffice } from '../../testing/fakeConnection.js';
import { minutes, plainDesk, seconds } from '../../testing/officeDay.js';
import { deskSentence } from './deskSentence.js';

const presence = (part: Partial<Presence> = {}): Presence => ({
  type: 'presence',
  desks: ['1'],
  receptions: [],
  displays: 1,
  shown: [],
  ...part,
});

const sentence = (office: ReturnType<typeof fakeOffice>, there: Presence | null = null, more = {}) =>
  deskSentence(sceneOf(office, more), there);

describe('a desk without a visitor', () => {
  test('closed, free, with nobody and with somebody waiting', () => {
    const office = fakeOffice();
    expect(sentence(office)).toBe('Platz 1 ist geschlossen · niemand wartet');
    office.ask('desk/1', { type: 'openDesk', desk: '1' });
    expect(sentence(office)).toBe('Platz 1 ist frei · niemand wartet');
    bookTicket(office, '3.2');
    office.pass(minutes(12));
    expect(sentence(office)).toBe('Platz 1 ist frei · 1 wartet 12 min');
    for (const concern of ['3.9', '3.7', '3.2']) bookTicket(office, concern);
    expect(sentence(office)).toBe('Platz 1 ist frei · 4 warten, am längsten 12 min');
  });

  test('how many of them are for this desk, where not all are', () => {
    const office = fakeOffice({ rules: { desks: { '1': { ...plainDesk, skills: ['3.9'] } } } });
    office.ask('desk/1', { type: 'openDesk', desk: '1' });
    bookTicket(office, '3.2');
    expect(sentence(office)).toBe('Platz 1 ist frei · 1 wartet (nicht hier) 0 min');
    bookTicket(office, '3.9');
    expect(sentence(office)).toBe('Platz 1 ist frei · 2 warten (1 hier), am längsten 0 min');
  });

  test('a break and an activity say since when', () => {
    const office = fakeOffice();
    office.ask('desk/1', { type: 'pause', desk: '1' });
    office.pass(seconds(75));
    expect(sentence(office)).toBe('Platz 1: Pause seit 1:15 · niemand wartet');
    office.ask('desk/1', { type: 'startActivity', desk: '1', activity: '4.1', team: '703' });
    office.pass(minutes(3));
    expect(sentence(office)).toBe('Platz 1: Datenpflege (4.1), Team 703 seit 3:00 · niemand wartet');
  });

  test('a day that is closed', () => {
    const office = fakeOffice();
    office.ask('server', { type: 'closeDay' });
    expect(sentence(office)).toBe('Der Tag 08.06.2015 ist abgeschlossen');
  });
});

describe('a desk with a visitor', () => {
  const calledOffice = () => {
    const office = fakeOffice();
    bookTicket(office, '3.2');
    office.ask('desk/1', { type: 'call', desk: '1' });
    office.pass(seconds(35));
    return office;
  };

  test('called, and whether the display shows it', () => {
    const office = calledOffice();
    expect(sentence(office)).toBe('E001 aufgerufen seit 0:35');
    expect(sentence(office, presence({ shown: ['E001'] }))).toBe('E001 aufgerufen seit 0:35 · auf Anzeige');
    expect(sentence(office, presence())).toBe('E001 aufgerufen seit 0:35 · noch nicht auf Anzeige');
    expect(sentence(office, presence({ displays: 0 }))).toBe('E001 aufgerufen seit 0:35 · keine Anzeige');
  });

  test('counts the calls', () => {
    const office = calledOffice();
    office.ask('desk/1', { type: 'recall', desk: '1' });
    expect(sentence(office)).toBe('E001 aufgerufen seit 0:35 · 2. Aufruf');
  });

  test('in service: parked time is no part of it', () => {
    const office = calledOffice();
    office.ask('desk/1', { type: 'start', desk: '1' });
    office.pass(seconds(192));
    expect(sentence(office)).toBe('E001 in Bearbeitung seit 3:12 · 3.2 Weiterbewilligungsantrag (WBA)');
    office.ask('desk/1', { type: 'park', desk: '1' });
    office.pass(minutes(10));
    office.ask('desk/1', { type: 'resume', number: 'E001' });
    expect(sentence(office)).toContain('E001 in Bearbeitung seit 3:12');
  });

  test('a screen reader gets times of day, which do not change while they are read', () => {
    const office = calledOffice();
    expect(sentence(office, null, { screenReader: true })).toBe('E001 aufgerufen seit 10:00 Uhr');
    bookTicket(office, '3.9');
    office.pass(minutes(4));
    const other = sceneOf(office, { desk: '2', screenReader: true });
    expect(deskSentence(other, null)).toBe('Platz 2 ist geschlossen · 1 wartet seit 10:00 Uhr');
  });
});
