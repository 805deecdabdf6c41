import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import { cleanUp } from '../testing/cleanUp.js';
import { until } from '../testing/staffedServer.js';
import { MovableClock } from '../testing/movableClock.js';
import { queued, startedServer, Station } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { BackupInStore, backUp, NoStore } from './backup.js';
import { journalFile } from './journal.js';
import { StoreInUse } from './lock.js';
import { readDay } from './readStore.js';
import { BadBackup, restore, StoreHoldsMore } from './restore.js';
import { verifyStore } from './verify.js';

const now = Date.parse('2015-06-08T08:15:00+02:00');
const day = '2015-06-08';

/** A path for a store of which the folder around it can be looked at. */
const newStore = (): string => join(temporaryFolder(), 'store');

/** A server on which so many visitors were checked in. */
async function serverWith(
  visitors: number,
  store = newStore(),
  clock = new MovableClock('2015-06-08T08:00:00+02:00'),
) {
  const server = await startedServer({ store, clock });
  const reception = await Station.join(server, 'reception', 'E1');
  for (let n = 0; n < visitors; n += 1) await reception.ask(queued());
  return { ...server, stop: () => server.stop(), reception, server };
}

const visitorsIn = async (store: string): Promise<number | undefined> =>
  (await readDay(store, 'herford', day))?.lastNumber;

const journalOf = (store: string): string => journalFile(store, 'herford', day);

