import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleSite, startedServer, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { announceExchange, makeExchange, planExchange, undoExchange } from './exchange.js';
import { journalFolder } from './journal.js';
import { HalfRestored, readSettings, settingsFile } from './store.js';
import { verifyStore } from './verify.js';

const now = Date.parse('2015-06-08T08:15:00+02:00');

/** A store, and beside it another content with a site more. */
function storeAndCopy(): { store: string; staged: string } {
  const store = join(temporaryFolder(), 'store');
  writeSettings(store, { herford: exampleSite() });
  mkdirSync(journalFolder(store, 'herford'), { recursive: true, mode: 0o700 });
  const staged = `${store}.staged`;
  writeSettings(staged, { herford: exampleSite({ name: 'Copy' }), buende: exampleSite() });
  for (const site of ['herford', 'buende']) {
    mkdirSync(journalFolder(staged, site), { recursive: true, mode: 0o700 });
  }
  return { store, staged };
}

const nameIn = (store: string): unknown => {
  const { sites } = JSON.parse(readFileSync(settingsFile(store), 'utf8')) as {
    sites: Record<string, { name: string }>;
  };
  return sites.herford?.name;
};

test('an exchange moves everything, and nothing tells of it afterwards but the folder set aside', async () => {
  const { store, staged } = storeAndCopy();
  const aside = await makeExchange(store, staged, await planExchange(store, now));
  expect(aside).toBe(`${store}.before-restore-2015-06-08T061500Z`);
  expect(readdirSync(store).toSorted()).toEqual(['buende', 'herford', 'settings.json']);
  expect(nameIn(store)).toBe('Copy');
  expect(nameIn(aside ?? '')).toBe('Jobcenter Herford (Beispiel)');
  await undoExchange(store);
  expect(nameIn(store)).toBe('Copy');
});

test('a store in the middle of an exchange is refused by all, and is as before once that is undone', async () => {
  const { store, staged } = storeAndCopy();
  const exchange = await planExchange(store, now);
  await announceExchange(store, exchange);
  const aside = join(dirname(store), exchange.aside);
  mkdirSync(aside);
  for (const part of ['settings.json', 'herford']) renameSync(join(store, part), join(aside, part));
  // Not the settings yet.
  for (const part of ['buende', 'herford']) renameSync(join(staged, part), join(store, part));
  await expect(readSettings(store)).rejects.toThrow(HalfRestored);
  await expect(startedServer({ store })).rejects.toThrow(HalfRestored);
  expect((await verifyStore(store)).findings).toMatchObject([{ problem: 'halfRestored' }]);
  await undoExchange(store);
  expect(readdirSync(store).toSorted()).toEqual(['herford', 'settings.json']);
  expect(nameIn(store)).toBe('Jobcenter Herford (Beispiel)');
  expect(readdirSync(dirname(store))).not.toContain(exchange.aside);
  expect((await verifyStore(store)).findings).toEqual([]);
});

test('an exchange of which something is gone is not undone: the store would look like a new one', async () => {
  const { store } = storeAndCopy();
  await announceExchange(store, await planExchange(store, now));
  rmSync(settingsFile(store));
  await expect(undoExchange(store)).rejects.toThrow(HalfRestored);
  await expect(readSettings(store)).rejects.toThrow(HalfRestored);
});
