import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { protocolVersion } from '../protocol/messages.js';
import { MovableClock } from '../testing/movableClock.js';
import { exampleSite, queued, startedServer, Station } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { archiveFolder } from './archive.js';
import { journalFolder } from './journal.js';
import { startServer } from './server.js';
import { checkSettings } from './settings.js';
import { Site } from './site.js';
import { makeStore } from './store.js';
import { verifyStore } from './verify.js';

const askId = (n: number) => `5e0e7f0a-6d3f-4a53-9b30-0d2f2f1c${String(n).padStart(4, '0')}`;

async function openSite(clock: MovableClock, store = temporaryFolder()): Promise<Site> {
  const checked = checkSettings({ version: 1, sites: { herford: exampleSite() } });
  const settings = 'settings' in checked ? checked.settings.sites.herford : undefined;
  if (!settings) throw new Error('the example site is wrong');
  return Site.open({
    id: 'herford',
    settings,
    store,
    clock,
    log: () => undefined,
    onShown: () => undefined,
    onNewDay: () => undefined,
    onSettings: () => undefined,
    onDoubt: (error) => {
      throw error;
    },
  });
}

describe('at midnight', () => {
  test('a day whose first fact is still being written is closed like any other', async () => {
    const clock = new MovableClock('2015-06-08T23:59:59+02:00');
    const site = await openSite(clock);
    const reply = site.ask(askId(1), '2015-06-08', queued(), 'reception/E1');
    // The ask is decided in this turn of the event loop, and written in the next.
    for (let n = 0; n < 20; n += 1) await Promise.resolve();
    clock.set('2015-06-09T00:00:01+02:00');
    await site.changeDay();
    expect(await reply).toMatchObject({ ok: true });
    expect(await site.figures('2015-06-08', '2015-06-08')).toMatchObject([{ closed: true }]);
    await site.close();
  });

  test('an ask just before and one just after are decided on the day of each', async () => {
    const clock = new MovableClock('2015-06-08T23:59:59+02:00');
    const site = await openSite(clock);
    const late = site.ask(askId(1), '2015-06-08', queued(), 'reception/E1');
    clock.set('2015-06-09T00:00:00+02:00');
    const early = site.ask(askId(2), '2015-06-09', queued(), 'reception/E1');
    const [before, after] = await Promise.all([late, early]);
    expect(before).toMatchObject({ ok: true, entry: { at: Date.parse('2015-06-08T23:59:59+02:00') } });
    expect(after).toMatchObject({ ok: true, entry: { at: Date.parse('2015-06-09T00:00:00+02:00') } });
    expect(await site.figures('2015-06-08', '2015-06-09')).toMatchObject([
      { closed: true },
      { closed: false },
    ]);
    await site.close();
  });

  test('an ask that meets the stop is answered too', async () => {
    const clock = new MovableClock('2015-06-08T12:00:00+02:00');
    const site = await openSite(clock);
    const asked = site.ask(askId(1), '2015-06-08', queued(), 'reception/E1');
    const closed = site.close();
    const meanwhile = site.ask(askId(2), '2015-06-08', queued(), 'reception/E1');
    await closed;
    expect(await asked).toMatchObject({ ok: true });
    expect(await meanwhile).toBeDefined();
    const after = await site.ask(askId(3), '2015-06-08', queued(), 'reception/E1');
    expect(after).toEqual({ ok: false, rejection: { name: 'stopping' } });
    await site.close();
  });

  test.skipIf(!existsSync('/dev/full'))(
    'a full disk keeps the past day in view until there is room',
    async () => {
      const clock = new MovableClock('2015-06-08T12:00:00+02:00');
      const store = temporaryFolder();
      const site = await openSite(clock, store);
      await site.ask(askId(1), '2015-06-08', queued(), 'reception/E1');
      mkdirSync(archiveFolder(store, 'herford'));
      symlinkSync('/dev/full', join(archiveFolder(store, 'herford'), '.2015-06.json.new'));
      clock.set('2015-06-09T08:00:00+02:00');
      expect(await site.ask(askId(2), '2015-06-09', queued(), 'reception/E1')).toEqual({
        ok: false,
        rejection: { name: 'storeUnavailable' },
      });
      expect(site.shown).toMatchObject({ day: '2015-06-08', lastNumber: 1 });
      // The failed write has taken itself back, and with it the full disk.
      expect(await site.ask(askId(3), '2015-06-09', queued(), 'reception/E1')).toMatchObject({ ok: true });
      expect(await site.figures('2015-06-08', '2015-06-09')).toHaveLength(2);
      await site.close();
    },
  );

  test('archives that overlap spoil nothing', async () => {
    const site = await openSite(new MovableClock('2015-06-08T12:00:00+02:00'));
    await site.ask(askId(1), '2015-06-08', queued(), 'reception/E1');
    const closing = Array.from({ length: 5 }, () =>
      site.ask(askId(2), '2015-06-08', { type: 'closeDay', force: true }, 'lead'),
    );
    expect((await Promise.all(closing)).every(({ ok }) => ok)).toBe(true);
    expect(await site.figures('2015-06-08', '2015-06-08')).toMatchObject([{ closed: true }]);
    await site.close();
  });
});

