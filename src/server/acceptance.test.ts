/**
 * What other queue systems promise their users, re-enacted with beo's stations on a real server: the main job.
 * What beo does not have on purpose has no test here:
 * - S06 kinds of desks that prefer some visitors: the line is one, and a skill list only says who may be served.
 * - S12 appointments that fall due: visitors with an appointment never enter the line.
 * - E9 formulas in notes: there is no free text, and so no notes to forward (S18) or to show (E8) either.
 */
import { describe, expect, test } from 'vitest';
import type { Ticket } from '../queue/day.js';
import { exampleSite, queued, Station } from '../testing/startedServer.js';
import { figuresFor, numbersOn, staffedServer } from '../testing/staffedServer.js';

const ticketOf = ({ day }: Station, number = 'E001'): Ticket => {
  const ticket = day.tickets[number];
  if (!ticket) throw new Error(`there is no ${number}`);
  return ticket;
};

const openLegs = (station: Station): number =>
  ticketOf(station).contacts.filter(({ finishedAt }) => finishedAt === null).length;

const lineOf = ({ day }: Station): string[] => [...day.waiting];

describe('one visitor', () => {
  test('S01: a visit goes from the reception to its end with one leg open at every step, and keeps both its concerns', async () => {
    const { server, reception, one, lead } = await staffedServer();
    const steps: string[] = [];
    const step = async (station: Station, command: Parameters<Station['ask']>[0]) => {
      server.clock.pass(30);
      const { seq } = await station.ask(command);
      await lead.until(() => lead.day.seq >= seq);
      steps.push(`${ticketOf(lead).state} ${openLegs(lead)}`);
    };
    await step(reception, queued('3.1'));
    await step(one, { type: 'call', desk: '1' });
    await step(one, { type: 'start', desk: '1' });
    await step(one, { type: 'finish', desk: '1', concern: '3.1', furtherConcerns: ['3.7'] });
    expect(steps).toEqual(['waiting 1', 'called 1', 'inService 1', 'ended 0']);
    expect(lineOf(lead)).toEqual([]);
    expect(ticketOf(lead).contacts).toMatchObject([
      { concern: '3.1', furtherConcerns: ['3.7'], outcome: 'settled' },
    ]);
  });

  test('S02: a held visit goes on at the same desk, and the time on hold is no service', async () => {
    const { server, reception, one, lead } = await staffedServer();
    await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1' });
    server.clock.pass(60);
    await one.ask({ type: 'park', desk: '1' });
    expect(ticketOf(one)).toMatchObject({ state: 'parked', desk: '1' });
    server.clock.pass(600);
    await one.ask({ type: 'resume', number: 'E001' });
    expect(ticketOf(one)).toMatchObject({ state: 'inService', desk: '1' });
    server.clock.pass(30);
    await one.ask({ type: 'finish', desk: '1' });
    expect(ticketOf(one).contacts).toMatchObject([{ parkedMs: 600_000 }]);
    const [figures] = await figuresFor(lead, '2015-06-08');
    expect(figures?.contacts).toMatchObject([{ service: { n: 1, sum: 90_000 } }]);
  });

  test('S03: a check-in that was begun and never named a concern leaves nothing behind', async () => {
    const { reception, lead } = await staffedServer();
    const refusal = await reception.refused({ type: 'checkIn', concern: null, rule: '3.7/default' });
    expect(refusal).toMatchObject({ name: 'unknownRule' });
    expect(reception.day).toMatchObject({ seq: 0, lastNumber: 0, waiting: [] });
    expect(await figuresFor(lead, '2015-06-08')).toEqual([]);
  });

  test('S04: a visitor who leaves before the call is counted as gone, not as served', async () => {
    const { server, reception, one, lead } = await staffedServer();
    await reception.ask(queued());
    server.clock.pass(300);
    await reception.ask({ type: 'leave', number: 'E001' });
    await one.until(() => one.day.tickets.E001?.state === 'ended');
    expect(ticketOf(one)).toMatchObject({ ending: 'left', endedAt: server.clock.now() });
    expect(await one.refused({ type: 'call', desk: '1' })).toEqual({ name: 'nobodyWaiting' });
    const [figures] = await figuresFor(lead, '2015-06-08');
    expect(figures?.visits).toMatchObject([{ way: 'ticket', outcome: 'left', contact: false, n: 1 }]);
    expect(figures?.contacts).toEqual([]);
    expect(figures?.waiting).toEqual([]);
  });

  test('S18: a visitor who is passed on keeps the number and waits for the other desk, or for another concern', async () => {
    const { reception, one, two } = await staffedServer();
    await reception.ask(queued('3.1'));
    await one.ask({ type: 'call', desk: '1' });
    await one.ask({ type: 'transfer', desk: '1', reason: 'fachfrage', toDesk: '2' });
    expect(ticketOf(one).contacts).toMatchObject([{ outcome: 'forwarded', desk: '1' }, { finishedAt: null }]);
    expect(await one.refused({ type: 'call', desk: '1' })).toEqual({ name: 'nobodyForThisDesk', waiting: 1 });
    await two.ask({ type: 'call', desk: '2' });
    expect(two.day.desks['2']?.number).toBe('E001');
    await two.ask({ type: 'requeue', desk: '2', nextConcern: '3.7' });
    expect(lineOf(two)).toEqual(['E001']);
    expect(ticketOf(two).contacts.map(({ concern }) => concern)).toEqual(['3.1', '3.1', '3.7']);
  });
});

