import { connect } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WebSocket, type RawData } from 'ws';
import { MovableClock } from '../testing/movableClock.js';
import { exampleSite, queued, startedServer, Station, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { protocolVersion } from '../protocol/messages.js';
import { journalFile } from './journal.js';
import { readServerPlace } from './store.js';

/** Sends raw frames and tells how the server took them. */
async function rawClosing(
  url: string,
  ...frames: (string | Buffer)[]
): Promise<{ code: number; received: string[] }> {
  const socket = new WebSocket(url);
  const received: string[] = [];
  socket.on('message', (content) => received.push(textOf(content)));
  socket.on('open', () => {
    for (const frame of frames) socket.send(frame);
  });
  return new Promise((resolve) => {
    socket.on('close', (code) => resolve({ code, received }));
  });
}

const textOf = (content: RawData): string => (content as Buffer).toString('utf8');

const hello = (role: string) => JSON.stringify({ type: 'hello', protocol: protocolVersion, role });

describe('a visitor', () => {
  test('goes from the reception over the display to the desk', async () => {
    const server = await startedServer();
    const reception = await Station.join(server, 'reception', 'E1');
    const desk = await Station.join(server, 'desk', '1');
    const display = await Station.join(server, 'display');
    await reception.ask({ type: 'checkIn', concern: '3.2', rule: '3.2/beratung', identityChecked: true });
    await desk.until(() => desk.day.waiting.length === 1);
    await desk.ask({ type: 'call', desk: '1' });
    await display.until(() => display.connection.view.board?.calls.length === 1);
    expect(display.connection.view.board?.calls).toEqual([
      { number: 'E001', place: 'Platz 1', fetched: false, calledAt: server.clock.now() },
    ]);
    server.clock.pass(60);
    await desk.ask({ type: 'start', desk: '1' });
    await display.until(() => display.connection.view.board?.calls.length === 0);
    server.clock.pass(600);
    await desk.ask({ type: 'finish', desk: '1' });
    await reception.until(() => reception.day.tickets.E001?.state === 'ended');
    expect(reception.day.tickets.E001?.contacts[0]).toMatchObject({ outcome: 'settled', concern: '3.2' });
  });
});

describe('the server', () => {
  test('recovers after a stop with every ticket in its place', async () => {
    const store = temporaryFolder();
    const clock = new MovableClock('2015-06-08T08:00:00+02:00');
    const first = await startedServer({ store, clock });
    const reception = await Station.join(first, 'reception', 'E1');
    const desk = await Station.join(first, 'desk', '1');
    await reception.ask(queued());
    await reception.ask(queued('3.1'));
    await desk.ask({ type: 'call', desk: '1' });
    await first.stop();
    clock.pass(90);
    const second = await startedServer({ store, clock });
    const back = await Station.join(second, 'desk', '1');
    expect(back.day.waiting).toEqual(['E002']);
    expect(back.day.desks['1']?.number).toBe('E001');
    expect((await back.ask({ type: 'finish', desk: '1' })).seq).toBe(5);
    const again = await Station.join(second, 'reception', 'E1');
    await again.ask(queued());
    expect(again.day.waiting).toEqual(['E002', 'E003']);
  });

  test('answers an ask that was answered before a restart again, and does nothing', async () => {
    const store = temporaryFolder();
    const clock = new MovableClock('2015-06-08T08:00:00+02:00');
    const first = await startedServer({ store, clock });
    const askId = '5e0e7f0a-6d3f-4a53-9b30-0d2f2f1c0001';
    const ask = JSON.stringify({ type: 'ask', askId, day: '2015-06-08', command: queued() });
    const answerOf = async (url: string) => {
      const socket = new WebSocket(url);
      const answer = await new Promise<string>((resolve) => {
        socket.on('open', () => socket.send(hello('reception')));
        socket.on('message', (content) => {
          const text = textOf(content);
          if (text.startsWith('{"type":"welcome"')) socket.send(ask);
          if (text.startsWith('{"type":"answer"')) resolve(text);
        });
      });
      socket.close();
      return answer;
    };
    const before = await answerOf(first.url);
    await first.stop();
    const second = await startedServer({ store, clock });
    expect(await answerOf(second.url)).toBe(before);
    expect((await Station.join(second, 'lead')).day.lastNumber).toBe(1);
  });

  test('calls nobody twice when two desks call in the same instant', async () => {
    const server = await startedServer();
    const reception = await Station.join(server, 'reception', 'E1');
    const desks = await Promise.all(['1', '2', '3'].map((place) => Station.join(server, 'desk', place)));
    for (let n = 0; n < 2; n += 1) await reception.ask(queued());
    const calls = await Promise.all(
      desks.map((desk, i) => desk.connection.ask({ type: 'call', desk: `${i + 1}` })),
    );
    const called = calls.flatMap((reply) => (reply.ok ? reply.entry.events : []));
    const numbers = called.flatMap((event) => (event.type === 'TicketCalled' ? event.number : []));
    expect(numbers.toSorted()).toEqual(['E001', 'E002']);
    expect(calls.flatMap((reply) => (reply.ok ? [] : reply.rejection.name))).toEqual(['nobodyWaiting']);
  });

  test('gives a thousand check-ins of two receptions a thousand consecutive numbers', async () => {
    const server = await startedServer();
    const one = await Station.join(server, 'reception', 'E1');
    const two = await Station.join(server, 'reception', 'E2');
    await Promise.all(Array.from({ length: 1000 }, (_, i) => (i % 2 ? one : two).ask(queued())));
    await one.until(() => one.day.waiting.length === 1000);
    expect(one.day.waiting.at(0)).toBe('E001');
    expect(one.day.waiting.at(-1)).toBe('E1000');
    expect(new Set(one.day.waiting).size).toBe(1000);
  });

  test('closes the day at local midnight, flags what was open, and starts again at E001', async () => {
    const clock = new MovableClock('2015-06-08T23:59:50+02:00');
    const server = await startedServer({ clock });
    const reception = await Station.join(server, 'reception', 'E1');
    await reception.ask(queued());
    clock.set('2015-06-09T00:00:05+02:00');
    expect(await reception.refused({ type: 'leave', number: 'E001' })).toEqual({
      name: 'dayOver',
      day: '2015-06-08',
      today: '2015-06-09',
    });
    await reception.until(() => reception.day.day === '2015-06-09');
    await reception.ask(queued());
    expect(reception.day.waiting).toEqual(['E001']);
    const lead = await Station.join(server, 'lead');
    const days = await lead.connection.figures('2015-06-08', '2015-06-09');
    expect(days).toMatchObject([
      { day: '2015-06-08', closed: true, visits: [{ way: 'ticket', outcome: 'flagged', n: 1 }] },
      { day: '2015-06-09' },
    ]);
  });

  test('closes days that ended while it was away', async () => {
    const store = temporaryFolder();
    const clock = new MovableClock('2015-06-05T11:00:00+02:00');
    const first = await startedServer({ store, clock });
    await (await Station.join(first, 'reception', 'E1')).ask(queued());
    await first.stop();
    clock.set('2015-06-08T08:00:00+02:00');
    const second = await startedServer({ store, clock });
    const lead = await Station.join(second, 'lead');
    expect(lead.day).toMatchObject({ day: '2015-06-08', lastNumber: 0 });
    expect(await lead.connection.figures('2015-06-01', '2015-06-08')).toMatchObject([
      { day: '2015-06-05', closed: true },
    ]);
  });

  test('refuses to close a day with open tickets unless forced, and takes nothing afterwards', async () => {
    const server = await startedServer();
    const reception = await Station.join(server, 'reception', 'E1');
    const lead = await Station.join(server, 'lead');
    await reception.ask(queued());
    expect(await lead.refused({ type: 'closeDay' })).toEqual({ name: 'ticketsOpen', count: 1 });
    await lead.ask({ type: 'closeDay', force: true });
    expect(await reception.refused(queued())).toEqual({ name: 'dayClosed', day: '2015-06-08' });
  });

  test('writes where it listens, and takes that back when it stops', async () => {
    const server = await startedServer();
    expect(await readServerPlace(server.store)).toMatchObject({ url: server.url, pid: process.pid });
    await server.stop();
    expect(await readServerPlace(server.store)).toBeUndefined();
  });

  test('goes on with changed rules on the same day', async () => {
    const store = temporaryFolder();
    const clock = new MovableClock('2015-06-08T08:00:00+02:00');
    const first = await startedServer({ store, clock });
    await (await Station.join(first, 'reception', 'E1')).ask(queued());
    await first.stop();
    writeSettings(store, { herford: exampleSite({ queue: { letter: 'W', recallGapSeconds: 9 } }) });
    const second = await startedServer({ store, clock });
    const reception = await Station.join(second, 'reception', 'E1');
    await reception.ask(queued());
    expect(reception.day.rules.recallGapMs).toBe(9000);
    // But for the letter, which all numbers of a day have in common.
    expect(reception.day.waiting).toEqual(['E001', 'E002']);
  });
});

describe('a start is refused', () => {
  const clock = new MovableClock('2015-06-08T08:00:00+02:00');

  test('when another server has the store', async () => {
    const server = await startedServer();
    await expect(startedServer({ store: server.store })).rejects.toMatchObject({ name: 'StoreInUse' });
    await server.stop();
    await expect(startedServer({ store: server.store })).resolves.toBeDefined();
  });

  test('when a setting is wrong, named by its path', async () => {
    const sites = { herford: exampleSite({ queue: { letter: 'O', noShowAfterSeconds: -1 } }) };
    await expect(startedServer({ sites })).rejects.toMatchObject({
      name: 'BadSettings',
      problems: [{ path: 'sites.herford.queue.letter' }, { path: 'sites.herford.queue.noShowAfterSeconds' }],
    });
  });

  test('when a newer program wrote the store', async () => {
    const store = temporaryFolder();
    writeFileSync(join(store, 'settings.json'), JSON.stringify({ version: 2, sites: {} }));
    await expect(startedServer({ store })).rejects.toMatchObject({ name: 'NewerStore' });
  });

  test('when the journal is damaged, naming file and line', async () => {
    const store = temporaryFolder();
    const server = await startedServer({ store, clock });
    const reception = await Station.join(server, 'reception', 'E1');
    await reception.ask(queued());
    await reception.ask(queued());
    await server.stop();
    const file = journalFile(store, 'herford', '2015-06-08');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"3.7"', '"3.8"'));
    await expect(startedServer({ store, clock })).rejects.toMatchObject({
      name: 'DamagedJournal',
      file,
      line: 2,
    });
  });

  test('on an address where nothing would tell who connects', async () => {
    const { startServer } = await import('./server.js');
    const start = startServer({
      store: temporaryFolder(),
      host: '0.0.0.0',
      port: 0,
      clock,
      log: () => undefined,
    });
    await expect(start).rejects.toMatchObject({ name: 'NotLoopback' });
  });

  test('when the port is taken', async () => {
    const { startServer } = await import('./server.js');
    const server = await startedServer();
    const port = Number(new URL(server.url).port);
    const start = startServer({ store: temporaryFolder(), port, clock, log: () => undefined });
    await expect(start).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('one bad peer', () => {
  test.each([
    ['no JSON', 'hello?'],
    ['another message first', JSON.stringify({ type: 'ask' })],
    ['an unknown field', JSON.stringify({ type: 'hello', protocol: 1, role: 'lead', name: 'Erika' })],
    ['a prototype key', '{"type":"hello","protocol":1,"role":"lead","__proto__":{"a":1}}'],
    ['a binary frame', Buffer.from([1, 2, 3])],
  ])('is told and closed for %s; nobody else notices', async (_, frame) => {
    const server = await startedServer();
    const reception = await Station.join(server, 'reception', 'E1');
    const { code, received } = await rawClosing(server.url, frame);
    expect(code).toBe(1008);
    expect(received.join('')).toContain('"name":"badMessage"');
    await reception.ask(queued());
    expect(reception.day.lastNumber).toBe(1);
    expect(server.logged.map(({ event }) => event)).toContain('badMessage');
  });

  test('is closed for a frame over 16 KiB', async () => {
    const server = await startedServer();
    const reception = await Station.join(server, 'reception', 'E1');
    expect(await rawClosing(server.url, 'x'.repeat(17 * 1024))).toMatchObject({ code: 1009 });
    await reception.ask(queued());
  });

  test('is told when its program has another version', async () => {
    const server = await startedServer();
    const frame = JSON.stringify({ type: 'hello', protocol: 99, role: 'lead' });
    expect((await rawClosing(server.url, frame)).received.join('')).toContain('protocolMismatch');
  });

  test('that speaks no WebSocket gets an HTTP answer', async () => {
    const server = await startedServer();
    const response = await fetch(server.url.replace('ws:', 'http:'));
    expect(response.status).toBe(426);
  });

  test('that says nothing disturbs nobody', async () => {
    const server = await startedServer();
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const reception = await Station.join(server, 'reception', 'E1');
    await reception.ask(queued());
    socket.destroy();
    expect(reception.day.lastNumber).toBe(1);
  });
});

describe('sites', () => {
  const sites = () => ({
    herford: exampleSite(),
    buende: exampleSite({ name: 'Bünde', desks: { '7': { label: { de: 'Platz 7', en: 'Desk 7' } } } }),
  });

  test('in one store never mix', async () => {
    const server = await startedServer({ sites: sites() });
    const herford = await Station.join(server, 'reception', 'E1', { site: 'herford' });
    const buende = await Station.join(server, 'lead', undefined, { site: 'buende' });
    await herford.ask(queued());
    await herford.until(() => herford.day.waiting.length === 1);
    expect(buende.day.waiting).toEqual([]);
    expect(await buende.refused({ type: 'leave', number: 'herford/2015-06-08/E001' })).toMatchObject({
      name: 'ticketOfAnotherDay',
    });
  });

  test('have to be named where there are several, and known', async () => {
    const server = await startedServer({ sites: sites() });
    expect(await Station.refusedAs(server, { role: 'lead' })).toEqual({
      name: 'siteMissing',
      known: ['herford', 'buende'],
    });
    expect(await Station.refusedAs(server, { role: 'lead', site: 'loehne' })).toMatchObject({
      name: 'unknownSite',
    });
    expect(await Station.refusedAs(server, { role: 'desk', site: 'buende', place: '1' })).toMatchObject({
      name: 'unknownPlace',
      known: ['7'],
    });
  });

  test('without one of the stages start and work', async () => {
    const server = await startedServer({
      sites: { klein: exampleSite({ receptions: {} }), nurEmpfang: exampleSite({ desks: {} }) },
    });
    const desk = await Station.join(server, 'desk', '1', { site: 'klein' });
    await desk.ask(queued());
    await desk.ask({ type: 'call', desk: '1' });
    expect(await Station.refusedAs(server, { role: 'reception', site: 'klein' })).toMatchObject({
      name: 'stageMissing',
    });
    const reception = await Station.join(server, 'reception', 'E1', { site: 'nurEmpfang' });
    expect(await reception.refused(queued())).toEqual({ name: 'noEntranceZone' });
    await reception.ask({ type: 'checkIn', concern: '3.2', rule: '3.2/vollstaendig', identityChecked: true });
  });

  test('hide concerns they do not offer', async () => {
    const server = await startedServer({ sites: { herford: exampleSite({ hiddenConcerns: ['3.7'] }) } });
    const reception = await Station.join(server, 'reception', 'E1');
    expect(await reception.refused(queued())).toEqual({ name: 'unknownConcern', concern: '3.7' });
  });
});

describe('a place', () => {
  test('is taken by one screen; another is refused, or takes over visibly', async () => {
    const server = await startedServer();
    const first = await Station.join(server, 'desk', '1', { claim: 'ask' });
    expect(await Station.refusedAs(server, { role: 'desk', place: '1', claim: 'ask' })).toEqual({
      name: 'placeTaken',
      place: '1',
    });
    await Station.join(server, 'desk', '1', { claim: 'take' });
    await first.until(() => first.connection.view.phase === 'refused');
    expect(first.connection.view.refusal).toEqual({ name: 'takenOver', place: '1' });
  });

  test('can be used by a one-shot command beside its screen', async () => {
    const server = await startedServer();
    await Station.join(server, 'desk', '1', { claim: 'ask' });
    const command = await Station.join(server, 'desk', '1');
    await command.ask({ type: 'openDesk', desk: '1' });
    expect(await command.refused({ type: 'openDesk', desk: '2' })).toEqual({
      name: 'notYourDesk',
      desk: '2',
    });
  });

  test('is seen by the others', async () => {
    const server = await startedServer();
    const lead = await Station.join(server, 'lead');
    await Station.join(server, 'desk', '2', { claim: 'ask' });
    const display = await Station.join(server, 'display');
    display.connection.tellShowing(['E001']);
    await lead.until(() => lead.connection.view.presence?.shown.length === 1);
    expect(lead.connection.view.presence).toMatchObject({ desks: ['2'], displays: 1, shown: ['E001'] });
  });
});

describe('the display', () => {
  test('receives numbers and places and can ask for nothing', async () => {
    const server = await startedServer();
    const frames: string[] = [];
    const socket = new WebSocket(server.url);
    socket.on('open', () => socket.send(hello('display')));
    socket.on('message', (content) => frames.push(textOf(content)));
    await new Promise((resolve) => socket.once('message', resolve));
    const reception = await Station.join(server, 'reception', 'E1');
    const desk = await Station.join(server, 'desk', '1');
    await reception.ask({
      ...queued('3.5'),
      marks: { interpreter: true, urgent: 'mittellosigkeit' },
    } as never);
    const boarded = new Promise((resolve) => socket.once('message', resolve));
    await desk.ask({ type: 'call', desk: '1' });
    await boarded;
    expect(frames.join('')).toContain('E001');
    expect(frames.join('')).not.toMatch(/3\.5|interpreter|mittellos|concern|booking/);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const askId = '5e0e7f0a-6d3f-4a53-9b30-0d2f2f1c0002';
    socket.send(
      JSON.stringify({ type: 'ask', askId, day: '2015-06-08', command: { type: 'recall', desk: '1' } }),
    );
    await closed;
    expect(frames.at(-1)).toContain('notForRole');
    expect(desk.day.tickets.E001?.recalls).toBe(0);
  });
});
