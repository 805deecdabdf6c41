import { renderMarkdown, renderText } from '../inventory/formats.js';
import { inventoryOf } from '../inventory/inventory.js';
import { pageOf } from '../inventory/page.js';
import { exampleOfSettings } from '../server/firstSettings.js';
import { readSettings } from '../server/store.js';
import { languageOf, storeOf, type Globals } from './globals.js';

export interface InventoryOptions {
  readonly format?: 'table' | 'md' | 'json';
}

/** `beo inventory`: all that beo stores, sends, logs, prints and evaluates, from its own definitions. */
export async function runInventory(options: InventoryOptions & Globals): Promise<void> {
  const store = storeOf(options);
  const language = languageOf(options);
  const source = { store, stored: await readSettings(store), defaults: exampleOfSettings() };
  const inventory = inventoryOf(source, language);
  const format = options.format ?? (options.json ? 'json' : 'table');
  const text = {
    json: () => `${JSON.stringify(inventory, null, 2)}\n`,
    md: () => renderMarkdown(pageOf(inventory, language)),
    table: () => renderText(pageOf(inventory, language), { ascii: options.ascii ?? false }),
  }[format]();
  process.stdout.write(text);
}
