import { constants } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Low, type Adapter } from 'lowdb';

/**
 * Replaces a file's content so that a crash or a power cut leaves the old or the new, never half of either:
 * write beside it, fsync, rename, fsync of the folder. A failure leaves the old file as it was.
 */
export async function replaceFile(file: string, content: string | Buffer): Promise<void> {
  const beside = join(dirname(file), `.${basename(file)}.new`);
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(beside, { force: true });
    throw error;
  }
  await handle.close();
  await rename(beside, file);
  await syncFolder(dirname(file));
}

/** Makes the entries of a folder durable. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Makes a folder for its owner alone, with those above it, so that a power cut leaves it there. One by one: Node's own
 * way of making all of them never ends where nobody can make any, as under /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await isMade(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
  await syncFolder(dirname(folder));
}

async function isMade(folder: string): Promise<boolean> {
  try {
    await access(folder);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** lowdb over `replaceFile`: lowdb's own file adapter neither syncs nor reports a short write. */
class DurableJson<T> implements Adapter<T> {
  readonly #file: string;
  readonly #textOf: (content: T) => string;

  constructor(file: string, textOf: (content: T) => string) {
    this.#file = file;
    this.#textOf = textOf;
  }

  async read(): Promise<T | null> {
    try {
      return JSON.parse(await readFile(this.#file, 'utf8')) as T;
    } catch (error) {
      if (isMissing(error)) return null;
      if (error instanceof SyntaxError) throw new UnreadableFile(this.#file, error.message);
      throw error;
    }
  }

  async write(content: T): Promise<void> {
    await replaceFile(this.#file, this.#textOf(content));
  }
}

const indented = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;

/**
 * Opens a lowdb file; content that is not there yet starts as `initial` and is written with the first update, as the
 * JSON that `textOf` makes of it.
 */
export async function openLow<T>(
  file: string,
  initial: T,
  textOf: (content: T) => string = indented,
): Promise<Low<T>> {
  const low = new Low<T>(new DurableJson<T>(file, textOf), initial);
  await low.read();
  return low;
}

/** Whether a write failed because the disk takes nothing: it is full, or can only be read. That may change again. */
export const isUnwritable = (error: unknown): boolean => hasCode(error, 'ENOSPC', 'EDQUOT', 'EROFS');

/** More than what is stored at once takes. */
const someRoom = Buffer.alloc(64 * 1024);

/** Where a folder's disk is tried. A program that is killed at it leaves it behind. */
export const trialName = '.trial.new';

/** Whether a folder's disk takes something of some size just now; leaves nothing behind. Never rejects. */
export async function takesMore(folder: string): Promise<boolean> {
  const trial = join(folder, trialName);
  try {
    const handle = await open(trial, 'w', 0o600);
    try {
      await handle.writeFile(someRoom);
      await handle.datasync();
    } finally {
      await handle.close();
      await rm(trial, { force: true });
    }
    return true;
  } catch {
    return false;
  }
}

export const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT');

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** A file of the store that can't be read as what it should be. */
export class UnreadableFile extends Error {
  readonly file: string;
  readonly problem: string;

  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.name = 'UnreadableFile';
    this.file = file;
    this.problem = problem;
  }
}
