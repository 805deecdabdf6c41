import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { lockName, lockStore } from './lock.js';

test('a socket file left by a killed server is no lock', async () => {
  const store = temporaryFolder();
  const file = lockName(store, 'darwin');
  const leave = `require('net').createServer().listen(${JSON.stringify(file)}, () => process.kill(process.pid, 'SIGKILL'))`;
  expect(spawnSync(process.execPath, ['-e', leave]).signal).toBe('SIGKILL');
  const lock = await lockStore(store, { platform: 'darwin' });
  await expect(lockStore(store, { platform: 'darwin' })).rejects.toMatchObject({ name: 'StoreInUse' });
  await lock.release();
  await (await lockStore(store, { platform: 'darwin' })).release();
});
