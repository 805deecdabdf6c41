import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { protocolVersion } from '../protocol/messages.js';
import { cleanUp } from '../testing/cleanUp.js';
import { RawStation } from '../testing/rawStation.js';
import { queued, startedServer, Station, type StartedServer } from '../testing/startedServer.js';
import { addressOf, broughtBy, isLoopback, localUrl } from './addresses.js';
import { Allowance } from './allowance.js';
import { Guests, type Guest } from './guests.js';
import { messageBurst, queryCost, refusalsLogged } from './limits.js';
import { quietLog } from './quietLog.js';

interface Handshake {
  readonly origin?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** All of 127.0.0.0/8 is this machine; the server takes only the usual one for it. */
  readonly from?: string;
}

/** Shakes hands, and says how that ended: 'open' or what went wrong. */
async function shaken(server: { readonly url: string }, { from, ...options }: Handshake = {}) {
  const socket = new WebSocket(server.url, { ...options, ...(from ? { localAddress: from } : {}) });
  cleanUp(() => socket.terminate());
  const ended = new Promise<string>((resolve) => {
    socket.once('open', () => resolve('open'));
    socket.once('error', (error) => resolve(error.message));
  });
  return { socket, ended: await ended };
}

/** The same, and says hello as a display; 'joined' once it is. */
async function displayFrom(server: { readonly url: string }, from: string): Promise<string> {
  const { socket, ended } = await shaken(server, { from });
  if (ended !== 'open') return ended;
  socket.send(JSON.stringify({ type: 'hello', protocol: protocolVersion, role: 'display' }));
  return new Promise((resolve) => {
    socket.once('message', () => resolve('joined'));
    socket.once('close', () => resolve('closed'));
  });
}

const refusals = ({ logged }: StartedServer) =>
  logged.filter(({ event }) => event === 'connectionRefused').map(({ fields }) => fields.reason);

describe('the door', () => {
  test('lets programs in, which name no origin, and of web pages those that the settings name', async () => {
    const server = await startedServer({ network: { origins: ['https://board.example'] } });
    expect((await shaken(server)).ended).toBe('open');
    expect((await shaken(server, { origin: 'https://board.example' })).ended).toBe('open');
    for (const origin of ['https://evil.example', 'http://board.example', 'null', 'http://127.0.0.1']) {
      expect([origin, (await shaken(server, { origin })).ended]).toEqual([
        origin,
        'Unexpected server response: 403',
      ]);
    }
    expect(refusals(server)).toContain('origin');
    expect(JSON.stringify(server.logged)).not.toContain('evil');
  });

  test('lets nobody in whom a proxy brings to a server that trusts its machine', async () => {
    const server = await startedServer();
    for (const name of ['X-Forwarded-For', 'Forwarded']) {
      const headers = { [name]: 'for=192.0.2.1' };
      expect((await shaken(server, { headers })).ended).toContain('403');
    }
    expect(refusals(server)).toEqual(['forwarded', 'forwarded']);
  });

  test('has room for so many of an address, and for each of them that says who it is', async () => {
    const server = await startedServer({ network: { connectionsPerAddress: 3 } });
    const from = '127.0.0.66';
    for (let n = 0; n < 3; n += 1) expect(await displayFrom(server, from)).toBe('joined');
    expect(await displayFrom(server, from)).not.toBe('joined');
    expect(['tooOften', 'tooManyOfAddress']).toContain(refusals(server).at(-1));
    // Others have room of their own.
    const another = '127.0.0.67';
    await shaken(server, { from: another });
    await shaken(server, { from: another });
    expect(await displayFrom(server, another)).toBe('joined');
    const reception = await Station.join(server, 'reception', 'E1');
    await reception.ask(queued());
  });

  test('drops who says nothing before it turns anybody away', async () => {
    const server = await startedServer({ network: { connections: 10 } });
    const silent = await Promise.all(Array.from({ length: 10 }, () => shaken(server)));
    const gone = new Promise((resolve) => silent[0]?.socket.once('close', resolve));
    const stations = [];
    for (let n = 0; n < 10; n += 1) stations.push(await Station.join(server, 'lead'));
    await gone;
    expect(server.connections()).toBe(10);
    expect(await displayFrom(server, '127.0.0.1')).not.toBe('joined');
    expect(refusals(server)).toContain('tooManyConnections');
    expect(stations.every(({ connection }) => connection.view.phase === 'joined')).toBe(true);
  });

  test('counts connections that never shake hands, too', async () => {
    const server = await startedServer({ network: { connections: 10 } });
    const port = Number(new URL(server.url).port);
    const sockets = Array.from({ length: 30 }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      cleanUp(() => socket.destroy());
      return new Promise((resolve) => socket.once('close', resolve));
    });
    await Promise.race(sockets);
    const lead = await Station.join(server, 'lead');
    expect(lead.connection.view.phase).toBe('joined');
  });
});

