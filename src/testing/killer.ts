import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Environment } from './childProcess.js';
import { temporaryFolder } from './temporaryFolder.js';

/**
 * Environment of a program that kills itself, as a power cut would, just before its nth change to a file below a
 * folder: opening one for writing, renaming, removing, and the fsync of a folder. A program that makes fewer changes
 * comes to its end.
 */
export function killedAtChange(nth: number, below: string): Environment {
  const preload = join(temporaryFolder(), 'killer.mjs');
  writeFileSync(preload, killer);
  return { NODE_OPTIONS: `--import ${pathToFileURL(preload).href}`, KILL_AT: String(nth), KILL_BELOW: below };
}

const killer = `
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env.KILL_AT);
const isChange = { open: (flags) => flags !== 'r', rename: () => true, rm: () => true };
for (const [name, changes] of Object.entries(isChange)) {
  const real = promises[name];
  promises[name] = (file, ...rest) => {
    const counts = String(file).startsWith(process.env.KILL_BELOW) && changes(rest[0]);
    if (counts && --left === 0) process.kill(process.pid, 'SIGKILL');
    return real(file, ...rest);
  };
}
syncBuiltinESMExports();
`;
