import { readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { protocolVersion } from '../protocol/messages.js';
import { Filler, mountedTmpfs, whyNoMounts } from '../testing/mounts.js';
import { exampleSite, queued, startedServer, Station, type StartedServer } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { BadNetwork, Observers } from './observers.js';

type Headers = Readonly<Record<string, string>>;

const get = (server: { readonly url: string }, path: string, headers: Headers = {}, method = 'GET') =>
  fetch(`${server.url.replace('ws', 'http')}${path}`, { headers, method });

const metricsOf = async (server: StartedServer): Promise<string> => (await get(server, '/metrics')).text();

/** A metric's value by its name and labels as they stand in the text. */
function valueOf(metrics: string, name: string): number {
  const line = metrics.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}

describe('/healthz', () => {
  test('says that all is well, what runs, and how far each site is', async () => {
    const server = await startedServer({ sites: { herford: exampleSite(), enger: exampleSite() } });
    const reception = await Station.join(server, 'reception', 'E1', { site: 'herford' });
    await reception.ask(queued());
    const response = await get(server, '/healthz');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(await response.json()).toEqual({
      status: 'ok',
      version: packageJson.version,
      protocol: protocolVersion,
      sites: {
        herford: { day: '2015-06-08', seq: 2, storing: true },
        enger: { day: '2015-06-08', seq: 0, storing: true },
      },
    });
    expect(await (await get(server, '/healthz?x', {}, 'HEAD')).text()).toBe('');
    expect((await get(server, '/healthz', {}, 'POST')).status).toBe(405);
    expect((await get(server, '/')).status).toBe(426);
  });

  const unable = whyNoMounts();
  test.skipIf(unable !== undefined)(
    `is 503 from the first ask that can't be stored until there is room again, whether or not anybody asks`,
    async () => {
      const disk = mountedTmpfs(1024);
      const server = await startedServer({ store: join(disk, 'store') });
      const reception = await Station.join(server, 'reception', 'E1');
      const filler = new Filler(disk);
      filler.fill();
      while ((await reception.refused(queued())) === 'accepted');
      const response = await get(server, '/healthz');
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        status: 'storeUnavailable',
        sites: { herford: { storing: false } },
      });
      const metrics = await metricsOf(server);
      expect(valueOf(metrics, 'beo_store_available{site="herford"}')).toBe(0);
      expect(valueOf(metrics, 'beo_asks_total{result="storeUnavailable"}')).toBe(1);
      expect(valueOf(metrics, 'beo_log_events_total{event="storeUnavailable"}')).toBe(1);
      expect(valueOf(metrics, 'beo_store_free_bytes')).toBe(0);
      filler.free();
      await vi.waitUntil(async () => (await get(server, '/healthz')).status === 200, { timeout: 20_000 });
      expect(server.logged.map(({ event }) => event)).toContain('storeAvailable');
      expect(readdirSync(join(disk, 'store', 'herford', 'journal'))).toEqual(['2015-06-08.jsonl']);
      await reception.ask(queued());
    },
  );
});

