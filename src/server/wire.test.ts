/** What the wire does to stations: cuts, silence, slowness. Cuts of a display and lost answers are in gaps.test.ts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import { protocolVersion, type Hello } from '../protocol/messages.js';
import type { Role } from '../queue/events.js';
import { plusDays } from '../statistics/calendar.js';
import { cleanUp } from '../testing/cleanUp.js';
import { cuttableLine } from '../testing/cuttableLine.js';
import { plain } from '../testing/fuzzedOffice.js';
import { RawStation } from '../testing/rawStation.js';
import { figuresFor, staffedServer, until, type StaffedServer } from '../testing/staffedServer.js';
import { queued, startedServer, Station, unhurried, type StartedServer } from '../testing/startedServer.js';
import { archiveFolder, monthFile } from './archive.js';
import { startServer } from './server.js';

const today = '2015-06-08';

async function reconnecting(
  server: { readonly url: string },
  role: Role,
  hello: Partial<Hello> = {},
): Promise<Connection> {
  const connection = new Connection({ url: server.url, hello: { role, ...hello }, reconnect: true });
  cleanUp(() => connection.close());
  await joined(connection);
  return connection;
}

/** The same store and clock on the same port. */
async function restarted({ url, store, clock }: StartedServer) {
  const port = Number(new URL(url).port);
  const server = await startServer({ store, clock, port, log: () => undefined });
  cleanUp(() => server.stop());
  return server;
}

const dropsLogged = ({ logged }: StartedServer): unknown[] =>
  logged.flatMap(({ event, fields }) => (event === 'connectionDropped' ? [fields.reason] : []));

describe('a station that was cut off for a minute has exactly the state of one that was not', () => {
  /** A minute of ordinary work, of every kind of step. */
  async function aMinute({ server, reception, one, two, lead }: StaffedServer): Promise<void> {
    const steps = [
      () => reception.ask(queued('3.1')),
      () => one.ask({ type: 'call', desk: '1' }),
      () => two.ask({ type: 'call', desk: '2' }),
      () => one.ask({ type: 'start', desk: '1' }),
      () => two.ask({ type: 'withdraw', desk: '2' }),
      () => one.ask({ type: 'park', desk: '1' }),
      () => lead.ask({ type: 'openDesk', desk: '3' }),
      () => one.ask({ type: 'resume', number: 'E001' }),
      () => one.ask({ type: 'requeue', desk: '1', nextConcern: '6.3' }),
      () => one.ask({ type: 'undo' }),
      () => reception.ask({ type: 'checkIn', concern: null, rule: 'G1' }),
      () => one.ask({ type: 'finish', desk: '1' }),
    ];
    for (const step of steps) {
      server.clock.pass(5);
      await step();
    }
  }

  async function cutOff(staff: StaffedServer) {
    await staff.reception.ask(queued());
    await staff.reception.ask(queued());
    const line = await cuttableLine(staff.server);
    const away = await reconnecting(line, 'lead');
    const { seq } = staff.lead.day;
    line.cut();
    await until(away, () => away.view.phase === 'lost');
    await aMinute(staff);
    expect(away.view.day?.seq).toBe(seq);
    return { line, away };
  }

  test('after the cut', async () => {
    const staff = await staffedServer();
    const { line, away } = await cutOff(staff);
    const { lead } = staff;
    line.mend();
    await until(away, () => away.view.day?.seq === lead.day.seq);
    expect(away.view.day).toEqual(lead.day);
    expect(plain(away.view.day)).toEqual(plain((await Station.join(staff.server, 'lead')).day));
    await lead.ask({ type: 'undo' });
    await until(away, () => away.view.day?.seq === lead.day.seq);
    expect(away.view.day).toEqual(lead.day);
  });

  test('when the server was restarted meanwhile', async () => {
    const staff = await staffedServer();
    const { line, away } = await cutOff(staff);
    await staff.server.stop();
    const again = await restarted(staff.server);
    const lead = await Station.join(again, 'lead');
    line.mend();
    await until(away, () => away.view.day?.seq === lead.day.seq);
    expect(plain(away.view.day)).toEqual(plain(lead.day));
  });

  test('when midnight has passed meanwhile', async () => {
    const staff = await staffedServer();
    const { line, away } = await cutOff(staff);
    staff.server.clock.set('2015-06-09T00:00:10+02:00');
    const lead = await Station.join(staff.server, 'lead');
    const reception = await Station.join(staff.server, 'reception', 'E1');
    await reception.ask(queued());
    line.mend();
    await until(away, () => away.view.day?.day === '2015-06-09');
    await lead.until(() => lead.day.seq === 2);
    expect(plain(away.view.day)).toEqual(plain(lead.day));
    expect(away.view.day?.waiting).toEqual(['E001']);
  });

  test('and is sent what it lacks if it names where it was, else the whole state', async () => {
    const { server, reception, lead } = await staffedServer();
    for (let n = 0; n < 3; n += 1) await reception.ask(queued());
    const { epoch } = lead.day;
    const welcomeTo = async (hello: Partial<Hello>) =>
      (await RawStation.join(server, { role: 'lead', ...hello })).received[0];
    expect(await welcomeTo({ epoch, afterSeq: 2 })).toMatchObject({
      seq: 4,
      entries: [{ seq: 3 }, { seq: 4 }],
    });
    expect(await welcomeTo({ epoch, afterSeq: 4 })).toMatchObject({ entries: [] });
    for (const stranger of [{ epoch, afterSeq: 5 }, { epoch: 'another', afterSeq: 2 }, { afterSeq: 2 }, {}]) {
      const welcome = await welcomeTo(stranger);
      expect(welcome).toMatchObject({ seq: 4, state: { waiting: ['E001', 'E002', 'E003'] } });
      expect(welcome).not.toHaveProperty('entries');
    }
  });
});

