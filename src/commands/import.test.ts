import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { archivedDays, archiveFolder } from '../server/archive.js';
import { verifyStore } from '../server/verify.js';
import type { Environment } from '../testing/childProcess.js';
import { killedAtChange } from '../testing/killer.js';
import { Program } from '../testing/program.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { Terminal } from '../testing/terminal.js';

vi.setConfig({ testTimeout: 120_000 });

const header = 'arrived_at,called_at,finished_at,ended,concern,desk';

/** Three visitors on one day of each month. */
const threeMonths = [
  header,
  ...['2025-05-30', '2025-06-02', '2025-07-01'].flatMap((day) => [
    `${day}T08:00:00,${day}T08:05:00,${day}T08:15:00,served,3.2,1`,
    `${day}T08:10:00,${day}T08:15:00,${day}T08:25:00,served,3.4,2`,
    `${day}T08:20:00,,${day}T08:50:00,left,3.2,`,
  ]),
].join('\n');

function fileOf(content: string): string {
  const file = join(temporaryFolder(), 'records.csv');
  writeFileSync(file, content);
  return file;
}

function emptyStore(settings = exampleSite()): string {
  const store = join(temporaryFolder(), 'store');
  writeSettings(store, { herford: settings });
  return store;
}

const beo = (store: string, args: readonly string[], env: Environment = {}) =>
  Program.run(args, { env: { BEO_DATA: store, ...env } });

async function json(store: string, ...args: readonly string[]): Promise<Record<string, unknown>> {
  const { stdout } = await beo(store, [...args, '--json']);
  return JSON.parse(stdout) as Record<string, unknown>;
}

const daysIn = async (store: string): Promise<string[]> =>
  (await archivedDays(store, 'herford', '0000-01-01', '9999-12-31')).map(({ day }) => day);

describe('what is imported', () => {
  test('is told in words, and can be reported', async () => {
    const store = emptyStore();
    const done = await beo(store, ['import', fileOf(threeMonths), '--lang', 'en']);
    expect(done).toMatchObject({ exitCode: 0, stderr: '' });
    expect(done.stdout).toBe(
      [
        'herford: imported 9 visits on 3 days (30 May 2025 – 1 Jul 2025): 6 served, 3 left before.',
        'Odd, and taken as it is:',
        '       3  left, without a desk (counted, in no mean)',
        '      30  days in between without any line',
        '',
      ].join('\n'),
    );
    expect(await json(store, 'report', '--day', '2025-06-02')).toMatchObject({
      importedDays: 1,
      tickets: { checkedIn: 3, served: 2, left: 1 },
    });
    // A report over months need not read days.
    expect(
      readdirSync(archiveFolder(store, 'herford')).filter((name) => name.endsWith('.sums.json')),
    ).toHaveLength(3);
  });

  test('comes into a store that is not there yet, made as a server makes it', async () => {
    const store = join(temporaryFolder(), 'new', 'store');
    const file = fileOf(threeMonths);
    expect(await json(store, 'import', file, '--dry-run')).toMatchObject({ dryRun: true, days: 3 });
    expect(existsSync(store)).toBe(false);
    expect(await json(store, 'import', file)).toMatchObject({ dryRun: false, days: 3, visits: 9 });
    expect(await json(store, 'verify')).toMatchObject({ ok: true, archivedDays: 3 });
  });

  test('is read off the clock of another zone when told, and belongs to the day of the site', async () => {
    const store = emptyStore();
    const file = fileOf(
      `${header}\n2025-06-02T00:30:00,2025-06-02T00:40:00,2025-06-02T00:50:00,served,3.2,1\n`,
    );
    expect(await json(store, 'import', file, '--zone', 'Asia/Jerusalem')).toMatchObject({
      zone: 'Asia/Jerusalem',
      from: '2025-06-01',
    });
    const report = await json(store, 'report', '--day', '2025-06-01');
    expect(report).toMatchObject({ byHour: [{ hour: 23, arrived: 1, served: 1 }] });
    expect(await json(store, 'import', file, '--zone', 'Nirgendwo')).toMatchObject({
      error: { name: 'badZone' },
    });
  });

  test('stays a secret of no setting: what the next start would delete is said', async () => {
    const store = emptyStore();
    const file = fileOf(threeMonths.replaceAll('2025-', '2015-'));
    const done = await beo(store, ['import', file, '--lang', 'en']);
    expect(done.exitCode).toBe(0);
    const [, needed = ''] =
      /deletes the daily figures of 2015-05, 2015-06, 2015-07, since the setting sites\.herford\.retention\.figuresMonths is 24\. To keep them it has to be at least (\d+)\.\n$/.exec(
        done.stderr,
      ) ?? [];
    expect(await json(store, 'purge')).toMatchObject({
      sites: [{ months: ['2015-05', '2015-06', '2015-07'] }],
    });

    const kept = (months: number) =>
      emptyStore({ ...exampleSite(), retention: { figuresMonths: months } } as never);
    const enough = kept(Number(needed));
    expect(await json(enough, 'import', file)).toMatchObject({ soonPurged: null });
    expect(await json(enough, 'purge')).toMatchObject({ sites: [{ months: [] }] });
    expect(await json(kept(Number(needed) - 1), 'import', file)).toMatchObject({
      soonPurged: { needed: Number(needed), figuresMonths: Number(needed) - 1 },
    });
  });
});

