import type { LocalClock } from './calendar.js';
import type { ServiceRecord } from './records.js';

/** The columns of a file of records. */
export const recordColumns = ['arrived_at', 'called_at', 'finished_at', 'ended', 'concern', 'desk'] as const;

export type RecordColumn = (typeof recordColumns)[number];

/** One line's values by column, as they stand there. */
export type RecordFields = Readonly<Record<RecordColumn, string>>;

/** What can be wrong with a line. */
export type RecordProblem =
  | 'missing'
  | 'badTime'
  | 'skippedTime'
  | 'calledBeforeArrived'
  | 'finishedBeforeArrived'
  | 'finishedBeforeCalled'
  | 'tooLong'
  | 'servedWithoutCall'
  | 'leftWithCall'
  | 'unknownEnded'
  | 'unknownConcern'
  | 'badConcern';

/** Why a line is no record: the column to look at, and what stands in it. */
export interface BadRecord {
  readonly problem: RecordProblem;
  readonly column: RecordColumn;
  readonly value: string;
}

export interface RecordRules {
  /** Clock of the place where the records were made. */
  readonly clock: LocalClock;
  /** Whether a concern may be imported. */
  readonly isKnown: (concern: string) => boolean;
}

export interface ReadRecord {
  readonly record: ServiceRecord;
  /** How many of its times the clock showed twice. */
  readonly ambiguous: number;
}

/** Longer than this from the arrival to the end is a slip of the date. */
const longestMs = 24 * 3_600_000;

/** A concern is a short code: names and sentences have no place in the figures. */
const concernCode = /^[A-Za-z0-9._-]{1,32}$/;

/**
 * Reads one line. Times are ISO 8601 or 'DD.MM.YYYY HH:MM:SS', seconds may be missing; with an offset they are that
 * instant, without one they are read off the clock. A time that the clock showed twice is taken as the earlier of the
 * two, unless that is before the time before it.
 */
export function readRecord(fields: RecordFields, { clock, isKnown }: RecordRules): ReadRecord | BadRecord {
  const { ended, concern, desk } = fields;
  const bad = (problem: RecordProblem, column: RecordColumn): BadRecord => ({
    problem,
    column,
    value: fields[column],
  });
  const isServed = ended === 'served';
  if (!isServed && ended !== 'left') return bad(ended === '' ? 'missing' : 'unknownEnded', 'ended');
  if (concern === '') return bad('missing', 'concern');
  if (!concernCode.test(concern) || concern in {}) return bad('badConcern', 'concern');
  if (!isKnown(concern)) return bad('unknownConcern', 'concern');
  if (isServed && fields.called_at === '') return bad('servedWithoutCall', 'called_at');
  if (!isServed && fields.called_at !== '') return bad('leftWithCall', 'called_at');

  const arrived = readTime(fields.arrived_at, clock);
  if (typeof arrived === 'string') return bad(arrived, 'arrived_at');
  const arrivedAt = arrived.earliest;
  const called = isServed ? readTime(fields.called_at, clock) : arrived;
  if (typeof called === 'string') return bad(called, 'called_at');
  const calledAt = notBefore(called, arrivedAt);
  if (calledAt === undefined) return bad('calledBeforeArrived', 'called_at');
  const finished = readTime(fields.finished_at, clock);
  if (typeof finished === 'string') return bad(finished, 'finished_at');
  const finishedAt = notBefore(finished, calledAt);
  if (finishedAt === undefined)
    return bad(isServed ? 'finishedBeforeCalled' : 'finishedBeforeArrived', 'finished_at');
  if (finishedAt - arrivedAt > longestMs) return bad('tooLong', 'finished_at');
  const times = isServed ? [arrived, called, finished] : [arrived, finished];
  return {
    record: {
      arrivedAt,
      calledAt: isServed ? calledAt : null,
      finishedAt,
      concern,
      desk: desk === '' ? null : desk,
    },
    ambiguous: times.filter(({ earliest, latest }) => earliest !== latest).length,
  };
}

/** What a time may mean, ms since the epoch; mostly both are the same. */
interface Reading {
  readonly earliest: number;
  readonly latest: number;
}

const notBefore = ({ earliest, latest }: Reading, at: number): number | undefined =>
  [earliest, latest].find((reading) => reading >= at);

const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:[.,]\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?$/;
const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4}) (\d{1,2}):(\d{2})(:\d{2})?$/;

function readTime(text: string, clock: LocalClock): Reading | 'missing' | 'badTime' | 'skippedTime' {
  if (text === '') return 'missing';
  const [, day = '', minutes = '', seconds = ':00', offset = ''] =
    iso.exec(text) ?? iso.exec(isoOfGerman(text)) ?? [];
  const time = `${minutes}${seconds.replace(',', '.')}`;
  const isTime = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d/.test(time);
  const local = isTime ? clock(day, time) : undefined;
  if (local === undefined) return 'badTime';
  const readings = offset === '' ? local : [Date.parse(`${day}T${time}${offset}`)];
  const [earliest, latest = earliest] = readings;
  if (earliest === undefined || latest === undefined) return 'skippedTime';
  return Number.isNaN(earliest) ? 'badTime' : { earliest, latest };
}

/** '8.6.2015 7:05' → '2015-06-08T07:05'; spreadsheets write times so. */
function isoOfGerman(text: string): string {
  const [, date = '', month = '', year = '', hours = '', minutes = '', seconds = ''] =
    german.exec(text) ?? [];
  return `${year}-${two(month)}-${two(date)}T${two(hours)}:${minutes}${seconds}`;
}

const two = (digits: string): string => digits.padStart(2, '0');
