import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { boundElsewhere, whyNoMounts } from '../testing/mounts.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { lockName, lockStore, type StoreLock } from './lock.js';

const inUse = { name: 'StoreInUse' };

describe('a store is locked whatever path leads to it', () => {
  test('a link, a way round, and the name that it has been moved to', async () => {
    const folder = temporaryFolder();
    const store = join(folder, 'store');
    const link = join(folder, 'link');
    mkdirSync(store);
    symlinkSync(store, link);
    const lock = await lockStore(store);
    await expect(lockStore(link)).rejects.toMatchObject(inUse);
    await expect(lockStore(`${folder}/./link/../store/`)).rejects.toMatchObject(inUse);
    renameSync(store, `${store}-moved`);
    await expect(lockStore(`${store}-moved`)).rejects.toMatchObject(inUse);
    // What stands at the old path now is another store.
    mkdirSync(store);
    await (await lockStore(link)).release();
    await lock.release();
    await (await lockStore(`${store}-moved`)).release();
  });

  test('a bind mount', async ({ skip }) => {
    const unable = whyNoMounts();
    skip(unable !== undefined, unable);
    const store = temporaryFolder();
    const lock = await lockStore(boundElsewhere(store));
    await expect(lockStore(store)).rejects.toMatchObject(inUse);
    await lock.release();
    await (await lockStore(store)).release();
  });
});

describe('a socket file left by a killed server', () => {
  /** A store whose last server was killed, on a system where a socket is a file. */
  function storeOfKilled(): string {
    const store = temporaryFolder();
    const file = lockName(store, 'darwin');
    const leave = `require('net').createServer().listen(${JSON.stringify(file)}, () => process.kill(process.pid, 'SIGKILL'))`;
    expect(spawnSync(process.execPath, ['-e', leave]).signal).toBe('SIGKILL');
    return store;
  }

  test('is no lock', async () => {
    const store = storeOfKilled();
    const lock = await lockStore(store, { platform: 'darwin' });
    await expect(lockStore(store, { platform: 'darwin' })).rejects.toMatchObject(inUse);
    await lock.release();
    await (await lockStore(store, { platform: 'darwin' })).release();
  });

  test('is taken over by one of many who find it at once', async () => {
    const store = storeOfKilled();
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => lockStore(store, { platform: 'darwin' })),
    );
    const locks = tries.flatMap((tried): StoreLock[] => (tried.status === 'fulfilled' ? [tried.value] : []));
    expect(locks).toHaveLength(1);
    expect(tries.filter(({ status }) => status === 'rejected')).toHaveLength(7);
    await expect(lockStore(store, { platform: 'darwin' })).rejects.toMatchObject(inUse);
    await locks[0]?.release();
  });
});
