import { resolve } from 'node:path';
import { BadBackup, restore, StoreHoldsMore } from '../server/restore.js';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';
import { namingTheServer } from './ownStore.js';
import { printFindings, tellChecked } from './verify.js';

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
    throw new Failure('badBackup', failures.badBackup({ folder: backup }), 1, { findings: error.faults });
  });
  const { aside } = restored;
  tellChecked({
    result: { store, ...restored },
    lines: [
      commands.restore.restored({ store, ...restored }),
      ...(aside ? [commands.restore.setAside({ folder: aside })] : []),
    ],
    findings: faults,
    complaint: commands.verify.findings({ count: faults.length }),
    options,
  });
}
