import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { dailyFigures } from '../statistics/dailyFigures.js';
import { archiveDay } from '../server/archive.js';
import { journalFile, openJournal } from '../server/journal.js';
import { officeDay } from '../testing/officeDay.js';
import { Program } from '../testing/program.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 60_000 });

const beo = (store: string, ...args: readonly string[]) => Program.run(args, { env: { BEO_DATA: store } });

async function json(store: string, ...args: readonly string[]): Promise<Record<string, unknown>> {
  const { stdout } = await beo(store, ...args, '--json');
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** A store with one closed day of long ago, closed, archived, and with its rows. */
async function oldStore(): Promise<string> {
  const store = join(temporaryFolder(), 'store');
  writeSettings(store, {
    herford: { ...exampleSite(), retention: { figuresMonths: 240 } },
  });
  const office = officeDay();
  const { journal } = await openJournal(journalFile(store, 'herford', '2015-06-08'));
  await journal.append(office.entries);
  journal.close();
  const figures = dailyFigures(office.day, { zone: 'Europe/Berlin', halfDayAt: '12:00' });
  await archiveDay(store, 'herford', { ...figures, closed: true });
  return store;
}

async function serverOn(store: string): Promise<Program> {
  const server = Program.start(['server', '--port', '0'], { env: { BEO_DATA: store } });
  await server.until(/^beo listening on (ws:\S+)$/);
  return server;
}

const booking = ['checkin', '--concern', '3.2', '--fact', 'beratungsbedarf', '--identity-checked'];

test('purge deletes the rows that are old enough, and leaves the reports as they are', async () => {
  const store = await oldStore();
  const report = ['report', '--month', '2015-06', '--format', 'json'];
  const before = (await beo(store, ...report)).stdout;
  expect(await json(store, 'purge')).toEqual({
    store,
    sites: [{ site: 'herford', days: ['2015-06-08'], months: [] }],
  });
  expect((await beo(store, ...report)).stdout).toBe(before);
  expect(await beo(store, 'purge', '--lang', 'en')).toMatchObject({
    exitCode: 0,
    stdout: 'herford: single entries deleted: 0 days; daily figures deleted: 0 months\n',
  });
});

test('purge is left to the server where one runs, and finds nothing where there is no store', async () => {
  const store = await oldStore();
  await serverOn(store);
  const refused = await beo(store, 'purge', '--lang', 'en');
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toContain(`A server works with ${store} already (ws://127.0.0.1:`);
  expect(await json(store, 'restore', temporaryFolder(), '--replace')).toMatchObject({
    error: { name: 'badBackup' },
  });
  const nowhere = join(store, 'nowhere');
  expect(await json(nowhere, 'purge')).toMatchObject({ error: { name: 'noStore' } });
  expect(readdirSync(store)).not.toContain('nowhere');
});

test('what was backed up under a running server can be restored, over newer things only when told', async () => {
  const store = join(temporaryFolder(), 'store');
  const backups = temporaryFolder();
  const server = await serverOn(store);
  await beo(store, ...booking);
  const made = await json(store, 'backup', backups);
  expect(made).toMatchObject({ store, ok: true, sites: 1, days: 1, findings: [] });
  const [name = ''] = readdirSync(backups);
  const backup = join(backups, name);
  expect(made.folder).toBe(backup);
  await beo(store, ...booking);
  expect(await json(store, 'restore', backup)).toMatchObject({ error: { name: 'storeInUse' } });
  await server.stop();

  expect(await json(store, 'restore', backup)).toMatchObject({ error: { name: 'storeHoldsMore' } });
  expect(await json(store, 'stats')).toMatchObject({ waiting: 2 });
  const restored = await beo(store, 'restore', backup, '--replace', '--lang', 'en');
  expect(restored.exitCode).toBe(0);
  expect(restored.stdout).toMatch(
    /^\S+ is restored: sites: 1, journals: 1, months of daily figures: 0\nWhat .* now in \S+\.before-restore-/,
  );
  expect(await json(store, 'stats')).toMatchObject({ waiting: 1 });
  expect(await json(store, 'verify')).toMatchObject({ ok: true });
  await serverOn(store);
  expect(await json(store, ...booking)).toMatchObject({ number: 'E002' });
});

test('a backup has a place of its own, outside of the store', async () => {
  const store = await oldStore();
  expect(await json(store, 'backup', join(store, 'backups'))).toMatchObject({
    error: { name: 'backupInStore' },
  });
  mkdirSync(join(store, '..', 'empty'));
  expect(await json(join(store, '..', 'empty'), 'backup', temporaryFolder())).toMatchObject({
    error: { name: 'noStore' },
  });
  expect(await beo(store, 'backup')).toMatchObject({ exitCode: 2 });
});

test('a store that a killed restore left in the middle is refused until it is restored again', async () => {
  const store = join(temporaryFolder(), 'store');
  const backups = temporaryFolder();
  const server = await serverOn(store);
  await beo(store, ...booking);
  await server.stop();
  await json(store, 'backup', backups);
  const backup = join(backups, readdirSync(backups)[0] ?? '');
  const killed = await Program.run(['restore', backup], {
    env: {
      BEO_DATA: store,
      NODE_OPTIONS: `--import=${new URL('../testing/faultyDisk.js', import.meta.url).href}`,
      DISK_UNDER: store,
      DISK_FAULT: 'kill',
      DISK_KIND: 'rename',
      // After the note itself and the settings.
      DISK_AT: '3',
    },
  });
  expect(killed.signal).toBe('SIGKILL');
  const sentence = `Restoring a backup to ${store} was cut short, or is still under way. Please run beo restore again`;
  for (const command of [['server'], ['purge'], ['settings', 'show'], ['backup', backups]]) {
    const refused = await beo(store, ...command, '--lang', 'en');
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain(sentence);
  }
  expect(await json(store, 'verify')).toMatchObject({ findings: [{ problem: 'halfRestored' }] });
  expect(await json(store, 'restore', backup)).toMatchObject({ ok: true });
  expect(await json(store, 'verify')).toMatchObject({ ok: true, entries: 2 });
});
