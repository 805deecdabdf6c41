import type { Settings, SiteSettings } from '../server/settings.js';
import { readSettings } from '../server/store.js';
import { refusalText, textsFor } from '../texts/texts.js';
import { Failure, refused } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';
import { oneSite } from './oneSite.js';

/** The site that a command reads from the store itself, because no server runs on it; from its settings if they are known. */
export async function storedSite(
  options: Globals,
  stored?: Settings,
): Promise<{ readonly store: string; readonly site: string; readonly settings: SiteSettings }> {
  return { store: storeOf(options), ...siteIn(stored ?? (await storedSettings(options)), options) };
}

/** The site that a command is about: the one that was named, or the only one. */
export function siteIn(
  { sites }: Settings,
  options: Globals,
): { readonly site: string; readonly settings: SiteSettings } {
  const language = languageOf(options);
  const known = Object.keys(sites);
  const named = oneSite(options);
  if (named === undefined && known.length > 1) {
    throw new Failure('siteMissing', refusalText({ name: 'siteMissing', known }, language), 2);
  }
  const site = named ?? known[0] ?? '';
  const settings = sites[site];
  if (!settings) throw refused({ name: 'unknownSite', site, known }, language);
  return { site, settings };
}

/** The settings of a store that no server runs on. A store without settings ends the command. */
export async function storedSettings(options: Globals): Promise<Settings> {
  const store = storeOf(options);
  const stored = await readSettings(store);
  if (!stored) throw new Failure('noStore', textsFor(languageOf(options)).failures.noStore({ store }));
  return stored;
}
