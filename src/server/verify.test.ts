import { appendFileSync, chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { MovableClock } from '../testing/movableClock.js';
import { staffedServer } from '../testing/staffedServer.js';
import { queued, startedServer } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { monthFile } from './archive.js';
import { journalFile } from './journal.js';
import { writeLine } from './journalLine.js';
import { settingsFile } from './store.js';
import { verifyStore } from './verify.js';

const past = '2015-06-08';
const today = '2015-06-09';

/** A store with a day that is over and archived, and one that goes on. */
let sound: string;

beforeAll(async () => {
  const clock = new MovableClock(`${past}T08:00:00+02:00`);
  const { server, reception, one } = await staffedServer({ clock });
  for (let n = 0; n < 3; n += 1) await reception.ask(queued());
  clock.pass(60);
  await one.ask({ type: 'call', desk: '1' });
  clock.set(`${today}T08:00:00+02:00`);
  await reception.refused(queued());
  await one.until(() => one.day.day === today);
  await one.ask({ type: 'openDesk', desk: '1' });
  await server.stop();
  sound = server.store;
});

function copyOfStore(): string {
  const store = temporaryFolder();
  cpSync(sound, store, { recursive: true });
  for (const folder of ['', 'archive', 'journal']) chmodSync(join(store, 'herford', folder), 0o700);
  return store;
}

const journalOf = (store: string, day = past, site = 'herford'): string => journalFile(store, site, day);

function change(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

/** Copies a file of the store to where a sound store has none. */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  cpSync(from, to);
}

const withoutLine = (file: string, line: number): void =>
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .split('\n')
      .toSpliced(line - 1, 1)
      .join('\n'),
  );

test('figures of a program that counted no signals are no finding', async () => {
  const store = copyOfStore();
  const month = monthFile(store, 'herford', past);
  change(month, /,"signals":\{.*?"desks":0\}/, '');
  expect(readFileSync(month, 'utf8')).not.toMatch(/signals|deskDecisions/);
  expect((await verifyStore(store)).findings).toEqual([]);
});

test('a sound store has no findings', async () => {
  expect(await verifyStore(copyOfStore())).toEqual({
    version: 1,
    sites: 1,
    days: 2,
    entries: 8,
    archivedDays: 1,
    findings: [],
  });
});

test.each<
  [damage: string, (store: string) => void, problem: string, file: (store: string) => string, line?: number]
>([
  ['no settings', (store) => rmSync(settingsFile(store)), 'missing', settingsFile],
  [
    'settings that end early',
    (store) => change(settingsFile(store), /\}\s*$/, ''),
    'unreadable',
    settingsFile,
  ],
  [
    'a wrong setting',
    (store) => change(settingsFile(store), '"Europe/Berlin"', '"Europe/Herford"'),
    'badSettings',
    settingsFile,
  ],
  [
    'settings of a newer program',
    (store) => change(settingsFile(store), '"version": 1', '"version": 2'),
    'newerVersion',
    settingsFile,
  ],
  ['a changed line', (store) => change(journalOf(store), 'E002', 'E009'), 'badChecksum', journalOf, 3],
  [
    'a line of another program',
    (store) => change(journalOf(store), /(?<=\n).*E002.*/, 'x'),
    'notJson',
    journalOf,
    3,
  ],
  ['a missing line', (store) => withoutLine(journalOf(store), 3), 'badSequence', journalOf, 3],
  ['a first line missing', (store) => withoutLine(journalOf(store), 1), 'badSequence', journalOf, 1],
  [
    'a line that is not whole',
    (store) => appendFileSync(journalOf(store, today), '{"seq":3'),
    'tornTail',
    (store) => journalOf(store, today),
  ],
  [
    'an event of a ticket that nobody has',
    (store) =>
      appendFileSync(
        journalOf(store, today),
        writeLine({
          seq: 3,
          at: Date.parse(`${today}T08:00:00Z`),
          by: 'server',
          ask: 'x',
          events: [{ type: 'TicketLeft', number: 'E099' }],
        }),
      ),
    'cannotReplay',
    (store) => journalOf(store, today),
  ],
  [
    'the journal of another day',
    (store) => copy(journalOf(store), journalOf(store, '2015-06-07')),
    'otherDay',
    (store) => journalOf(store, '2015-06-07'),
    1,
  ],
  [
    'the journal of another site',
    (store) => copy(journalOf(store, today), journalOf(store, today, 'buende')),
    'otherDay',
    (store) => journalOf(store, today, 'buende'),
    1,
  ],
  [
    'no figures of a past day',
    (store) => rmSync(monthFile(store, 'herford', past)),
    'notArchived',
    journalOf,
  ],
  [
    'figures that end early',
    (store) => change(monthFile(store, 'herford', past), /\}\s*$/, ''),
    'unreadable',
    (store) => monthFile(store, 'herford', past),
  ],
  [
    'changed figures',
    (store) => change(monthFile(store, 'herford', past), /"n":\d+/, '"n":77'),
    'archiveDiffers',
    journalOf,
  ],
  ['a file that others can read', (store) => chmodSync(journalOf(store), 0o640), 'openToOthers', journalOf],
  [
    'a folder that others can open',
    (store) => chmodSync(join(store, 'herford'), 0o755),
    'openToOthers',
    (store) => join(store, 'herford'),
  ],
])('names %s', async (_, damage, problem, file, line) => {
  const store = copyOfStore();
  damage(store);
  expect((await verifyStore(store)).findings).toContainEqual(
    expect.objectContaining({ file: file(store), problem, ...(line === undefined ? {} : { line }) }),
  );
});

test('names a change of any one byte of a journal', async () => {
  const store = copyOfStore();
  const file = journalOf(store);
  const bytes = readFileSync(file);
  // The last line's end may be missing: then that line was never acknowledged.
  for (let at = 0; at < bytes.length; at += 7) {
    const changed = Buffer.from(bytes);
    changed[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    writeFileSync(file, changed);
    const found = (await verifyStore(store)).findings.map((finding) => finding.file);
    expect({ at, found }).toMatchObject({ at, found: expect.arrayContaining([file]) as string[] });
  }
});

test('reads the sites that the settings lack, and all of them where the settings can not be read', async () => {
  const store = copyOfStore();
  copy(journalOf(store), journalOf(store, past, 'buende'));
  change(journalOf(store, past, 'buende'), 'E002', 'E009');
  change(journalOf(store), 'E002', 'E009');
  writeFileSync(settingsFile(store), '{');
  const { sites, findings } = await verifyStore(store);
  expect(sites).toBe(2);
  expect(findings).toMatchObject([
    { problem: 'unreadable' },
    { file: journalOf(store, past, 'buende'), problem: 'otherDay' },
    { file: journalOf(store), problem: 'badChecksum', line: 3 },
  ]);
});

test.each(['2015-06-09', '2015-06-10'])(
  'a server does not go on with the journal of another day (start on %s)',
  async (day) => {
    const store = copyOfStore();
    rmSync(journalOf(store, today));
    copy(journalOf(store), journalOf(store, today));
    await expect(
      startedServer({ store, clock: new MovableClock(`${day}T09:00:00+02:00`) }),
    ).rejects.toMatchObject({
      name: 'DamagedJournal',
      file: journalOf(store, today),
      line: 1,
      problem: 'otherDay',
    });
  },
);
