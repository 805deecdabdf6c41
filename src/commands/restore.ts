import { resolve } from 'node:path';
import { BadBackup, restore, StoreHoldsMore } from '../server/restore.js';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';
import { namingTheServer } from './ownStore.js';
import { printFindings } from './verify.js';

/** `beo restore FOLDER`: a backup in the place of the store; what was there is set aside. */
export async function runRestore(
  from: string,
  options: Globals & { readonly replace?: boolean },
): Promise<void> {
  const store = storeOf(options);
  const backup = resolve(from);
  const { commands, failures } = textsFor(languageOf(options));
  const { faults, ...restored } = await namingTheServer(options, () =>
    restore(store, backup, { replace: options.replace ?? false, now: Date.now() }),
  ).catch((error: unknown) => {
    if (error instanceof StoreHoldsMore) {
      throw new Failure('storeHoldsMore', failures.storeHoldsMore({ store }));
    }
    if (!(error instanceof BadBackup)) throw error;
    printFindings(error.faults, options);
    throw new Failure('badBackup', failures.badBackup({ folder: backup }));
  });
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ store, ...restored, ok: faults.length === 0, findings: faults })}\n`
      : `${commands.restore.restored({ store, ...restored })}\n`,
  );
  if (!options.json && restored.aside) {
    process.stdout.write(`${commands.restore.setAside({ folder: restored.aside })}\n`);
  }
  if (faults.length === 0) return;
  printFindings(faults, options);
  throw new Failure('storeHasFindings', commands.verify.findings({ count: faults.length }));
}
