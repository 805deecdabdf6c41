import { askOnce, withConnection } from './connect.js';
import { describeOutcome } from './describe.js';
import { languageOf, type Globals } from './globals.js';
import { outcomeOf } from './outcome.js';
import { printOutcome } from './print.js';

/** `beo close-day`: ends the day for everybody; with open tickets only by force. */
export async function runCloseDay(options: Globals & { readonly force?: boolean }): Promise<void> {
  const language = languageOf(options);
  await withConnection(options, { role: 'lead' }, async (connection, { day, site }) => {
    const entry = await askOnce(connection, { type: 'closeDay', force: options.force ?? false }, options);
    const outcome = outcomeOf(entry, day);
    printOutcome(outcome, options.json ?? false, () => describeOutcome(outcome, site, language));
  });
}
