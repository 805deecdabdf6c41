import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { plusMonths } from '../statistics/calendar.js';
import { openLow, syncFolder, UnreadableFile } from './durableFile.js';
import type { PlannedChange } from './settingChange.js';
import type { Settings } from './settings.js';
import { settingsFile } from './store.js';

/** A change of a setting, as it stays on record. */
export interface RecordedChange {
  /** Count of the change; the settings file has that of its last one. */
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The lead over a running server, or a command on the machine itself. Never a person. */
  readonly by: 'lead' | 'machine';
  /** 'sites.herford.queue.letter' */
  readonly path: string;
  /** What was in force, be it a default; missing where there was nothing. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What stands in the record of changes, oldest first. */
export interface ChangeRecord {
  readonly version: 1;
  changes: readonly RecordedChange[];
}

export const changesFile = (store: string): string => join(store, 'changes.json');

async function openRecord(store: string) {
  const file = changesFile(store);
  const record = await openLow<ChangeRecord>(file, { version: 1, changes: [] });
  if (!Array.isArray(record.data.changes)) throw new UnreadableFile(file, 'changes');
  return record;
}

/**
 * Stores a change, and that it was made. The record comes first, under a count that the settings do not have yet: where
 * the program ends in between the change has not happened, and whoever reads the record sees that. So there are the old
 * settings or the new ones, and no change that is not on record.
 */
export async function storeChange(
  store: string,
  { content, path, ...values }: Pick<PlannedChange, 'content' | 'path' | 'before' | 'after'>,
  { now, by }: { readonly now: number; readonly by: RecordedChange['by'] },
): Promise<void> {
  const stored = 'revision' in content ? Number(content.revision) : 0;
  const record = await openRecord(store);
  const done = doneOf(record.data.changes, stored);
  const revision = Math.max(stored, done.at(-1)?.revision ?? 0) + 1;
  const change: RecordedChange = {
    revision,
    at: new Date(now).toISOString(),
    by,
    path,
    ...('before' in values ? { before: values.before } : {}),
    ...('after' in values ? { after: values.after } : {}),
  };
  record.data.changes = [...done, change];
  await record.write();
  const settings = await openLow<object>(settingsFile(store), {});
  const { version, ...others } = content as Readonly<Record<string, unknown>>;
  settings.data = { version, ...others, revision };
  await settings.write();
}

/** Changes that came to their end: the last one may have been cut short, if the settings have not heard of it. */
const doneOf = (changes: readonly RecordedChange[], revision: number): readonly RecordedChange[] =>
  changes.at(-1)?.revision === revision + 1 ? changes.slice(0, -1) : changes;

/** The changes on record, oldest first. */
export async function readChanges(
  store: string,
  { revision }: Pick<Settings, 'revision'>,
): Promise<readonly RecordedChange[]> {
  return doneOf((await openRecord(store)).data.changes, revision);
}

/**
 * Deletes what has been on record for as long as the settings say, and a change that was cut short. Once more deletes
 * nothing more.
 */
export async function purgeChanges(
  store: string,
  { revision, sites }: Settings,
  now: number,
): Promise<number> {
  const record = await openRecord(store);
  const done = doneOf(record.data.changes, revision);
  const longest = Math.max(...Object.values(sites).map(({ retention }) => retention.changesMonths));
  const today = new Date(now).toISOString().slice(0, 10);
  const isKept = ({ path, at }: RecordedChange): boolean => {
    const site = path.split('.')[1] ?? '';
    const months = Object.hasOwn(sites, site) ? sites[site]?.retention.changesMonths : undefined;
    return plusMonths(at.slice(0, 10), months ?? longest) >= today;
  };
  const kept = done.filter(isKept);
  if (kept.length === record.data.changes.length) return 0;
  record.data.changes = kept;
  if (kept.length > 0) await record.write();
  else {
    await rm(changesFile(store));
    await syncFolder(store);
  }
  return done.length - kept.length;
}
