import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { DiskImage, mountedTmpfs, whyNoMounts } from '../testing/mounts.js';
import { startedProgram } from '../testing/startedProgram.js';
import { queued, Station } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { verifyStore } from './verify.js';

vi.setConfig({ testTimeout: 60_000 });

const unable = whyNoMounts('ext4');

describe('a store that goes away under the server', () => {
  const ways: [string, (store: string) => void][] = [
    ['is deleted', (store) => rmSync(store, { recursive: true })],
    ['is moved', (store) => renameSync(store, `${store}-moved`)],
    [
      'is deleted, and there is an empty one in its place',
      (store) => {
        rmSync(store, { recursive: true });
        mkdirSync(store);
      },
    ],
  ];

  test.each(ways)('acknowledges nothing any more once it %s, and says so', async (_, lose) => {
    const store = join(temporaryFolder(), 'store');
    const server = await startedProgram(store);
    const reception = await Station.join(server, 'reception', 'E1');
    const lead = await Station.join(server, 'lead');
    await reception.ask(queued());
    await lead.until(() => lead.day.lastNumber === 1);
    lose(store);
    expect(await reception.refused(queued())).toEqual({ name: 'inDoubt' });
    const { exitCode, stderr } = await server.program.finished;
    expect({ exitCode, said: stderr.split('\n').filter((line) => line.startsWith('beo:')) }).toEqual({
      exitCode: 1,
      said: [
        `beo: ${store}/herford/journal/${lead.day.day}.jsonl ist nicht mehr da: gelöscht, verschoben oder der Datenträger fehlt. Der Server hält an; bitte das Datenverzeichnis zurückholen und neu starten.`,
      ],
    });
    expect(lead.day.lastNumber).toBe(1);
  });

  test('acknowledges nothing any more once another disk lies over it', async ({ skip }) => {
    skip(unable !== undefined, unable);
    const store = join(temporaryFolder(), 'store');
    const server = await startedProgram(store);
    const reception = await Station.join(server, 'reception', 'E1');
    await reception.ask(queued());
    mountedTmpfs(64, store);
    expect(await reception.refused(queued())).toEqual({ name: 'inDoubt' });
    expect(await server.program.finished).toMatchObject({ exitCode: 1 });
  });
});

describe('a disk that has become read-only', () => {
  test('refuses asks and shows what it has, and is good again after a restart on a mended one', async ({
    skip,
  }) => {
    skip(unable !== undefined, unable);
    const image = DiskImage.make(join(mountedTmpfs(64 * 1024), 'disk'), 'ext4');
    const store = image.mount('errors=remount-ro');
    const server = await startedProgram(store);
    const reception = await Station.join(server, 'reception', 'E1');
    const display = await Station.join(server, 'display');
    await reception.ask(queued());
    await (await Station.join(server, 'desk', '1')).ask({ type: 'call', desk: '1' });
    await reception.until(() => reception.day.seq === 3);
    const before = structuredClone(reception.day);

    // What ext4 does with itself after an error of the disk.
    image.remount('abort');
    expect(await reception.refused(queued())).toEqual({ name: 'storeUnavailable' });
    const newcomer = await Station.join(server, 'lead');
    expect(newcomer.day).toMatchObject({ seq: before.seq, lastNumber: 1 });
    expect(await newcomer.connection.figures(before.day, before.day)).toMatchObject([{ day: before.day }]);
    expect(display.connection.view.board?.calls).toMatchObject([{ number: 'E001' }]);
    expect(server.logged('storeUnavailable')).toMatchObject([
      { problem: expect.stringContaining('EROFS') as string },
    ]);
    const { exitCode, stderr } = await server.program.stop();
    expect({ exitCode, said: stderr.split('\n').filter((line) => line.startsWith('beo:')) }).toEqual({
      exitCode: 1,
      said: [
        `beo: ${store}/server.json: Der Datenträger ist schreibgeschützt. Bitte den Grund beheben und neu starten, oder einen anderen Ort nennen.`,
      ],
    });

    image.unmount();
    const mended = image.mount();
    const again = await startedProgram(mended);
    const back = await Station.join(again, 'reception', 'E1');
    expect(back.day).toMatchObject({ epoch: before.epoch, seq: before.seq, lastNumber: 1 });
    expect(await back.ask(queued())).toMatchObject({ seq: before.seq + 1 });
    await again.program.stop();
    expect((await verifyStore(mended)).findings).toEqual([]);
  });
});
