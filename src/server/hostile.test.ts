import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { attackNames, attackOn } from '../bench/hostile/attacks.js';
import type { Target } from '../bench/hostile/peer.js';
import type { Connection } from '../client/connection.js';
import type { Command } from '../queue/commands.js';
import type { Entry, Role } from '../queue/events.js';
import { fuzzedSite } from '../testing/fuzzedOffice.js';
import { seeded } from '../testing/seeded.js';
import { until } from '../testing/staffedServer.js';
import { writeSettings } from '../testing/startedServer.js';
import { preloading, startedProgram, type StartedProgram } from '../testing/startedProgram.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { connectedWith } from '../testing/tokens.js';
import { addToken } from './access.js';
import { journalFile, readJournal } from './journal.js';
import { verifyStore } from './verify.js';

/** With BEO_LONG=1 the attackers go on for three minutes. */
const isLong = process.env.BEO_LONG === '1';
const longMs = 180_000;
vi.setConfig({ testTimeout: isLong ? longMs + 60_000 : 90_000 });

const seed = 20150608;
/** Addresses of this machine that the server takes for others. */
const attackers = ['127.0.0.66', '127.0.0.67', '127.0.0.68', '127.0.0.69'];
/** What the honest day, and memory that was not given back yet, may add, bytes. */
const growthAllowed = 16 * 1024 * 1024;

/** Asks, and fails on any refusal. */
async function done(connection: Connection, command: Command): Promise<Entry> {
  const reply = await connection.ask(command);
  if (!reply.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(reply.rejection)}`);
  return reply.entry;
}

/** Bytes that the server holds once it has collected its garbage. */
async function heapOf(server: StartedProgram): Promise<number> {
  const before = server.logged('heap').length;
  server.program.signal('SIGUSR2');
  while (server.logged('heap').length === before) await pause(10);
  return Number(server.logged('heap').at(-1)?.bytes);
}

test(`hostile clients of ${attackNames.length} kinds neither break the server nor fill it, and an honest day goes on (seed ${seed})`, async () => {
  const store = temporaryFolder();
  writeSettings(store, { herford: fuzzedSite(), buende: fuzzedSite() }, { connectionsPerAddress: 300 });
  const token = async (role: Role, place: string | null = null, site = 'herford') =>
    (await addToken(store, { role, site, place }, { now: Date.now(), expiresAt: Date.now() + 86_400_000 }))
      .text;
  const tokens = {
    reception: await token('reception', 'E1'),
    desk: await token('desk', '1'),
    lead: await token('lead'),
    display: await token('display'),
    other: await token('lead', null, 'buende'),
  };
  const server = await startedProgram(store, { env: preloading('heapReporter') });
  // None of them comes back after a cut: whoever loses the connection for a moment fails the test.
  const reception = await connectedWith(server, { role: 'reception' }, { token: tokens.reception });
  const desk = await connectedWith(server, { role: 'desk' }, { token: tokens.desk });
  const lead = await connectedWith(server, { role: 'lead' }, { token: tokens.lead });
  const display = await connectedWith(server, { role: 'display' }, { token: tokens.display });

  const day = lead.view.day?.day ?? '';
  const checkIn: Command = { type: 'checkIn', concern: '3.7', rule: '3.7/default', identityChecked: true };
  const askId = '5e0e7f0a-6d3f-4a53-9b30-0d2f2f1c0001';
  const target = (from: string): Target => ({
    host: '127.0.0.1',
    port: Number(new URL(server.url).port),
    from,
    display: tokens.display,
    otherSite: tokens.other,
    site: 'herford',
    other: 'buende',
    day,
    captured: JSON.stringify({ type: 'ask', askId, day, command: checkIn }),
  });

  const met = new Set<string>();
  const attack = (isOver: (count: number) => boolean, round: number) =>
    Promise.all(
      attackers.map((from, i) =>
        attackOn(target(from), seeded(seed + 100 * round + i), isOver, (name) => met.add(name)),
      ),
    );

  const attacked = { over: false };
  const honest = (async () => {
    let served = 0;
    while (!attacked.over || served < 30) {
      await done(reception, checkIn);
      served += 1;
      const number = `E${String(served).padStart(3, '0')}`;
      const { events } = await done(desk, { type: 'call', desk: '1' });
      expect(events).toContainEqual({ type: 'TicketCalled', number, desk: '1' });
      await until(display, () => display.view.board?.calls.some((call) => call.number === number) ?? false);
      await done(desk, { type: 'finish', desk: '1' });
      // A long day has no more visitors than a large office.
      if (isLong) await pause(100);
    }
    return served;
  })();
  honest.catch(() => undefined);

  await attack((count) => count >= attackNames.length, 0);
  const before = await heapOf(server);
  const end = Date.now() + longMs;
  await attack((count) => (isLong ? Date.now() > end : count >= attackNames.length), 1);
  attacked.over = true;
  const served = await honest;
  const after = await heapOf(server);

  expect([...met].toSorted()).toEqual(attackNames.toSorted());
  expect(after - before).toBeLessThan(growthAllowed);
  await until(lead, () => Object.keys(lead.view.day?.desks ?? {}).length > 0);
  expect(lead.view).toMatchObject({ phase: 'joined', day: { lastNumber: served, waiting: [] } });
  const { entries, torn } = await readJournal(journalFile(store, 'herford', day));
  expect({ torn, entries: entries.length }).toEqual({ torn: 0, entries: 1 + 3 * served + opened(entries) });
  expect(new Set(entries.map(({ by }) => by))).toEqual(new Set(['server', 'reception/E1', 'desk/1']));

  const { exitCode, stdout, stderr } = await server.program.stop();
  expect(exitCode).toBe(0);
  expect((await verifyStore(store)).findings).toEqual([]);
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly event: string });
  const expected = [
    'accessRefused',
    'badMessage',
    'connectionDropped',
    'connectionRefused',
    'heap',
    'notPermitted',
  ];
  expect(expected).toEqual(
    expect.arrayContaining(
      [...new Set(lines.map(({ event }) => event))].filter(
        (event) => !['listening', 'stopped'].includes(event),
      ),
    ),
  );
  // Some thousand attacks make no thousand lines, and no secret stands in any of them.
  expect(lines.length).toBeLessThan(isLong ? 1000 : 200);
  for (const text of Object.values(tokens)) expect(stdout + stderr).not.toContain(text.slice(17));
});

/** Entries beside those of visitors: settings that were applied. */
const opened = (entries: readonly Entry[]): number =>
  entries.slice(1).filter(({ by }) => by === 'server').length;
