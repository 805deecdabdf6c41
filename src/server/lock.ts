import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another server has this store open. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
}

/** The store is ours until this is released, or the process ends. */
export interface StoreLock {
  release(): Promise<void>;
}

export interface LockOptions {
  readonly platform?: NodeJS.Platform;
  /** Locks only what goes by this name in the store, whoever has the store itself. */
  readonly part?: string;
}

/**
 * Takes the store for this process: a socket named after the folder's identity. The kernel frees it the moment
 * the process ends, however it ends, and it can't outlive or be mistaken for another process.
 */
export async function lockStore(
  folder: string,
  { platform = process.platform, part }: LockOptions = {},
): Promise<StoreLock> {
  const name = lockName(folder, platform, part);
  const server = createServer((socket) => socket.destroy());
  if (!(await listens(server, name))) {
    // A socket that is a file outlives a killed process, but nobody answers there.
    const left = isFile(platform) ? fileAt(name) : undefined;
    if (left === undefined || (await answers(name))) throw new StoreInUse(folder);
    // Another start may have found it too and been faster. From this look to the listening nothing is awaited.
    if (fileAt(name) !== left) throw new StoreInUse(folder);
    rmSync(name, { force: true });
    if (!(await listens(server, name))) throw new StoreInUse(folder);
  }
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Whether somebody has the store, without disturbing them. */
export const isLocked = (folder: string, platform = process.platform): Promise<boolean> =>
  answers(lockName(folder, platform));

/** What tells a store's folder from every other one on this machine. */
export function storeIdentity(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  return `${dev}-${ino}`;
}

/** Where the lock's socket is: on Linux a name without a file, on Windows a pipe, elsewhere a file. */
export function lockName(folder: string, platform = process.platform, part?: string): string {
  const name = `beo-store-${storeIdentity(folder)}${part === undefined ? '' : `-${part}`}`;
  if (platform === 'linux') return `\0${name}`;
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${createHash('sha256').update(name).digest('hex').slice(0, 16)}.sock`);
}

const isFile = (platform: NodeJS.Platform): boolean => platform !== 'linux' && platform !== 'win32';

/** Which file it is that has a name now; a new one at the same place may have the old one's number, but not its time. */
function fileAt(name: string): string | undefined {
  const found = statSync(name, { bigint: true, throwIfNoEntry: false });
  return found && `${found.ino}-${found.ctimeNs}`;
}

/** Whether the name was free and is now the server's. */
function listens(server: Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error);
    server.once('error', refuse);
    server.listen(name, () => {
      server.off('error', refuse);
      resolve(true);
    });
  });
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