describe('a path that is gone without a word', () => {
  test('is found by both ends: the place is free again, and the station says that it is cut off', async () => {
    const { server, reception, lead } = await staffedServer();
    const line = await cuttableLine(server);
    const screen = await reconnecting(line, 'desk', { place: '3', claim: 'ask' });
    const display = await reconnecting(line, 'display');
    display.tellShowing(['E001']);
    const there = () => lead.connection.view.presence;
    // Beside the display of the staff.
    await lead.until(() => there()?.displays === 2 && there()?.desks.join() === '3');
    await lead.until(() => there()?.shown.join() === 'E001');

    line.freeze();
    await lead.until(() => there()?.displays === 1);
    await lead.until(() => there()?.desks.length === 0);
    expect(there()).toMatchObject({ desks: [], displays: 1, shown: [] });
    expect(dropsLogged(server)).toEqual(['silent', 'silent']);
    await until(screen, () => screen.view.phase === 'lost');
    // Cut off since the last sign of life, not since somebody noticed.
    expect(screen.now() - (screen.view.lostAt ?? Infinity)).toBeGreaterThanOrEqual(5000);
    expect(await screen.ask({ type: 'call', desk: '3' })).toEqual({
      ok: false,
      rejection: { name: 'notConnected' },
    });

    // Somebody else may sit down there meanwhile, and nobody was kept waiting.
    await Station.join(server, 'desk', '3', { claim: 'ask' });
    await reception.ask(queued());
    line.mend();
    await until(screen, () => screen.view.phase === 'refused');
    expect(screen.view.refusal).toEqual({ name: 'placeTaken', place: '3' });
    await until(display, () => display.view.phase === 'joined');
  });
});

describe('a receiver that does not read', () => {
  /** More than the system itself takes in for a socket that nobody reads. */
  const systemBytes = 8_500_000;

  async function manyCheckIns(reception: Station, count: number): Promise<void> {
    for (let n = 0; n < count; n += 500)
      await Promise.all(Array.from({ length: 500 }, () => reception.ask(queued())));
  }

  test('is not taken for slow because of a large first state, but dropped for a reason before it slows the others', async () => {
    const { server, reception, one, lead } = await staffedServer({ network: unhurried });
    await manyCheckIns(reception, 12_000);
    expect(JSON.stringify(lead.day).length).toBeGreaterThan(systemBytes);
    const unread = await Promise.all([0, 1].map(() => RawStation.connect(server)));
    for (const each of unread) {
      each.socket.pause();
      each.send({ type: 'hello', protocol: protocolVersion, role: 'lead' });
    }
    for (let n = 0; n < 20; n += 1) await reception.ask(queued());
    expect(dropsLogged(server)).toEqual([]);
    const [late, slow] = unread;
    if (!late || !slow) throw new Error('two stations were to connect');
    const hasAll = (seq: number) =>
      late.received.some((each) => each.type === 'events' && each.entries.at(-1)?.seq === seq);
    late.socket.resume();
    await late.until(() => hasAll(reception.day.seq));
    expect(late.received[0]).toMatchObject({ type: 'welcome', state: { lastNumber: 12_000 } });

    let asked = 0;
    for (; dropsLogged(server).length === 0 && asked < 10_000; asked += 500)
      await manyCheckIns(reception, 500);
    expect(dropsLogged(server)).toEqual(['tooSlow']);
    const { seq } = await one.ask({ type: 'call', desk: '1' });
    await Promise.all([reception, one, lead].map((station) => station.until(() => station.day.seq === seq)));
    expect(lead.day.lastNumber).toBe(12_020 + asked);
    expect(lead.day).toEqual(reception.day);
    await late.until(() => hasAll(seq));
    slow.socket.resume();
    await slow.until(() => slow.isClosed);
  });

  test('can not fill the memory with what it asks for', async () => {
    const { server, reception, lead } = await staffedServer();
    for (let n = 0; n < 20; n += 1) await reception.ask(queued());
    const [figures] = await figuresFor(lead, today);
    mkdirSync(archiveFolder(server.store, 'herford'), { recursive: true });
    const days = Array.from({ length: 150 }, (_, i) => plusDays('2015-01-01', i));
    for (const month of new Set(days.map((day) => day.slice(0, 7)))) {
      const bulk = days
        .filter((day) => day.startsWith(month))
        .map((day) => [day, { ...figures, day, closed: true, bulk: 'x'.repeat(15_000) }]);
      const content = JSON.stringify({ version: 1, days: Object.fromEntries(bulk) as unknown });
      writeFileSync(monthFile(server.store, 'herford', `${month}-01`), content);
    }
    const greedy = await RawStation.join(server, { role: 'lead' });
    greedy.socket.pause();
    const question = { type: 'query', from: '2015-01-01', to: today };
    for (let n = 0; n < 60; n += 1) greedy.send({ ...question, queryId: randomUUID() });
    while (dropsLogged(server).length === 0) await figuresFor(lead, today);
    expect(dropsLogged(server)).toEqual(['tooSlow']);
    // Who reads may go on asking.
    for (let n = 0; n < 12; n += 1) {
      expect(await figuresFor(lead, '2015-01-01', today)).toHaveLength(151);
    }
    expect(dropsLogged(server)).toEqual(['tooSlow']);
  });
});

