import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import type { Workplace } from '../workplace.js';
import { fact, type Opened } from './engine.js';

const run = promisify(execFile);

/** Where Debian and Ubuntu put PostgreSQL's own programs, by version. */
const versionsFolder = '/usr/lib/postgresql';

const connections = 32;

/** A PostgreSQL of our own in a temporary cluster, reached by a socket in it, with its default durability. */
export async function openPostgres(workplace: Workplace): Promise<Opened> {
  const programs = await programsFolder();
  if (programs === undefined) return { missing: `no ${versionsFolder}/*/bin/initdb` };
  const user = unprivilegedUser();
  if (user === undefined) return { missing: 'no user postgres or nobody to run it as' };
  try {
    return await openCluster(workplace, programs, user);
  } catch (error) {
    return { missing: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error) };
  }
}

/** As whom the server runs; without ids as ourselves. */
type User = { readonly uid: number; readonly gid: number } | { readonly uid?: undefined };

async function openCluster(workplace: Workplace, programs: string, user: User): Promise<Opened> {
  const folder = await workplace.newFolder();
  if (user.uid !== undefined) {
    // Entered, not read.
    await chmod(workplace.folder, 0o711);
    await chown(folder, user.uid, user.gid);
  }
  const cluster = join(folder, 'cluster');
  const initdb = ['--pgdata', cluster, '--username', 'bench', '--auth', 'trust', '--encoding', 'UTF8'];
  await run(join(programs, 'initdb'), [...initdb, '--locale', 'C'], { ...user, cwd: folder });
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`];
  const server = spawn(join(programs, 'postgres'), ['-D', cluster, ...settings], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');
  workplace.onClose(async () => {
    // Fast shutdown: whoever is connected is thrown out.
    server.kill('SIGINT');
    await ended;
  });
  await ready(server);

  const pool = new Pool({ host: folder, user: 'bench', database: 'postgres', max: connections });
  // At the end the server may be quicker than the farewell of a connection.
  pool.on('error', () => undefined);
  workplace.onClose(() => pool.end());
  await pool.query('CREATE TABLE facts (seq bigint PRIMARY KEY, body text NOT NULL)');
  let count = 0;
  return {
    store: () => {
      count += 1;
      const values = [count, fact(count)];
      return pool.query({ name: 'store', text: 'INSERT INTO facts VALUES ($1, $2)', values });
    },
  };
}

async function ready(server: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let log = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
    if (log.includes('ready to accept connections')) resolve();
  });
  server.on('error', reject);
  server.on('exit', () => reject(new Error(`postgres ended: ${log.trim().split('\n').at(-1) ?? ''}`)));
  return promise;
}

async function programsFolder(): Promise<string | undefined> {
  const versions = await readdir(versionsFolder).catch(() => []);
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? undefined : join(versionsFolder, newest, 'bin');
}

/** PostgreSQL refuses to run as root; anybody else runs it as themselves. */
function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((which) =>
      Number(spawnSync('id', [which, name], { encoding: 'utf8' }).stdout || Number.NaN),
    );
    if (uid !== undefined && gid !== undefined && uid > 0 && gid > 0) return { uid, gid };
  }
  return undefined;
}
