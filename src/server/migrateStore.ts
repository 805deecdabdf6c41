import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, replaceFile } from './durableFile.js';
import { currentSettings, storeVersion, versionOf } from './migrations.js';
import { settingsFile } from './store.js';

/** A store of an older version, which was not to be changed. */
export class OlderStore extends Error {
  override readonly name = 'OlderStore';
  readonly file: string;
  readonly version: number;

  constructor(file: string, version: number) {
    super(file);
    this.file = file;
    this.version = version;
  }
}

/** Where the settings of an older version are kept. */
export const formerSettingsFile = (store: string, version: number): string =>
  join(store, `settings.v${version}.json`);

/** From which version to which a store was brought, and where the settings are that it had. */
export interface Migrated {
  readonly from: number;
  readonly to: number;
  readonly kept: string;
}

/**
 * Brings a store, whose settings were read and are right, to today's version. The former settings are on disk beside the
 * new ones before these take their place, in one step; killed anywhere, it is done again. Resolves with undefined where
 * there is nothing to do.
 * @throws OlderStore if there is, and `allowed` is false
 */
export async function migrateStore(store: string, allowed: boolean): Promise<Migrated | undefined> {
  const file = settingsFile(store);
  const content = await contentOf(file);
  const settings: unknown = content === undefined ? undefined : JSON.parse(content);
  const from = versionOf(settings);
  if (content === undefined || from === undefined || from >= storeVersion) return undefined;
  if (!allowed) throw new OlderStore(file, from);
  const kept = formerSettingsFile(store, from);
  await replaceFile(kept, content);
  await replaceFile(file, `${JSON.stringify(currentSettings(settings), null, 2)}\n`);
  return { from, to: storeVersion, kept };
}

/** The version of a store; undefined where it has no settings, or none that can be read. */
export async function readStoreVersion(store: string): Promise<number | undefined> {
  try {
    const content = await contentOf(settingsFile(store));
    return content === undefined ? undefined : versionOf(JSON.parse(content));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