describe('a fault behind one question', () => {
  test.each(['{"version":1,', '{}', '{"version":9,"days":{}}'])(
    'answers that the archive can not be read (%s), and goes on',
    async (content) => {
      const server = await startedServer();
      const lead = await Station.join(server, 'lead');
      const reception = await Station.join(server, 'reception', 'E1');
      mkdirSync(archiveFolder(server.store, 'herford'), { recursive: true });
      writeFileSync(join(archiveFolder(server.store, 'herford'), '2015-05.json'), content);
      expect(await lead.connection.figures('2015-05-01', '2015-06-08')).toEqual({
        rejection: { name: 'storeUnreadable', file: '2015-05.json' },
      });
      await reception.ask(queued());
      expect(server.logged.map(({ event }) => event)).toContain('storeUnreadable');
    },
  );
});

describe('a peer that is not to be trusted', () => {
  test('is refused when it is a page in a browser', async () => {
    const server = await startedServer();
    const socket = new WebSocket(server.url, { origin: 'https://example.org' });
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.on('open', () => resolve('let in'));
      socket.on('error', resolve);
    });
    socket.on('error', () => undefined).terminate();
    expect(status).toBe(403);
  });

  test('is not listened to any more after a bad message', async () => {
    const server = await startedServer();
    const lead = await Station.join(server, 'lead');
    const socket = new WebSocket(server.url);
    socket.on('open', () => {
      socket.send(JSON.stringify({ type: 'hello', protocol: protocolVersion, role: 'reception' }));
    });
    socket.once('message', () => {
      socket.send('no JSON');
      socket.send(JSON.stringify({ type: 'ask', askId: askId(1), day: '2015-06-08', command: queued() }));
    });
    await new Promise((resolve) => socket.on('close', resolve));
    await lead.ask({ type: 'openDesk', desk: '1' });
    expect(lead.day.lastNumber).toBe(0);
  });

  test.each(['__proto__', 'constructor', 'toString'])('finds nothing behind the name %s', async (name) => {
    const server = await startedServer();
    const lead = await Station.join(server, 'lead');
    const asks = [
      { type: 'leave', number: name },
      { type: 'mark', number: name, marks: { urgent: name } },
      { type: 'correct', visit: name, concern: name },
      { type: 'cancel', visit: name },
      { type: 'call', desk: name },
      { type: 'call', desk: '1', number: name, reason: name },
      { type: 'resume', number: name, desk: name },
      { type: 'checkIn', concern: name, rule: name },
      { type: 'checkIn', concern: '3.7', rule: name, identityChecked: true },
      { type: 'startActivity', desk: '1', activity: name },
      { type: 'transfer', desk: name, reason: name, toDesk: name },
    ] as const;
    for (const command of asks) {
      expect(await lead.refused(command)).toMatchObject({ name: expect.any(String) as string });
    }
    expect(lead.day.seq).toBe(0);
  });
});

