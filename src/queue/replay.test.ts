import { describe, expect, test } from 'vitest';
import { fakeCatalogue } from '../testing/fakeCatalogue.js';
import { officeDay, plainDesk } from '../testing/officeDay.js';
import { decide } from './decide.js';
import { evolve, replay } from './evolve.js';
import type { Entry } from './events.js';

/** A morning with something of everything. */
function morning() {
  const office = officeDay();
  office.at('08:00');
  office.reception().checkIn('3.1', { marks: { urgent: 'mobility', team: '704' }, copies: true });
  office
    .reception()
    .checkIn(null, { rule: 'appointment', alsoSettled: [{ concern: '6.1', rule: '6.1/sickNote' }] });
  office.reception('E2').checkIn('3.2');
  office.at('08:05');
  office.desk('1').call('E002', 'emergency');
  office.desk('2').call();
  office.at('08:08:30');
  office.desk('2').noShow();
  office.reception().resume('E001');
  office.desk('1').requeue('6.3', { outcome: 'appointment', destination: 'PAP' });
  office.desk('1').undo();
  office.desk('3').activity('4.1', '703');
  office.reception().correct('V001', '3.2');
  return office;
}

describe('entries and the day', () => {
  test('[E1] the journal of the morning gives the morning', () => {
    const office = morning();
    expect(replay(JSON.parse(JSON.stringify(office.entries)) as Entry[])).toEqual(office.day);
  });

  test('[E1] a replay ends with the same memories as going step by step, undone actions between', () => {
    const office = morning();
    office.reception('E2').checkIn('3.1');
    office.reception('E2').undo();
    office.reception('E2').checkIn('6.3');
    office.desk('1').finish();
    office.desk('1').undo();
    expect(replay(office.entries)).toEqual(office.day);
    expect(Object.keys(office.day.undo)).toContain('reception/E2');
    expect(Object.keys(office.day.undo)).not.toContain('desk/1');
  });

  test('[E2] a refused ask leaves no trace', () => {
    const office = morning();
    const before = JSON.stringify(office.day);
    office.desk('1').refused.call();
    office.reception().refused.checkIn('9.9');
    office.desk('3').refused.finish();
    expect(JSON.stringify(office.day)).toBe(before);
    const entries = office.entries.map(({ seq }) => seq);
    expect(entries).toEqual(entries.map((_, i) => i + 1));
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', ''])(
    '[E4] a ticket or desk named "%s"',
    (name) => {
      const office = morning();
      const { refused } = office.lead;
      expect(refused.mark(name, {})).toEqual({ name: 'unknownTicket', number: name });
      expect(refused.leave(name).name).toBe('unknownTicket');
      expect(refused.resume(name).name).toBe('unknownTicket');
      expect(refused.correct(name, '3.1').name).toBe('unknownVisit');
      expect(refused.cancel(name).name).toBe('unknownVisit');
      expect(refused.desk(name).call().name).toBe('unknownDesk');
      expect(refused.desk(name).finish().name).toBe('unknownDesk');
      expect(refused.desk('2').call(name, 'emergency').name).toBe('unknownTicket');
      expect(office.desk('1').refused.transfer('language', name).name).toBe('unknownDesk');
    },
  );

  test('[E5] changed rules are part of the record', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    office.changeRules({ desks: { '1': { skills: ['6'], confidential: false }, '2': plainDesk } });
    expect(office.desk('1').refused.call().name).toBe('nobodyForThisDesk');

    const replayed = replay(office.entries);
    if (!replayed) throw new Error('the entries gave no day');
    const context = { at: replayed.lastAt, by: 'desk/1', catalogue: fakeCatalogue } as const;
    expect(decide(replayed, { type: 'call', desk: '1' }, context)).toMatchObject({
      rejection: { name: 'nobodyForThisDesk' },
    });
  });

  test('[E6] no opening, no day; and nobody is called who never came', () => {
    const office = morning();
    expect(replay([])).toBeUndefined();
    expect(replay(office.entries.slice(1))).toBeUndefined();

    const { seq, at } = office.entries.at(-1) ?? { seq: 0, at: 0 };
    const stray: Entry = {
      seq: seq + 1,
      at,
      by: 'desk/1',
      ask: 'stray',
      events: [{ type: 'TicketCalled', number: 'E999', desk: '1' }],
    };
    const copy = structuredClone(office.day);
    expect(() => evolve(copy, stray)).toThrow(/E999/);
  });
});
