/*
 * Loaded into a program before it starts (see flushFaults.ts): lets fdatasync fail, or do nothing.
 * Plain JavaScript, because Node loads it as it stands here.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const { BEO_FLUSH_TRACE: trace, BEO_FLUSH_FAILS_AT: failsAt, BEO_FLUSH_CODE: code = 'EIO' } = process.env;
const flush = fs.fdatasync;
const errnos = { EIO: -5, ENOSPC: -28 };
let calls = 0;

/**
 * @param {number} fd
 * @param {(error: NodeJS.ErrnoException | null) => void} done
 */
function fdatasync(fd, done) {
  calls += 1;
  const fails = calls === Number(failsAt);
  if (trace !== undefined) {
    const file = fs.readlinkSync(`/proc/self/fd/${fd}`);
    fs.appendFileSync(trace, `${JSON.stringify({ file, fails })}\n`);
  }
  if (failsAt === 'never') setImmediate(done, null);
  // A disk takes its time to fail, and more asks come in meanwhile.
  else if (fails) setTimeout(done, 250, failure());
  else flush(fd, done);
}

function failure() {
  const errno = code === 'ENOSPC' ? errnos.ENOSPC : errnos.EIO;
  return Object.assign(new Error(`${code}: injected, fdatasync`), { errno, code, syscall: 'fdatasync' });
}

fs.fdatasync = /** @type {typeof fs.fdatasync} */ (/** @type {unknown} */ (fdatasync));
syncBuiltinESMExports();
