import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { MovableClock } from '../testing/movableClock.js';
import { exampleSite, queued, startedServer, Station, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { backUp } from './backup.js';
import { formerSettingsFile, OlderStore, readStoreVersion } from './migrateStore.js';
import { restore } from './restore.js';
import { startServer } from './server.js';
import { NewerStore, readSettings, settingsFile } from './store.js';
import { verifyStore } from './verify.js';

// There is no older version yet, so these tests run what a program two versions on will be.
vi.mock('./migrations.js', async (original) => {
  const { twoVersionsOn } = await import('../testing/migratedSettings.js');
  return twoVersionsOn(await original());
});

const sites = () => {
  const { name, ...others } = exampleSite();
  return { herford: { ...others, title: name } };
};

/** A store as version 1 left it. */
function olderStore(store = temporaryFolder()): string {
  writeSettings(store, sites());
  return store;
}

const textOf = (file: string): string => readFileSync(file, 'utf8');

test('a server brings an older store to its own version, all steps at once, and keeps the old settings beside', async () => {
  const store = olderStore();
  const before = textOf(settingsFile(store));
  const server = await startedServer({ store });
  expect(await readStoreVersion(store)).toBe(3);
  const kept = formerSettingsFile(store, 1);
  expect(textOf(kept)).toBe(before);
  expect(statSync(kept).mode & 0o077).toBe(0);
  expect(server.logged).toContainEqual({ event: 'storeMigrated', fields: { from: 1, to: 3, kept } });
  const reception = await Station.join(server, 'reception', 'E1');
  expect(reception.connection.view.site?.name).toBe(exampleSite().name);
  await reception.ask(queued());
  await server.stop();
  expect(await verifyStore(store)).toMatchObject({ version: 3, findings: [] });
  expect((await startedServer({ store })).logged.map(({ event }) => event)).not.toContain('storeMigrated');
});

test('an older store is read without a change by whoever does not serve', async () => {
  const store = olderStore();
  const before = textOf(settingsFile(store));
  expect(await readSettings(store)).toMatchObject({
    version: 3,
    sites: { herford: { name: exampleSite().name } },
  });
  expect(await verifyStore(store)).toMatchObject({ version: 1, findings: [] });
  expect(textOf(settingsFile(store))).toBe(before);
});

test('a server that may not migrate refuses an older store and changes nothing', async () => {
  const store = olderStore();
  const before = textOf(settingsFile(store));
  const start = startServer({
    store,
    clock: new MovableClock('2015-06-08T08:00:00+02:00'),
    log: () => undefined,
    port: 0,
    migrate: false,
  });
  await expect(start).rejects.toThrow(OlderStore);
  expect(textOf(settingsFile(store))).toBe(before);
  expect(existsSync(formerSettingsFile(store, 1))).toBe(false);
});

test('a store of a newer version is refused, by name', async () => {
  const store = temporaryFolder();
  writeFileSync(settingsFile(store), JSON.stringify({ version: 4, sites: sites() }), { mode: 0o600 });
  await expect(readSettings(store)).rejects.toThrow(NewerStore);
  await expect(startedServer({ store })).rejects.toThrow(settingsFile(store));
  expect(await verifyStore(store)).toMatchObject({ version: 4, findings: [{ problem: 'newerVersion' }] });
});

test('settings that no version has are told as wrong, and nothing is written', async () => {
  for (const version of [0, 1.5, '1', null]) {
    const store = temporaryFolder();
    writeFileSync(settingsFile(store), JSON.stringify({ version, sites: sites() }));
    await expect(startedServer({ store })).rejects.toMatchObject({ name: 'BadSettings' });
    expect(existsSync(formerSettingsFile(store, 1))).toBe(false);
  }
});

test('older settings that would be wrong today too stop the start as they are', async () => {
  const store = temporaryFolder();
  writeSettings(store, { herford: { ...sites().herford, title: '' } });
  await expect(startedServer({ store })).rejects.toMatchObject({
    name: 'BadSettings',
    problems: [{ path: 'sites.herford.name' }],
  });
  expect(await readStoreVersion(store)).toBe(1);
});

test('a start that was killed on its way is made good by the next', async () => {
  const store = olderStore();
  const before = textOf(settingsFile(store));
  // Killed before the copy was whole, and before the new settings were.
  writeFileSync(join(store, '.settings.v1.json.new'), before.slice(0, 40), { mode: 0o600 });
  writeFileSync(formerSettingsFile(store, 1), before, { mode: 0o600 });
  writeFileSync(join(store, '.settings.json.new'), '{"version":3', { mode: 0o600 });
  await (await startedServer({ store })).stop();
  expect(await verifyStore(store)).toMatchObject({ version: 3, findings: [] });
  expect(textOf(formerSettingsFile(store, 1))).toBe(before);
  expect(existsSync(join(store, '.settings.v1.json.new'))).toBe(false);
});

test('a backup of an older version comes back, and the next start brings it along', async () => {
  const store = olderStore();
  const now = Date.parse('2015-06-08T12:00:00Z');
  const { folder } = await backUp(store, temporaryFolder(), now);
  await (await startedServer({ store })).stop();
  await restore(store, folder, { replace: true, now });
  expect(await readStoreVersion(store)).toBe(1);
  await (await startedServer({ store })).stop();
  expect(await readStoreVersion(store)).toBe(3);
});
