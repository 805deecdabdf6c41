import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { instructionVersion, type InstructionShown } from '../texts/instruction.js';

/** Where a station keeps what it remembers: a folder of the user's, never the store. */
export function stateFolder(env = process.env, platform = process.platform): string {
  if (env.XDG_STATE_HOME) return join(env.XDG_STATE_HOME, 'beo');
  if (platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'beo-station');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'beo-station');
  return join(homedir(), '.local', 'state', 'beo');
}

/** Undefined where this station has shown the instruction already; else what remembers that it did. */
export function instructionDue(folder = stateFolder()): (() => void) | undefined {
  const file = join(folder, 'instruction.json');
  if (shownVersion(file) >= instructionVersion) return undefined;
  return () => remember(file, { version: instructionVersion, day: new Date().toISOString().slice(0, 10) });
}

/** 0 where nothing is remembered, or nothing that can be read. */
function shownVersion(file: string): number {
  try {
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: unknown };
    return typeof version === 'number' ? version : 0;
  } catch {
    return 0;
  }
}

/** A station that can't remember shows the page again at its next start; that is no reason to stop work. */
function remember(file: string, shown: InstructionShown): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${JSON.stringify(shown)}\n`, { mode: 0o600 });
  } catch {
    return;
  }
}
