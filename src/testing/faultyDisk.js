/*
 * A disk that fails, loaded into the real program:
 *
 *   NODE_OPTIONS='--import file:///…/src/testing/faultyDisk.js' DISK_UNDER=/tmp/x DISK_FAULT=kill DISK_AT=7 beo …
 *
 * It counts the program's steps that change what lies in a folder, from 1, and harms one of them. Reading, and what
 * happens elsewhere, is left alone, so a process that has nothing to do there, such as the launcher, never notices.
 *
 *   DISK_UNDER   the folder; absolute. Without it nothing is done at all.
 *   DISK_FAULT   kill         the process ends by SIGKILL just before the step
 *                tear         the process ends by SIGKILL half way through it: half of the bytes are written, half of the
 *                             files of a folder deleted. A step that has no half is as with kill.
 *                short        only half of the bytes are written, and the program is told so (writeSync, handle.write)
 *                ENOSPC, EIO… the step does nothing and fails with this code
 *   DISK_AT      the number of the step; 1 if not given
 *   DISK_KIND    count steps of this kind only: open, write, sync, truncate, close, rename, remove, mkdir, chmod
 *   DISK_ONWARD  1: all steps from that one on, not just one
 *   DISK_TRACE   a file that gets a line a step, `7 write /tmp/x/store/settings.json`, before it is done
 *
 * Watched: the calls that beo uses (see `patched` at the end), in node:fs and in node:fs/promises.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join, resolve, sep } from 'node:path';
import process from 'node:process';

const { DISK_UNDER, DISK_FAULT = '', DISK_AT = '1', DISK_KIND, DISK_ONWARD, DISK_TRACE } = process.env;
const { appendFileSync, lstatSync, readdirSync, rmSync, writeSync } = fs;
const promises = fs.promises;

/** @typedef {'open' | 'write' | 'sync' | 'truncate' | 'close' | 'rename' | 'remove' | 'mkdir' | 'chmod'} Kind */

let steps = 0;
/** Descriptors of watched files that were opened by openSync. @type {Map<number, string>} */
const pathOf = new Map();

/** @param {unknown} path */
function isWatched(path) {
  const absolute = resolve(String(path));
  return DISK_UNDER !== undefined && (absolute === DISK_UNDER || absolute.startsWith(DISK_UNDER + sep));
}

/**
 * Counts a step, and does to it what was asked for.
 * @param {Kind} kind
 * @param {unknown} path
 * @param {() => void} [half] does half of the step
 * @returns {boolean} whether a write is to be short
 */
function step(kind, path, half = () => {}) {
  if (!isWatched(path) || (DISK_KIND !== undefined && DISK_KIND !== kind)) return false;
  steps += 1;
  if (DISK_TRACE !== undefined) appendFileSync(DISK_TRACE, `${steps} ${kind} ${String(path)}\n`);
  const at = Number(DISK_AT);
  if (DISK_FAULT === '' || !(steps === at || (DISK_ONWARD === '1' && steps > at))) return false;
  if (DISK_FAULT === 'short') return true;
  if (DISK_FAULT === 'tear') half();
  if (DISK_FAULT === 'tear' || DISK_FAULT === 'kill') {
    process.kill(process.pid, 'SIGKILL');
    // The signal is on its way.
    for (;;);
  }
  throw Object.assign(new Error(`${DISK_FAULT}: made up, ${kind} '${String(path)}'`), {
    code: DISK_FAULT,
    syscall: kind,
    path: String(path),
  });
}

/**
 * @param {number} fd
 * @param {unknown} content
 */
function writeHalf(fd, content) {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(String(content));
  writeSync(fd, bytes, 0, Math.floor(bytes.length / 2));
}

/** @param {unknown} path */
function removeHalf(path) {
  const folder = String(path);
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const half = files.slice(0, Math.ceil(files.length / 2));
  for (const { parentPath, name } of half) rmSync(join(parentPath, name));
}

/** @param {unknown} flags */
function isForWriting(flags) {
  const { O_WRONLY, O_RDWR, O_CREAT } = fs.constants;
  if (typeof flags === 'number') return (flags & (O_WRONLY | O_RDWR | O_CREAT)) !== 0;
  return typeof flags === 'string' && flags !== 'r';
}

/**
 * A function that counts the step, then does what it always did.
 * @template {unknown[]} A, R
 * @param {Kind} kind
 * @param {(...args: A) => R} original
 * @param {(...args: A) => unknown} path
 * @param {(...args: A) => void} [half]
 * @returns {(...args: A) => R}
 */
function counted(kind, original, path, half) {
  return (...args) => {
    step(kind, path(...args), () => half?.(...args));
    return original(...args);
  };
}

