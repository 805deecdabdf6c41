import { randomUUID } from 'node:crypto';
import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { Entry } from '../queue/events.js';
import { cleanUp } from '../testing/cleanUp.js';
import { failingFlush } from '../testing/flushFaults.js';
import { DiskImage, mountedTmpfs, whyNoMounts } from '../testing/mounts.js';
import { afterCut } from '../testing/powerCut.js';
import { RawStation } from '../testing/rawStation.js';
import { startedProgram } from '../testing/startedProgram.js';
import { queued, Station } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { journalDays, journalFile, readJournal } from './journal.js';
import { verifyStore } from './verify.js';

vi.setConfig({ testTimeout: 60_000 });

const site = 'herford';

async function journalOf(store: string): Promise<string> {
  const [day = ''] = await journalDays(store, site);
  return journalFile(store, site, day);
}

/** What a disk may have of the batch whose flush failed: all, nothing, or a part of a line. */
type Fallen = 'all' | 'nothing' | 'a part';

/** Leaves of a journal its first acknowledged lines, and of the rest what the disk has. */
async function fall(store: string, acknowledged: number, fallen: Fallen): Promise<void> {
  if (fallen === 'all') return;
  const file = await journalOf(store);
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, acknowledged);
  const kept = Buffer.byteLength(lines.map((line) => `${line}\n`).join(''));
  truncateSync(file, fallen === 'nothing' ? kept : kept + 100);
}

const sentence =
  'beo: Der Datenträger meldet einen Fehler (%: injected, fdatasync). Der Server hält an, damit nichts verloren geht; bitte neu starten.';

const faults: [Fallen, 'EIO' | 'ENOSPC'][] = [
  ['all', 'EIO'],
  ['nothing', 'EIO'],
  ['a part', 'EIO'],
  ['all', 'ENOSPC'],
  ['nothing', 'ENOSPC'],
];

describe('when a flush fails', () => {
  test.each(faults)(
    'the asks are in doubt, the server ends at once, and the same ids are executed once: the disk has %s (%s)',
    async (fallen, code) => {
      const store = temporaryFolder();
      const disk = failingFlush(3, code);
      const server = await startedProgram(store, { env: disk.env });
      const reception = await RawStation.join(server, { role: 'reception', place: 'E1' });
      const lead = await Station.join(server, 'lead');
      const { day } = lead.day;
      expect(await reception.ask(day, queued())).toMatchObject({ ok: true });
      await lead.until(() => lead.day.lastNumber === 1);

      const asks = [randomUUID(), randomUUID(), randomUUID()];
      const answers = await Promise.all(asks.map((ask) => reception.ask(day, queued(), ask)));
      expect(answers).toMatchObject(asks.map(() => ({ ok: false, rejection: { name: 'inDoubt' } })));
      const { exitCode, stderr } = await server.program.finished;
      expect({ exitCode, said: stderr.split('\n').filter((line) => line.startsWith('beo:')) }).toEqual({
        exitCode: 1,
        said: [sentence.replace('%', code)],
      });
      expect(server.logged('storeInDoubt')).toHaveLength(1);
      // Never a second one on that file: it would succeed and mean nothing.
      expect(disk.flushes()).toEqual([false, false, true].map((fails) => ({ file: `${day}.jsonl`, fails })));
      expect(lead.day.lastNumber).toBe(1);

      await fall(store, 2, fallen);
      const again = await startedProgram(store);
      const back = await RawStation.join(again, { role: 'reception', place: 'E1' });
      const settled = [];
      for (const ask of [...asks, ...asks]) settled.push(await back.ask(day, queued(), ask));
      expect(settled).toMatchObject([...asks, ...asks].map((ask) => ({ ok: true, entry: { ask } })));
      await again.program.stop();
      const { entries } = await readJournal(await journalOf(store));
      expect(entries.slice(2).map(({ ask }) => ask)).toEqual(asks);
      expect((await verifyStore(store)).findings).toEqual([]);
    },
  );

  test.each(['all', 'nothing'] as const)(
    'a station settles the doubt by itself once the server is back: the disk has %s',
    async (fallen) => {
      const store = temporaryFolder();
      const server = await startedProgram(store, { env: failingFlush(3).env });
      const connection = new Connection({
        url: server.url,
        hello: { role: 'reception', place: 'E1', claim: 'ask' },
        reconnect: true,
      });
      cleanUp(() => connection.close());
      await joined(connection);
      expect(await connection.ask(queued())).toMatchObject({ ok: true });
      const reply = connection.ask(queued());
      expect(await server.program.finished).toMatchObject({ exitCode: 1 });
      await fall(store, 2, fallen);
      const again = await startedProgram(store, { port: new URL(server.url).port });
      expect(await reply).toMatchObject({ ok: true, entry: { seq: 3 } });
      expect(connection.view).toMatchObject({ phase: 'joined', asking: [], day: { lastNumber: 2 } });
      await again.program.stop();
      expect((await readJournal(await journalOf(store))).entries).toHaveLength(3);
    },
  );

  test('a command that asks once says that nobody knows', async () => {
    const server = await startedProgram(temporaryFolder(), { env: failingFlush(2).env });
    const reception = await Station.join(server, 'reception', 'E1');
    expect(await reception.refused(queued())).toEqual({ name: 'inDoubt' });
  });

  test('at the start, the server does not start', async () => {
    const store = temporaryFolder();
    const disk = failingFlush(1);
    await expect(startedProgram(store, { env: disk.env })).rejects.toThrow(
      'beo: Das Betriebssystem meldet: EIO: injected, fdatasync.',
    );
    expect(disk.flushes()).toMatchObject([{ fails: true }]);
    await (await startedProgram(store)).program.stop();
  });

  test('on a real disk, what the same ids settle afterwards outlives a power cut', async ({ skip }) => {
    const unable = whyNoMounts('ext4');
    skip(unable !== undefined, unable);
    const disks = mountedTmpfs(64 * 1024);
    const disk = DiskImage.makeFailing(join(disks, 'disk'));
    const store = disk.mount();
    const server = await startedProgram(store);
    const reception = await RawStation.join(server, { role: 'reception', place: 'E1' });
    const day = (await Station.join(server, 'lead')).day.day;
    const filler = disk.fail();
    const acknowledged: Entry[] = [];
    let doubtful: string | undefined;
    while (doubtful === undefined) {
      const ask = randomUUID();
      const answer = await reception.ask(day, queued(), ask);
      if (answer?.ok) acknowledged.push(answer.entry);
      else doubtful = ask;
    }
    expect(await server.program.finished).toMatchObject({ exitCode: 1 });

    // The page cache now shows a line that the disk does not have.
    filler.free();
    const again = await startedProgram(store);
    const back = await RawStation.join(again, { role: 'reception', place: 'E1' });
    const settled = await back.ask(day, queued(), doubtful);
    if (settled?.ok) acknowledged.push(settled.entry);
    const cut = disk.copy(join(disks, 'cut'));
    await again.program.kill();
    disk.unmount();
    expect(settled).toMatchObject({ ok: true });
    expect(await afterCut(cut, acknowledged)).toMatchObject({ lost: [], doubled: [], findings: [] });
  });
});
