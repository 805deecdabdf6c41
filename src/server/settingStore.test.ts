import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { planChange } from './settingChange.js';
import { changesFile, purgeChanges, readChanges, storeChange, type RecordedChange } from './settingStore.js';
import { readSettings, readSettingsFile } from './store.js';
import { verifyStore } from './verify.js';

function newStore(retention: object = {}): string {
  const store = join(temporaryFolder(), 'store');
  writeSettings(store, { herford: { ...exampleSite(), retention }, buende: exampleSite() });
  return store;
}

async function change(store: string, path: string, value: unknown, time = '2015-06-08T08:00:00Z') {
  const file = await readSettingsFile(store);
  const planned = planChange(file?.content, path.split('.'), { value });
  if ('rejection' in planned) throw new Error(JSON.stringify(planned.rejection));
  await storeChange(store, planned, { now: Date.parse(time), by: 'machine' });
}

const settingsOf = async (store: string) => {
  const settings = await readSettings(store);
  if (!settings) throw new Error('no settings');
  return settings;
};

const paths = async (store: string) =>
  (await readChanges(store, await settingsOf(store))).map(({ path, revision }) => `${revision} ${path}`);

describe('the record of changes', () => {
  test('has every change in order', async () => {
    const store = newStore();
    await change(store, 'sites.herford.queue.letter', 'B');
    await change(store, 'sites.buende.name', 'Bünde');
    expect(await paths(store)).toEqual(['1 sites.herford.queue.letter', '2 sites.buende.name']);
    expect((await settingsOf(store)).revision).toBe(2);
  });

  test('has no change that was cut short, and the next one takes its count', async () => {
    const store = newStore();
    await change(store, 'sites.herford.queue.letter', 'B');
    const record = JSON.parse(readFileSync(changesFile(store), 'utf8')) as { changes: RecordedChange[] };
    const cut = {
      revision: 2,
      at: '2015-06-08T08:00:00.000Z',
      by: 'lead',
      path: 'sites.herford.name',
    } as const;
    writeFileSync(changesFile(store), JSON.stringify({ ...record, changes: [...record.changes, cut] }));
    expect(await paths(store)).toEqual(['1 sites.herford.queue.letter']);
    await change(store, 'sites.herford.alwaysOpen', false);
    expect(await paths(store)).toEqual(['1 sites.herford.queue.letter', '2 sites.herford.alwaysOpen']);
  });

  test('goes on where the settings were replaced by others', async () => {
    const store = newStore();
    for (const letter of ['B', 'C', 'D']) await change(store, 'sites.herford.queue.letter', letter);
    writeSettings(store, { herford: exampleSite() });
    await change(store, 'sites.herford.alwaysOpen', false);
    expect((await paths(store)).at(-1)).toBe('4 sites.herford.alwaysOpen');
    expect((await paths(store)).length).toBe(4);
  });

  test('loses what has been there for longer than the site’s settings say', async () => {
    const store = newStore({ changesMonths: 2 });
    await change(store, 'sites.herford.queue.letter', 'B', '2015-06-08T08:00:00Z');
    await change(store, 'sites.buende.queue.letter', 'B', '2015-06-08T08:00:00Z');
    await change(store, 'sites.herford.alwaysOpen', false, '2015-06-09T08:00:00Z');
    const settings = await settingsOf(store);
    expect(await purgeChanges(store, settings, Date.parse('2015-08-08T08:00:00Z'))).toBe(0);
    expect(await purgeChanges(store, settings, Date.parse('2015-08-09T08:00:00Z'))).toBe(1);
    expect(await purgeChanges(store, settings, Date.parse('2015-08-09T08:00:00Z'))).toBe(0);
    expect(await paths(store)).toEqual(['2 sites.buende.queue.letter', '3 sites.herford.alwaysOpen']);
    await change(store, 'sites.herford.queue.letter', 'C', '2015-08-09T08:00:00Z');
    expect((await paths(store)).at(-1)).toBe('4 sites.herford.queue.letter');
  });

  test('is verified with the store', async () => {
    const store = newStore();
    await change(store, 'sites.herford.queue.letter', 'B');
    expect((await verifyStore(store)).findings).toEqual([]);
    writeFileSync(changesFile(store), '{"version":1}');
    expect((await verifyStore(store)).findings).toMatchObject([
      { file: changesFile(store), problem: 'unreadable' },
    ]);
  });
});
