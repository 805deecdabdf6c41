import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../queue/events.js';
import { journalDays, journalFile, readJournal } from '../server/journal.js';
import { HalfRestored, settingsFile } from '../server/store.js';
import { verifyStore, type Finding } from '../server/verify.js';
import type { Environment } from './childProcess.js';
import { nowOfOperations, storeIn, type DiskOperation } from './diskOperations.js';
import { MovableClock } from './movableClock.js';
import { startedServer } from './startedServer.js';
import { makeTemporaryFolder } from './temporaryFolder.js';

/** Where the program is killed: before a step that changes the disk, or half way through it. */
export interface KillPoint {
  /** From 1. */
  readonly step: number;
  readonly fault: 'kill' | 'tear';
}

export interface Rehearsal {
  readonly folder: string;
  /** All points at which the operation can be killed. */
  readonly points: readonly KillPoint[];
  /** What there is when it was never killed, after a start. */
  readonly goal: readonly string[];
  /** What there is when it was never begun, after a start. */
  readonly before: readonly string[];
}

/** One run undisturbed, and what it did. */
export async function rehearse(operation: DiskOperation): Promise<Rehearsal> {
  const { path: folder } = makeTemporaryFolder();
  const prepared = join(folder, 'prepared');
  mkdirSync(prepared);
  await operation.prepare(prepared);
  const before = copyOf(prepared, join(folder, 'before'));
  await start(before, operation);
  const undisturbed = copyOf(prepared, join(folder, 'undisturbed'));
  const trace = join(folder, 'trace');
  const { exitCode, stderr } = await operation.run(
    undisturbed,
    faulty(undisturbed, { DISK_TRACE: trace }),
    () => undefined,
  );
  if (exitCode !== 0) throw new Error(`${operation.name} failed: ${stderr}`);
  await start(undisturbed, operation);
  const points = readFileSync(trace, 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line): KillPoint[] => {
      const [step = '', kind] = line.split(' ');
      const killed = { step: Number(step), fault: 'kill' } as const;
      // To close a file changes nothing on disk.
      if (kind === 'close') return [];
      return kind === 'write' || kind === 'remove' ? [killed, { ...killed, fault: 'tear' }] : [killed];
    });
  return { folder: prepared, points, goal: stateOf(undisturbed), before: stateOf(before) };
}

/** What is wrong after the operation was killed at a point, empty when all is well. */
export async function killAt(
  operation: DiskOperation,
  rehearsal: Rehearsal,
  { step, fault }: KillPoint,
): Promise<string[]> {
  const temporary = makeTemporaryFolder();
  const folder = copyOf(rehearsal.folder, join(temporary.path, 'killed'));
  const trace = join(temporary.path, 'trace');
  const acknowledged: Entry[] = [];
  const { signal } = await operation.run(
    folder,
    faulty(folder, { DISK_FAULT: fault, DISK_AT: `${step}`, DISK_TRACE: trace }),
    (entry) => acknowledged.push(entry),
  );
  const problems: string[] = [];
  if (signal !== 'SIGKILL') problems.push(`was not killed, but ended with ${signal}`);
  problems.push(
    ...strange(await findingsIn(folder), ['tornTail', 'notArchived', ...(operation.passing ?? [])]),
  );
  problems.push(
    ...(await afterAStart(
      operation,
      rehearsal,
      copyOf(folder, join(temporary.path, 'started')),
      acknowledged,
    )),
  );
  await operation.again(folder);
  problems.push(...(await lost(folder, acknowledged)));
  problems.push(...strange(await findingsIn(folder)));
  await start(folder, operation);
  problems.push(...strange(await findingsIn(folder)), ...differences(rehearsal.goal, stateOf(folder)));
  const [at] = readFileSync(trace, 'utf8').trimEnd().split('\n').slice(-1);
  temporary.remove();
  return problems.map((problem) => `${fault} at ${at?.replace(folder, '')}: ${problem}`);
}

/** What is wrong after one step of the operation failed and the program ended by itself: it has left nothing to mend. */
export async function failAt(
  operation: DiskOperation,
  rehearsal: Rehearsal,
  { step }: KillPoint,
): Promise<string[]> {
  const temporary = makeTemporaryFolder();
  const folder = copyOf(rehearsal.folder, join(temporary.path, 'failed'));
  const env = faulty(folder, { DISK_FAULT: 'EIO', DISK_AT: `${step}` });
  const { signal, exitCode } = await operation.run(folder, env, () => undefined);
  const problems = signal === null ? [] : [`ended by ${signal}`];
  // Where there was no store there may be none.
  const isNew = exitCode === 1 && !existsSync(settingsFile(storeIn(rehearsal.folder)));
  problems.push(
    ...strange(await findingsIn(folder), ['notArchived', ...(isNew ? (['missing'] as const) : [])]),
  );
  problems.push(...(await afterAStart(operation, rehearsal, folder, [])));
  temporary.remove();
  return problems.map((problem) => `EIO at ${step}: ${problem}`);
}

