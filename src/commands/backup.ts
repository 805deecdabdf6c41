import { resolve } from 'node:path';
import { BackupInStore, backUp, NoStore } from '../server/backup.js';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';
import { printFindings } from './verify.js';

/** `beo backup FOLDER`: a copy of the store in a new folder there, also while a server runs on it. */
export async function runBackup(into: string, options: Globals): Promise<void> {
  const store = storeOf(options);
  const { commands, failures } = textsFor(languageOf(options));
  const { faults, ...made } = await backUp(store, resolve(into), Date.now()).catch((error: unknown) => {
    if (error instanceof NoStore) throw new Failure('noStore', failures.noStore({ store }));
    if (error instanceof BackupInStore) throw new Failure('backupInStore', failures.backupInStore({ store }));
    throw error;
  });
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ store, ...made, ok: faults.length === 0, findings: faults })}\n`
      : `${commands.backup.made(made)}\n`,
  );
  if (faults.length === 0) return;
  printFindings(faults, options);
  throw new Failure('storeHasFindings', failures.backupOfDamaged({ folder: made.folder }));
}
