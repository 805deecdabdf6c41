import { expect, test, vi } from 'vitest';
import { killSweep } from '../testing/killSweep.js';

vi.setConfig({ testTimeout: 120_000 });

test('a server killed at random moments under load loses nothing and does nothing twice', async () => {
  const seed = 20150601;
  const sweep = await killSweep({ kills: 8, seed });
  expect({ seed, ...sweep, acknowledged: sweep.acknowledged > 100 }).toEqual({
    seed,
    acknowledged: true,
    lost: [],
    doubled: [],
    findings: [],
  });
});
