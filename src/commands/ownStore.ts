import { lockStore, StoreInUse } from '../server/lock.js';
import { readServerPlace } from '../server/store.js';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';

/** Does something that no server may meanwhile write to the store; refused while one runs on it. */
export async function withOwnStore<T>(options: Globals, act: (store: string) => Promise<T>): Promise<T> {
  const store = storeOf(options);
  return namingTheServer(options, async () => {
    const lock = await lockStore(store);
    try {
      return await act(store);
    } finally {
      await lock.release();
    }
  });
}

/** Turns `StoreInUse` into the sentence that names the server. */
export async function namingTheServer<T>(options: Globals, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof StoreInUse)) throw error;
    const store = storeOf(options);
    const first = await readServerPlace(store);
    const { storeInUse } = textsFor(languageOf(options)).failures;
    const message = storeInUse({ store, url: first?.url ?? '–', pid: first?.pid ?? 0 });
    throw new Failure('storeInUse', message);
  }
}