describe('a start that fails', () => {
  test('and was cut short leaves no rows behind that nobody would ever delete', async () => {
    const store = temporaryFolder();
    const clock = new MovableClock('2015-06-08T12:00:00+02:00');
    const site = await openSite(clock, store);
    await site.ask(askId(1), '2015-06-08', queued(), 'reception/E1');
    await site.close();
    const folder = journalFolder(store, 'herford');
    writeFileSync(join(folder, '.2015-05-04.jsonl.new'), 'rows of another day');
    await startedServer({ store, clock });
    expect(readdirSync(folder)).toEqual(['2015-06-08.jsonl']);
  });

  test('leaves nothing behind that listens', async () => {
    const store = temporaryFolder();
    mkdirSync(join(store, '.server.json.new'));
    const port = await freePort();
    const clock = new MovableClock('2015-06-08T08:00:00+02:00');
    await expect(startServer({ store, port, clock, log: () => undefined })).rejects.toThrow('EISDIR');
    expect(await answers(port)).toBe(false);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

test('other settings change nothing of a day that was closed by hand', async () => {
  const store = temporaryFolder();
  const clock = new MovableClock('2015-06-08T12:00:00+02:00');
  const first = await startedServer({ store, clock });
  await (await Station.join(first, 'reception', 'E1')).ask(queued());
  await (await Station.join(first, 'lead')).ask({ type: 'closeDay', force: true });
  await first.stop();
  const sites = { herford: exampleSite({ receptions: {}, queue: { halfDayAt: '13:00' } }) };
  const second = await startedServer({ store, clock, sites });
  await second.stop();
  expect((await verifyStore(store)).findings).toEqual([]);
});

describe("the store's folder", () => {
  test.runIf(process.platform === 'linux')('is refused where nobody can make one', async () => {
    await expect(startedServer({ store: '/proc/nowhere/store' })).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('is for its owner alone, but a folder with other things in it is left as it is', async () => {
    const empty = mkdtempSync(join(temporaryFolder(), 'store-'));
    await makeStore(empty);
    expect(statSync(empty).mode & 0o777).toBe(0o700);
    const shared = join(temporaryFolder(), 'shared');
    mkdirSync(shared, { mode: 0o755 });
    writeFileSync(join(shared, 'letter.txt'), '');
    await makeStore(shared);
    expect(statSync(shared).mode & 0o777).toBe(0o755);
  });

  test('tells nothing of a former server while another starts', async () => {
    const store = temporaryFolder();
    writeFileSync(join(store, 'settings.json'), '{"version": 2}');
    writeFileSync(join(store, 'server.json'), '{"url":"ws://127.0.0.1:1","pid":1,"run":""}');
    await expect(startedServer({ store })).rejects.toMatchObject({ name: 'NewerStore' });
    expect(readdirSync(store)).toEqual(['settings.json']);
    expect(readFileSync(join(store, 'settings.json'), 'utf8')).toBe('{"version": 2}');
  });
});

describe('a screen that comes back', () => {
  const claim = (screen: string) => ({ claim: 'ask', screen }) as const;

  test('has its place again although the server still knows its old connection', async () => {
    const server = await startedServer();
    await Station.join(server, 'desk', '1', claim(askId(1)));
    await Station.join(server, 'desk', '1', claim(askId(1)));
    expect(await Station.refusedAs(server, { role: 'desk', place: '1', ...claim(askId(2)) })).toEqual({
      name: 'placeTaken',
      place: '1',
    });
  });

  test('does not push out who has taken its place meanwhile', async () => {
    const server = await startedServer();
    await Station.join(server, 'desk', '1', claim(askId(1)));
    const newcomer = await Station.join(server, 'desk', '1', { claim: 'take', screen: askId(2) });
    expect(await Station.refusedAs(server, { role: 'desk', place: '1', ...claim(askId(1)) })).toEqual({
      name: 'placeTaken',
      place: '1',
    });
    expect(newcomer.connection.view.phase).toBe('joined');
  });
});
