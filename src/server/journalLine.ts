import { crc32 } from 'node:zlib';
import type { By, Entry, Event } from '../queue/events.js';

/** One entry as a line of the journal: JSON with `at` as ISO 8601 UTC, closed by a CRC32 over all that comes before it. */
export function writeLine(entry: Entry): string {
  const { seq, at, by, ask, events } = entry;
  const body = JSON.stringify({ seq, at: new Date(at).toISOString(), by, ask, events });
  return `${body.slice(0, -1)},"crc":"${checksum(body)}"}\n`;
}

export type LineProblem = 'notJson' | 'badChecksum' | 'badShape' | 'badSequence';

export type ReadLine = { readonly entry: Entry } | { readonly problem: LineProblem };

/** Reads a line without its line end. A day may have a hundred thousand of them, so no part of it is made anew. */
export function readLine(line: string): ReadLine {
  const end = line.length - closingLength;
  if (!line.startsWith(closing, end)) return { problem: line.includes(closing) ? 'badChecksum' : 'notJson' };
  const stored = parsed(line);
  // The body is closed by a brace of its own.
  const sum = crc32('}', crc32(line.slice(0, end)));
  if (!stored || !writtenSum.test(stored.crc) || Number.parseInt(stored.crc, 16) !== sum) {
    return { problem: 'badChecksum' };
  }
  const { seq, at, by, ask, events } = stored;
  const time = instantOf(at);
  if (!Number.isInteger(seq) || Number.isNaN(time) || !Array.isArray(events)) return { problem: 'badShape' };
  return { entry: { seq, at: time, by, ask, events } };
}

/** A line's content as it stands there, before anything of it was checked. */
interface StoredLine {
  readonly seq: number;
  readonly at: string;
  readonly by: By;
  readonly ask: string;
  readonly events: Event[];
  readonly crc: string;
}

function parsed(line: string): StoredLine | undefined {
  try {
    return JSON.parse(line) as StoredLine;
  } catch {
    return undefined;
  }
}

const isoInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What `toISOString` wrote, as ms since the epoch; NaN for anything else. Several times as fast as `Date.parse`. */
function instantOf(iso: string): number {
  if (!isoInstant.test(iso)) return Number.NaN;
  const part = (start: number, count: number) => digits(iso, start, count);
  return Date.UTC(part(0, 4), part(5, 2) - 1, part(8, 2), part(11, 2), part(14, 2), part(17, 2), part(20, 3));
}

function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i += 1) value = value * 10 + text.charCodeAt(i) - zero;
  return value;
}

const zero = '0'.charCodeAt(0);
const closing = ',"crc":"';
const closingLength = `${closing}00000000"}`.length;
const writtenSum = /^[0-9a-f]{8}$/;

const checksum = (body: string): string => crc32(body).toString(16).padStart(8, '0');
