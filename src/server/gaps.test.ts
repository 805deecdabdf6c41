/**
 * Gap scenarios: what goes wrong in an office and no other queue system has a test for. G9, the load, is in
 * fullOffice.test.ts. Killing a server at random moments is killSweep.test.ts's; here G1 in short.
 */
import { cpSync, readFileSync, truncateSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { BoardCall } from '../protocol/messages.js';
import type { Entry } from '../queue/events.js';
import { factsOf } from '../statistics/contacts.js';
import { displayLayout } from '../screens/display/displayLayout.js';
import { cleanUp } from '../testing/cleanUp.js';
import { cuttableLine } from '../testing/cuttableLine.js';
import { brokenInvariants } from '../testing/dayInvariants.js';
import { reportOf } from '../testing/exampleReports.js';
import { announced, boardsOf } from '../testing/heardByDisplay.js';
import { MovableClock } from '../testing/movableClock.js';
import { RawStation } from '../testing/rawStation.js';
import { mountScreen } from '../testing/screen.js';
import { figuresFor, numbersOn, staffedServer, until } from '../testing/staffedServer.js';
import { exampleSite, queued, startedServer, Station, type StartedServer } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { journalFile } from './journal.js';

const today = '2015-06-08';

const callOf = (desk: string) => ({ type: 'call', desk }) as const;

async function officeOf(
  desks: number,
  tickets: number,
): Promise<{ server: StartedServer; stations: Station[] }> {
  const names = Array.from({ length: desks }, (_, i) => `${i + 1}`);
  const places = names.map((name) => [name, { label: { de: `Platz ${name}`, en: `Desk ${name}` } }]);
  const sites = { herford: exampleSite({ desks: Object.fromEntries(places) as unknown }) };
  const server = await startedServer({ sites });
  const reception = await Station.join(server, 'reception', 'E1');
  for (let n = 0; n < tickets; n += 1) await reception.ask(queued());
  return { server, stations: await Promise.all(names.map((name) => Station.join(server, 'desk', name))) };
}

test('G1: whatever was acknowledged is in the store at that moment, in its place, and no number comes twice', async () => {
  const { server, reception, one } = await staffedServer();
  const acknowledged: Entry[] = [];
  const urgent = { ...queued(), marks: { urgent: 'kinder' } } as ReturnType<typeof queued>;
  for (const command of [queued(), queued('3.1'), urgent, queued()])
    acknowledged.push(await reception.ask(command));
  acknowledged.push(await one.ask(callOf('1')));
  const file = journalFile(server.store, 'herford', today);
  const whole = readFileSync(file).length;
  // A killed server leaves what it had written; of a last line that nobody was told of, perhaps a part.
  for (const torn of [0, 1, 40]) {
    const store = temporaryFolder();
    cpSync(server.store, store, { recursive: true });
    truncateSync(journalFile(store, 'herford', today), whole - torn);
    const after = await startedServer({ store, clock: server.clock });
    const lead = await Station.join(after, 'lead');
    const kept = torn === 0 ? acknowledged : acknowledged.slice(0, -1);
    expect(lead.day.seq).toBe(kept.at(-1)?.seq);
    expect(lead.day.waiting).toEqual(
      torn === 0 ? ['E001', 'E002', 'E004'] : ['E001', 'E002', 'E003', 'E004'],
    );
    expect(lead.day.tickets.E003).toMatchObject({
      marks: { urgent: 'kinder' },
      bookedAt: server.clock.now(),
    });
    await lead.ask(queued());
    expect(lead.day.lastNumber).toBe(5);
  }
});

describe('a display', () => {
  /** Three are called and one is finished while a display is cut off; then it is connected again. */
  async function afterCut(watch: (display: Connection) => void): Promise<Connection> {
    const { server, stations } = await officeOf(3, 3);
    const line = await cuttableLine(server);
    const display = new Connection({ url: line.url, hello: { role: 'display' }, reconnect: true });
    cleanUp(() => display.close());
    await joined(display);
    watch(display);
    line.cut();
    await until(display, () => display.view.phase === 'lost');
    for (const [i, station] of stations.entries()) {
      await station.ask(callOf(`${i + 1}`));
      server.clock.pass(20);
    }
    await stations[0]?.ask({ type: 'finish', desk: '1' });
    expect(numbersOn(display)).toEqual([]);
    line.mend();
    await until(display, () => display.view.phase === 'joined');
    return display;
  }

  test('G2: cut off while three are called and one is finished, it then has the open ones, each to be announced once', async () => {
    let boards: BoardCall[][] = [];
    const display = await afterCut((connection) => {
      boards = boardsOf(connection);
    });
    expect(numbersOn(display)).toEqual(['E002', 'E003']);
    expect(announced(boards)).toEqual(['E002', 'E003']);
  });

  test('G2: and its screen sounds for the first of them at once', async () => {
    let screen: ReturnType<typeof mountScreen> | undefined;
    await afterCut((connection) => {
      screen = mountScreen({ screen: 'display' }, connection);
    });
    await screen?.shows('Bitte zu Platz');
    expect(screen?.written.filter((text) => text === '\u0007')).toHaveLength(1);
  });

  test('G3: two calls within 200 ms are both shown and both announced, in order', async () => {
    const { server, stations } = await officeOf(2, 2);
    const display = await Station.join(server, 'display');
    const boards = boardsOf(display.connection);
    await stations[1]?.ask(callOf('2'));
    server.clock.pass(0.2);
    await stations[0]?.ask(callOf('1'));
    await display.until(() => numbersOn(display.connection).length === 2);
    expect(display.connection.view.board?.calls).toMatchObject([
      { number: 'E001', place: 'Platz 2' },
      { number: 'E002', place: 'Platz 1' },
    ]);
    expect(announced(boards)).toEqual(['E001', 'E002']);
  });

  test('G4: of twelve called at once none is hidden on 80 × 24', async () => {
    const { server, stations } = await officeOf(12, 12);
    const display = await Station.join(server, 'display');
    const boards = boardsOf(display.connection);
    await Promise.all(stations.map((station, i) => station.ask(callOf(`${i + 1}`))));
    await display.until(() => numbersOn(display.connection).length === 12);
    const numbers = numbersOn(display.connection);
    expect(new Set(numbers).size).toBe(12);
    expect(announced(boards).toSorted()).toEqual(numbers.toSorted());
    const [large, ...others] = display.connection.view.board?.calls ?? [];
    // 24 rows without header and captions, 80 columns without margins.
    const layout = displayLayout(large ?? { number: '', place: '' }, others, {
      columns: 78,
      rows: 19,
      style: 'ascii',
      arrow: '→',
    });
    expect(layout.hidden).toBe(0);
    const text = layout.others.join('\n');
    for (const { number, place } of others) expect(text).toContain(`${number} → ${place}`);
  });
});

test('G5: a clock set back by an hour gives no negative time, and the order stays', async () => {
  const { server, reception, one, two, lead } = await staffedServer();
  await reception.ask(queued());
  server.clock.pass(600);
  await reception.ask(queued());
  await one.ask(callOf('1'));
  server.clock.set('2015-06-08T07:10:00+02:00');
  await reception.ask(queued());
  expect(reception.day.waiting).toEqual(['E002', 'E003']);
  await two.ask(callOf('2'));
  expect(two.day.desks['2']?.number).toBe('E002');
  for (const [desk, station] of [
    ['1', one],
    ['2', two],
  ] as const) {
    await station.ask({ type: 'start', desk });
    await station.ask({ type: 'finish', desk });
  }
  server.clock.set('2015-06-08T08:30:00+02:00');
  await one.ask(callOf('1'));
  await one.ask({ type: 'finish', desk: '1' });
  await lead.until(() => lead.day.seq >= one.day.seq);
  const times = factsOf(lead.day).contacts.map(({ waitTime, wayTime, serviceTime }) => [
    waitTime,
    wayTime,
    serviceTime,
  ]);
  expect(times).toEqual([
    [600_000, 0, 0],
    [0, 0, 0],
    [1_200_000, null, 0],
  ]);
  expect(brokenInvariants(lead.day)).toEqual([]);
});

test('G6: what is open when the day closes is flagged, counted, and outside of every mean', async () => {
  const { server, reception, one, two, lead } = await staffedServer({
    clock: new MovableClock('2015-06-08T08:00:00+02:00'),
  });
  for (let n = 0; n < 4; n += 1) await reception.ask(queued());
  server.clock.pass(300);
  await one.ask(callOf('1'));
  server.clock.pass(60);
  await one.ask({ type: 'finish', desk: '1' });
  await one.ask(callOf('1'));
  await two.ask(callOf('2'));
  await two.ask({ type: 'start', desk: '2' });
  expect(await lead.refused({ type: 'closeDay' })).toEqual({ name: 'ticketsOpen', count: 3 });
  server.clock.set('2015-06-09T00:00:01+02:00');
  await lead.refused({ type: 'closeDay' });
  const days = await figuresFor(lead, today);
  expect(days).toMatchObject([{ closed: true }]);
  expect(reportOf(days)).toMatchObject({
    tickets: { checkedIn: 4, served: 1, contacts: 1, flagged: 3, stillWaiting: 0, atDesks: 0 },
    waiting: { n: 1, sumSeconds: 300 },
    service: { n: 1, sumSeconds: 60 },
  });
});

describe('G7: an ask whose answer was lost and that is asked again', () => {
  const askId = '5e0e7f0a-6d3f-4a53-9b30-0d2f2f1c0007';

  test('is executed once, and answered the same, on the old connection and on a new one', async () => {
    const { server, reception, lead } = await staffedServer();
    await reception.ask(queued());
    await reception.ask(queued());
    const line = await cuttableLine(server);
    const deaf = await RawStation.join(line, { role: 'desk', place: '1' });
    line.deafen();
    deaf.send({ type: 'ask', askId, day: today, command: callOf('1') });
    await lead.until(() => lead.day.tickets.E001?.state === 'called');
    line.drop();
    await deaf.until(() => deaf.isClosed);
    expect(deaf.received.some(({ type }) => type === 'answer')).toBe(false);
    const back = await RawStation.join(line, { role: 'desk', place: '1' });
    const answers = [
      await back.ask(today, callOf('1'), askId),
      await back.ask(today, callOf('1'), askId),
      await (await RawStation.join(server, { role: 'desk', place: '1' })).ask(today, callOf('1'), askId),
    ];
    expect(answers[0]).toMatchObject({ ok: true, entry: { ask: askId } });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await Station.join(server, 'lead')).day).toMatchObject({ seq: 4, waiting: ['E002'] });
  });

  test("is asked again by beo's own client as soon as the line is back", async () => {
    const { server, lead } = await staffedServer();
    const line = await cuttableLine(server);
    const reception = new Connection({
      url: line.url,
      hello: { role: 'reception', place: 'E1' },
      reconnect: true,
    });
    cleanUp(() => reception.close());
    await joined(reception);
    line.deafen();
    const reply = reception.ask(queued());
    await lead.until(() => lead.day.lastNumber === 1);
    line.drop();
    expect(await reply).toMatchObject({ ok: true, entry: { events: [{ number: 'E001' }] } });
    expect(lead.day).toMatchObject({ seq: 2, waiting: ['E001'] });
    expect(reception.view.day).toEqual(lead.day);
  });
});

test('G8: an escape sequence is no part of any word of the wire, and is never sent back', async () => {
  const { server } = await staffedServer();
  const raw = await RawStation.join(server, { role: 'lead' });
  expect(await raw.ask(today, { type: 'leave', number: '\u001B[2JE001' })).toBeUndefined();
  const last = JSON.stringify(raw.received.at(-1));
  expect(last).toContain('badMessage');
  expect(last).not.toContain('[2J');
});
