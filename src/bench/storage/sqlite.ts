import { join } from 'node:path';
import type { Workplace } from '../workplace.js';
import { fact, type Opened } from './engine.js';

/** Node's own SQLite; each row is a transaction of its own. */
export async function openSqlite(workplace: Workplace): Promise<Opened> {
  const sqlite = await import('node:sqlite').catch(() => undefined);
  if (!sqlite) return { missing: 'this Node has no node:sqlite' };
  const database = new sqlite.DatabaseSync(join(await workplace.newFolder(), 'facts.db'));
  workplace.onClose(() => database.close());
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE facts (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO facts VALUES (?, ?)');
  let count = 0;
  return {
    store: async () => {
      count += 1;
      insert.run(count, fact(count));
    },
  };
}
