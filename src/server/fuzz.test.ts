import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import { protocolVersion, type Hello } from '../protocol/messages.js';
import type { Command } from '../queue/commands.js';
import type { Day } from '../queue/day.js';
import { cleanUp } from '../testing/cleanUp.js';
import { cuttableLine, type CuttableLine } from '../testing/cuttableLine.js';
import { brokenInvariants } from '../testing/dayInvariants.js';
import {
  deskCommand,
  fuzzedSite,
  openCalls,
  overtakings,
  pick,
  plain,
  receptionCommand,
  replayed,
  shownBy,
  type Random,
} from '../testing/fuzzedOffice.js';
import { brokenPeer, hostileFrame, validMessage } from '../testing/hostileFrames.js';
import { RawStation } from '../testing/rawStation.js';
import { seeded } from '../testing/seeded.js';
import { until } from '../testing/staffedServer.js';
import { startedServer, Station, type StartedServer } from '../testing/startedServer.js';
import { journalFile, readJournal } from './journal.js';
import { verifyStore } from './verify.js';

const today = '2015-06-08';
// With BEO_LONG=1 it goes through more days, in about two minutes; every seed decides what is asked, not when it arrives.
const seeds = Array.from({ length: process.env.BEO_LONG === '1' ? 20 : 3 }, (_, i) => 20150608 + i);

type Next = (random: Random, day: Day) => Command;

/** Hellos of those that ask, and what they ask. */
const staff: readonly (readonly [Omit<Partial<Hello>, 'type'> & Pick<Hello, 'role'>, Next])[] = [
  [{ role: 'reception', place: 'E1' }, receptionCommand],
  [{ role: 'reception', place: 'E2' }, receptionCommand],
  ...['1', '2', '3', '4', '5'].map(
    (place) =>
      [{ role: 'desk', place }, (random: Random, day: Day) => deskCommand(random, day, place)] as const,
  ),
  [
    { role: 'lead' },
    (random, day) => (random() < 0.3 ? receptionCommand(random, day) : deskCommand(random, day)),
  ],
];

interface Client {
  readonly connection: Connection;
  readonly line: CuttableLine;
}

async function clientOf(server: StartedServer, hello: (typeof staff)[number][0]): Promise<Client> {
  const line = await cuttableLine(server);
  const connection = new Connection({ url: line.url, hello, reconnect: true });
  cleanUp(() => connection.close());
  await joined(connection);
  return { connection, line };
}

/** Asks on and on, mostly without waiting for the answer, while its line breaks now and then. */
async function work(
  { connection, line }: Client,
  next: Next,
  random: Random,
  server: StartedServer,
): Promise<void> {
  const replies: Promise<unknown>[] = [];
  for (let n = 0; n < 60; n += 1) {
    await until(connection, () => connection.view.phase === 'joined');
    const { day } = connection.view;
    if (day) replies.push(connection.ask(next(random, day)));
    if (random() < 0.3) server.clock.pass(Math.floor(random() * 30) - 2);
    if (random() < 0.04) {
      // The ask arrives; mostly its answer doesn't.
      line.deafen();
      for (let turn = 0; turn < 5; turn += 1) await nextTurn();
      line.drop();
    }
    const patience = random();
    if (patience < 0.5) await nextTurn();
    else if (patience < 0.75)
      await Promise.race([replies.at(-1), until(connection, () => connection.view.phase === 'lost')]);
  }
  line.drop();
  await Promise.all(replies);
}

/** Sends each ask several times, over several connections; returns how often one id got two different answers. */
async function repeat(server: StartedServer, random: Random): Promise<number> {
  let contradictions = 0;
  const hello = { role: 'reception', place: 'E2' } as const;
  let station = await RawStation.join(server, hello);
  for (let n = 0; n < 30; n += 1) {
    const askId = randomUUID();
    const command = receptionCommand(random, await dayOf(server));
    if (command.type === 'undo') continue;
    const answers = await Promise.all([
      station.ask(today, command, askId),
      station.ask(today, command, askId),
    ]);
    if (random() < 0.3) {
      station.socket.terminate();
      station = await RawStation.join(server, hello);
    }
    answers.push(await station.ask(today, command, askId));
    // What was refused is decided anew; what was accepted stays as it is.
    const accepted = answers.filter((answer) => answer?.ok);
    if (new Set(accepted.map((answer) => JSON.stringify(answer))).size > 1) contradictions += 1;
  }
  return contradictions;
}

async function dayOf(server: StartedServer): Promise<Day> {
  const lead = await Station.join(server, 'lead');
  lead.connection.close();
  return lead.day;
}

