import { existsSync } from 'node:fs';
import { purge } from '../server/purge.js';
import { readSettings } from '../server/store.js';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';
import { withOwnStore } from './ownStore.js';

/** `beo purge`: deletes what the settings no longer keep. A running server does so by itself. */
export async function runPurge(options: Globals): Promise<void> {
  const { commands, failures } = textsFor(languageOf(options));
  const noStore = new Failure('noStore', failures.noStore({ store: storeOf(options) }));
  if (!existsSync(storeOf(options))) throw noStore;
  const sites = await withOwnStore(options, async (store) => {
    const settings = await readSettings(store);
    if (!settings) throw noStore;
    return purge(store, settings, Date.now());
  });
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ store: storeOf(options), sites })}\n`);
    return;
  }
  for (const { site, days, months } of sites) {
    process.stdout.write(`${commands.purge.purged({ site, days: days.length, months: months.length })}\n`);
  }
}
