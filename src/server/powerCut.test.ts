import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { neverFlushing } from '../testing/flushFaults.js';
import { whyNoMounts, type FileSystem } from '../testing/mounts.js';
import {
  afterCut,
  cutAfterMidnight,
  cutAfterRecovery,
  cutsOfAFirstDay,
  powerCuts,
} from '../testing/powerCut.js';
import type { StartedProgram } from '../testing/startedProgram.js';
import { Station } from '../testing/startedServer.js';
import { archivedDays } from './archive.js';
import { settingsFile } from './store.js';

// `npm run test:long` cuts more often, and on more file systems.
const long = process.env.BEO_LONG === '1';
const systems: readonly FileSystem[] = long ? ['ext4', 'xfs', 'btrfs'] : ['ext4'];
const cuts = long ? 20 : 1;
const seed = 20150608;

vi.setConfig({ testTimeout: long ? 600_000 : 60_000 });

describe.each(systems)('a power cut on %s', (system) => {
  const unable = whyNoMounts(system);
  beforeEach(({ skip }) => skip(unable !== undefined, unable));

  test(`takes nothing that was acknowledged under load and doubles nothing (${cuts} of them)`, async () => {
    const found = await powerCuts({ system, cuts, seed });
    expect({ seed, found }).toEqual({
      seed,
      found: found.map(({ acknowledged }) => ({ acknowledged, lost: [], doubled: [], findings: [] })),
    });
    expect(found.every(({ acknowledged }) => acknowledged >= 50)).toBe(true);
  });

  test('takes nothing that a server showed after the one before it had died between writing and flushing', async () => {
    const { shown, image } = await cutAfterRecovery(system);
    expect(shown).toHaveLength(40);
    expect(await afterCut(image, shown)).toMatchObject({ lost: [], doubled: [], findings: [] });
  });

  test('leaves the settings of a first start, the first ask of a first day, and the figures of a day just closed', async () => {
    const { day, first, closing, started, asked, closed } = await cutsOfAFirstDay(system);
    const clean = { lost: [], doubled: [], findings: [] };
    expect(
      await afterCut(started, [], async (server, store) => {
        expect(server.logged('settingsCreated')).toEqual([]);
        expect(JSON.parse(readFileSync(settingsFile(store), 'utf8'))).toMatchObject({ version: 1 });
        await Promise.resolve();
      }),
    ).toMatchObject(clean);
    expect(
      await afterCut(asked, [first], async (server) => {
        expect((await Station.join(server, 'lead')).day).toMatchObject({ day, waiting: ['E001'] });
      }),
    ).toMatchObject(clean);
    expect(
      await afterCut(closed, [first, closing], async (server, store) => {
        expect(await archivedDays(store, 'herford', day, day)).toMatchObject([{ day, closed: true }]);
        expect((await Station.join(server, 'lead')).day.closedAt).toBe(closing.at);
      }),
    ).toMatchObject(clean);
  });

  test('leaves the day before and its figures once a new day shows', async () => {
    const { day, next, image, env } = await cutAfterMidnight(system);
    const look = async (server: StartedProgram, store: string) => {
      expect(await archivedDays(store, 'herford', day, next)).toMatchObject([{ day, closed: true }]);
      expect((await Station.join(server, 'lead')).day).toMatchObject({ day: next, seq: 0 });
    };
    const { findings, doubled } = await afterCut(image, [], look, env);
    expect({ findings, doubled }).toEqual({ findings: [], doubled: [] });
  });

  test('is seen by these tests to take what was never flushed', async () => {
    const [found] = await powerCuts({ system, cuts: 1, seed, env: neverFlushing() });
    expect(found?.lost.length).toBeGreaterThan(0);
  });
});
