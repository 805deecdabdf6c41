import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { Terms } from '../statistics/portion.js';
import { rollUp, rollUpVersion, type MonthRollUp } from '../statistics/rolledPortion.js';
import {
  archivedDays,
  archivedMonths,
  archiveFolder,
  monthFile,
  namesInArchive,
  readMonth,
} from './archive.js';
import { isMissing, replaceFile } from './durableFile.js';
import { markedDays } from './importMark.js';
import type { SiteSettings } from './settings.js';

/*
 * Beside a month's figures stands what they add up to, so that a report over years need not read days. It is made of
 * the month's file and of nothing else that is not named in it, so it can be deleted at any time: the server makes it
 * again at its next start or change of the day. One that does not fit its month's file, the settings or the program is
 * taken for not there.
 */

/** The first line of the file; the second is the sums. */
export interface RollUpHead {
  /** Of the sums' shape and meaning. */
  readonly version: typeof rollUpVersion;
  readonly terms: Terms;
  /** Which month's file it was made of. */
  readonly of: string;
  /** CRC32 of the second line, eight hexadecimal digits. */
  readonly check: string;
}

export const rollUpFile = (store: string, site: string, month: string): string =>
  monthFile(store, site, month).replace(/\.json$/, '.sums.json');

/** What the settings say of reports. */
export const termsOf = ({
  privacy,
  zone,
  queue,
}: Pick<SiteSettings, 'privacy' | 'zone' | 'queue'>): Terms => ({
  limits: { minContacts: privacy.minContacts, minDesks: privacy.minDesks },
  zone,
  targets: { waitSeconds: queue.waitTargetSeconds, utilisation: queue.peakUtilisation },
});

/** Whether the sums of a month ('YYYY-MM') are there and fit. */
export const isRolledUp = (store: string, site: string, month: string, terms: Terms): boolean =>
  readFitting(store, site, month, terms) !== undefined;

/**
 * The sums themselves, to be read when they are asked for; undefined where there are none or, by their first line, none
 * that fit. So the months of many sites can be looked at and then read one by one. Should they be damaged, or another
 * month's by then, they are made of the days.
 */
export function findRollUp(
  store: string,
  site: string,
  month: string,
  terms: Terms,
): (() => MonthRollUp) | undefined {
  const file = rollUpFile(store, site, month);
  const start = ifThere(() => startOfHead(store, site, month, terms));
  if (start === undefined || !ifThere(() => startsWith(file, start))) return undefined;
  return () => {
    const found = ifThere(() => sumsAfter(start, file));
    return found === undefined
      ? rollUp(readMonth(store, site, month), terms)
      : (JSON.parse(found) as MonthRollUp);
  };
}

function startsWith(path: string, start: string): boolean {
  const file = openSync(path, 'r');
  try {
    const found = Buffer.alloc(Buffer.byteLength(start));
    readSync(file, found);
    return found.equals(Buffer.from(start));
  } finally {
    closeSync(file);
  }
}

const readFitting = (store: string, site: string, month: string, terms: Terms): string | undefined =>
  ifThere(() => sumsAfter(startOfHead(store, site, month, terms), rollUpFile(store, site, month)));

/** The sums, if the file's first line starts so and ends with their check. */
function sumsAfter(start: string, file: string): string | undefined {
  const [head = '', sums = ''] = readFileSync(file, 'utf8').split('\n', 2);
  return head === headOf(start, sums) ? sums : undefined;
}

function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function headOf(start: string, sums: string): string {
  const check: Pick<RollUpHead, 'check'> = { check: crc32(sums).toString(16).padStart(8, '0') };
  return `${start},${JSON.stringify(check).slice(1)}`;
}

/** All of the first line that the sums themselves do not decide. */
function startOfHead(store: string, site: string, month: string, terms: Terms): string {
  const { size, mtimeNs, ino } = statSync(monthFile(store, site, month), { bigint: true });
  const { limits, zone, targets } = terms;
  // Said in this order by everybody: it is compared as text.
  const head: Omit<RollUpHead, 'check'> = {
    version: rollUpVersion,
    terms: {
      limits: { minContacts: limits.minContacts, minDesks: limits.minDesks },
      zone,
      targets: { waitSeconds: targets.waitSeconds, utilisation: targets.utilisation },
    },
    of: `${size} ${mtimeNs} ${ino}`,
  };
  return JSON.stringify(head).slice(0, -1);
}

/**
 * Makes the sums of every archived month that lack, and deletes those of months that are gone. Needs the store's lock.
 * Resolves with the months summed up.
 */
export async function rollUpMonths(store: string, site: string, settings: SiteSettings): Promise<string[]> {
  const folder = archiveFolder(store, site);
  if ((await markedDays(folder)).size > 0) return [];
  const terms = termsOf(settings);
  const months = await archivedMonths(store, site);
  const made: string[] = [];
  for (const month of months) {
    if (isRolledUp(store, site, month, terms)) continue;
    const sums = await sumsOf(store, site, month, terms);
    if (sums === undefined) continue;
    await replaceFile(
      rollUpFile(store, site, month),
      `${headOf(startOfHead(store, site, month, terms), sums)}\n${sums}\n`,
    );
    made.push(month);
    // A year takes as long as a few screens: the server answers in between.
    await pause();
  }
  for (const month of await namesInArchive(folder, /^(\d{4}-\d{2})\.sums\.json$/)) {
    if (!months.includes(month)) await rm(rollUpFile(store, site, month), { force: true });
  }
  return made;
}

/** undefined for a month without days. */
async function sumsOf(store: string, site: string, month: string, terms: Terms): Promise<string | undefined> {
  const days = await archivedDays(store, site, `${month}-01`, `${month}-31`);
  return days.length === 0 ? undefined : JSON.stringify(rollUp(days, terms));
}

/** Whether the sums of a month, where there are any that fit, are those of its days. */
export async function isRolledUpRight(
  store: string,
  site: string,
  month: string,
  settings: SiteSettings,
): Promise<boolean> {
  const terms = termsOf(settings);
  const kept = readFitting(store, site, month, terms);
  return kept === undefined || kept === (await sumsOf(store, site, month, terms));
}
