import {
  closeSync,
  constants,
  fdatasync,
  fstatSync,
  ftruncateSync,
  openSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import type { Entry } from '../queue/events.js';
import { isMissing, makeFolder, replaceFile, syncFolder } from './durableFile.js';
import { readLine, writeLine, type LineProblem } from './journalLine.js';

const flushToDisk = promisify(fdatasync);

/**
 * The facts of one site-day, append-only. One batch is one write and one fdatasync.
 * `append` resolves when all its entries are on disk; it rejects with `StoreUnavailable` (none of them is, and there
 * may be room later) or `StoreInDoubt` (nobody can say, now and ever after; the process must stop and recover).
 * One append at a time, and none after `close`, which may be called twice.
 * What every implementation keeps to is written down as tests in `testing/journalContract.ts`.
 */
export interface Journal {
  append(entries: readonly Entry[]): Promise<void>;
  close(): void;
}

/** What a journal file held when it was opened. */
export interface Recovered {
  readonly journal: Journal;
  readonly entries: readonly Entry[];
  /** Bytes of a torn last line that were cut off. */
  readonly cut: number;
}

/** Nothing was stored; there may be room again later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** A flush failed: what is on disk is unknown until the journal is read again. */
export class StoreInDoubt extends Error {
  override readonly name: string = 'StoreInDoubt';
}

/** The journal is no longer where the next start will look for it: deleted, moved away, or under another disk. */
export class StoreLost extends StoreInDoubt {
  override readonly name = 'StoreLost';
}

/** A line in the middle of a journal that can't be trusted. The file needs a person. */
export class DamagedJournal extends Error {
  override readonly name = 'DamagedJournal';
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly problem: LineProblem;

  constructor(file: string, line: number, problem: LineProblem) {
    super(`${file}:${line}: ${problem}`);
    this.file = file;
    this.line = line;
    this.problem = problem;
  }
}

export const journalFolder = (store: string, site: string): string => join(store, site, 'journal');

export const journalFile = (store: string, site: string, day: string): string =>
  join(journalFolder(store, site), `${day}.jsonl`);

/** The days of which a journal exists, oldest first. */
export async function journalDays(store: string, site: string): Promise<string[]> {
  try {
    const files = await readdir(journalFolder(store, site));
    return files.flatMap((file) => /^(\d{4}-\d{2}-\d{2})\.jsonl$/.exec(file)?.[1] ?? []).toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Reads a journal without opening it for writing. A torn last line is left out and counted in `torn`, in bytes. */
export async function readJournal(file: string): Promise<{ entries: Entry[]; torn: number }> {
  return readEntries(file, await contentOf(file));
}

/** Opens a journal for writing: cuts a torn tail, checks every line, and makes what is left durable. */
export async function openJournal(file: string): Promise<Recovered> {
  await makeFolder(dirname(file));
  const content = await contentOf(file);
  const { entries, torn } = readEntries(file, content);
  const whole = content.subarray(0, content.length - torn);
  await storeAgain(file, whole);
  const fd = openSync(file, constants.O_WRONLY | constants.O_APPEND);
  return { journal: new FileJournal(file, fd, whole.length), entries, cut: torn };
}

/**
 * Makes what was read of a file durable. After a flush that failed the page cache shows what is not on disk and takes it
 * for stored: another flush would do nothing, and on ext4 not even writing the same bytes over themselves helps, as the
 * blocks still count as never written. Only a new file tells the truth.
 */
async function storeAgain(file: string, content: Buffer): Promise<void> {
  if (content.length > 0) {
    await replaceFile(file, content);
    return;
  }
  const fd = openSync(file, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600);
  try {
    await flushToDisk(fd);
  } finally {
    closeSync(fd);
  }
  await syncFolder(dirname(file));
}

class FileJournal implements Journal {
  readonly #file: string;
  readonly #fd: number;
  /** Which file it is, whatever its name. */
  readonly #opened: Pick<Stats, 'dev' | 'ino'>;
  #size: number;
  #failed: StoreInDoubt | undefined;
  #closed = false;

  constructor(file: string, fd: number, size: number) {
    this.#file = file;
    this.#fd = fd;
    this.#opened = fstatSync(fd);
    this.#size = size;
  }

  async append(entries: readonly Entry[]): Promise<void> {
    if (this.#failed) throw this.#failed;
    const bytes = Buffer.from(entries.map(writeLine).join(''), 'utf8');
    this.#refuseStranger(fstatSync(this.#fd).size, this.#size);
    this.#write(bytes);
    try {
      await flushToDisk(this.#fd);
    } catch (error) {
      // The page cache would show the lines although they may not be on disk: never retried, never read back.
      this.#failed = new StoreInDoubt(messageOf(error), { cause: error });
      throw this.#failed;
    }
    this.#refuseLoss(this.#size + bytes.length);
    this.#size += bytes.length;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    // The system gives the number to the next file: nothing may be written to it, or closed by it, any more.
    this.#failed ??= new StoreInDoubt('the journal is closed');
    closeSync(this.#fd);
  }

  /** All bytes or none: a short write is cut back to the last good offset. */
  #write(bytes: Buffer): void {
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(this.#fd, bytes, done, bytes.length - done);
    } catch (error) {
      this.#cutBack();
      throw new StoreUnavailable(messageOf(error), { cause: error });
    }
  }

  #cutBack(): void {
    try {
      // A disk that has become read-only took nothing, and would not let itself be cut either.
      if (fstatSync(this.#fd).size !== this.#size) ftruncateSync(this.#fd, this.#size);
    } catch (error) {
      this.#failed = new StoreInDoubt(messageOf(error), { cause: error });
      throw this.#failed;
    }
  }

  /** A size that is not ours means a second writer got past the lock. */
  #refuseStranger(size: number, expected: number): void {
    if (size === expected) return;
    this.#failed = new StoreInDoubt(
      `the journal has ${size} bytes instead of ${expected}: another program writes to it`,
    );
    throw this.#failed;
  }

  /** What was flushed must be what the next start finds under the journal's name, or it is not kept. */
  #refuseLoss(expected: number): void {
    const found = statSync(this.#file, { throwIfNoEntry: false });
    if (found?.ino === this.#opened.ino && found.dev === this.#opened.dev) {
      this.#refuseStranger(found.size, expected);
      return;
    }
    this.#failed = new StoreLost(this.#file);
    throw this.#failed;
  }
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return Buffer.alloc(0);
    throw error;
  }
}

function readEntries(file: string, content: Buffer): { entries: Entry[]; torn: number } {
  const entries: Entry[] = [];
  const text = content.toString('utf8');
  let start = 0;
  for (let line = 1; start < text.length; line += 1) {
    const end = text.indexOf('\n', start);
    const read = end < 0 ? undefined : readLine(text.slice(start, end));
    if (read === undefined || 'problem' in read) {
      // What stands before was written as it should be, so its bytes can be counted again.
      const tail = content.subarray(Buffer.byteLength(text.slice(0, start)));
      if (read === undefined || isTornTail(tail)) return { entries, torn: tail.length };
      throw new DamagedJournal(file, line, read.problem);
    }
    if (read.entry.seq !== entries.length + 1) throw new DamagedJournal(file, line, 'badSequence');
    if (line === 1 && isOfAnotherDay(file, read.entry)) throw new DamagedJournal(file, line, 'otherDay');
    entries.push(read.entry);
    start = end + 1;
  }
  return { entries, torn: 0 };
}

/**
 * Whether a file tells of another day or site than its name does, as a copied or renamed one. A server would go on with
 * that day as if it were its own, and give its numbers a second time.
 */
function isOfAnotherDay(file: string, { events: [opened] }: Entry): boolean {
  return opened?.type === 'DayOpened' && !file.endsWith(journalFile(sep, opened.site, opened.day));
}

/**
 * After a power cut the tail may hold blocks of zeros that were never written. A last line that is whole and yet wrong
 * was acknowledged and has changed since.
 */
function isTornTail(tail: Buffer): boolean {
  const end = tail.indexOf(0x0a);
  return tail.subarray(0, end).includes(0) && tail.subarray(end + 1).every((byte) => byte === 0);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
