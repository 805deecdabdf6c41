import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { isoWeekOf } from '../../statistics/calendar.js';
import { madeDays, type Extent } from './madeStore.js';

/** The columns of the table of visits, with the types that both engines know. */
const columns = 'site TEXT, day TEXT, week TEXT, concern TEXT, half TEXT, wait INT, service INT';

type Visit = [string, string, string, string, string, number, number];

function* rowsOf(extent: Extent): Generator<Visit> {
  for (const { site, day, visits } of madeDays(extent)) {
    const week = isoWeekOf(day);
    for (const { concern, arrivedAt, wait, service } of visits) {
      yield [site, day, week, concern, arrivedAt < 12 * 3600 ? 'am' : 'pm', wait, service];
    }
  }
}

/** The same visits as a SQLite database; a word of what is missing, where this Node has no SQLite. */
export async function makeSqlite(file: string, extent: Extent): Promise<string | undefined> {
  const sqlite = await import('node:sqlite').catch(() => undefined);
  if (!sqlite) return 'this Node has no node:sqlite';
  const database = new sqlite.DatabaseSync(file);
  database.exec(`PRAGMA synchronous = OFF; CREATE TABLE visits (${columns}); BEGIN`);
  const insert = database.prepare('INSERT INTO visits VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const row of rowsOf(extent)) insert.run(...row);
  database.exec('COMMIT');
  database.close();
  return undefined;
}

/** The same as a DuckDB database. */
export async function makeDuckdb(file: string, extent: Extent): Promise<string | undefined> {
  const duckdb = await import('@duckdb/node-api').catch(() => undefined);
  if (!duckdb) return 'the package @duckdb/node-api is not installed';
  const lines = `${file}.csv`;
  await writeLines(lines, extent);
  const instance = await duckdb.DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE visits (${columns})`);
  await connection.run(`COPY visits FROM '${lines}'`);
  connection.closeSync();
  instance.closeSync();
  return undefined;
}

async function writeLines(file: string, extent: Extent): Promise<void> {
  const stream = createWriteStream(file);
  let lines: string[] = [];
  const flush = async () => {
    if (!stream.write(lines.join(''))) await once(stream, 'drain');
    lines = [];
  };
  for (const row of rowsOf(extent)) {
    if (lines.push(`${row.join(',')}\n`) === 10_000) await flush();
  }
  await flush();
  stream.end();
  await once(stream, 'finish');
}
