import { crc32 } from 'node:zlib';
import type { By, Entry, Event } from '../queue/events.js';

/** One entry as a line of the journal: JSON with `at` as ISO 8601 UTC, closed by a CRC32 over all that comes before it. */
export function writeLine(entry: Entry): string {
  const { seq, at, by, ask, events } = entry;
  const body = JSON.stringify({ seq, at: new Date(at).toISOString(), by, ask, events });
  return `${body.slice(0, -1)},"crc":"${checksum(body)}"}\n`;
}

export type LineProblem = 'notJson' | 'badChecksum' | 'badShape' | 'badSequence' | 'otherDay';

export type ReadLine = { readonly entry: Entry } | { readonly problem: LineProblem };

/**
 * Reads a line without its line end. A day may have a hundred thousand of them: the line is parsed as it stands, and
 * digits are read one by one, since cut-outs and patterns take as long as the parsing itself.
 */
export function readLine(line: string): ReadLine {
  const stored = parsed(line);
  if (!stored) return { problem: line.includes(',"crc":"') ? 'badChecksum' : 'notJson' };
  const { seq, at, by, ask, events, crc } = stored;
  const sum = closedByBrace(crc32(line.slice(0, -closingLength)));
  if (typeof crc !== 'string' || crc.length !== 8 || numberIn(crc, 0, 8, 16) !== sum) {
    return { problem: 'badChecksum' };
  }
  const time = typeof at === 'string' ? instantOf(at) : Number.NaN;
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
    return (JSON.parse(line) as StoredLine | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What `toISOString` wrote, as ms since the epoch; NaN without its digits. Several times as fast as `Date.parse`. */
function instantOf(iso: string): number {
  return Date.UTC(
    numberIn(iso, 0, 4, 10),
    numberIn(iso, 5, 2, 10) - 1,
    numberIn(iso, 8, 2, 10),
    numberIn(iso, 11, 2, 10),
    numberIn(iso, 14, 2, 10),
    numberIn(iso, 17, 2, 10),
    numberIn(iso, 20, 3, 10),
  );
}

/** The number that so many digits stand for, letters being small; NaN where there is anything else. */
function numberIn(text: string, start: number, count: number, base: 10 | 16): number {
  let value = 0;
  for (let i = start; i < start + count; i += 1) {
    const digit = digitOf(text.charCodeAt(i));
    if (!(digit >= 0 && digit < base)) return Number.NaN;
    value = value * base + digit;
  }
  return value;
}

function digitOf(code: number): number {
  if (code <= 0x39) return code - 0x30;
  return code >= 0x61 ? code - 0x61 + 10 : -1;
}

/** The CRC32 of a text and the brace that closes a line's body, from the CRC32 of the text: another call would take as long again. */
function closedByBrace(sum: number): number {
  let rest = ~sum ^ brace;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ reversedPolynomial : rest >>> 1;
  return ~rest >>> 0;
}

const brace = '}'.charCodeAt(0);

/** Of CRC-32/ISO-HDLC, the one of zlib. */
const reversedPolynomial = 0xedb88320;

/** The length of `,"crc":"1a2b3c4d"}`. */
const closingLength = 18;

const checksum = (body: string): string => crc32(body).toString(16).padStart(8, '0');