describe('nothing is imported', () => {
  test('where a line is bad: it is named with what is wrong, in both languages', async () => {
    const store = emptyStore();
    const file = fileOf(
      `${threeMonths}\n2025-07-02T08:00,2025-07-02T07:00,2025-07-02T08:10,served,3.2,1\nx,,,left,PS,`,
    );
    const german = await beo(store, ['import', file]);
    expect(german).toMatchObject({ exitCode: 1, stdout: '' });
    expect(german.stderr).toBe(
      [
        'beo: 2 Zeilen sind nicht brauchbar; nichts wurde übernommen.',
        '  Zeile 11: called_at liegt vor arrived_at',
        '  Zeile 12: Anliegen „PS“ steht nicht im Katalog (1 Zeile); --accept-concerns übernimmt es',
        '',
      ].join('\n'),
    );
    const english = await beo(store, ['import', file, '--accept-concerns', '--lang', 'en']);
    expect(english.stderr).toContain('  line 12: arrived_at: "x" is not a time like 2015-06-08T08:15:00\n');
    expect(await json(store, 'import', file)).toMatchObject({
      bad: 2,
      badLines: [
        { line: 11, problem: 'calledBeforeArrived', column: 'called_at' },
        { line: 12, problem: 'unknownConcern', value: 'PS', lines: 1 },
      ],
      error: { name: 'badRecords' },
    });
    expect(await daysIn(store)).toEqual([]);
  });

  test('where many are bad: some are named, the rest is counted', async () => {
    const many = fileOf([header, ...Array.from({ length: 50 }, () => 'x')].join('\n'));
    const { stderr } = await beo(emptyStore(), ['import', many, '--lang', 'en']);
    expect(stderr).toMatch(
      /^beo: 50 lines are of no use; .*\n( {2}line \d+: fields: 1 instead of 6\n){20} {2}and 30 more\n$/,
    );
  });

  test.each([
    ['badHeader', 'Ankunft,Ende\n'],
    ['noRecords', `${header}\n`],
    ['daysNotOver', `${header}\n2999-06-02T08:00,,2999-06-02T08:10,left,3.2,\n`],
  ])('where the file is wrong: %s', async (name, content) => {
    const store = emptyStore();
    expect(await json(store, 'import', fileOf(content))).toMatchObject({ error: { name } });
    expect(await daysIn(store)).toEqual([]);
  });

  test('where the file is not there, or the site', async () => {
    const store = emptyStore();
    expect(await json(store, 'import', join(store, 'none.csv'))).toMatchObject({ error: { name: 'noFile' } });
    expect(await json(store, 'import', store)).toMatchObject({ error: { name: 'noFile' } });
    expect(await json(store, 'import', fileOf(threeMonths), '--site', 'bünde')).toMatchObject({
      error: { name: 'unknownSite' },
    });
    expect(await beo(store, ['import'])).toMatchObject({ exitCode: 2 });
  });

  test('where a day is there already', async () => {
    const store = emptyStore();
    const file = fileOf(threeMonths);
    await beo(store, ['import', file]);
    const taken = { days: ['2025-05-30', '2025-06-02', '2025-07-01'], error: { name: 'daysTaken' } };
    expect(await json(store, 'import', file)).toMatchObject(taken);
    expect(await json(store, 'import', file, '--dry-run')).toMatchObject(taken);
    const more = fileOf(
      `${header}\n2025-06-02T18:00,,2025-06-02T18:10,left,3.2,\n2025-06-03T18:00,,2025-06-03T18:10,left,3.2,\n`,
    );
    expect(await json(store, 'import', more)).toMatchObject({ days: ['2025-06-02'] });
    expect(await daysIn(store)).toHaveLength(3);
  });

  test('while a server runs on the store; a dry run disturbs nobody', async () => {
    const store = emptyStore();
    const server = Program.start(['server', '--port', '0'], { env: { BEO_DATA: store } });
    await server.until(/^beo listening on (ws:\S+)$/);
    const file = fileOf(threeMonths);
    const refused = await beo(store, ['import', file, '--lang', 'en']);
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain(`A server works with ${store} already (ws://127.0.0.1:`);
    expect(await json(store, 'import', file, '--dry-run')).toMatchObject({ days: 3 });
    await server.stop();
    expect(await daysIn(store)).toEqual([]);
    expect(await json(store, 'import', file)).toMatchObject({ days: 3 });
  });

  test.skipIf(!existsSync('/dev/full'))('where the disk is full on the way', async () => {
    const store = emptyStore();
    const archive = archiveFolder(store, 'herford');
    mkdirSync(archive, { recursive: true, mode: 0o700 });
    symlinkSync('/dev/full', join(archive, '.2025-07.json.new'));
    const file = fileOf(threeMonths);
    const full = await beo(store, ['import', file, '--lang', 'en']);
    expect(full).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: 'beo: The disk is full. Please make room; nothing was changed.\n',
    });
    expect(readdirSync(archive)).toEqual([]);
    expect(await json(store, 'import', file)).toMatchObject({ days: 3 });
  });
});

