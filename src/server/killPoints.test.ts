import { expect, test, vi } from 'vitest';
import { diskOperations } from '../testing/diskOperations.js';
import { failAt, killAt, rehearse, type KillPoint } from '../testing/killPoints.js';
import { seeded } from '../testing/seeded.js';

// `npm run test:long` kills at every step.
const long = process.env.BEO_LONG === '1';
const sample = long ? 25 : 3;

vi.setConfig({ testTimeout: long ? 300_000 : 60_000 });

test.each(diskOperations.map((operation) => [operation.name, operation] as const))(
  '%s: killed at any step it loses nothing, and is whole once it is done again',
  async (_, operation) => {
    const rehearsal = await rehearse(operation);
    const { points } = rehearsal;
    expect(points.length).toBeGreaterThan(5);
    const kills = long ? points : someOf(points);
    expect(await problemsAt(kills, (point) => killAt(operation, rehearsal, point))).toEqual([]);
    if (!operation.atomic) return;
    const steps = points.filter(({ fault }) => fault === 'kill');
    expect(await problemsAt(someOf(steps), (point) => failAt(operation, rehearsal, point))).toEqual([]);
  },
);

/** Two at a time: each point is a program of its own that mostly waits for its start and for the disk. */
async function problemsAt(
  points: readonly KillPoint[],
  examine: (point: KillPoint) => Promise<string[]>,
): Promise<string[]> {
  const problems: string[] = [];
  const left = [...points];
  const takeOneByOne = async () => {
    for (let point = left.shift(); point; point = left.shift()) problems.push(...(await examine(point)));
  };
  await Promise.all([takeOneByOne(), takeOneByOne()]);
  return problems;
}

/** Seeded, so that a failure comes again. */
function someOf(points: readonly KillPoint[]): KillPoint[] {
  const random = seeded(20150610);
  const drawn = points.map((point) => ({ point, lot: random() }));
  return drawn
    .toSorted((a, b) => a.lot - b.lot)
    .slice(0, sample)
    .map(({ point }) => point);
}
