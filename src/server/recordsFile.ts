import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { parse } from 'csv-parse';
import type { LocalClock } from '../statistics/calendar.js';
import {
  readRecord,
  recordColumns,
  type RecordColumn,
  type RecordFields,
  type RecordProblem,
} from '../statistics/recordLine.js';
import type { ServiceRecord } from '../statistics/records.js';

/** One bad line, or all those with the same unknown concern. */
export interface BadLine {
  /** 1-based; of several the first. */
  readonly line: number;
  readonly problem: RecordProblem | 'fieldCount' | 'badQuote' | 'tooManyConcerns';
  readonly column?: RecordColumn;
  /** What stands there; cut where it is long, and without control characters. */
  readonly value?: string;
  /** How many lines have the same unknown concern. */
  readonly lines?: number;
}

/** The header lacks columns, or has some that nobody knows. */
export class BadHeader extends Error {
  override readonly name = 'BadHeader';
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly repeated: readonly string[];

  constructor(header: Record<'missing' | 'unknown' | 'repeated', readonly string[]>) {
    super(Object.values(header).flat().join(', '));
    this.missing = header.missing;
    this.unknown = header.unknown;
    this.repeated = header.repeated;
  }
}

/** A file of more records than are imported at once. */
export class TooManyRecords extends Error {
  override readonly name = 'TooManyRecords';
  readonly most = mostRecords;
}

export interface RecordsFile {
  /** None where any line is bad. */
  readonly records: readonly ServiceRecord[];
  /** Records in all, bad ones too. */
  readonly lines: number;
  /** The first bad lines, as many as are named. */
  readonly badLines: readonly BadLine[];
  /** How many lines are bad. */
  readonly bad: number;
  /** Times that the clock showed twice. */
  readonly ambiguousTimes: number;
  /** Records that stand after a later arrival. */
  readonly outOfOrder: number;
  /** Concerns that the catalogue lacks, in order of their appearance. */
  readonly newConcerns: readonly string[];
}

export interface RecordsFileOptions {
  /** Clock of the place where the records were made. */
  readonly clock: LocalClock;
  /** Whether the catalogue has a concern. */
  readonly isKnown: (concern: string) => boolean;
  /** Take concerns that it lacks. */
  readonly acceptConcerns: boolean;
  /** Told now and then which share of the file is read, 0 to 1, and how many records those are. */
  readonly onProgress?: (share: number, records: number) => void;
}

/** How many bad lines are named. */
const namedLines = 20;
/** A record takes some hundred bytes of memory while it is read. */
const mostRecords = 500_000;
/** A catalogue has fewer; a column of names or case numbers soon has more. */
const mostNewConcerns = 200;
/** A quote that is never closed ends here. */
const longestLine = 10_000;

/**
 * Reads a file of records (CSV with a header, in any order of columns; commas, semicolons or tabs; UTF-8, or UTF-16
 * with its mark) as a stream, and checks every line. Rejects with `BadHeader`, `TooManyRecords`, or what the system
 * says of the file.
 */
export async function readRecordsFile(file: string, options: RecordsFileOptions): Promise<RecordsFile> {
  const { size } = await stat(file);
  const source = createReadStream(file);
  const reading = new Reading(options);
  let line = 0;
  const parser = parse({
    bom: true,
    delimiter: await delimiterOf(file),
    info: true,
    max_record_size: longestLine,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    on_record: (record: string[], { lines }) => {
      line = lines;
      return record;
    },
    // What has no end is told from where it begins; the parser knows only how far it looked.
    skip_records_with_error: true,
    on_skip: (error) => {
      const hasNoEnd = error?.code === 'CSV_QUOTE_NOT_CLOSED' || error?.code === 'CSV_MAX_RECORD_SIZE';
      reading.refuse({ line: hasNoEnd ? line + 1 : Number(error?.['lines'] ?? line), problem: 'badQuote' });
      line = Number(error?.['lines'] ?? line);
    },
  });
  // Without `pipeline`, which would make a loop that is left early wait for a reader that is gone.
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const row of parser as AsyncIterable<Row>) {
      reading.take(row);
      if (reading.lines % 1000 === 0 && reading.lines > 0)
        options.onProgress?.(source.bytesRead / size, reading.lines);
    }
  } finally {
    source.destroy();
  }
  return reading.end();
}

/** csv-parse's row, with `info`. */
interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** What is known of a file so far; it grows with the records, until the first bad line. */
class Reading {
  readonly #options: RecordsFileOptions;
  readonly #words = new Map<string, string>();
  readonly #newConcerns = new Map<string, { line: number; lines: number }>();
  readonly #badLines: BadLine[] = [];
  #columns: readonly RecordColumn[] | undefined;
  #records: ServiceRecord[] = [];
  #bad = 0;
  #ambiguousTimes = 0;
  #outOfOrder = 0;
  #latest = -Infinity;
  lines = 0;

