/** What an ask's id is good for: asked again, whenever and by whom, it is not done again. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../queue/commands.js';
import { MovableClock } from '../testing/movableClock.js';
import { RawStation } from '../testing/rawStation.js';
import { queued, startedServer, Station, type StartedServer } from '../testing/startedServer.js';

const today = '2015-06-08';
const tomorrow = '2015-06-09';
const idOf = (n: number): string => `5e0e7f0a-6d3f-4a53-9b30-0d2f2f1c01${String(n).padStart(2, '0')}`;
const call: Command = { type: 'call', desk: '1' };

/** An office with two who wait, E001 and E002. */
async function officeOfTwo(): Promise<StartedServer> {
  const server = await startedServer({ clock: new MovableClock(`${today}T08:00:00+02:00`) });
  const reception = await Station.join(server, 'reception', 'E1');
  await reception.ask(queued());
  await reception.ask(queued());
  return server;
}

const deskOf = (server: StartedServer): Promise<RawStation> =>
  RawStation.join(server, { role: 'desk', place: '1' });

const stateOf = async (server: StartedServer) => {
  const { day } = await Station.join(server, 'lead');
  return { seq: day.seq, waiting: day.waiting, atDesk: day.desks['1']?.number, lastNumber: day.lastNumber };
};

async function restarted(server: StartedServer): Promise<StartedServer> {
  await server.stop();
  return startedServer({ store: server.store, clock: server.clock });
}

describe('a call that was taken back', () => {
  test('is not made again by its own id, nor taken back twice, also after a restart', async () => {
    const first = await officeOfTwo();
    const desk = await deskOf(first);
    const called = await desk.ask(today, call, idOf(1));
    const undone = await desk.ask(today, { type: 'undo' }, idOf(2));
    expect([called?.ok, undone?.ok]).toEqual([true, true]);
    const before = await stateOf(first);
    expect(before).toMatchObject({ waiting: ['E001', 'E002'], atDesk: null });

    const again = async (server: StartedServer) => {
      const back = await deskOf(server);
      expect(await back.ask(today, call, idOf(1))).toEqual(called);
      expect(await back.ask(today, { type: 'undo' }, idOf(2))).toEqual(undone);
      expect(await stateOf(server)).toEqual(before);
    };
    await again(first);
    const second = await restarted(first);
    await again(second);
    expect(await (await deskOf(second)).ask(today, { type: 'undo' }, idOf(3))).toMatchObject({
      rejection: { name: 'nothingToUndo' },
    });
  });

  test.each([
    [59, { waiting: ['E001', 'E002'], atDesk: null }],
    [61, { waiting: ['E002'], atDesk: 'E001' }],
  ])('may have been made before a restart (%i s)', async (later, state) => {
    const first = await officeOfTwo();
    await (await deskOf(first)).ask(today, call, idOf(1));
    first.clock.pass(later);
    const second = await restarted(first);
    await (await deskOf(second)).ask(today, { type: 'undo' }, idOf(2));
    expect(await stateOf(second)).toMatchObject(state);
  });
});

test('a key that is pressed twice asks twice: the second time nothing happens', async () => {
  const server = await officeOfTwo();
  const desk = await Station.join(server, 'desk', '1');
  const twice = (command: Command) => Promise.all([desk.ask(command), desk.refused(command)]);
  expect(await twice(call)).toMatchObject([{ seq: 4 }, { name: 'deskStillBusy', number: 'E001' }]);
  expect(await twice({ type: 'undo' })).toMatchObject([{ seq: 5 }, { name: 'nothingToUndo' }]);
  expect(await twice(call)).toMatchObject([{ seq: 6 }, { name: 'deskStillBusy', number: 'E001' }]);
  expect(await twice({ type: 'finish', desk: '1' })).toMatchObject([{ seq: 7 }, { name: 'deskHasNoTicket' }]);
  expect(await stateOf(server)).toMatchObject({ seq: 7, waiting: ['E002'], atDesk: null });
});

test('an id that somebody else asked with is answered as it was the first time, and does nothing else', async () => {
  const server = await officeOfTwo();
  const called = await (await deskOf(server)).ask(today, call, idOf(1));
  const before = await stateOf(server);
  const other = await RawStation.join(server, { role: 'desk', place: '2' });
  expect(await other.ask(today, { type: 'call', desk: '2' }, idOf(1))).toEqual(called);
  expect(await stateOf(server)).toEqual(before);
});

test('an id of yesterday is refused and does nothing today, also after a restart', async () => {
  const first = await officeOfTwo();
  const called = await (await deskOf(first)).ask(today, call, idOf(1));
  expect(called?.ok).toBe(true);
  first.clock.set(`${tomorrow}T08:00:00+02:00`);
  const desk = await deskOf(first);
  const refusal = { ok: false, rejection: { name: 'dayOver', day: today, today: tomorrow } };
  expect(await desk.ask(today, call, idOf(1))).toMatchObject(refusal);
  const reception = await Station.join(first, 'reception', 'E1');
  await reception.ask(queued());
  expect(await desk.ask(today, call, idOf(1))).toMatchObject(refusal);
  const second = await restarted(first);
  expect(await (await deskOf(second)).ask(today, call, idOf(1))).toMatchObject(refusal);
  expect(await stateOf(second)).toEqual({ seq: 2, waiting: ['E001'], atDesk: null, lastNumber: 1 });
});
