import { resolve } from 'node:path';
import { BackupInStore, backUp, NoStore } from '../server/backup.js';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';
import { tellChecked } from './verify.js';

/** `beo backup FOLDER`: a copy of the store in a new folder there, also while a server runs on it. */
export async function runBackup(into: string, options: Globals): Promise<void> {
  const store = storeOf(options);
  const { commands, failures } = textsFor(languageOf(options));
  const { faults, ...made } = await backUp(store, resolve(into), Date.now()).catch((error: unknown) => {
    if (error instanceof NoStore) throw new Failure('noStore', failures.noStore({ store }));
    if (error instanceof BackupInStore) throw new Failure('backupInStore', failures.backupInStore({ store }));
    throw error;
  });
  tellChecked({
    result: { store, ...made },
    lines: [commands.backup.made(made)],
    findings: faults,
    complaint: failures.backupOfDamaged({ folder: made.folder }),
    options,
  });
}