async function afterAStart(
  operation: DiskOperation,
  { before, goal }: Rehearsal,
  folder: string,
  acknowledged: readonly Entry[],
): Promise<string[]> {
  try {
    await start(folder, operation);
  } catch (error) {
    return operation.atomic && error instanceof HalfRestored
      ? []
      : [`the next start fails: ${String(error)}`];
  }
  const problems = [...strange(await findingsIn(folder)), ...(await lost(folder, acknowledged))];
  const state = stateOf(folder);
  problems.push(...state.filter((line) => halfDone.test(line)).map((line) => `left behind: ${line}`));
  const isWhole = [before, goal].some((whole) => isDeepStrictEqual(inStore(whole), inStore(state)));
  return (operation.atomic || operation.oldOrNew) && !isWhole
    ? [...problems, 'the store is neither the one before nor the new one']
    : problems;
}

/** Files of the store, and copies beside it, that are only there while something is being done. */
const halfDone = /^store[^:]*(\.new|\.restoring-|restoring\.json)/;

const inStore = (state: readonly string[]): string[] => state.filter((line) => line.startsWith('store/'));

const faulty = (folder: string, env: Environment): Environment => ({
  NODE_OPTIONS: ['faultyDisk.js', 'programClock.js']
    .map((name) => `--import=${new URL(name, import.meta.url).href}`)
    .join(' '),
  CLOCK_AT: nowOfOperations,
  DISK_UNDER: folder,
  ...env,
});

function copyOf(folder: string, to: string): string {
  cpSync(folder, to, { recursive: true });
  // It copies the modes of files only.
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chmodSync(join(to, name), statSync(join(folder, name)).mode);
  }
  return to;
}

async function start(folder: string, { later = nowOfOperations }: DiskOperation): Promise<void> {
  const server = await startedServer({ store: storeIn(folder), clock: new MovableClock(later) });
  await server.stop();
}

async function findingsIn(folder: string): Promise<readonly Finding[]> {
  return (await verifyStore(storeIn(folder))).findings;
}

const strange = (findings: readonly Finding[], passing: readonly Finding['problem'][] = []): string[] =>
  findings.filter(({ problem }) => !passing.includes(problem)).map((finding) => JSON.stringify(finding));

/** What was acknowledged and is not in the store, or is there twice. */
async function lost(folder: string, acknowledged: readonly Entry[]): Promise<string[]> {
  const kept: Entry[] = [];
  for (const day of await journalDays(storeIn(folder), 'herford')) {
    kept.push(...(await readJournal(journalFile(storeIn(folder), 'herford', day))).entries);
  }
  return acknowledged.flatMap(({ ask, seq, at }) => {
    const same = kept.filter((entry) => entry.ask === ask);
    const isKept = same.length === 1 && same[0]?.seq === seq && same[0].at === at;
    return isKept ? [] : [`${ask} was acknowledged and is there ${same.length} times`];
  });
}

/**
 * All that lies in a folder, one line a file with its content. Names that are drawn anew each time are left out, and
 * how often a thing was backed up or set aside.
 */
function stateOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const lines = files
    .filter(({ name }) => name !== sparing)
    .map((file) => {
      const path = join(file.parentPath, file.name);
      const content = file.isFile() ? readFileSync(path, 'utf8') : '';
      return `${path.slice(folder.length + 1).replace(/Z-\d+/, 'Z')}: ${content
        .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid')
        .replaceAll(/\bx[0-9a-f]{12}\b/g, 'x')
        .replaceAll(/"crc":"[0-9a-f]{8}"/g, '')
        // Which file a month was summed up from: its size, time and number on the disk.
        .replaceAll(/"of":"\d+ \d+ \d+"/g, '')}`;
    });
  return [...new Set(lines)].toSorted();
}

/** It spares the next start a check, and a server that does not run from the build makes none. */
const sparing = 'settings.checked.json';

/** A restore that had come to its end before it was killed sets its own work aside when it is repeated. */
function differences(goal: readonly string[], state: readonly string[]): string[] {
  const more = state.filter((line) => !goal.includes(line) && !line.startsWith('store.before-restore-'));
  const less = goal.filter((line) => !state.includes(line));
  return [...more.map((line) => `too much: ${line}`), ...less.map((line) => `missing: ${line}`)];
}