describe('one who says more than others', () => {
  test('by questions and changes that make work, is dropped sooner', async () => {
    for (const message of [
      { type: 'changeSetting', queryId: randomUUID(), path: 'queue.noShowAfterSeconds', value: 180 },
      { type: 'query', queryId: randomUUID(), from: '2015-06-08', to: '2015-06-08' },
    ]) {
      const server = await startedServer({ network: { messagesPerSecond: 1 } });
      const lead = await RawStation.join(server, { role: 'lead' });
      for (let n = 0; n < messageBurst / queryCost + 5; n += 1) lead.send(message);
      await lead.until(() => lead.isClosed);
      expect(server.logged).toContainEqual({ event: 'connectionDropped', fields: { reason: 'flooding' } });
    }
  });

  test('is read more slowly, loses nothing, and nobody waits for it', async () => {
    const server = await startedServer({ network: { messagesPerSecond: 2000 } });
    const loud = await RawStation.join(server, { role: 'reception', place: 'E1' });
    const desk = await Station.join(server, 'desk', '1');
    const numbers = new Set<number>();
    for (let sent = 0; sent < messageBurst + 500; sent += 100) {
      const asks = Array.from({ length: 100 }, () => loud.ask('2015-06-08', queued()));
      for (const answer of await Promise.all(asks)) numbers.add(answer?.ok ? answer.entry.seq : 0);
      if (sent === messageBurst) await desk.ask({ type: 'openDesk', desk: '1' });
    }
    expect(numbers.size).toBe(messageBurst + 500);
    expect(server.logged.map(({ event }) => event)).toEqual(['listening']);
  });

  test('is dropped where it does nothing else', async () => {
    const server = await startedServer({ network: { messagesPerSecond: 1 } });
    const display = await RawStation.join(server, { role: 'display' });
    for (let n = 0; n < messageBurst + 100; n += 1) display.send({ type: 'showing', numbers: [] });
    await display.until(() => display.isClosed);
    expect(server.logged).toContainEqual({ event: 'connectionDropped', fields: { reason: 'flooding' } });
  });
});

describe('an allowance', () => {
  test('comes back in time, and never grows beyond the burst', () => {
    const allowance = new Allowance(3, 2, 0);
    expect([1, 2, 3].map(() => allowance.take(1, 0))).toEqual([0, 0, 0]);
    expect(allowance.takeIfLeft(1, 0)).toBe(false);
    expect(allowance.take(2, 0)).toBe(1000);
    expect(allowance.leftAt(1000)).toBe(0);
    expect(allowance.takeIfLeft(1, 1500)).toBe(true);
    expect(allowance.leftAt(1_000_000)).toBe(3);
  });
});

describe('guests', () => {
  const guest = (guests: Guests, address: string | undefined, known = false): Guest & { gone: boolean } => {
    const made = {
      address,
      gone: false,
      isKnown: () => known,
      drop: () => {
        made.gone = true;
        guests.leave(made);
      },
    };
    return made;
  };

  test('who is known stays; the oldest of the others makes room', () => {
    const guests = new Guests({ connections: 3, connectionsPerAddress: 2 }, () => 0);
    const known = guest(guests, undefined, true);
    const first = guest(guests, undefined);
    const second = guest(guests, undefined);
    for (const each of [known, first, second]) expect(guests.enter(each)).toBeUndefined();
    expect(guests.enter(guest(guests, undefined))).toBeUndefined();
    expect([known.gone, first.gone, second.gone]).toEqual([false, true, false]);
  });

  test('an address fills up alone, may come again in time, and may turn out to be another', () => {
    let now = 0;
    const guests = new Guests({ connections: 100, connectionsPerAddress: 2 }, () => now);
    const all = [guest(guests, 'a', true), guest(guests, 'a', true)];
    expect(all.map((each) => guests.enter(each))).toEqual([undefined, undefined]);
    expect(guests.enter(guest(guests, 'a'))).toBe('tooOften');
    now = 10_000;
    expect(guests.enter(guest(guests, 'a'))).toBe('tooManyOfAddress');
    expect(guests.enter(guest(guests, 'b'))).toBeUndefined();
    const brought = guest(guests, undefined);
    expect(guests.enter(brought)).toBeUndefined();
    expect(guests.move(brought, 'a')).toBe('tooManyOfAddress');
    if (all[0]) guests.leave(all[0]);
    now = 20_000;
    expect(guests.move(brought, 'a')).toBeUndefined();
    guests.tidy();
  });
});

describe('addresses', () => {
  test.each([
    ['127.0.0.1', undefined],
    ['::1', undefined],
    ['::ffff:127.0.0.1', undefined],
    ['127.0.0.2', '127.0.0.2'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s counts as %s', (address, counted) => {
    expect(addressOf(address)).toBe(counted);
  });

  test('only those of this machine are its own', () => {
    expect(['localhost', '::1', '127.9.9.9'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '192.0.2.1', 'localhost.example', ''].some(isLoopback)).toBe(false);
    expect(localUrl('wss://[::]:7717')).toBe('wss://[::1]:7717');
    expect(localUrl('ws://192.0.2.1:7717')).toBe('ws://192.0.2.1:7717');
  });
});

test('nobody outside can fill the log', () => {
  let now = 0;
  const lines: object[] = [];
  const log = quietLog(
    (event, fields?: object) => lines.push({ event, ...fields }),
    () => now,
  );
  for (let n = 0; n < 1000; n += 1) log('badMessage', { problem: 'no JSON' });
  expect(lines).toHaveLength(refusalsLogged);
  log('dayOpened', { site: 'herford', day: '2015-06-08' });
  expect(lines).toHaveLength(refusalsLogged + 1);
  now = 5000;
  log('badMessage', { problem: 'binary' });
  expect(lines.at(-1)).toEqual({ event: 'badMessage', problem: 'binary', unlogged: 980 });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['127.0.0.1, 10.0.0.1, 192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:51234', '192.0.2.7'],
  ['[2001:db8::7]:443', '2001:db8::7'],
  ['[2001:db8::7]', '2001:db8::7'],
  ['2001:db8::7', '2001:db8::7'],
  ['192.0.2.7, unknown', undefined],
  ['192.0.2.7,', undefined],
  ['for=192.0.2.7', undefined],
  [undefined, undefined],
])('a proxy that says %s brings %s', (header, address) => {
  expect(broughtBy(header)).toBe(address);
});