describe('a backup', () => {
  test('leaves alone what belongs to the disk under the store', async () => {
    const { store } = await serverWith(1);
    mkdirSync(join(store, 'lost+found', 'journal'), { recursive: true });
    const { folder } = await backUp(store, join(temporaryFolder(), 'backups'), now);
    expect(readdirSync(folder).toSorted()).toEqual(['herford', 'settings.json']);
  });

  test('is a whole store, for its owner alone, in a folder that says when it was made', async () => {
    const { store } = await serverWith(3);
    const into = join(temporaryFolder(), 'backups');
    const { folder, ...rest } = await backUp(store, into, now);
    expect(folder).toBe(join(into, 'beo-backup-2015-06-08T061500Z'));
    expect(rest).toEqual({ sites: 1, days: 1, months: 0, faults: [] });
    expect(await verifyStore(folder)).toMatchObject({ sites: 1, days: 1, entries: 4, findings: [] });
    expect(readdirSync(folder).toSorted()).toEqual(['herford', 'settings.json']);
    if (process.platform === 'win32') return;
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(journalOf(folder)).mode & 0o777).toBe(0o600);
  });

  test('of the same second does not touch the one before', async () => {
    const { store } = await serverWith(1);
    const into = temporaryFolder();
    await backUp(store, into, now);
    await backUp(store, into, now);
    expect(readdirSync(into).toSorted()).toEqual([
      'beo-backup-2015-06-08T061500Z',
      'beo-backup-2015-06-08T061500Z-2',
    ]);
  });

  test('made while visitors come in holds all that were acknowledged before it began', async () => {
    const { store, reception } = await serverWith(5);
    const into = temporaryFolder();
    const enough = new AbortController();
    const asking = (async () => {
      while (!enough.signal.aborted) await reception.ask(queued());
    })();
    for (let n = 0; n < 8; n += 1) {
      const acknowledged = reception.day.lastNumber;
      const { folder, faults } = await backUp(store, into, now);
      expect(faults).toEqual([]);
      expect((await verifyStore(folder)).findings).toEqual([]);
      expect(await visitorsIn(folder)).toBeGreaterThanOrEqual(acknowledged);
    }
    enough.abort();
    await asking;
  });

  test('made while one day ends after the other holds each of them whole, and can be gone on with', async () => {
    const clock = new MovableClock('2015-06-08T23:59:00+02:00');
    const { store, reception, server } = await serverWith(2, newStore(), clock);
    const into = temporaryFolder();
    const made: string[] = [];
    const enough = new AbortController();
    const backingUp = (async () => {
      while (!enough.signal.aborted || made.length < 4) {
        const { folder, faults } = await backUp(store, into, now);
        expect(faults).toEqual([]);
        made.push(folder);
      }
    })();
    let visitors = 2;
    for (let night = 9; night < 14; night += 1) {
      clock.set(`2015-06-${String(night).padStart(2, '0')}T08:00:00+02:00`);
      await reception.refused(queued());
      await reception.until(() => reception.day.day.endsWith(String(night).padStart(2, '0')));
      for (let n = 0; n < 3; n += 1) await reception.ask(queued());
      visitors += 3;
    }
    enough.abort();
    await backingUp;
    await server.stop();
    for (const folder of made) {
      const again = await startedServer({ store: folder, clock });
      const lead = await Station.join(again, 'lead');
      const days = await lead.connection.figures(day, lead.day.day);
      if ('rejection' in days) throw new Error(days.rejection.name);
      const counted = days.reduce((sum, { visits }) => sum + visits.reduce((all, { n }) => all + n, 0), 0);
      // Days that were over have every visitor; the one that went on has those of its moment.
      expect(days.slice(0, -1).every(({ closed }) => closed)).toBe(true);
      expect(counted).toBeGreaterThanOrEqual(2);
      expect(counted).toBeLessThanOrEqual(visitors);
      await again.stop();
      expect((await verifyStore(folder)).findings).toEqual([]);
    }
  });

  test('leaves out a line that is not whole yet', async () => {
    const { store, stop } = await serverWith(2);
    await stop();
    appendFileSync(journalOf(store), '{"seq":4,"at":"2015-');
    const { folder } = await backUp(store, temporaryFolder(), now);
    expect((await verifyStore(folder)).findings).toEqual([]);
    expect(await visitorsIn(folder)).toBe(2);
  });

  test('of a damaged store is made all the same and says what is wrong with it', async () => {
    const { store, stop } = await serverWith(3);
    await stop();
    const lines = readFileSync(journalOf(store), 'utf8').split('\n');
    writeFileSync(journalOf(store), lines.with(1, lines[1]?.replace('3.7', '3.8') ?? '').join('\n'));
    const { folder, faults } = await backUp(store, temporaryFolder(), now);
    expect(faults).toMatchObject([{ file: journalOf(folder), line: 2, problem: 'badChecksum' }]);
  });

  test('leaves alone what is not of this store, and what a running program works on', async () => {
    const { store } = await serverWith(2);
    const into = temporaryFolder();
    const others = '.beo-backup-0123456789ab-AbCdEf';
    mkdirSync(join(into, others));
    const made = await Promise.all(Array.from({ length: 4 }, (_, n) => backUp(store, into, now + n * 1000)));
    expect(made.flatMap(({ faults }) => faults)).toEqual([]);
    expect(readdirSync(into).toSorted()).toEqual([
      others,
      ...made.map(({ folder }) => basename(folder)).toSorted(),
    ]);
  });

  test('is not made in the store itself, nor of nothing', async () => {
    const { store } = await serverWith(1);
    await expect(backUp(store, join(store, 'backups'), now)).rejects.toThrow(BackupInStore);
    const link = join(temporaryFolder(), 'link');
    symlinkSync(store, link);
    await expect(backUp(store, link, now)).rejects.toThrow(BackupInStore);
    await expect(backUp(temporaryFolder(), temporaryFolder(), now)).rejects.toThrow(NoStore);
    expect(readdirSync(store).toSorted()).toEqual(['herford', 'server.json', 'settings.json']);
  });

  test.skipIf(!existsSync('/dev/full'))('that fails leaves nothing that looks like one', async () => {
    const { store, stop } = await serverWith(1);
    await stop();
    mkdirSync(join(store, 'bielefeld', 'journal'), { recursive: true });
    symlinkSync('/proc/self/mem', journalFile(store, 'bielefeld', day));
    const into = temporaryFolder();
    await expect(backUp(store, into, now)).rejects.toThrow(/EIO/);
    expect(readdirSync(into)).toEqual([]);
  });
});

