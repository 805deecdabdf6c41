import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import type { Board, BoardCall } from '../../protocol/messages.js';
import { cleanUp } from '../../testing/cleanUp.js';
import { CountingTerminal } from '../../testing/countingTerminal.js';
import { fakeDisplayLine } from '../../testing/fakeConnection.js';
import { runScreen } from '../start.js';

vi.setConfig({ testTimeout: 600_000 });

/** A week takes some minutes and is run on request; a day is enough to see what grows. */
const isLong = process.env.BEO_LONG === '1';
const days = isLong ? 7 : 1;
const callsADay = 300;
/** What a heap may differ by without anything having been kept, bytes. A board that is kept for every call would be much more. */
const slack = 4 * 1024 * 1024;

const monday = Date.UTC(2015, 5, 8, 6);
const dayMs = 24 * 60 * 60 * 1000;

const call = (i: number, calledAt: number): BoardCall => ({
  number: `E${String(i).padStart(3, '0')}`,
  place: `Platz ${(i % 12) + 1}`,
  fetched: i % 10 === 0,
  calledAt,
});

/** The display as a person starts it, on a clock that the test moves. */
function opened(...found: readonly BoardCall[]) {
  let now = monday;
  const boardOf = (calls: readonly BoardCall[]): Board => ({
    type: 'board',
    site: { id: 'herford', name: 'Jobcenter Herford', zone: 'Europe/Berlin' },
    serverTime: now,
    calls,
  });
  const line = fakeDisplayLine(boardOf(found), () => now);
  const listening = new Set<() => void>();
  const subscribe = (listener: () => void): (() => void) => {
    listening.add(listener);
    const stop = line.subscribe(listener);
    return () => {
      listening.delete(listener);
      stop();
    };
  };
  const connection = Object.defineProperties({ ...line, subscribe }, { view: { get: () => line.view } });
  const terminal = new CountingTerminal(80, 24);
  const announced: string[] = [];
  void runScreen({
    choice: { screen: 'display' },
    connection,
    announce: async ({ number }) => void announced.push(number),
    language: 'de',
    ascii: false,
    halfBlocks: true,
    screenReader: false,
    stdin: terminal.stdin,
    stdout: terminal.stdout,
  });
  cleanUp(() => line.refuse({ name: 'stopping' }));
  return {
    terminal,
    listening,
    announced,
    show: (...calls: readonly BoardCall[]) =>
      line.change({ phase: 'joined', lostAt: null, board: boardOf(calls) }),
    cut: () => line.change({ phase: 'lost', lostAt: now }),
    /** Something came in that changes nothing. */
    stir: () => line.change({}),
    now: () => now,
    set: (at: number) => {
      now = at;
    },
  };
}

/** React, Ink and the terminal have done what there was to do. */
async function settled(): Promise<void> {
  for (let i = 0; i < 4; i += 1) await turn();
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

const listenersOf = (terminal: CountingTerminal): number =>
  [terminal, process, process.stdout, process.stdin]
    .flatMap((emitter) => emitter.eventNames().map((name) => emitter.listenerCount(name)))
    .reduce((sum, count) => sum + count, 0);

test(`in ${days === 1 ? 'a day' : 'a week'} with cuts and midnights nothing piles up`, async () => {
  const { terminal, listening, announced, show, cut, now, set } = opened();
  await terminal.shows('Bitte warten Sie');

  /** One call after the other, each with one before it still open; every twentieth is cut off, every tenth called again. */
  const run = async (startsAt: number, calls: number): Promise<void> => {
    for (let i = 1; i <= calls; i += 1) {
      set(startsAt + i * 60_000);
      const before = call(i, now() - 60_000);
      show(before, call(i + 1, now()));
      await settled();
      if (i % 20 === 0) {
        cut();
        await settled();
      }
      if (i % 10 === 0) {
        set(now() + 10_000);
        show(before, call(i + 1, now()));
        await settled();
      }
      set(now() + 20_000);
      show(call(i + 1, now() - 20_000));
      await settled();
    }
    show();
    await settled();
  };

  await run(monday, callsADay / 3);
  collectGarbage();
  const heapBefore = process.memoryUsage().heapUsed;
  const listenersBefore = listenersOf(terminal);
  const subscribersBefore = listening.size;
  announced.length = 0;
  for (let day = 1; day <= days; day += 1) await run(monday + day * dayMs, callsADay);
  expect(announced.length).toBeGreaterThanOrEqual(days * callsADay);
  announced.length = 0;
  await terminal.shows('Bitte warten Sie');
  collectGarbage();
  expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(slack);
  expect(listenersOf(terminal)).toBe(listenersBefore);
  expect(listening.size).toBe(subscribersBefore);
});

test('what did not change is not written again', async () => {
  // Found at the start, so that nothing flashes.
  const { terminal, stir, now, set } = opened(call(17, monday), call(18, monday + 1));
  await terminal.shows('Bitte zu Platz 7', '08:00');
  await settled();
  const drawn = terminal.written;
  for (let i = 0; i < 100; i += 1) {
    stir();
    await settled();
  }
  expect(terminal.written - drawn).toBe(0);
  const before = terminal.written;
  set(now() + 60_000);
  stir();
  await terminal.shows('08:01');
  expect(terminal.written - before).toBeLessThan(100);
});
