import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { rollUp, rollUpVersion } from '../statistics/rolledPortion.js';
import { dayOfWaits } from '../testing/exampleReports.js';
import { MovableClock } from '../testing/movableClock.js';
import { asOfFirstVersion } from '../testing/olderArchive.js';
import { exampleSite, startedServer } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { archiveDay, archiveDays, archivedDays, archiveFolder, monthFile } from './archive.js';
import { setMark } from './importMark.js';
import { purgeSite } from './purge.js';
import { readFigures } from './readStore.js';
import { findRollUp, isRolledUp, isRolledUpRight, rollUpFile, rollUpMonths, termsOf } from './rollUp.js';
import { checkSettings, type SiteSettings } from './settings.js';
import { verifyStore } from './verify.js';

const site = 'herford';
const june = { from: '2015-06-01', to: '2015-06-30' };
const closed = (day: string, waits = [1, 2, 3, 4, 5, 6]): DailyFigures => dayOfWaits(day, waits);

function settingsWith(changes: object = {}): SiteSettings {
  const checked = checkSettings({ version: 1, sites: { [site]: exampleSite(changes) } });
  const found = 'settings' in checked ? checked.settings.sites[site] : undefined;
  if (!found) throw new Error(JSON.stringify(checked));
  return found;
}

const settings = settingsWith();
const sumsOf = (store: string, by = settings) => findRollUp(store, site, '2015-06', termsOf(by))?.();

/** A store with two days of June that are summed up. */
async function storeWithJune(): Promise<string> {
  const store = temporaryFolder();
  await archiveDays(store, site, [closed('2015-06-08'), closed('2015-06-09')]);
  expect(await rollUpMonths(store, site, settings)).toEqual(['2015-06']);
  return store;
}

test('a month is summed up once, and again when its figures change', async () => {
  const store = await storeWithJune();
  expect(sumsOf(store)?.days).toEqual(['2015-06-08', '2015-06-09']);
  expect(await rollUpMonths(store, site, settings)).toEqual([]);
  await archiveDay(store, site, closed('2015-06-10'));
  expect(sumsOf(store)).toBeUndefined();
  expect(await rollUpMonths(store, site, settings)).toEqual(['2015-06']);
  expect(sumsOf(store)?.days).toHaveLength(3);
});

test('sums fit the settings that they were made by, and no others', async () => {
  const store = await storeWithJune();
  for (const other of [
    settingsWith({ privacy: { minContacts: 6, minDesks: 3 } }),
    settingsWith({ queue: { waitTargetSeconds: 60 } }),
    settingsWith({ queue: { peakUtilisation: 0.5 } }),
    settingsWith({ zone: 'Europe/London' }),
  ]) {
    expect(sumsOf(store, other)).toBeUndefined();
  }
});

test('a report has the sums of whole months, and the days of all others', async () => {
  const store = await storeWithJune();
  await archiveDay(store, site, closed('2015-07-01'));
  const found = await readFigures(store, site, settings, {
    from: '2015-06-01',
    to: '2015-07-02',
    inMonths: { from: '2015-06-01', to: '2015-07-02' },
  });
  expect(found.rolled.map(({ month }) => month)).toEqual(['2015-06']);
  expect(found.rolled[0]?.readDays()).toEqual(await archivedDays(store, site, june.from, june.to));
  expect(found.days.map(({ day }) => day)).toEqual(['2015-07-01']);
  const cut = await readFigures(store, site, settings, {
    ...june,
    inMonths: { from: '2015-06-02', to: '2015-06-30' },
  });
  expect([cut.rolled.length, cut.days.length]).toEqual([0, 2]);
  const inDays = await readFigures(store, site, settings, june);
  expect([inDays.rolled.length, inDays.days.length]).toEqual([0, 2]);
});

test.each([
  ['cut short', (text: string) => text.slice(0, -20)],
  ['changed', (text: string) => text.replace('"n":12', '"n":13')],
  ['of another version', (text: string) => text.replace('"version":2', '"version":0')],
  ['empty', () => ''],
])('a file that is %s is taken for not there and made again', async (_, change) => {
  const store = await storeWithJune();
  const file = rollUpFile(store, site, '2015-06');
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, change(whole), { mode: 0o600 });
  expect(isRolledUp(store, site, '2015-06', termsOf(settings))).toBe(false);
  expect(await rollUpMonths(store, site, settings)).toEqual(['2015-06']);
  expect(readFileSync(file, 'utf8')).toBe(whole);
});