describe('visits made up after a breakdown', () => {
  test('keep their true times and their mark, move nobody, and count in the figures, across a restart', async () => {
    const { server, reception, one } = await staffedServer();
    await reception.ask(queued());
    const { store, clock } = server;
    await server.stop();
    clock.set('2015-06-08T11:00:00+02:00');
    const again = await startedServer({ store, clock });
    const back = await Station.join(again, 'reception', 'E1');
    const time = (clockTime: string) => Date.parse(`${today}T${clockTime}:00+02:00`);
    const paper = { ...queued('3.1'), occurredAt: time('09:05') };
    await back.ask({
      ...paper,
      visit: { desk: '1', calledAt: time('09:20'), finishedAt: time('09:50') },
    } as ReturnType<typeof queued>);
    await back.ask({ ...paper, occurredAt: time('10:40') } as ReturnType<typeof queued>);
    expect(one.day.seq).toBe(2);
    const figuresNow = async (station: Station) => {
      const [figures] = await figuresFor(station, today);
      return figures;
    };
    const before = await figuresNow(await Station.join(again, 'lead'));
    await again.stop();

    const last = await startedServer({ store, clock });
    const lead = await Station.join(last, 'lead');
    expect(lead.day.tickets).toMatchObject({
      E001: { madeUp: false, state: 'waiting' },
      E002: {
        madeUp: true,
        bookedAt: time('09:05'),
        endedAt: time('09:50'),
        contacts: [
          { queuedAt: time('09:05'), calledAt: time('09:20'), finishedAt: time('09:50'), desk: '1' },
        ],
      },
      E003: { madeUp: true, bookedAt: time('10:40'), placeAt: time('10:40'), state: 'waiting' },
    });
    expect(lead.day.waiting).toEqual(['E001', 'E003']);
    expect(lead.day.desks['1']).toMatchObject({ state: 'closed', number: null });
    const figures = await figuresNow(lead);
    expect(JSON.stringify(figures)).toBe(JSON.stringify(before));
    expect(figures?.contacts).toMatchObject([
      { concern: '3.1', wait: { n: 1, sum: 15 * 60_000 }, service: { n: 1, sum: 30 * 60_000 } },
    ]);
    // Booked in the quarter hour from 9:00, served in the one from 9:45.
    expect(figures?.quarters['36']).toMatchObject({ visits: 1, waits: { n: 1 } });
    expect(figures?.quarters['39']).toMatchObject({ served: 1 });
    const desk = await Station.join(last, 'desk', '2');
    await desk.ask({ type: 'call', desk: '2' });
    await desk.ask({ type: 'finish', desk: '2' });
    await desk.ask({ type: 'call', desk: '2' });
    expect(desk.day.desks['2']?.number).toBe('E003');
    expect(desk.day.tickets['E003']?.contacts[0]).toMatchObject({ queuedAt: time('10:40') });
  });
});