describe('/metrics', () => {
  test('counts and times what the server does, and says how much of everything there is', async () => {
    const server = await startedServer({ store: temporaryFolder() });
    const reception = await Station.join(server, 'reception', 'E1');
    const desk = await Station.join(server, 'desk', '1');
    await Station.join(server, 'display');
    for (let n = 0; n < 3; n += 1) await reception.ask(queued());
    await desk.ask({ type: 'call', desk: '1' });
    expect(await desk.refused({ type: 'call', desk: '1' })).toMatchObject({ name: 'deskStillBusy' });
    const metrics = await metricsOf(server);
    const values: Readonly<Record<string, number>> = {
      'beo_asks_total{result="done"}': 4,
      'beo_asks_total{result="refused"}': 1,
      'beo_asks_total{result="inDoubt"}': 0,
      beo_ask_seconds_count: 5,
      'beo_ask_seconds_bucket{le="+Inf"}': 5,
      beo_journal_entries_total: 5,
      beo_flush_seconds_count: 4,
      'beo_connections{role="reception"}': 1,
      'beo_connections{role="desk"}': 1,
      'beo_connections{role="display"}': 1,
      'beo_connections{role="lead"}': 0,
      'beo_connections{role="none"}': 0,
      'beo_tickets{site="herford",state="waiting"}': 2,
      'beo_tickets{site="herford",state="called"}': 1,
      'beo_tickets{site="herford",state="ended"}': 0,
      'beo_day_entries{site="herford"}': 5,
      'beo_store_available{site="herford"}': 1,
    };
    for (const [name, value] of Object.entries(values))
      expect([name, valueOf(metrics, name)]).toEqual([name, value]);
    expect(valueOf(metrics, 'beo_journal_bytes{site="herford"}')).toBeGreaterThan(500);
    expect(valueOf(metrics, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(valueOf(metrics, 'process_start_time_seconds')).toBeGreaterThan(1.7e9);
  });

  test("keep to the text format: a metric's help, type and lines together, buckets that only grow", async () => {
    const server = await startedServer();
    const reception = await Station.join(server, 'reception', 'E1');
    await reception.ask(queued());
    const response = await get(server, '/metrics');
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await response.text();
    const blocks = text.split(/^(?=# HELP )/m);
    expect(blocks.length).toBeGreaterThan(12);
    for (const block of blocks) {
      const [, name = '', , type = ''] =
        /^# HELP ([a-z_]+) (\S.*)\n# TYPE \1 (counter|gauge|histogram)\n/.exec(block) ?? [];
      const parts = type === 'histogram' ? '(?:_bucket|_sum|_count)' : '';
      const lines = block.split('\n').slice(2, -1);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        expect(line).toMatch(
          new RegExp(`^${name}${parts}(\\{[a-z]+="[^"\\\\\\n]*"(,[a-z]+="[^"\\\\\\n]*")*\\})? [0-9.e+-]+$`),
        );
      }
      const buckets = lines
        .filter((line) => line.includes('_bucket'))
        .map((line) => Number(line.split(' ')[1]));
      expect(buckets).toEqual(buckets.toSorted((a, b) => a - b));
      expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(lines.length);
      expect(name.endsWith('_total')).toBe(type === 'counter');
    }
    expect(text.endsWith('\n')).toBe(true);
  });

  test('name no concern, no place, no number and no marks', async () => {
    const server = await startedServer();
    const reception = await Station.join(server, 'reception', 'E1');
    await reception.ask(queued());
    await (await Station.join(server, 'desk', '1')).ask({ type: 'call', desk: '1' });
    const labels = [...(await metricsOf(server)).matchAll(/([a-z]+)="([^"]*)"/g)].map(
      ([, label = '']) => label,
    );
    expect([...new Set(labels)].toSorted()).toEqual([
      'event',
      'le',
      'node',
      'protocol',
      'result',
      'role',
      'site',
      'state',
      'version',
    ]);
  });
});

describe('who may look', () => {
  const from = (remoteAddress: string, headers: Headers = {}) => ({
    socket: { remoteAddress },
    headers: { host: 'localhost:7717', ...headers },
  });

  test('is no web page whose own name leads to this machine', () => {
    const here = new Observers();
    const own = ['localhost', '127.0.0.1:7717', '[::1]:7717', '10.1.2.3:7717', hostname()];
    for (const host of own) expect([host, here.mayLook(from('127.0.0.1', { host }))]).toEqual([host, true]);
    for (const host of ['evil.example', 'localhost.evil.example:7717', '127.0.0.1.evil.example', '', 'a:b:c'])
      expect([host, here.mayLook(from('127.0.0.1', { host }))]).toEqual([host, false]);
    // Whoever named it meant it.
    expect(new Observers(['127.0.0.1']).mayLook(from('127.0.0.1', { host: 'beo.example' }))).toBe(true);
  });

  test('is this machine, but nobody for whom a proxy on it asks', async () => {
    const server = await startedServer();
    for (const path of ['/healthz', '/metrics']) {
      expect((await get(server, path)).status).toBe(200);
      for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
        const response = await get(server, path, { [header]: '192.0.2.7' });
        expect([response.status, await response.text()]).toEqual([403, '']);
      }
    }
    const here = new Observers();
    for (const address of ['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])
      expect(here.mayLook(from(address))).toBe(true);
    for (const address of ['10.0.0.1', '192.0.2.7', '::ffff:10.0.0.1', '2001:db8::1', ''])
      expect(here.mayLook(from(address))).toBe(false);
  });

  test('is whoever stands in a network that was named, also by way of a proxy', () => {
    const named = new Observers(['10.1.0.0/16', '192.0.2.7', '2001:db8::/32']);
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.7', '2001:db8::5', '127.0.0.1'])
      expect(named.mayLook(from(address))).toBe(true);
    for (const address of ['10.2.0.1', '192.0.2.8', '2001:db9::5'])
      expect(named.mayLook(from(address))).toBe(false);
    expect(named.mayLook(from('10.1.2.3', { via: '1.1 proxy' }))).toBe(true);
    expect(named.mayLook(from('127.0.0.1', { via: '1.1 proxy' }))).toBe(false);
  });

  test.each([
    '',
    'office',
    '10.1.0.0/33',
    '10.1/16',
    '10.1.0.0/',
    '10.1.0.0/8/8',
    '2001:db8::/129',
    '10.0.0.0/-1',
  ])('is refused as %j', (network) => {
    expect(() => new Observers([network])).toThrow(BadNetwork);
  });
});