test('killed at any step it has imported nothing or all, and can be run again', async () => {
  const file = fileOf(threeMonths);
  const seen = new Set<number>();
  for (let nth = 1; ; nth += 1) {
    const store = emptyStore();
    const env = killedAtChange(nth, archiveFolder(store, 'herford'));
    const { signal, exitCode } = await beo(store, ['import', file], env);
    const days = await daysIn(store);
    seen.add(days.length);
    expect([0, 3]).toContain(days.length);
    if (signal === null) {
      expect({ exitCode, days: days.length }).toEqual({ exitCode: 0, days: 3 });
      // A mark, three months and their sums: each opened, renamed, its folder synced; and the mark removed.
      expect(nth).toBeGreaterThan(21);
      break;
    }
    const again = await json(store, 'import', file);
    expect(again).toMatchObject(days.length === 0 ? { days: 3 } : { error: { name: 'daysTaken' } });
    expect(await verifyStore(store)).toMatchObject({ archivedDays: 3, findings: [] });
    // Sums that were half written are no import's matter any more: a start or a purge tidies up.
    await beo(store, ['purge']);
    expect(
      readdirSync(archiveFolder(store, 'herford')).filter(
        (name) => !/^\d{4}-\d{2}(\.sums)?\.json$/.test(name),
      ),
    ).toEqual([]);
  }
  expect(seen).toEqual(new Set([0, 3]));
});

describe('progress', () => {
  const lines = Array.from({ length: 3000 }, () => '2025-06-02T08:00,,2025-06-02T08:10,left,3.2,');
  const file = () => fileOf([header, ...lines].join('\n'));

  test.each<[string, readonly string[], RegExp]>([
    ['a bar', [], /[█░]{24} \d+\.000 Zeilen gelesen/],
    ['in ASCII', ['--ascii'], /[#-]{24} \d+\.000 Zeilen gelesen/],
  ])('is %s in a terminal, without colours, and gone at the end', async (_, flags, bar) => {
    const terminal = Terminal.start(['import', file(), '--dry-run', ...flags], {
      env: { BEO_DATA: emptyStore() },
    });
    expect(await terminal.exited).toMatchObject({ exitCode: 0 });
    expect(terminal.rawOutput).toMatch(bar);
    expect(terminal.rawOutput).not.toContain('\u001B[3');
    expect(terminal.text()).toContain('3.000 Vorsprachen');
    expect(terminal.text()).not.toContain('Zeilen gelesen');
  });

  test('is not told to a screen reader, and not to a program', async () => {
    const store = emptyStore();
    const args = ['import', file(), '--dry-run'];
    const terminal = Terminal.start([...args, '--screen-reader'], { env: { BEO_DATA: store } });
    expect(await terminal.exited).toMatchObject({ exitCode: 0 });
    expect(terminal.rawOutput).not.toContain('gelesen');
    expect((await beo(store, args)).stderr).not.toContain('gelesen');
  });
});

test('help tells in both languages what the command wants', async () => {
  const store = emptyStore();
  const german = await beo(store, ['import', '--help']);
  expect(german.stdout).toContain('Anderswo erfasste Tage aus einer CSV-Datei übernehmen');
  const { stdout } = await beo(store, ['import', '--help', '--lang', 'en']);
  for (const word of [
    'arrived_at',
    '--zone',
    '--accept-concerns',
    '--dry-run',
    'All of it is imported, or nothing',
  ])
    expect(stdout).toContain(word);
});
