import { daysBetween, instantOf } from './calendar.js';
import { groupBy, sumOf } from './grouping.js';
import type { RecordedDay, ServiceRecord } from './records.js';

/** What is odd in records and yet taken as it is. */
export interface RoughSpots {
  /** Services that were not over when the next one at the same desk began. */
  readonly overlaps: number;
  /** Visits that ended on a later day than they began; they belong to the day of arrival. */
  readonly overMidnight: number;
  /** Served without any wait. */
  readonly zeroWaits: number;
  /** Services that ended the moment they began. */
  readonly zeroServices: number;
  /** Visitors who left, and of whom no desk is on record. */
  readonly leftWithoutDesk: number;
  /** Services of which no desk is on record: together they count as one desk session a day, if no other is known. */
  readonly servedWithoutDesk: number;
  /** Records that are the same as another one in everything. */
  readonly repeated: number;
  /** Nights, from midnight to 6:00, with one to four arrivals. */
  readonly quietNights: number;
  /** Days between the first and the last one without any record. */
  readonly emptyDays: number;
}

/** Fewer arrivals than this, and yet some, make a night quiet. */
const quietBelow = 5;

/** Counts the rough spots of all days, oldest first. `zone`: IANA name of the site's zone. */
export function roughSpots(days: readonly RecordedDay[], zone: string): RoughSpots {
  const records = days.flatMap((day) => day.records);
  const served = records.filter(({ calledAt }) => calledAt !== null);
  const left = records.length - served.length;
  const first = days.at(0)?.day;
  const last = days.at(-1)?.day;
  return {
    overlaps: overlapsOf(served),
    overMidnight: sumOf(days, ({ endsAt, records: all }) => count(all, (one) => one.finishedAt >= endsAt)),
    zeroWaits: count(served, ({ arrivedAt, calledAt }) => calledAt === arrivedAt),
    zeroServices: count(served, ({ calledAt, finishedAt }) => calledAt === finishedAt),
    leftWithoutDesk: left - count(records, ({ calledAt, desk }) => calledAt === null && desk !== null),
    servedWithoutDesk: count(served, ({ desk }) => desk === null),
    repeated: sumOf(days, (day) => day.records.length - new Set(day.records.map(fingerprint)).size),
    quietNights: days.filter((day) => isQuiet(day, zone)).length,
    emptyDays: first && last ? daysBetween(first, last).length - days.length : 0,
  };
}

const count = <T>(items: readonly T[], holds: (item: T) => boolean): number => items.filter(holds).length;

const fingerprint = ({ arrivedAt, calledAt, finishedAt, concern, desk }: ServiceRecord): string =>
  JSON.stringify([arrivedAt, calledAt, finishedAt, concern, desk]);

/** Of services in the order of their calls, each is looked at with the one after it. */
function overlapsOf(served: readonly ServiceRecord[]): number {
  const known = served.flatMap(({ calledAt, finishedAt, desk }) =>
    desk === null || calledAt === null ? [] : [{ desk, calledAt, finishedAt }],
  );
  return sumOf(
    groupBy(known, ({ desk }) => desk),
    ([, services]) => {
      const inOrder = services.toSorted((a, b) => a.calledAt - b.calledAt || a.finishedAt - b.finishedAt);
      return inOrder.filter(({ finishedAt }, i) => finishedAt > (inOrder[i + 1]?.calledAt ?? Infinity))
        .length;
    },
  );
}

function isQuiet({ day, records }: RecordedDay, zone: string): boolean {
  const morning = instantOf(day, '06:00', zone);
  const arrivals = count(records, ({ arrivedAt }) => arrivedAt < morning);
  return arrivals > 0 && arrivals < quietBelow;
}
