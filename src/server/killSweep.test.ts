import { expect, test, vi } from 'vitest';
import { killSweep } from '../testing/killSweep.js';

// `npm run test:long` sweeps longer; both end by themselves.
const long = process.env.BEO_LONG === '1';
const kills = long ? 300 : 8;

vi.setConfig({ testTimeout: long ? 600_000 : 120_000 });

test(`a server killed ${kills} times at random moments under load loses nothing and does nothing twice`, async () => {
  const seed = 20150601;
  const sweep = await killSweep({ kills, seed });
  expect({ seed, ...sweep, acknowledged: sweep.acknowledged > kills * 10 }).toEqual({
    seed,
    acknowledged: true,
    lost: [],
    doubled: [],
    findings: [],
  });
});