test.each(seeds)(
  'whatever many stations ask at once, all end with the same day, and nobody is called twice (seed %i)',
  async (seed) => {
    const server = await startedServer({ sites: { herford: fuzzedSite() } });
    const clients = await Promise.all(staff.map(([hello]) => clientOf(server, hello)));
    const displays = await Promise.all([0, 1].map(() => clientOf(server, { role: 'display' })));
    const [contradictions] = await Promise.all([
      repeat(server, seeded(seed)),
      ...clients.map(async (client, i) =>
        work(client, staff[i]?.[1] ?? receptionCommand, seeded(seed * 31 + i), server),
      ),
      (async () => {
        const random = seeded(seed * 37);
        for (let n = 0; n < 10; n += 1) {
          const { line, connection } = pick(random, displays);
          line.drop();
          await until(connection, () => connection.view.phase === 'lost');
          await until(connection, () => connection.view.phase === 'joined');
        }
      })(),
    ]);
    // The last entry reaches everybody; its answer comes after it.
    const lead = await Station.join(server, 'lead');
    const { seq } = await lead.ask({
      type: 'checkIn',
      concern: '3.7',
      rule: '3.7/default',
      identityChecked: true,
    });
    await Promise.all(
      clients.map(({ connection }) => until(connection, () => connection.view.day?.seq === seq)),
    );
    const shown = (await Station.join(server, 'lead')).day;
    const calls = openCalls(shown);
    await Promise.all(
      displays.map(({ connection }) =>
        until(connection, () => String(shownBy(connection)) === String(calls)),
      ),
    );
    const { entries, torn } = await readJournal(journalFile(server.store, 'herford', today));
    const asks = entries.map(({ ask }) => ask);
    expect({ seed, torn, contradictions, doubled: asks.length - new Set(asks).size }).toEqual({
      seed,
      torn: 0,
      contradictions: 0,
      doubled: 0,
    });
    expect(plain(shown)).toEqual(plain(replayed(entries)));
    for (const { connection } of [...clients, { connection: lead.connection }]) {
      expect(shownBy(connection)).toEqual(plain(shown));
    }
    expect({ seed, broken: brokenInvariants(shown), overtakings: overtakings(entries) }).toEqual({
      seed,
      broken: [],
      overtakings: [],
    });
    expect(entries.length).toBeGreaterThan(150);
    await server.stop();
    expect((await verifyStore(server.store)).findings).toEqual([]);
  },
);

/** Two who work as every day, until they are told to stop; returns how many visitors they dealt with. */
async function workUndisturbed(reception: Station, desk: Station, isOver: () => boolean): Promise<number> {
  let served = 0;
  while (!isOver() || served < 20) {
    await reception.ask({ type: 'checkIn', concern: '3.7', rule: '3.7/default', identityChecked: true });
    const { events } = await desk.ask({ type: 'call', desk: '1' });
    served += 1;
    const number = `E${String(served).padStart(3, '0')}`;
    expect(events).toContainEqual({ type: 'TicketCalled', number, desk: '1' });
    await desk.ask({ type: 'finish', desk: '1' });
  }
  return served;
}

/** Comes again and again, says nonsense to the other site, or as the display that it is to this one, and goes. */
async function disturb(server: StartedServer, random: Random, day: Day): Promise<void> {
  for (let n = 0; n < 150; n += 1) {
    if (random() < 0.15) {
      const socket = await brokenPeer(server.url, random);
      if (random() < 0.5) socket.destroy();
      continue;
    }
    const station = await RawStation.connect(server);
    const hello = pick<object>(random, [
      { site: 'buende', role: 'lead' },
      { site: 'buende', role: 'reception', place: 'E1' },
      { site: 'buende', role: 'desk', place: '2', claim: 'take' },
      { site: 'herford', role: 'display' },
    ]);
    if (random() < 0.85) {
      station.send({ type: 'hello', protocol: protocolVersion, ...hello });
      await station.until(() => station.isClosed || station.received.length > 0);
    }
    for (let frames = 1 + Math.floor(random() * 8); frames > 0; frames -= 1) {
      const message = validMessage(random, 'buende', day);
      const bytes = random() < 0.6 ? Buffer.from(JSON.stringify(message)) : hostileFrame(random, message);
      if (!station.isClosed) station.socket.send(bytes, { binary: random() < 0.03 }, () => undefined);
      if (random() < 0.4) await nextTurn();
    }
    if (random() < 0.7) station.socket.close();
    else station.socket.terminate();
    await station.until(() => station.isClosed);
  }
}

test.each(seeds)('whatever hostile peers send, two who work notice nothing of it (seed %i)', async (seed) => {
  const server = await startedServer({ sites: { herford: fuzzedSite(), buende: fuzzedSite() } });
  const reception = await Station.join(server, 'reception', 'E1', { site: 'herford' });
  const desk = await Station.join(server, 'desk', '1', { site: 'herford' });
  const { day } = await Station.join(server, 'lead', undefined, { site: 'buende' });
  let over = false;
  const hostile = Promise.all(
    [1, 2, 3, 4].map(async (n) => disturb(server, seeded(seed * 41 + n), day)),
  ).finally(() => {
    over = true;
  });
  const [served] = await Promise.all([workUndisturbed(reception, desk, () => over), hostile]);
  expect(desk.day).toMatchObject({ seq: 1 + 3 * served, lastNumber: served });
  for (const site of ['herford', 'buende']) {
    const shown = (await Station.join(server, 'lead', undefined, { site })).day;
    // Asks of peers that have just gone may still come in.
    const { entries, torn } = await readJournal(journalFile(server.store, site, today));
    expect({ seed, site, torn, broken: brokenInvariants(shown) }).toEqual({
      seed,
      site,
      torn: 0,
      broken: [],
    });
    expect(plain(shown)).toEqual(plain(replayed(entries.slice(0, shown.seq))));
    expect(entries.length).toBeGreaterThan(20);
  }
  const logged = new Set(server.logged.map(({ event }) => event));
  // Some of the hostile ones connect and say nothing, until they are dropped for it; others ask what they may not.
  logged.delete('connectionDropped');
  logged.delete('notPermitted');
  expect({ seed, logged: [...logged] }).toEqual({ seed, logged: ['listening', 'badMessage'] });
  await server.stop();
  await server.stopped;
  expect((await verifyStore(server.store)).findings).toEqual([]);
});