  constructor(options: RecordsFileOptions) {
    this.#options = options;
  }

  take({ record: values, info: { lines: line } }: Row): void {
    if (!this.#columns) {
      this.#columns = readHeader(values);
      return;
    }
    this.lines += 1;
    if (this.lines > mostRecords) throw new TooManyRecords();
    if (values.length !== this.#columns.length) {
      this.refuse({ line, problem: 'fieldCount', value: String(values.length) });
      return;
    }
    const read = readRecord(fieldsOf(this.#columns, values), {
      clock: this.#options.clock,
      isKnown: (concern) => this.#isTaken(concern, line),
    });
    if ('record' in read) this.#keep(read.record, read.ambiguous);
    else if (read.problem !== 'unknownConcern') this.refuse({ line, ...read, value: readable(read.value) });
    else if (this.#options.acceptConcerns) this.refuse({ line, ...read, problem: 'tooManyConcerns' });
    else this.#bad += 1;
  }

  refuse(badLine: BadLine): void {
    this.#bad += 1;
    if (this.#badLines.length < namedLines) this.#badLines.push(badLine);
  }

  end(): RecordsFile {
    if (!this.#columns && this.#bad === 0)
      throw new BadHeader({ missing: recordColumns, unknown: [], repeated: [] });
    const unknown = this.#options.acceptConcerns ? [] : [...this.#newConcerns];
    const named = [
      ...this.#badLines,
      ...unknown.map(([value, count]): BadLine => ({
        problem: 'unknownConcern',
        column: 'concern',
        value,
        ...count,
      })),
    ];
    return {
      records: this.#bad > 0 ? [] : this.#records,
      lines: this.lines,
      badLines: named.toSorted((a, b) => a.line - b.line).slice(0, namedLines),
      bad: this.#bad,
      ambiguousTimes: this.#ambiguousTimes,
      outOfOrder: this.#outOfOrder,
      newConcerns: [...this.#newConcerns.keys()],
    };
  }

  /** Counts a concern that the catalogue lacks. */
  #isTaken(concern: string, line: number): boolean {
    if (this.#options.isKnown(concern)) return true;
    const count = this.#newConcerns.get(concern);
    if (count) count.lines += 1;
    else if (this.#newConcerns.size < mostNewConcerns) this.#newConcerns.set(concern, { line, lines: 1 });
    else return false;
    return this.#options.acceptConcerns;
  }

  #keep(record: ServiceRecord, ambiguous: number): void {
    this.#ambiguousTimes += ambiguous;
    if (record.arrivedAt < this.#latest) this.#outOfOrder += 1;
    this.#latest = Math.max(this.#latest, record.arrivedAt);
    if (this.#bad > 0) {
      this.#records = [];
      return;
    }
    const { concern, desk } = record;
    this.#records.push({ ...record, concern: this.#word(concern), desk: desk && this.#word(desk) });
  }

  /** The same word once in memory, not once a line. */
  #word(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, word);
    return word;
  }
}

function readHeader(names: readonly string[]): readonly RecordColumn[] {
  const columns = names.map((name) => name.toLowerCase());
  const missing = recordColumns.filter((column) => !columns.includes(column));
  const unknown = names.filter((_, i) => !isColumn(columns[i] ?? '')).map(readable);
  const repeated = [...new Set(columns.filter((column, i) => columns.indexOf(column) !== i))].map(readable);
  if (missing.length + unknown.length + repeated.length > 0)
    throw new BadHeader({ missing, unknown, repeated });
  return columns.filter(isColumn);
}

const isColumn = (name: string): name is RecordColumn => (recordColumns as readonly string[]).includes(name);

const fieldsOf = (columns: readonly RecordColumn[], values: readonly string[]): RecordFields =>
  Object.fromEntries(columns.map((column, i) => [column, values[i] ?? ''])) as RecordFields;

const readable = (value: string): string => {
  const plain = value.replaceAll(/\p{C}/gu, '?');
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
};

/** What parts the fields: of the signs that spreadsheets use the one that is most frequent in the header. */
async function delimiterOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead);
    const isUtf16 = start[0] === 0xff && start[1] === 0xfe;
    const [header = ''] = start.toString(isUtf16 ? 'utf16le' : 'utf8').split(/[\r\n]/);
    const timesIn = (sign: string) => header.split(sign).length;
    return [',', ';', '\t'].reduce((best, sign) => (timesIn(sign) > timesIn(best) ? sign : best));
  } finally {
    await handle.close();
  }
}
