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

/** Reads a line without its line end. */
export function readLine(line: string): ReadLine {
  const end = line.lastIndexOf(',"crc":"');
  if (end < 0) return { problem: 'notJson' };
  const body = `${line.slice(0, end)}}`;
  if (line.slice(end) !== `,"crc":"${checksum(body)}"}`) return { problem: 'badChecksum' };
  const { seq, at, by, ask, events } = JSON.parse(body) as {
    seq: number;
    at: string;
    by: By;
    ask: string;
    events: Event[];
  };
  const time = Date.parse(at);
  if (!Number.isInteger(seq) || Number.isNaN(time) || !Array.isArray(events)) return { problem: 'badShape' };
  return { entry: { seq, at: time, by, ask, events } };
}

const checksum = (body: string): string => crc32(body).toString(16).padStart(8, '0');
