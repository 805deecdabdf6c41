import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { addToken } from '../server/access.js';
import { textsFor } from '../texts/texts.js';
import { expiryOf } from './expiry.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';
import { tokenFileOf, type StationLine } from './stationLines.js';

/**
 * A new folder, its owner's alone, for the tokens of a site's stations, below where the person is. One that is there
 * already holds tokens of before, which nothing overwrites.
 */
export async function makeTokenFolder(site: string, options: Globals): Promise<string> {
  const folder = resolve(`tokens-${site}`);
  await mkdir(folder, { mode: 0o700 }).catch((error: Error) => {
    const { cannotWrite } = textsFor(languageOf(options)).failures;
    throw new Failure('cannotWrite', cannotWrite({ file: folder, problem: error.message }));
  });
  return folder;
}

/** Where nothing came of the site. */
export const removeTokenFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true });

export interface StationTokens {
  readonly site: string;
  readonly zone: string;
  readonly stations: readonly StationLine[];
  readonly folder: string;
}

/** A token for every station, each in a file of its own. */
export async function makeStationTokens(of: StationTokens, options: Globals): Promise<void> {
  const { site, zone, stations, folder } = of;
  const now = Date.now();
  const expiresAt = expiryOf(undefined, now, zone);
  if (expiresAt === undefined) throw new Error('the usual time of a token is over');
  for (const { role, place } of stations) {
    const { text } = await addToken(storeOf(options), { role, site, place }, { now, expiresAt });
    await writeFile(join(folder, tokenFileOf({ role, place })), `${text}\n`, { mode: 0o600, flag: 'wx' });
  }
}