describe('calling', () => {
  test("S08: a ticket that a desk has called can't be called by another, nor again by itself", async () => {
    const { reception, one, two } = await staffedServer();
    await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1', number: 'E001' });
    await two.until(() => two.day.tickets.E001?.state === 'called');
    const before = structuredClone(two.day);
    expect(await two.refused({ type: 'call', desk: '2', number: 'E001' })).toEqual({
      name: 'ticketNotWaiting',
      number: 'E001',
      state: 'called',
      desk: '1',
    });
    expect(await one.refused({ type: 'call', desk: '1', number: 'E001' })).toMatchObject({
      name: 'deskStillBusy',
      number: 'E001',
    });
    expect(two.day).toEqual(before);
    expect(two.day.tickets.E001?.recalls).toBe(0);
  });

  test('S09: of two desks that call one visitor at once one gets it, a thousand times over', async () => {
    const { reception, one, two } = await staffedServer();
    for (let round = 1; round <= 1000; round += 1) {
      await reception.ask(queued());
      const [first, second] = await Promise.all([
        one.connection.ask({ type: 'call', desk: '1' }),
        two.connection.ask({ type: 'call', desk: '2' }),
      ]);
      const [winner, desk, loser] = first.ok ? [one, '1', second] : [two, '2', first];
      expect(loser).toEqual({ ok: false, rejection: { name: 'nobodyWaiting' } });
      const { events } = await winner.ask({ type: 'finish', desk });
      expect(events).toMatchObject([{ type: 'ContactFinished', desk }]);
    }
    const tickets = Object.values(reception.day.tickets);
    expect(tickets).toHaveLength(1000);
    expect(tickets.every(({ noShows, recalls, contacts }) => noShows + recalls + contacts.length === 1)).toBe(
      true,
    );
  });

  test('S09: n desks that call n visitors at once get n different ones, in the order of the line', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `${i + 1}`);
    const desks = Object.fromEntries(names.map((name) => [name, { label: { de: name, en: name } }]));
    const { server, reception } = await staffedServer({ sites: { herford: exampleSite({ desks }) } });
    const stations = await Promise.all(names.map((name) => Station.join(server, 'desk', name)));
    for (let round = 0; round < 20; round += 1) {
      const numbers: string[] = [];
      for (const _ of names) {
        const { events } = await reception.ask(queued());
        numbers.push(...events.flatMap((event) => (event.type === 'TicketCheckedIn' ? event.number : [])));
      }
      const entries = await Promise.all(
        stations.map((each, i) => each.ask({ type: 'call', desk: `${i + 1}` })),
      );
      const called = entries
        .toSorted((a, b) => a.seq - b.seq)
        .flatMap(({ events }) =>
          events.flatMap((event) => (event.type === 'TicketCalled' ? event.number : [])),
        );
      expect(called).toEqual(numbers);
      await Promise.all(stations.map((each, i) => each.ask({ type: 'finish', desk: `${i + 1}` })));
    }
  });

  test('S10: a desk with an open ticket is refused the next one, and told which it has', async () => {
    const { reception, one } = await staffedServer();
    await reception.ask(queued());
    await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1' });
    expect(await one.refused({ type: 'call', desk: '1' })).toEqual({
      name: 'deskStillBusy',
      desk: '1',
      number: 'E001',
    });
    expect(lineOf(one)).toEqual(['E002']);
  });

  test('S11: an empty line is answered the same way before the first visitor and after the last', async () => {
    const { server, reception, one } = await staffedServer();
    const nobody = { name: 'nobodyWaiting' };
    expect(await one.refused({ type: 'call', desk: '1' })).toEqual(nobody);
    await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1' });
    server.clock.pass(180);
    await one.ask({ type: 'noShow', desk: '1' });
    expect(await one.refused({ type: 'call', desk: '1' })).toEqual(nobody);
    expect(one.day.desks['1']?.state).toBe('free');
  });

  test('S14: a visitor who did not come is not called again by itself, and not given up too early', async () => {
    const { server, reception, one } = await staffedServer();
    await reception.ask(queued());
    await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1' });
    server.clock.pass(60);
    expect(await one.refused({ type: 'noShow', desk: '1' })).toEqual({
      name: 'tooEarlyForNoShow',
      waitMs: 120_000,
    });
    server.clock.pass(120);
    await one.ask({ type: 'noShow', desk: '1' });
    await one.ask({ type: 'call', desk: '1' });
    expect(one.day.desks['1']?.number).toBe('E002');
    await one.ask({ type: 'finish', desk: '1' });
    server.clock.pass(3600);
    expect(await one.refused({ type: 'call', desk: '1' })).toEqual({ name: 'nobodyWaiting' });
    await one.ask({ type: 'resume', number: 'E001', toQueue: true });
    await one.ask({ type: 'call', desk: '1' });
    expect(one.day.desks['1']?.number).toBe('E001');
  });

  test('S15: a call by mistake is taken back: old place in the line, no call on record, off the display', async () => {
    const { reception, one, display } = await staffedServer();
    for (let n = 0; n < 3; n += 1) await reception.ask(queued());
    const before = structuredClone(reception.day.tickets.E001);
    for (const back of [{ type: 'withdraw', desk: '1' }, { type: 'undo' }] as const) {
      await one.ask({ type: 'call', desk: '1' });
      await display.until(() => numbersOn(display.connection).join() === 'E001');
      await one.ask(back);
      await display.until(() => numbersOn(display.connection).length === 0);
      expect(lineOf(one)).toEqual(['E001', 'E002', 'E003']);
      expect(ticketOf(one)).toMatchObject({ placeAt: before?.placeAt, calledAt: null, recalls: 0 });
    }
  });

  test('S20: a ticket of yesterday, of tomorrow or of another site is refused with its full name', async () => {
    const { one } = await staffedServer();
    for (const number of ['herford/2015-06-07/E001', 'herford/2015-06-09/E001', 'buende/2015-06-08/E001']) {
      expect(await one.refused({ type: 'call', desk: '1', number })).toEqual({
        name: 'ticketOfAnotherDay',
        ticketId: number,
      });
    }
    expect(one.day.seq).toBe(0);
  });
});
