import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { verifyStore } from '../server/verify.js';
import type { Environment } from './childProcess.js';
import { Program } from './program.js';
import { exampleSite, writeSettings } from './startedServer.js';
import { temporaryFolder } from './temporaryFolder.js';

vi.setConfig({ testTimeout: 60_000 });

const faultyDisk = `--import=${new URL('faultyDisk.js', import.meta.url).href}`;

/** A folder with a store of settings and nothing else. */
function folderWithStore(): string {
  const folder = temporaryFolder();
  writeSettings(join(folder, 'store'), { herford: exampleSite() });
  return folder;
}

const backUp = (folder: string, env: Environment) =>
  Program.run(['backup', join(folder, 'backups'), '--lang', 'en'], {
    env: { BEO_DATA: join(folder, 'store'), NODE_OPTIONS: faultyDisk, ...env },
  });

describe('a made-up fault', () => {
  test('kills at the step that is named, and the trace tells which one that was', async () => {
    const folder = folderWithStore();
    const trace = join(folder, 'trace');
    const under = join(folder, 'backups');
    const killed = await backUp(folder, {
      DISK_UNDER: under,
      DISK_FAULT: 'kill',
      DISK_AT: '3',
      DISK_TRACE: trace,
    });
    expect(killed.signal).toBe('SIGKILL');
    const steps = readFileSync(trace, 'utf8').trimEnd().split('\n');
    expect(steps.map((line) => line.split(' ', 2).join(' '))).toEqual(['1 mkdir', '2 mkdir', '3 open']);
    expect(steps[2]).toMatch(/\.settings\.json\.new$/);
  });

  test('tears a write in the middle', async () => {
    const folder = folderWithStore();
    const torn = { DISK_UNDER: join(folder, 'backups'), DISK_FAULT: 'tear', DISK_KIND: 'write' };
    expect((await backUp(folder, torn)).signal).toBe('SIGKILL');
    const whole = readFileSync(join(folder, 'store', 'settings.json'));
    const [name = ''] = readdirSync(join(folder, 'backups'));
    const half = readFileSync(join(folder, 'backups', name, '.settings.json.new'));
    expect(half).toEqual(whole.subarray(0, Math.floor(whole.length / 2)));
  });

  test('fails a step with the code that was asked for, or all of a kind', async () => {
    const folder = folderWithStore();
    const full = { DISK_UNDER: folder, DISK_FAULT: 'ENOSPC', DISK_KIND: 'write', DISK_ONWARD: '1' };
    const failed = await backUp(folder, full);
    expect(failed).toMatchObject({ exitCode: 1, stdout: '' });
    expect(failed.stderr).toContain('The disk is full.');
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });

  test('cuts the writes of a journal short, and the program writes the rest', async () => {
    const folder = folderWithStore();
    const server = Program.start(['server', '--port', '0'], {
      env: {
        BEO_DATA: join(folder, 'store'),
        NODE_OPTIONS: faultyDisk,
        DISK_UNDER: folder,
        DISK_FAULT: 'short',
        DISK_ONWARD: '1',
      },
    });
    await server.until(/^beo listening on /);
    const { exitCode } = await Program.run(
      ['checkin', '--concern', '3.2', '--fact', 'beratungsbedarf', '--identity-checked'],
      { env: { BEO_DATA: join(folder, 'store') } },
    );
    expect(exitCode).toBe(0);
    await server.stop();
    expect(await verifyStore(join(folder, 'store'))).toMatchObject({ entries: 2, findings: [] });
  });

  test('is none in another folder, nor where no folder is named', async () => {
    const folder = folderWithStore();
    mkdirSync(join(folder, 'other'));
    const other = { DISK_UNDER: join(folder, 'other'), DISK_FAULT: 'kill' };
    expect(await backUp(folder, other)).toMatchObject({ exitCode: 0 });
    expect(await backUp(folder, { DISK_FAULT: 'kill' })).toMatchObject({ exitCode: 0 });
  });
});
