import { chmod, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isMissing, makeFolder, replaceFile, UnreadableFile } from './durableFile.js';
import { recallSettings, rememberSettings } from './checkedSettings.js';
import { storeVersion, versionOf } from './migrations.js';
import type { Settings, SettingsProblem } from './settings.js';

/** Settings that can't be used. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
  readonly file: string;
  readonly problems: readonly SettingsProblem[];

  constructor(file: string, problems: readonly SettingsProblem[]) {
    super(`${file}: ${problems.map(({ path, problem }) => `${path}: ${problem.en}`).join('; ')}`);
    this.file = file;
    this.problems = problems;
  }
}

/** A store written by a newer beo. */
export class NewerStore extends Error {
  override readonly name = 'NewerStore';
}

/** The content of the store is being exchanged for that of a backup, or was when the program was killed. */
export class HalfRestored extends Error {
  override readonly name = 'HalfRestored';
}

export const settingsFile = (store: string): string => join(store, 'settings.json');

/** The note that the store's content is being exchanged. */
export const restoringFile = (store: string): string => join(store, 'restoring.json');

/** Makes the store's folder, for its owner alone. A folder that holds other things is not ours to close. */
export async function makeStore(store: string): Promise<void> {
  await makeFolder(store);
  const names = await readdir(store);
  const isOurs = names.length === 0 || names.includes(basename(settingsFile(store)));
  if (isOurs && process.platform !== 'win32') await chmod(store, 0o700);
}

/** Reads and checks the store's settings; undefined when there are none yet. Rejects where a restore is unfinished. */
export async function readSettings(store: string): Promise<Settings | undefined> {
  return (await readSettingsFile(store))?.settings;
}

/** What stands in a settings file, and what comes of it. */
export interface ReadSettings {
  readonly text: string;
  /** As it is written there, without defaults. */
  readonly content: unknown;
  readonly settings: Settings;
}

/** The same with what the file holds. */
export async function readSettingsFile(store: string): Promise<ReadSettings | undefined> {
  if (await isThere(restoringFile(store))) throw new HalfRestored(store);
  const file = settingsFile(store);
  let text: string;
  let content: unknown;
  try {
    text = await readFile(file, 'utf8');
    content = JSON.parse(text);
  } catch (error) {
    if (isMissing(error)) return undefined;
    if (error instanceof SyntaxError) throw new UnreadableFile(file, error.message);
    throw error;
  }
  if (isNewer(content)) throw new NewerStore(file);
  const known = await recallSettings(store, text);
  if (known) return { text, content, settings: known };
  // The check is as heavy as the rest of a report: loaded where it is needed.
  const { checkSettings } = await import('./settings.js');
  const checked = checkSettings(content);
  if ('problems' in checked) throw new BadSettings(file, checked.problems);
  return { text, content, settings: checked.settings };
}

/** Spares the next readers of the settings as they are now the check. Needs the store's lock. */
export async function keepChecked(store: string): Promise<void> {
  const read = await readSettingsFile(store);
  if (read) await rememberSettings(store, read.text, read.settings);
}

async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const isNewer = (content: unknown): boolean => (versionOf(content) ?? 0) > storeVersion;

/** Where a running server is found, for clients on the same machine. */
export interface ServerPlace {
  readonly url: string;
  readonly pid: number;
  /** Identity of this run; another run writes another. */
  readonly run: string;
  /**
   * Lets in, in place of a token, whoever can read it: the store's owner, who could write tokens as well. Another run
   * has another.
   */
  readonly key: string;
  /** The server's certificate, PEM; a client that found it here needs nobody else to vouch for it. */
  readonly certificate?: string;
}

export const placeFile = (store: string): string => join(store, 'server.json');

export async function writeServerPlace(
  store: string,
  listening: Pick<ServerPlace, 'url' | 'key' | 'certificate'>,
): Promise<ServerPlace> {
  const { randomUUID } = await import('node:crypto');
  const place: ServerPlace = { ...listening, pid: process.pid, run: randomUUID() };
  await replaceFile(placeFile(store), `${JSON.stringify(place)}\n`);
  return place;
}

export const removeServerPlace = (store: string): Promise<void> => rm(placeFile(store), { force: true });

/** The server that last ran on this store, whether or not it still does. */
export async function readServerPlace(store: string): Promise<ServerPlace | undefined> {
  try {
    return JSON.parse(await readFile(placeFile(store), 'utf8')) as ServerPlace;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
