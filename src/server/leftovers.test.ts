import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleSite, startedServer, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { archiveFolder } from './archive.js';
import { journalFolder } from './journal.js';
import { purge } from './purge.js';
import { readSettings } from './store.js';

/** A store in which programs were killed at all they do, the last time long ago. */
function littered(): { store: string; ours: string[]; others: string[] } {
  const store = join(temporaryFolder(), 'store');
  writeSettings(store, { herford: exampleSite() });
  // The settings don't know this site any more.
  const journals = journalFolder(store, 'buende');
  const figures = archiveFolder(store, 'buende');
  const staged = `${store}.restoring-a1B2c3`;
  for (const folder of [journals, figures, staged]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ours = [
    join(store, '.settings.json.new'),
    join(store, '.server.json.new'),
    join(store, '.changes.json.new'),
    join(store, '.settings.checked.json.new'),
    join(journals, '.2015-05-04.jsonl.new'),
    join(journals, '.trial.new'),
    join(figures, '.2015-05.json.new'),
    join(figures, '.2015-05.sums.json.new'),
    join(figures, '.importing.json.new'),
    join(staged, 'settings.json'),
  ];
  const others = [
    // Somebody may be making a token at this moment.
    join(store, '.access.json.new'),
    join(store, '.notes.new'),
    join(journals, '2015-05-04.jsonl.new'),
    join(dirname(store), 'store.restoring-notes'),
    join(dirname(store), 'other.restoring-a1B2c3'),
  ];
  for (const file of [...ours, ...others]) writeFileSync(file, '', { mode: 0o600 });
  return { store, ours, others };
}

test('a start deletes what killed programs left, and nothing else', async () => {
  const { store, ours, others } = littered();
  await startedServer({ store });
  expect(ours.filter((file) => existsSync(file))).toEqual([]);
  expect(others.filter((file) => existsSync(file))).toEqual(others);
  expect(readdirSync(dirname(store))).not.toContain('store.restoring-a1B2c3');
});

test('so does a purge: half a file of a day would outlive the day', async () => {
  const { store, ours, others } = littered();
  const settings = await readSettings(store);
  if (!settings) throw new Error('no settings');
  await purge(store, settings, Date.parse('2015-06-08T08:00:00+02:00'));
  expect(ours.filter((file) => existsSync(file))).toEqual([]);
  expect(others.filter((file) => existsSync(file))).toEqual(others);
});
