import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Entry } from '../queue/events.js';
import { cleanUp } from '../testing/cleanUp.js';
import { journalContract } from '../testing/journalContract.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { DamagedJournal, openJournal, readJournal } from './journal.js';

const { testDisk } = await vi.hoisted(() => import('../testing/testDisk.js'));
vi.mock('node:fs', async (importOriginal) => testDisk.under(await importOriginal()));

const start = Date.parse('2015-06-08T06:00:00.123Z');

const entry = (seq: number): Entry => ({
  seq,
  at: start + seq * 1000,
  by: 'desk/1',
  ask: `ask-${seq}`,
  events: [{ type: 'DeskOpened', desk: 'Plätzchen "1"' }],
});

const entries = (count: number): Entry[] => Array.from({ length: count }, (_, i) => entry(i + 1));

async function journalOf(count: number): Promise<string> {
  const file = join(temporaryFolder(), 'herford', 'journal', '2015-06-08.jsonl');
  const { journal } = await openJournal(file);
  await journal.append(entries(count));
  journal.close();
  return file;
}

describe('the journal', () => {
  test('keeps what was appended, one ask a line', async () => {
    const file = await journalOf(3);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4);
    expect(readFileSync(file, 'utf8')).toContain('"at":"2015-06-08T06:00:01.123Z"');
    expect((await readJournal(file)).entries).toEqual(entries(3));
  });

  test('is readable for its owner only', async () => {
    const file = await journalOf(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  });

  test('loses at most the torn last line, wherever it was cut', async () => {
    const file = await journalOf(3);
    const whole = readFileSync(file);
    const secondLine = whole.indexOf(0x0a) + 1;
    const thirdLine = whole.indexOf(0x0a, secondLine) + 1;
    for (let size = thirdLine; size < whole.length; size += 1) {
      writeFileSync(file, whole);
      truncateSync(file, size);
      const { entries: read, torn } = await readJournal(file);
      expect(read).toHaveLength(2);
      expect(torn).toBe(size - thirdLine);
    }
  });

  test('goes on after a torn line as if it had never been', async () => {
    const file = await journalOf(2);
    appendFileSync(file, '{"seq":3,"at":"2015');
    const { journal, entries: recovered, cut } = await openJournal(file);
    expect(recovered).toHaveLength(2);
    expect(cut).toBe(19);
    await journal.append([entry(3)]);
    journal.close();
    expect((await readJournal(file)).entries).toEqual(entries(3));
  });

  test('is a new file after every start, for what the disk has of the old one nobody knows', async () => {
    const file = await journalOf(2);
    const before = statSync(file).ino;
    // Held open, so that its number is not given to the new one.
    const held = openSync(file, 'r');
    const { journal } = await openJournal(file);
    await journal.append([entry(3)]);
    journal.close();
    closeSync(held);
    expect(statSync(file).ino).not.toBe(before);
    expect((await readJournal(file)).entries).toEqual(entries(3));
    expect(readdirSync(dirname(file))).toEqual([basename(file)]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('takes zeros at the end for a write that never came', async () => {
    const file = await journalOf(2);
    appendFileSync(file, Buffer.alloc(512));
    expect(await readJournal(file)).toMatchObject({ torn: 512 });
  });

  test('refuses a changed byte in the middle, naming file and line', async () => {
    const file = await journalOf(3);
    const whole = readFileSync(file);
    for (let offset = 0; offset < whole.indexOf(0x0a); offset += 1) {
      const changed = Buffer.from(whole);
      changed[offset] = (changed[offset] ?? 0) ^ 1;
      writeFileSync(file, changed);
      await expect(readJournal(file)).rejects.toThrow(DamagedJournal);
      await expect(readJournal(file)).rejects.toThrow(`${file}:1`);
    }
  });

  test('refuses a changed byte in the last line too: it was acknowledged, and a torn one looks different', async () => {
    const file = await journalOf(3);
    const whole = readFileSync(file);
    for (let offset = whole.lastIndexOf(0x0a, whole.length - 2) + 1; offset < whole.length - 1; offset += 1) {
      const changed = Buffer.from(whole);
      changed[offset] = (changed[offset] ?? 0) ^ 1;
      writeFileSync(file, changed);
      await expect(readJournal(file)).rejects.toThrow(`${file}:3`);
    }
  });

  test('takes a line with blocks that were never written for a torn one', async () => {
    const file = await journalOf(2);
    const size = statSync(file).size;
    appendFileSync(file, `{"seq":3,${'\0'.repeat(60)}"crc":"00000000"}\n`);
    expect(await readJournal(file)).toMatchObject({ torn: statSync(file).size - size });
  });

  test('refuses a line that is missing', async () => {
    const file = await journalOf(3);
    const [first, , third] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${first}\n${third}\n`);
    await expect(readJournal(file)).rejects.toMatchObject({ line: 2, problem: 'badSequence' });
  });

  test('notices a second writer before anything is acknowledged', async () => {
    const file = await journalOf(1);
    const { journal } = await openJournal(file);
    appendFileSync(file, 'a stranger was here\n');
    const left = readFileSync(file, 'utf8');
    for (let n = 0; n < 2; n += 1) {
      await expect(journal.append([entry(2)])).rejects.toMatchObject({ name: 'StoreInDoubt' });
    }
    journal.close();
    expect(readFileSync(file, 'utf8')).toBe(left);
  });

  test('notices one that comes while it flushes, too', async () => {
    const file = await journalOf(1);
    const { journal } = await openJournal(file);
    testDisk.hold();
    cleanUp(() => testDisk.mend());
    const appended = journal.append([entry(2)]).catch((error: unknown) => error);
    await testDisk.written();
    appendFileSync(file, 'a stranger was here\n');
    testDisk.mend();
    expect(await appended).toMatchObject({ name: 'StoreInDoubt' });
    journal.close();
  });

  test('writes on where a write took only a part', async () => {
    cleanUp(() => testDisk.mend());
    testDisk.writeShort(7);
    expect((await readJournal(await journalOf(3))).entries).toEqual(entries(3));
  });

  test.each([1, 100, 250])('is cut back when %i bytes more fit and then no more', async (bytes) => {
    const file = await journalOf(2);
    const { journal } = await openJournal(file);
    const { size } = statSync(file);
    cleanUp(() => testDisk.mend());
    testDisk.leaveRoom(bytes);
    await expect(journal.append([entry(3), entry(4)])).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(statSync(file).size).toBe(size);
    journal.close();
  });

  test('once closed has nothing to do with whatever file the system opens in its place', async () => {
    const file = await journalOf(1);
    const { journal } = await openJournal(file);
    journal.close();
    const other = join(temporaryFolder(), 'other');
    const fd = openSync(other, 'w');
    journal.close();
    await expect(journal.append([entry(2)])).rejects.toMatchObject({ name: 'StoreInDoubt' });
    closeSync(fd);
    expect(statSync(other).size).toBe(0);
  });

  test('is not there before the first day', async () => {
    const file = join(temporaryFolder(), 'none.jsonl');
    expect(await readJournal(file)).toEqual({ entries: [], torn: 0 });
    expect(existsSync(file)).toBe(false);
  });
});

describe('the journal in a file', () => {
  journalContract(() => {
    const file = join(temporaryFolder(), '2015-06-08.jsonl');
    cleanUp(() => testDisk.mend());
    return {
      open: () => openJournal(file),
      read: async () => (await readJournal(file)).entries,
      fillDisk: () => testDisk.leaveRoom(100),
      breakDisk: () => testDisk.break(),
      mendDisk: () => testDisk.mend(),
    };
  });
});
