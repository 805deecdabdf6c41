import { describe, expect, test } from 'vitest';
import { fakeOffice } from '../testing/fakeConnection.js';
import { minutes } from '../testing/officeDay.js';
import { playScenario } from '../testing/scenarioDay.js';
import { loadScenario } from '../testing/scenarios/load.js';
import type { Marks } from '../queue/events.js';
import { replay } from '../queue/evolve.js';
import { nextFor } from '../queue/order.js';
import { waitOf, waitOfNext } from './waitOf.js';

const mean = minutes(10);

const plain = { skills: null, confidential: false };

function office() {
  const here = fakeOffice({ rules: { desks: { 1: plain, 3: { skills: null, confidential: true } } } });
  const book = (concern = '3.2', marks: Marks = {}) => {
    here.ask('reception/E1', {
      type: 'checkIn',
      concern,
      rule: `${concern}/default`,
      identityChecked: true,
      marks,
    });
    const ticket = Object.values(here.day.tickets).at(-1);
    if (!ticket) throw new Error('nobody was booked');
    return ticket;
  };
  return { here, day: here.day, book };
}

describe('the expected wait', () => {
  test('is unknown while no desk serves, and hardly any at a free one', () => {
    const { here, day, book } = office();
    const ticket = book();
    expect([waitOfNext(day, mean), waitOf(day, ticket, mean, here.now())]).toEqual([null, null]);
    here.ask('desk/1', { type: 'openDesk', desk: '1' });
    expect(waitOf(day, ticket, mean, here.now())).toEqual({ fromMinutes: 0, toMinutes: 5 });
    expect(waitOfNext(day, mean)).toEqual({ fromMinutes: 5, toMinutes: 25 });
    here.ask('desk/1', { type: 'pause', desk: '1' });
    expect(waitOfNext(day, mean)).toBeNull();
  });

  test('counts who is called before: the line, and urgent ones behind', () => {
    const { here, day, book } = office();
    here.ask('desk/1', { type: 'openDesk', desk: '1' });
    book();
    here.ask('desk/1', { type: 'call', desk: '1' });
    const second = book();
    const urgent = book('3.2', { urgent: 'emergency' });
    expect(waitOf(day, urgent, mean, here.now())).toEqual({ fromMinutes: 5, toMinutes: 25 });
    expect(waitOf(day, second, mean, here.now())).toEqual({ fromMinutes: 15, toMinutes: 40 });
  });

  test('is no shorter for urgent ones behind those who stand in line for longer than the cap', () => {
    const { here, day, book } = office();
    here.ask('desk/1', { type: 'openDesk', desk: '1' });
    book();
    here.ask('desk/1', { type: 'call', desk: '1' });
    const first = book();
    here.pass(day.rules.urgentCapMs);
    const urgent = book('3.2', { urgent: 'emergency' });
    const behindOne = { fromMinutes: 15, toMinutes: 40 };
    const next = { fromMinutes: 5, toMinutes: 25 };
    const waits = () => [first, urgent].map((ticket) => waitOf(day, ticket, mean, here.now()));
    expect(waits()).toEqual([behindOne, next]);
    here.pass(1);
    expect(nextFor(day, '1', here.now())).toBe(first);
    expect(waits()).toEqual([next, behindOne]);
  });

  test('rests on the desks that may call them: a confidential talk waits for its own', () => {
    const { here, day, book } = office();
    here.ask('desk/1', { type: 'openDesk', desk: '1' });
    const ticket = book('3.2', { confidential: true });
    expect(waitOf(day, ticket, mean, here.now())).toBeNull();
    here.ask('desk/3', { type: 'openDesk', desk: '3' });
    expect(waitOf(day, ticket, mean, here.now())).toEqual({ fromMinutes: 0, toMinutes: 5 });
  });

  test('S01 at 08:21: four wait, three desks serve for ten minutes each', () => {
    const scenario = loadScenario('S01');
    const { office: played } = playScenario(scenario);
    const at = Date.parse(`${scenario.date}T08:21:00+02:00`);
    const day = replay(played.entries.filter((entry) => entry.at <= at));
    if (!day) throw new Error('no day');
    expect(day.waiting).toHaveLength(4);
    // Erlang(5)/3: half wait longer than 15.6 minutes, one of ten longer than 26.6
    expect(waitOfNext(day, mean)).toEqual({ fromMinutes: 15, toMinutes: 30 });
  });
});
