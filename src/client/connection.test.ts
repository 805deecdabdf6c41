import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import type { ClientMessage } from '../protocol/messages.js';
import { cleanUp } from '../testing/cleanUp.js';
import { startedServer, Station } from '../testing/startedServer.js';
import { Connection } from './connection.js';
import { joined } from './joined.js';
import { PendingAsks } from './pendingAsks.js';

/** A server of which the test says what it answers. */
async function scripted(
  onMessage: (message: ClientMessage, socket: WebSocket, connections: number) => void,
): Promise<string> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    const which = connections;
    socket.on('message', (content) =>
      onMessage(JSON.parse((content as Buffer).toString('utf8')) as ClientMessage, socket, which),
    );
  });
  cleanUp(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const welcome = JSON.stringify({
  type: 'welcome',
  site: { id: 'herford' },
  day: '2015-06-08',
  epoch: 'e',
  seq: 1,
  serverTime: 0,
  state: { seq: 1, day: '2015-06-08', epoch: 'e' },
});

function connected(url: string, reconnect: boolean, claim?: 'ask'): Connection {
  const role = claim ? 'desk' : 'lead';
  const connection = new Connection({ url, hello: { role, ...(claim ? { claim } : {}) }, reconnect });
  cleanUp(() => connection.close());
  return connection;
}

test('figures that were asked for before a cut come after it', async () => {
  const url = await scripted((message, socket, connections) => {
    if (message.type === 'hello') socket.send(welcome);
    if (message.type !== 'query') return;
    if (connections === 1) socket.terminate();
    else socket.send(JSON.stringify({ type: 'figures', queryId: message.queryId, ok: true, days: [] }));
  });
  const connection = connected(url, true);
  await joined(connection);
  expect(await connection.figures('2015-06-08', '2015-06-08')).toEqual([]);
});

test('nothing is asked of a server that refused, or after the end', async () => {
  const server = await startedServer();
  const refused = new Connection({ url: server.url, hello: { role: 'desk', place: '9' }, reconnect: true });
  await joined(refused);
  expect(await refused.figures('2015-06-08', '2015-06-08')).toMatchObject({
    rejection: { name: 'unknownPlace' },
  });
  const { connection } = await Station.join(server, 'lead');
  connection.close();
  expect(await connection.ask({ type: 'undo' })).toMatchObject({ rejection: { name: 'notConnected' } });
  expect(await connection.figures('2015-06-08', '2015-06-08')).toMatchObject({
    rejection: { name: 'notConnected' },
  });
});

test('a screen comes back as the same screen and asks for its place, it does not take it', async () => {
  const hellos: ClientMessage[] = [];
  const url = await scripted((message, socket, connections) => {
    hellos.push(message);
    socket.send(welcome);
    if (connections === 1) socket.close();
  });
  const connection = connected(url, true, 'ask');
  await new Promise<void>((resolve) => {
    const stop = connection.subscribe(() => {
      if (hellos.length < 2) return;
      stop();
      resolve();
    });
  });
  const [first, second] = hellos;
  expect(second).toMatchObject({ claim: 'ask', screen: (first as { screen: string }).screen });
});

test('a station that was refused its place takes it over when told to, once', async () => {
  const claims: unknown[] = [];
  const url = await scripted((message, socket) => {
    if (message.type !== 'hello') return;
    claims.push(message.claim);
    socket.send(
      message.claim === 'take'
        ? welcome
        : JSON.stringify({ type: 'notice', final: true, rejection: { name: 'placeTaken', place: '1' } }),
    );
  });
  const connection = connected(url, true, 'ask');
  await joined(connection);
  connection.takeOver();
  expect((await joined(connection)).refusal).toBeNull();
  expect(claims).toEqual(['ask', 'take']);
});

test('a peer that takes the connection and never answers counts as no server', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  cleanUp(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect((await joined(connected(url, false))).refusal).toEqual({ name: 'serverUnreachable', url });
});

test('one that dies with an ask on its way leaves it in doubt', async () => {
  const url = await scripted((message, socket) => {
    if (message.type === 'hello') socket.send(welcome);
    else socket.terminate();
  });
  const connection = connected(url, false);
  await joined(connection);
  expect(await connection.ask({ type: 'undo' })).toEqual({ ok: false, rejection: { name: 'inDoubt' } });
});

test.each([
  ['answers that nobody knows', true],
  ['only says so when it closes', false],
])('a server that stops in doubt and %s is asked by the same id when it is back', async (_, answers) => {
  const rejection = { name: 'inDoubt' };
  const asked: string[] = [];
  const url = await scripted((message, socket, connections) => {
    if (message.type === 'hello') socket.send(welcome);
    if (message.type !== 'ask') return;
    const { askId } = message;
    asked.push(askId);
    if (connections === 1) {
      if (answers) socket.send(JSON.stringify({ type: 'answer', askId, ok: false, rejection }));
      socket.send(JSON.stringify({ type: 'notice', final: true, rejection }));
      socket.close();
    } else {
      socket.send(JSON.stringify({ type: 'answer', askId, ok: false, rejection: { name: 'nothingToUndo' } }));
    }
  });
  const connection = connected(url, true);
  await joined(connection);
  expect(await connection.ask({ type: 'undo' })).toEqual({ ok: false, rejection: { name: 'nothingToUndo' } });
  expect(asked).toEqual([asked[0], asked[0]]);
});

test('one that takes its leave first has not done what it did not answer', async () => {
  const url = await scripted((message, socket) => {
    if (message.type === 'hello') socket.send(welcome);
    else {
      socket.send(JSON.stringify({ type: 'notice', final: true, rejection: { name: 'stopping' } }));
      socket.close();
    }
  });
  const connection = connected(url, false);
  await joined(connection);
  expect(await connection.ask({ type: 'undo' })).toEqual({ ok: false, rejection: { name: 'stopping' } });
});

test('an ask that the server left undone when it stopped is no matter of doubt, until it is sent again', async () => {
  const asks = new PendingAsks();
  const call = asks.add('2015-06-08', { type: 'call', desk: '1' }, 1000, 50_000);
  const recall = asks.add('2015-06-08', { type: 'recall', desk: '1' }, 5000, 54_000);
  asks.serverStops();
  asks.giveUp(6000);
  expect(await call.reply).toEqual({ ok: false, rejection: { name: 'stopping' } });
  expect(asks.again(7000)).toEqual([recall.ask]);
  asks.giveUp(10_000);
  expect(await recall.reply).toEqual({ ok: false, rejection: { name: 'inDoubt' } });
});

test('asks without an answer', async () => {
  const asks = new PendingAsks();
  const finish = asks.add('2015-06-08', { type: 'finish', desk: '1' }, 1000, 50_000);
  const call = asks.add('2015-06-08', { type: 'call', desk: '1' }, 1000, 50_000);
  expect(asks.again(5999)).toEqual([finish.ask, call.ask]);
  // Later the finish still counts, but at its true time; the call is left in doubt even if nobody comes back.
  asks.giveUp(6000);
  expect(await call.reply).toEqual({ ok: false, rejection: { name: 'inDoubt' } });
  expect(asks.again(6000)).toEqual([
    { ...finish.ask, command: { type: 'finish', desk: '1', occurredAt: 50_000 } },
  ]);
});

test('a server that is looked for may come later, and come back elsewhere', async () => {
  const board = (number: string): string =>
    JSON.stringify({
      type: 'board',
      site: { id: 'herford', name: 'Herford', zone: 'Europe/Berlin' },
      serverTime: 0,
      calls: [{ number, place: 'Platz 1', fetched: false, calledAt: 0 }],
    });
  const hellos: ClientMessage[] = [];
  const first = await scripted((message, socket) => {
    if (message.type !== 'hello') return;
    hellos.push(message);
    socket.send(board('E001'));
    socket.terminate();
  });
  const second = await scripted((message, socket) => {
    if (message.type === 'hello') socket.send(board('E002'));
  });
  const strange = await scripted((_, socket) =>
    socket.send(JSON.stringify({ type: 'notice', final: true, rejection: { name: 'anotherStore' } })),
  );
  const places = [undefined, new Error('unreadable'), strange, first, second];
  const connection = new Connection({
    url: async () => {
      const place = places.length > 1 ? places.shift() : places[0];
      if (place instanceof Error) throw place;
      return place === undefined ? undefined : { url: place, store: '7-12' };
    },
    hello: { role: 'display' },
    reconnect: true,
  });
  cleanUp(() => connection.close());
  const tried: (string | null)[] = [];
  await new Promise<void>((resolve) => {
    connection.subscribe(() => {
      const { url, board: shown } = connection.view;
      if (tried.at(-1) !== url) tried.push(url);
      if (shown?.calls[0]?.number === 'E002') resolve();
    });
  });
  expect(tried).toEqual([null, strange, first, second]);
  expect(hellos).toEqual([expect.objectContaining({ role: 'display', store: '7-12' })]);
});
