import type { SiteSettings } from '../server/settings.js';
import { readSettings } from '../server/store.js';
import { refusalText, textsFor } from '../texts/texts.js';
import { Failure, refused } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';

/** The site that a command reads from the store itself, because no server runs on it. */
export async function storedSite(
  options: Globals,
): Promise<{ readonly store: string; readonly site: string; readonly settings: SiteSettings }> {
  const store = storeOf(options);
  const language = languageOf(options);
  const stored = await readSettings(store);
  if (!stored) throw new Failure('noStore', textsFor(language).failures.noStore({ store }));
  const known = Object.keys(stored.sites);
  if (options.site === undefined && known.length > 1) {
    throw new Failure('siteMissing', refusalText({ name: 'siteMissing', known }, language), 2);
  }
  const site = options.site ?? known[0] ?? '';
  const settings = stored.sites[site];
  if (!settings) throw refused({ name: 'unknownSite', site, known }, language);
  return { store, site, settings };
}