/**
 * The same for one that rejects instead of throwing.
 * @template {unknown[]} A, R
 * @param {Kind} kind
 * @param {(...args: A) => Promise<R>} original
 * @param {(...args: A) => unknown} path
 * @param {(...args: A) => void} [half]
 * @returns {(...args: A) => Promise<R>}
 */
function countedLater(kind, original, path, half) {
  return async (...args) => counted(kind, original, path, half)(...args);
}

/**
 * @param {fs.promises.FileHandle} handle
 * @param {string} path
 */
function watch(handle, path) {
  const here = () => path;
  const { fd } = handle;
  const write = /** @type {(...args: unknown[]) => Promise<unknown>} */ (handle.write.bind(handle));
  const writeFile = /** @type {(content: unknown) => Promise<void>} */ (handle.writeFile.bind(handle));
  return Object.assign(handle, {
    writeFile: countedLater('write', writeFile, here, (content) => writeHalf(fd, content)),
    /** @param {unknown[]} args */
    write: async (...args) => {
      const [content] = args;
      if (!step('write', path, () => writeHalf(fd, content))) return write(...args);
      const bytes = Buffer.isBuffer(content) ? content : Buffer.from(String(content));
      return write(bytes, 0, Math.ceil(bytes.length / 2));
    },
    sync: countedLater('sync', handle.sync.bind(handle), here),
    datasync: countedLater('sync', handle.datasync.bind(handle), here),
    truncate: countedLater('truncate', handle.truncate.bind(handle), here),
    close: countedLater('close', handle.close.bind(handle), here),
  });
}

/** @param {unknown} path */
const itself = (path) => path;
/** @param {number} fd */
const opened = (fd) => pathOf.get(fd) ?? '/';

/**
 * @param {(fd: number, done: fs.NoParamCallback) => void} original
 * @returns {(fd: number, done: fs.NoParamCallback) => void}
 */
const flushed = (original) => (fd, done) => {
  try {
    step('sync', opened(fd));
  } catch (error) {
    process.nextTick(done, error);
    return;
  }
  original(fd, done);
};

const openSync = fs.openSync;
const closeSync = fs.closeSync;
const openLater = promises.open;

const patched = {
  /** @param {Parameters<typeof openSync>} args */
  openSync: (...args) => {
    if (isForWriting(args[1])) step('open', args[0]);
    const fd = openSync(...args);
    if (isWatched(args[0])) pathOf.set(fd, String(args[0]));
    return fd;
  },
  /** @param {number} fd */
  closeSync: (fd) => {
    step('close', opened(fd));
    pathOf.delete(fd);
    closeSync(fd);
  },
  /**
   * @param {number} fd
   * @param {Buffer} bytes
   * @param {number} [from]
   * @param {number} [length]
   */
  writeSync: (fd, bytes, from = 0, length = bytes.length - from) => {
    const part = () => bytes.subarray(from, from + length);
    const short = step('write', opened(fd), () => writeHalf(fd, part()));
    return writeSync(fd, bytes, from, short ? Math.ceil(length / 2) : length);
  },
  fdatasync: flushed(fs.fdatasync),
  fsync: flushed(fs.fsync),
  fdatasyncSync: counted('sync', fs.fdatasyncSync, opened),
  fsyncSync: counted('sync', fs.fsyncSync, opened),
  ftruncateSync: counted('truncate', fs.ftruncateSync, opened),
  renameSync: counted('rename', fs.renameSync, itself),
  rmSync: counted('remove', rmSync, itself, removeHalf),
  unlinkSync: counted('remove', fs.unlinkSync, itself),
  mkdirSync: counted('mkdir', fs.mkdirSync, itself),
  chmodSync: counted('chmod', fs.chmodSync, itself),
};

const patchedLater = {
  /** @param {Parameters<typeof openLater>} args */
  open: async (...args) => {
    if (isForWriting(args[1])) step('open', args[0]);
    const handle = await openLater(...args);
    return isWatched(args[0]) ? watch(handle, String(args[0])) : handle;
  },
  rename: countedLater('rename', promises.rename, itself),
  rm: countedLater('remove', promises.rm, itself, removeHalf),
  rmdir: countedLater('remove', promises.rmdir, itself),
  unlink: countedLater('remove', promises.unlink, itself),
  mkdir: countedLater('mkdir', promises.mkdir, itself),
  mkdtemp: countedLater('mkdir', promises.mkdtemp, itself),
  chmod: countedLater('chmod', promises.chmod, itself),
};

if (DISK_UNDER !== undefined) {
  Object.assign(fs, patched);
  Object.assign(promises, patchedLater);
  syncBuiltinESMExports();
}
