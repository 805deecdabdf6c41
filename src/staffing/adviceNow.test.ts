import { describe, expect, test } from 'vitest';
import { replay } from '../queue/evolve.js';
import type { Rules } from '../queue/rules.js';
import { bookTicket } from '../testing/bookings.js';
import { exampleSite, fakeOffice } from '../testing/fakeConnection.js';
import { minutes, plainDesk } from '../testing/officeDay.js';
import { playScenario } from '../testing/scenarioDay.js';
import { loadScenario } from '../testing/scenarios/load.js';
import { adviceNow } from './adviceNow.js';
import { minimumStaffing } from './desksNow.js';

const desks = (count: number): Rules['desks'] =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`P${i + 1}`, plainDesk]));

/** S01 at 08:21 with so many places: eleven have come since 08:00, four wait, three desks serve. */
function busyMorning(rules: Partial<Rules>) {
  const scenario = loadScenario('S01');
  const { entries } = playScenario(scenario).office;
  const at = Date.parse(`${scenario.date}T08:21:00+02:00`);
  const day = replay(entries.filter((entry) => entry.at <= at));
  if (!day) throw new Error('no day');
  return { day: { ...day, rules: { ...day.rules, ...rules } }, at };
}

const openFrom = (from: string, to: string): Rules['open'] => [
  { from: Date.parse(`2015-06-08T${from}:00+02:00`), to: Date.parse(`2015-06-08T${to}:00+02:00`) },
];

describe('the advice at 08:21 of S01', () => {
  test('rests on the arrivals of the last hour', () => {
    const { day, at } = busyMorning({ desks: desks(4) });
    const advice = adviceNow(day, at, exampleSite);
    expect(advice?.load).toEqual({
      waiting: 4,
      desks: 3,
      arrivalsPerHour: 11,
      meanServiceTime: minutes(10),
      targetTime: minutes(15),
      mostDesks: 4,
      leastDesks: 2.5,
    });
    // (4 + 1) · 10 / 3 and / 4 minutes
    expect(advice).toMatchObject({ advice: 'openMore', advised: 4 });
    expect(advice?.outlooks.map(({ next }) => (next ?? 0) / minutes(1))).toEqual([25, 50 / 3, 12.5]);
  });

  test('rests on the time since the doors opened, but on half an hour at the least', () => {
    const { day, at } = busyMorning({ desks: desks(6), open: openFrom('08:00', '12:00') });
    const advice = adviceNow(day, at, exampleSite);
    expect(advice?.load.arrivalsPerHour).toBe(22);
    // 22 an hour for 10 minutes are 3.67 desks: four would keep the line at 24.7 minutes, five at 3.2
    expect(advice).toMatchObject({ advice: 'openMore', advised: 5 });
    expect(advice?.outlooks.map(({ lasting }) => lasting && Math.round(lasting / minutes(0.1)) / 10)).toEqual(
      [null, null, 24.7, 3.2],
    );
  });

  test('says that there are no more to open', () => {
    const { day, at } = busyMorning({});
    expect(adviceNow(day, at, exampleSite)).toMatchObject({ advice: 'allOpen', advised: 3 });
  });

  test('expects nobody else once the doors are closed', () => {
    const { day, at } = busyMorning({ desks: desks(4), open: openFrom('08:00', '08:20') });
    expect(adviceNow(day, at, exampleSite)).toMatchObject({
      advice: 'openMore',
      load: { arrivalsPerHour: 0, waiting: 4 },
    });
  });
});

describe('there is no advice', () => {
  test('where nobody waits and nobody is let in, without desks, and on a closed day', () => {
    const shut = fakeOffice({ rules: { open: [] } });
    expect(adviceNow(shut.day, shut.now(), exampleSite)).toBeNull();
    const bare = fakeOffice({ rules: { desks: {} } });
    expect(adviceNow(bare.day, bare.now(), exampleSite)).toBeNull();
    const over = fakeOffice();
    over.ask('lead', { type: 'closeDay' });
    expect(adviceNow(over.day, over.now(), exampleSite)).toBeNull();
  });
});

test('who can go to a free desk at once does not wait', () => {
  const office = fakeOffice();
  for (let i = 0; i < 3; i += 1) bookTicket(office, '3.2');
  office.ask('desk/1', { type: 'openDesk', desk: '1' });
  office.ask('desk/2', { type: 'openDesk', desk: '2' });
  expect(adviceNow(office.day, office.now(), exampleSite)?.load).toMatchObject({ waiting: 1, desks: 2 });
});

test('the minimum staffing: enough serve, enough are there, or neither (R84)', () => {
  const office = fakeOffice();
  const light = () => minimumStaffing(office.day, 2)?.light;
  expect(minimumStaffing(office.day, 0)).toBeNull();
  expect(light()).toBe('red');
  office.ask('desk/1', { type: 'openDesk', desk: '1' });
  office.ask('desk/2', { type: 'openDesk', desk: '2' });
  expect(minimumStaffing(office.day, 2.5)).toEqual({ minimum: 2.5, serving: 2, present: 2, light: 'red' });
  expect(light()).toBe('green');
  office.ask('desk/2', { type: 'startActivity', desk: '2', activity: 'training' });
  expect(light()).toBe('yellow');
  office.ask('desk/2', { type: 'pause', desk: '2' });
  expect(light()).toBe('red');
});
