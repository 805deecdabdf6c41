import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { dayOfWaits } from '../testing/exampleReports.js';
import { officeDay } from '../testing/officeDay.js';
import { exampleSite, startedServer, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { archiveDay, archivedDays, archiveDays, archiveFolder } from './archive.js';
import { backUp } from './backup.js';
import * as importing from './importDays.js';
import { markFile, setMark } from './importMark.js';
import { journalFile, openJournal } from './journal.js';
import { verifyStore } from './verify.js';

const imported = ['2015-05-30', '2015-06-02', '2015-07-01'].map((day): DailyFigures => ({
  ...dayOfWaits(day, [1, 2, 3]),
  imported: true,
}));
const importDays = (store: string, some: readonly DailyFigures[]) => {
  const byDay = new Map(some.map((figures) => [figures.day, figures]));
  return importing.importDays(store, 'herford', [...byDay.keys()], (day) => byDay.get(day) ?? own);
};
const own = dayOfWaits('2015-06-01', [4, 5]);

/** A store with one day of its own, in the middle month of the imported ones. */
async function storeWithADay(): Promise<string> {
  const store = temporaryFolder();
  writeSettings(store, { herford: exampleSite() });
  await archiveDay(store, 'herford', own);
  return store;
}

const daysIn = async (store: string): Promise<string[]> =>
  (await archivedDays(store, 'herford', '0000-01-01', '9999-12-31')).map(({ day }) => day);

const bytesOf = (store: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(archiveFolder(store, 'herford')).map((name) => [
      name,
      readFileSync(join(archiveFolder(store, 'herford'), name), 'utf8'),
    ]),
  );

test('days come into the archive beside the others, once', async () => {
  const store = await storeWithADay();
  await importDays(store, imported);
  expect(await daysIn(store)).toEqual(['2015-05-30', '2015-06-01', '2015-06-02', '2015-07-01']);
  expect((await verifyStore(store)).findings).toEqual([]);
  const before = bytesOf(store);
  await expect(importDays(store, imported)).rejects.toMatchObject({
    name: 'DaysTaken',
    days: ['2015-05-30', '2015-06-02', '2015-07-01'],
  });
  expect(bytesOf(store)).toEqual(before);
});

test('a day with entries is taken, one with an empty journal is not', async () => {
  const store = await storeWithADay();
  const office = officeDay();
  const { journal } = await openJournal(journalFile(store, 'herford', '2015-06-02'));
  await expect(importDays(store, imported)).resolves.toBeUndefined();
  journal.close();

  const other = await storeWithADay();
  const { journal: filled } = await openJournal(journalFile(other, 'herford', '2015-06-02'));
  await filled.append(office.entries);
  filled.close();
  await expect(importDays(other, imported)).rejects.toMatchObject({ days: ['2015-06-02'] });
  expect(await daysIn(other)).toEqual(['2015-06-01']);
});

test.skipIf(!existsSync('/dev/full')).each(['2015-05', '2015-06', '2015-07'])(
  'a disk that is full at %s leaves the store as it was',
  async (month) => {
    const store = await storeWithADay();
    const before = bytesOf(store);
    symlinkSync('/dev/full', join(archiveFolder(store, 'herford'), `.${month}.json.new`));
    await expect(importDays(store, imported)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(bytesOf(store)).toEqual(before);
    // The failed write has taken itself back, and with it the full disk.
    await importDays(store, imported);
    expect(await daysIn(store)).toHaveLength(4);
  },
);

/** A store in which an import was killed after its second month. */
async function storeWithLeftovers(): Promise<string> {
  const store = await storeWithADay();
  const days = imported.map(({ day }) => day);
  await setMark(archiveFolder(store, 'herford'), days);
  await archiveDays(store, 'herford', imported.slice(0, 2));
  return store;
}

test('what a killed import left is not there for anybody, and named by verify', async () => {
  const store = await storeWithLeftovers();
  expect(await daysIn(store)).toEqual(['2015-06-01']);
  const file = markFile(archiveFolder(store, 'herford'));
  expect((await verifyStore(store)).findings).toEqual([{ file, problem: 'unfinishedImport', detail: '3' }]);
  const { folder, faults } = await backUp(store, temporaryFolder(), 0);
  expect(faults).toEqual([]);
  expect(await daysIn(folder)).toEqual(['2015-06-01']);
});

test('the next import removes it, whatever it brings', async () => {
  const store = await storeWithLeftovers();
  await importDays(store, [imported[2] ?? own]);
  expect(await daysIn(store)).toEqual(['2015-06-01', '2015-07-01']);
  expect(Object.keys(bytesOf(store))).toEqual(['2015-06.json', '2015-07.json']);
});

test('so does the next start of a server', async () => {
  const store = await storeWithLeftovers();
  const server = await startedServer({ store });
  expect(server.logged).toContainEqual({ event: 'importTakenBack', fields: { site: 'herford', days: 3 } });
  await server.stop();
  expect(Object.keys(bytesOf(store))).toEqual(['2015-06.json', '2015-06.sums.json']);
  expect(await daysIn(store)).toEqual(['2015-06-01']);
  expect((await verifyStore(store)).findings).toEqual([]);
});

test('a mark that nobody can read stops what would rely on it', async () => {
  const store = await storeWithADay();
  const file = markFile(archiveFolder(store, 'herford'));
  writeFileSync(file, '{}', { mode: 0o600 });
  await expect(daysIn(store)).rejects.toMatchObject({ name: 'UnreadableFile', file });
  expect((await verifyStore(store)).findings).toContainEqual(
    expect.objectContaining({ file, problem: 'unreadable' }),
  );
});