describe('restoring', () => {
  test('into an empty place gives the same store', async () => {
    const { store, stop } = await serverWith(3);
    const { folder } = await backUp(store, temporaryFolder(), now);
    await stop();
    const other = newStore();
    expect(await restore(other, folder, { replace: false, now })).toEqual({
      sites: 1,
      days: 1,
      months: 0,
      faults: [],
    });
    expect(await verifyStore(other)).toMatchObject({ entries: 4, findings: [] });
    const again = await serverWith(1, other);
    expect(again.reception.day.lastNumber).toBe(4);
    expect(readdirSync(dirname(other))).toEqual(['store']);
  });

  test('over a store of which the backup has everything sets it aside', async () => {
    const { store, stop } = await serverWith(3);
    await stop();
    const { folder } = await backUp(store, temporaryFolder(), now);
    const name = `${basename(store)}.before-restore-2015-06-08T061500Z`;
    expect(await restore(store, folder, { replace: false, now })).toMatchObject({
      aside: join(dirname(store), name),
    });
    // The restored day is a stream of its own, and still the same day.
    expect(await restore(store, folder, { replace: false, now })).toMatchObject({
      aside: join(dirname(store), `${name}-2`),
    });
    expect(await visitorsIn(join(dirname(store), name))).toBe(3);
  });

  test('over a newer store only when told, and keeps what was there', async () => {
    const { store, stop, reception } = await serverWith(3);
    const { folder } = await backUp(store, temporaryFolder(), now);
    await reception.ask(queued());
    await stop();
    await expect(restore(store, folder, { replace: false, now })).rejects.toThrow(StoreHoldsMore);
    expect(await visitorsIn(store)).toBe(4);
    const { aside = '', faults } = await restore(store, folder, { replace: true, now });
    expect(faults).toEqual([]);
    expect(await visitorsIn(store)).toBe(3);
    expect(await visitorsIn(aside)).toBe(4);
    expect((await verifyStore(aside)).findings).toEqual([]);
    expect(readdirSync(dirname(store)).toSorted()).toEqual(['store', basename(aside)]);
  });

  test.each([
    ['other settings', (store: string) => appendFileSync(join(store, 'settings.json'), ' ')],
    [
      'figures of its own',
      (store: string) => {
        mkdirSync(join(store, 'herford', 'archive'), { recursive: true });
        const days = { '2015-05-04': { day: '2015-05-04' } };
        writeFileSync(
          join(store, 'herford', 'archive', '2015-05.json'),
          JSON.stringify({ version: 1, days }),
        );
      },
    ],
    ['a line that can not be read', (store: string) => appendFileSync(journalOf(store), 'x\n')],
    [
      'another site',
      (store: string) => {
        mkdirSync(join(store, 'buende', 'journal'), { recursive: true });
        writeFileSync(journalFile(store, 'buende', day), readFileSync(journalOf(store)));
      },
    ],
  ])('counts as more than the backup: %s', async (_, change) => {
    const { store, stop } = await serverWith(1);
    await stop();
    const { folder } = await backUp(store, temporaryFolder(), now);
    change(store);
    await expect(restore(store, folder, { replace: false, now })).rejects.toThrow(StoreHoldsMore);
    await restore(store, folder, { replace: true, now });
    expect((await verifyStore(store)).findings).toEqual([]);
  });

  test('is refused while a server runs on the store', async () => {
    const { store } = await serverWith(1);
    const { folder } = await backUp(store, temporaryFolder(), now);
    await expect(restore(store, folder, { replace: true, now })).rejects.toThrow(StoreInUse);
    expect(readdirSync(store).toSorted()).toEqual(['herford', 'server.json', 'settings.json']);
  });

  test('of a damaged backup, of none, or of the store itself changes nothing', async () => {
    const { store, stop } = await serverWith(2);
    await stop();
    const { folder } = await backUp(store, temporaryFolder(), now);
    const before = readdirSync(dirname(store));
    appendFileSync(journalOf(folder), 'x\n');
    const told = { replace: true, now };
    await expect(restore(store, folder, told)).rejects.toThrow(BadBackup);
    await expect(restore(store, temporaryFolder(), told)).rejects.toThrow(BadBackup);
    await expect(restore(store, join(temporaryFolder(), 'none'), told)).rejects.toThrow(BadBackup);
    await expect(restore(store, store, told)).rejects.toThrow(BadBackup);
    expect(readdirSync(dirname(store))).toEqual(before);
    expect(await visitorsIn(store)).toBe(2);
  });

  test('gives the full state to a station that knew more, however many entries there are by then', async () => {
    const clock = new MovableClock('2015-06-08T08:00:00+02:00');
    const { store, server, reception } = await serverWith(3, newStore(), clock);
    const { folder } = await backUp(store, temporaryFolder(), now);
    await reception.ask(queued('3.1'));
    await reception.ask(queued('3.1'));
    const { port } = new URL(server.url);
    const lead = new Connection({ url: server.url, hello: { role: 'lead' }, reconnect: true });
    cleanUp(() => lead.close());
    await joined(lead);
    const known = lead.view.day?.seq;
    await server.stop();
    await restore(store, folder, { replace: true, now });

    // Others work on until the day has more entries than the station knows of: the same numbers, other facts.
    const between = await serverWith(3, store, clock);
    expect(between.reception.day.seq).toBeGreaterThan(known ?? 0);
    const shown = between.reception.day;
    await between.stop();
    const { startServer } = await import('./server.js');
    const again = await startServer({ store, clock, port: Number(port), log: () => undefined });
    cleanUp(() => again.stop());
    await until(lead, () => lead.view.phase === 'joined' && lead.view.day?.epoch === shown.epoch);
    expect(lead.view.day?.tickets.E004?.concern).toBe('3.7');
    expect(lead.view.day).toEqual(shown);
  });
});
