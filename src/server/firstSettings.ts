import exampleSettings from '../../data/examples/herford.json' with { type: 'json' };
import { replaceFile } from './durableFile.js';
import { checkSettings, type Settings } from './settings.js';
import { settingsFile } from './store.js';

/** What a store starts with: the settings of the example site. */
export function exampleOfSettings(): Settings {
  const checked = checkSettings(exampleSettings);
  if ('problems' in checked)
    throw new Error(`the shipped example is wrong: ${JSON.stringify(checked.problems)}`);
  return checked.settings;
}

/** Writes them into a store that has none. */
export async function createSettings(store: string): Promise<Settings> {
  const settings = exampleOfSettings();
  await replaceFile(settingsFile(store), `${JSON.stringify(exampleSettings, null, 2)}\n`);
  return settings;
}