test('the same days make the same sums as long as the version is the same', () => {
  const sums = JSON.stringify(rollUp([closed('2015-06-08'), closed('2015-06-09')], termsOf(settings)));
  // Where this changes, sums that offices have are no longer those of the program: raise the version.
  expect([rollUpVersion, crc32(sums)]).toEqual([2, 1023509824]);
});

test('sums that are damaged or of another month by the time they are read are made of the days', async () => {
  const store = await storeWithJune();
  const file = rollUpFile(store, site, '2015-06');
  const whole = readFileSync(file, 'utf8');
  const made = rollUp([closed('2015-06-08'), closed('2015-06-09')], termsOf(settings));
  writeFileSync(file, whole.replace('"n":12', '"n":13'), { mode: 0o600 });
  expect(sumsOf(store)).toEqual(made);
  writeFileSync(file, whole, { mode: 0o600 });
  const found = findRollUp(store, site, '2015-06', termsOf(settings));
  await archiveDay(store, site, closed('2015-06-10'));
  await rollUpMonths(store, site, settings);
  expect(found?.().days).toEqual(['2015-06-08', '2015-06-09', '2015-06-10']);
});

test('a touched month is summed up again', async () => {
  const store = await storeWithJune();
  utimesSync(monthFile(store, site, '2015-06-01'), 1, 1);
  expect(sumsOf(store)).toBeUndefined();
});

test('nothing is summed up while days are being imported', async () => {
  const store = temporaryFolder();
  await archiveDay(store, site, closed('2015-06-08'));
  await setMark(archiveFolder(store, site), ['2015-06-08']);
  expect(await rollUpMonths(store, site, settings)).toEqual([]);
});

test('sums go with their month', async () => {
  const store = await storeWithJune();
  const { months } = await purgeSite(store, site, settings, Date.parse('2019-01-01T12:00:00Z'));
  expect(months).toEqual(['2015-06']);
  expect(readdirSync(archiveFolder(store, site))).toEqual([]);
});

test('the server sums up what it finds at its start, and verify knows sums that are not those of the days', async () => {
  const store = temporaryFolder();
  await archiveDay(store, site, closed('2015-06-08'));
  const clock = new MovableClock('2015-06-10T07:00:00+02:00');
  const server = await startedServer({ store, clock, sites: { [site]: exampleSite() } });
  await server.stop();
  expect(sumsOf(store)?.days).toEqual(['2015-06-08']);
  expect((await verifyStore(store)).findings).toEqual([]);
  expect(await isRolledUpRight(store, site, '2015-06', settings)).toBe(true);
  // As another program might have summed up.
  const [other, file] = [await storeWithJune(), rollUpFile(store, site, '2015-06')];
  const [head = ''] = readFileSync(file, 'utf8').split('\n');
  const [foreign = '', sums = ''] = readFileSync(rollUpFile(other, site, '2015-06'), 'utf8').split('\n');
  const checkOf = (line: string) => /"check":"\w+"/.exec(line)?.[0] ?? '';
  writeFileSync(file, `${head.replace(checkOf(head), checkOf(foreign))}\n${sums}\n`);
  expect((await verifyStore(store)).findings).toEqual([{ file, problem: 'sumsDiffer' }]);
});

test('a month with days of the first version reads as figures of today, and so do its sums', async () => {
  const store = await storeWithJune();
  const [days, sums, file] = [
    await archivedDays(store, site, june.from, june.to),
    sumsOf(store),
    monthFile(store, site, '2015-06-01'),
  ];
  const older = Object.fromEntries(days.map((figures) => [figures.day, asOfFirstVersion(figures)]));
  writeFileSync(file, JSON.stringify({ version: 1, days: older }), { mode: 0o600 });
  expect(readFileSync(file, 'utf8')).toContain('"version":1,"site"');
  expect(await archivedDays(store, site, june.from, june.to)).toEqual(days);
  expect(sumsOf(store)).toBeUndefined();
  await rollUpMonths(store, site, settings);
  expect(sumsOf(store)).toEqual(sums);
  // The next change writes all of the month as today's.
  await archiveDay(store, site, closed('2015-06-10'));
  expect(readFileSync(file, 'utf8')).not.toContain('"version":1,"site"');
  expect((await archivedDays(store, site, june.from, june.to)).slice(0, 2)).toEqual(days);
});
