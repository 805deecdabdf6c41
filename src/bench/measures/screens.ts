import { setTimeout as pause } from 'node:timers/promises';
import { median, quantile } from '../arithmetic.js';
import type { Comparison, Measure } from '../measure.js';
import { rounds } from '../rounds.js';
import { PersonsTerminal } from '../screens/personsTerminal.js';
import { waitingOffice, waitingTickets } from '../screens/waitingOffice.js';
import type { Workplace } from '../workplace.js';

const launcher = new URL('../../bin/beo.js', import.meta.url);
const bareScreen = new URL('../bench-screen/bareScreen.js', import.meta.url);

const keyRounds = 5;
const keysARound = 60;
const startRounds = 15;
const idleRounds = 4;
const idleMs = 15_000;
/** Longer than a frame of Ink's, so that none waits for the one before. */
const betweenKeysMs = 50;

const down = '\u001B[B';
const up = '\u001B[A';
const enter = '\r';

/** The two that take turns: a desk of beo's, and the bare screen. */
const beoDesk = (workplace: Workplace, url: string, desk = '1'): PersonsTerminal =>
  new PersonsTerminal(workplace, launcher, ['desk', desk, '--server', url, '--lang', 'de']);
const bare = (workplace: Workplace): PersonsTerminal => new PersonsTerminal(workplace, bareScreen, []);

export const screensKey: Measure = {
  name: 'screens-key',
  about: `a key until its frame is painted, ${waitingTickets} tickets waiting`,

  async run(workplace) {
    const { url } = await waitingOffice(workplace);
    const sides = [beoDesk(workplace, url), bare(workplace)] as const;
    for (const side of sides) await side.painted(chosenRow('001'));
    const results = await rounds(keyRounds, async () => {
      const times: [number[], number[]] = [[], []];
      for (let i = 0; i < keysARound; i += 1) {
        const [key, row] = i % 2 === 0 ? [down, '002'] : [up, '001'];
        for (const [side, taken] of [
          [sides[0], times[0]],
          [sides[1], times[1]],
        ] as const) {
          taken.push(await keyToFrame(side, key, chosenRow(row)));
          await pause(betweenKeysMs);
        }
      }
      return times;
    });
    for (const side of sides) await side.end();
    const row = (what: string, of: (times: readonly number[]) => number, must: Comparison['must']) => ({
      what,
      limitIs: 'a bare Ink app of the same size',
      unit: 'ms' as const,
      beo: results.map(([beo]) => of(beo)),
      limit: results.map(([, limit]) => of(limit)),
      must,
    });
    return [
      row('desk: key to painted frame, p95', (times) => quantile(times, 0.95), { atMost: 1.5 }),
      row('desk: key to painted frame, p50', median, null),
    ];
  },
};

export const screensIdle: Measure = {
  name: 'screens-idle',
  about: 'the processor time of a screen on which only the seconds move',

  async run(workplace) {
    const { url } = await waitingOffice(workplace);
    const sides = [beoDesk(workplace, url), bare(workplace)] as const;
    for (const side of sides) await side.painted(chosenRow('001'));
    // Opened and called: from now on the desk counts the seconds.
    for (const done of [' ist frei', ' aufgerufen seit ']) {
      sides[0].press(enter);
      await sides[0].painted((text) => text.includes(done));
      await pause(idleMs / 3);
    }
    const results = await rounds(idleRounds, async () => {
      // Both at the same time: the machine is as busy for one as for the other.
      const before = sides.map((side) => side.processorTime());
      await pause(idleMs);
      return sides.map((side, i) => side.processorTime() - (before[i] ?? Number.NaN));
    });
    for (const side of sides) await side.end();
    return [
      {
        what: `desk with a ticket called, ${idleMs / 1000} s`,
        limitIs: 'a bare Ink app with a clock of seconds',
        unit: 'ms',
        beo: results.map(([beo]) => beo ?? Number.NaN),
        limit: results.map(([, limit]) => limit ?? Number.NaN),
        must: { atMost: 1.5 },
      },
    ];
  },
};

export const screensStart: Measure = {
  name: 'screens-start',
  about: 'a screen from its start to its first whole frame',

  async run(workplace) {
    const { url } = await waitingOffice(workplace);
    // From the second start on what was compiled is there.
    for (const side of [beoDesk(workplace, url), bare(workplace)]) {
      await side.painted(chosenRow('001'));
      await side.leave();
    }
    const started = async (open: () => PersonsTerminal): Promise<number> => {
      const startedAt = performance.now();
      const side = open();
      await side.painted(chosenRow('001'));
      const ms = performance.now() - startedAt;
      await side.end();
      return ms;
    };
    let desk = 1;
    const results = await rounds(startRounds, async () => {
      // Each on a desk of its own: the one before may still be on its way out.
      desk += 1;
      return {
        beo: await started(() => beoDesk(workplace, url, String(desk))),
        limit: await started(() => bare(workplace)),
      };
    });
    return [
      {
        what: 'desk: start to the line of waiting',
        limitIs: 'a bare Ink app of the same size',
        unit: 'ms',
        beo: results.map(({ beo }) => beo),
        limit: results.map(({ limit }) => limit),
        must: { atMost: 1.3 },
      },
    ];
  },
};

/** The chosen row is the one of this ticket. */
const chosenRow =
  (number: string) =>
  (text: string): boolean =>
    text.split('\n').some((line) => line.includes('▶') && line.includes(number));

async function keyToFrame(
  side: PersonsTerminal,
  key: string,
  isThere: (text: string) => boolean,
): Promise<number> {
  const pressedAt = performance.now();
  side.press(key);
  await side.painted(isThere);
  return performance.now() - pressedAt;
}
