import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isMissing, isUnwritable, replaceFile } from './durableFile.js';
import type { Settings } from './settings.js';

/*
 * To check the settings takes longer than to make a report of a year. So the server keeps them as they come out of the
 * check, beside the text that was checked and the name of the program that did it; where either is another one now,
 * they are checked again. The file can be deleted at any time.
 */

/** The first line of the file; the second is the settings. */
export interface CheckedHead {
  /** Which build of the program checked them. */
  readonly program: string;
  /** The text of the settings' file. */
  readonly text: string;
  /** CRC32 of the second line, eight hexadecimal digits. */
  readonly check: string;
}

/** Name of this build; empty where the program runs from its sources, which may change any time. */
const thisProgram = process.env.BEO_BUILD ?? '';

const checkedFile = (store: string): string => join(store, 'settings.checked.json');

const headOf = (program: string, text: string, settings: string): string => {
  const check = crc32(settings).toString(16).padStart(8, '0');
  return JSON.stringify({ program, text, check } satisfies CheckedHead);
};

/** The settings that came of this text, if this program has checked it for this store. */
export async function recallSettings(
  store: string,
  text: string,
  program = thisProgram,
): Promise<Settings | undefined> {
  if (program === '') return undefined;
  try {
    const [head = '', settings = ''] = (await readFile(checkedFile(store), 'utf8')).split('\n', 2);
    return head === headOf(program, text, settings) ? (JSON.parse(settings) as Settings) : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Keeps what came of a text. Needs the store's lock. A disk that takes nothing is no fault: nothing is lost. */
export async function rememberSettings(
  store: string,
  text: string,
  settings: Settings,
  program = thisProgram,
): Promise<void> {
  if (program === '' || (await recallSettings(store, text, program))) return;
  const line = JSON.stringify(settings);
  await replaceFile(checkedFile(store), `${headOf(program, text, line)}\n${line}\n`).catch(
    (error: unknown) => {
      if (!isUnwritable(error)) throw error;
    },
  );
}
