import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { protocolVersion } from '../protocol/messages.js';
import { launcher } from './childProcess.js';
import { temporaryFolder } from './temporaryFolder.js';

/**
 * The built program as it will be after an upgrade: a copy that has another version, and with `protocol` speaks another
 * one on the wire. Its launcher, for the options of `Program` and `Terminal`.
 */
export function upgradedProgram(changes: { readonly version: string; readonly protocol?: number }): string {
  const from = dirname(dirname(launcher));
  const to = temporaryFolder();
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(from, part), join(to, part), { recursive: true });
  const chunks = join(to, 'dist', 'chunks');
  let changed = 0;
  for (const name of readdirSync(chunks)) {
    const code = readFileSync(join(chunks, name), 'utf8');
    const { protocol = protocolVersion } = changes;
    const upgraded = code
      .replaceAll(/(?<=\bversion(?::| =) )"[^"]*"/g, (word) =>
        word === `"${packageJson.version}"` ? `"${changes.version}"` : word,
      )
      .replaceAll(`protocol: ${protocolVersion},`, `protocol: ${protocol},`)
      .replaceAll(`protocol !== ${protocolVersion})`, `protocol !== ${protocol})`);
    if (upgraded === code) continue;
    changed += 1;
    writeFileSync(join(chunks, name), upgraded);
  }
  if (changed === 0) throw new Error('nothing in the built program names its version');
  return join(to, 'bin', 'beo.js');
}
