/** Nobody ever sees, in whatever way, what is not on disk: a real server while its disk takes its time. */
import { expect, test, vi } from 'vitest';
import type { Command } from '../queue/commands.js';
import { cleanUp } from '../testing/cleanUp.js';
import { RawStation } from '../testing/rawStation.js';
import { figuresFor, numbersOn, staffedServer } from '../testing/staffedServer.js';
import { queued, Station } from '../testing/startedServer.js';

const today = '2015-06-08';
const call = (desk: string): Command => ({ type: 'call', desk });

const { testDisk: disk } = await vi.hoisted(() => import('../testing/testDisk.js'));
vi.mock('node:fs', async (importOriginal) => disk.under(await importOriginal()));

/** An office with one who waits, E001, and a second one, E002, booked, called at desk 1, but not yet on disk. */
async function inTheMiddleOfAFlush() {
  const staff = await staffedServer();
  const { reception, one } = staff;
  await reception.ask(queued());
  disk.hold();
  cleanUp(() => disk.mend());
  const answered: string[] = [];
  const asked = async (name: string, station: Station, command: Command) => {
    const reply = await station.connection.ask(command);
    answered.push(`${name}: ${reply.ok ? 'done' : reply.rejection.name}`);
  };
  const called = asked('call', one, call('1'));
  await disk.written();
  return { ...staff, answered, asked, called };
}

/** What the server has read of a station by now is decided: its answer to something else has come. */
async function isRead(station: { readonly url: string }): Promise<void> {
  const other = await RawStation.join(station, { role: 'lead' });
  other.socket.terminate();
}

test('a welcome', async () => {
  const { server, lead, called } = await inTheMiddleOfAFlush();
  const late = await Station.join(server, 'lead');
  expect(late.day).toMatchObject({ seq: 2, waiting: ['E001'] });
  expect(late.day).toEqual(lead.day);
  disk.mend();
  await called;
  await late.until(() => late.day.waiting.length === 0);
  expect(late.day.desks['1']?.number).toBe('E001');
});

test('a welcome to one that comes back', async () => {
  const { server, lead, called } = await inTheMiddleOfAFlush();
  const { epoch } = lead.day;
  const back = await RawStation.join(server, { role: 'lead', epoch, afterSeq: 1 });
  expect(back.received[0]).toMatchObject({ type: 'welcome', seq: 2, entries: [{ seq: 2 }] });
  // One that claims to have seen more than there is gets all that there is.
  const ahead = await RawStation.join(server, { role: 'lead', epoch, afterSeq: 3 });
  expect(ahead.received[0]).toMatchObject({ type: 'welcome', seq: 2, state: { waiting: ['E001'] } });
  disk.mend();
  await called;
});

test('an answer', async () => {
  const { server, answered, called, lead } = await inTheMiddleOfAFlush();
  await isRead(server);
  expect(answered).toEqual([]);
  expect(lead.day.seq).toBe(2);
  disk.mend();
  await called;
  expect(answered).toEqual(['call: done']);
});

test('a refusal', async () => {
  const { server, two, answered, asked, called } = await inTheMiddleOfAFlush();
  // That nobody waits is true only if the call of desk 1 is.
  const refused = asked('second call', two, call('2'));
  await isRead(server);
  expect(answered).toEqual([]);
  disk.mend();
  await Promise.all([called, refused]);
  expect(answered).toEqual(['call: done', 'second call: nobodyWaiting']);
});

test('the answer to an ask that is repeated', async () => {
  const { server, called } = await inTheMiddleOfAFlush();
  const askId = '5e0e7f0a-6d3f-4a53-9b30-0d2f2f1c0011';
  const hello = { role: 'reception', place: 'E1' } as const;
  const first = await RawStation.join(server, hello);
  const second = await RawStation.join(server, hello);
  const answers = [first.ask(today, queued(), askId), second.ask(today, queued(), askId)];
  await isRead(server);
  const received = [...first.received, ...second.received];
  expect(received.filter(({ type }) => type === 'answer')).toEqual([]);
  disk.mend();
  await called;
  const [one, other] = await Promise.all(answers);
  expect(one).toMatchObject({ ok: true, entry: { events: [{ number: 'E002' }] } });
  expect(other).toEqual(one);
});

test('figures, of which reports are made', async () => {
  const { lead, reception, asked, called } = await inTheMiddleOfAFlush();
  const booked = asked('booking', reception, queued());
  const ofNow = async () => (await figuresFor(lead, today))[0]?.visits.reduce((sum, { n }) => sum + n, 0);
  expect(await ofNow()).toBe(1);
  expect((await figuresFor(lead, today))[0]?.counters.open).toMatchObject({ waiting: 1, called: 0 });
  disk.mend();
  await Promise.all([called, booked]);
  expect(await ofNow()).toBe(2);
  expect((await figuresFor(lead, today))[0]?.counters.open).toMatchObject({ waiting: 1, called: 1 });
});

test('the board of a display, one that is there and one that comes', async () => {
  const { server, display, called } = await inTheMiddleOfAFlush();
  const late = await Station.join(server, 'display');
  expect([numbersOn(display.connection), numbersOn(late.connection)]).toEqual([[], []]);
  disk.mend();
  await called;
  for (const each of [display, late]) await each.until(() => numbersOn(each.connection).join() === 'E001');
});
