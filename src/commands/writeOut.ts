import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file as a whole or not at all: beside it first, then in its place. A reader, or whoever has it open, never
 * sees half of it, and a failure leaves what was there. A link stays a link; what is no file (a pipe, /dev/null) is
 * written to as it is.
 */
export async function writeOut(file: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const before = await stat(target).catch(() => undefined);
  if (before && !before.isFile()) {
    await writeFile(target, content);
    return;
  }
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.new`);
  try {
    // The owner's rights decide who may read it; a file that was there keeps its own.
    const handle = await open(beside, 'wx', before?.mode ?? 0o666);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
