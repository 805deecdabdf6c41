import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { promisify } from 'node:util';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Texts } from '../../texts/texts.js';
import { Notes, type Finding } from './finding.js';

/** When the last security update of each line of Node is; odd ones end when the next comes. */
const endOfNode: Readonly<Record<number, string>> = {
  22: '2027-04-30',
  23: '2025-06-01',
  24: '2028-04-30',
  25: '2026-06-01',
};

/** What runs, on what. `today`: YYYY-MM-DD. */
export function checkProgram(texts: Texts, today: string, node = process.versions.node): Finding[] {
  const notes = new Notes('program', texts);
  const system = `${platform()} ${release()} ${arch()}`;
  notes.ok('runs', { version: packageJson.version, node, system });
  const end = endOfNode[Number.parseInt(node, 10)];
  if (end !== undefined && end < today) notes.warning('nodeEnds', { node, end });
  return notes.findings;
}

/** The clock, and what keeps it right; whether it agrees with the server's is for those who ask the server. */
export async function checkClock(texts: Texts, now: number): Promise<Finding[]> {
  const notes = new Notes('clock', texts);
  const told = { now: new Date(now).toISOString() };
  const synchronised = await isSynchronised();
  if (synchronised === undefined) notes.ok('clockUnknown', told);
  else if (synchronised) notes.ok('clockSynchronised', told);
  else notes.warning('clockAlone', told);
  notes.ok('zones', { version: process.versions.tz ?? '?' });
  return notes.findings;
}

const run = promisify(execFile);

/** Whether the network keeps the clock; undefined where nobody tells. */
async function isSynchronised(): Promise<boolean | undefined> {
  if (existsSync('/run/systemd/timesync/synchronized')) return true;
  try {
    const { stdout } = await run('timedatectl', ['show', '--property=NTPSynchronized', '--value'], {
      timeout: 2000,
    });
    return { yes: true, no: false }[stdout.trim()];
  } catch {
    return undefined;
  }
}
