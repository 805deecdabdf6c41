import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, replaceFile, syncFolder, UnreadableFile } from './durableFile.js';

/*
 * An import touches several months, each a file of its own. While this file stands among them, the days it names are
 * taken for not there, so that all of them come into being in the one step that removes it. What a killed import left
 * stays unseen until it is taken back.
 */

/** What stands in it. */
export interface ImportMark {
  readonly version: 1;
  readonly days: readonly string[];
}

export const markFile = (archive: string): string => join(archive, 'importing.json');

/** The days that are being imported, or whose import was cut short; mostly none. */
export async function markedDays(archive: string): Promise<ReadonlySet<string>> {
  const file = markFile(archive);
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (isMissing(error)) return new Set();
    if (error instanceof SyntaxError) throw new UnreadableFile(file, error.message);
    throw error;
  }
  if (typeof content !== 'object' || content === null || !('days' in content) || !Array.isArray(content.days))
    throw new UnreadableFile(file, 'names no days');
  return new Set(content.days.map(String));
}

export function setMark(archive: string, days: readonly string[]): Promise<void> {
  const mark: ImportMark = { version: 1, days };
  return replaceFile(markFile(archive), `${JSON.stringify(mark)}\n`);
}

export async function liftMark(archive: string): Promise<void> {
  await rm(markFile(archive), { force: true });
  await syncFolder(archive);
}
