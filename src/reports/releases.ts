import type { ClockQuarter } from '../statistics/clockTimes.js';
import {
  allConcerns,
  concernsIn,
  contactsIn,
  groupRow,
  lateDutyRow,
  regularRow,
  serviceCountIn,
  type Days,
} from '../statistics/combine.js';
import type { Line } from '../statistics/derivable.js';
import { groupOf, halves, type DailyFigures, type Half } from '../statistics/figures.js';
import { countIn, groupBy, sumOf } from '../statistics/grouping.js';
import { deskTimesIn, isKnown } from '../statistics/kpis.js';
import { releaseOf, type Release, type ReleaseRow } from '../statistics/release.js';
import { hiddenCells, type Cell, type Limits } from '../statistics/suppression.js';
import { daysWithin } from './stats.js';

/** A span of days, both included. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

export const groupsIn = (days: Days): string[] => [...new Set(concernsIn(days).map(groupOf))];

interface TreeRow {
  readonly key: string;
  readonly parent: string | null;
  readonly division?: string;
  /** How many desks contributed to the row on a day. */
  readonly sessions: (day: DailyFigures) => number;
}

/** The two parts by duty, where any day has a late one. */
const dutyRows = (days: Days): TreeRow[] =>
  days.some(({ lateDuty }) => lateDuty)
    ? [
        {
          key: lateDutyRow,
          parent: allConcerns,
          division: 'duty',
          sessions: ({ sessions }) => sessions.byDuty?.late ?? 0,
        },
        {
          key: regularRow,
          parent: allConcerns,
          division: 'duty',
          sessions: ({ sessions }) => sessions.byDuty?.regular ?? sessions.all,
        },
      ]
    : [];

/** Concern rows with their parents: all, groups, concerns; and beside the groups the parts by duty. */
const concernTree = (days: Days): TreeRow[] => [
  { key: allConcerns, parent: null, sessions: ({ sessions }) => sessions.all },
  ...groupsIn(days).map((group) => ({
    key: groupRow(group),
    parent: allConcerns,
    sessions: ({ sessions }: DailyFigures) => countIn(sessions.byGroup, group),
  })),
  ...concernsIn(days).map((concern) => ({
    key: concern,
    parent: groupRow(groupOf(concern)),
    sessions: ({ sessions }: DailyFigures) => countIn(sessions.byConcern, concern),
  })),
  ...dutyRows(days),
];

const cellsByDay = (days: Days, cellOf: (day: DailyFigures) => Cell): ReadonlyMap<string, Cell> =>
  new Map(days.map((day) => [day.day, cellOf(day)]));

/** What may be shown of service times, by concern row. */
export function serviceRelease(days: Days, limits: Limits): Release {
  const rows = concernTree(days).map(({ sessions, ...row }): ReleaseRow => ({
    ...row,
    byDay: cellsByDay(days, (day) => ({ n: serviceCountIn([day], row.key), desks: sessions(day) })),
  }));
  return releaseOf(rows, days, limits);
}

/** The time of a visitor at the reception. Which place it was is not kept: a day counts as one session. */
export function receptionRelease(days: Days, limits: Limits): Release {
  const measured = (day: DailyFigures) => sumOf(day.reception, ({ time }) => time?.n ?? 0);
  const byDay = cellsByDay(days, (day) => ({ n: measured(day), desks: Math.min(measured(day), 1) }));
  return releaseOf([{ key: allConcerns, parent: null, byDay }], days, limits);
}

export const allDesks = 'desks';

/** The parts that any of these days has; a late duty is a part of its own. */
export const halvesIn = (days: Days): readonly Half[] =>
  halves.filter((half) => half !== 'late' || days.some(({ lateDuty }) => lateDuty));

/** The row of an hour in a half day, so that the hours add up to the half days. */
export const hourRow = ({ half, hour }: Pick<ClockQuarter, 'half' | 'hour'>): string => `${half} ${hour}`;

/**
 * What may be shown of desk time, by half day and hour. It all but equals the service time of its day, so its total
 * rests on the same contacts and desks; the parts are judged by their desks alone.
 */
export function deskRelease(
  days: Days,
  quartersOn: ReadonlyMap<string, readonly ClockQuarter[]>,
  limits: Limits,
): Release {
  const quarters = (day: DailyFigures) => quartersOn.get(day.day) ?? [];
  const enough = Math.max(limits.minContacts, 1);
  const partOf = (some: readonly ClockQuarter[], desks: number): Cell =>
    isKnown(deskTimesIn(some)) ? { n: enough, desks } : { n: 0, desks: 0 };
  const total = cellsByDay(days, (day) => {
    const contacts = contactsIn([day]);
    const times = partOf(quarters(day), day.sessions.atDesks);
    return contacts > 0 && times.n > 0 ? { n: contacts, desks: day.sessions.all } : times;
  });
  const halfRows = halvesIn(days).map((half): ReleaseRow => ({
    key: half,
    parent: allDesks,
    byDay: cellsByDay(days, (day) =>
      partOf(
        quarters(day).filter((quarter) => quarter.half === half),
        day.sessions.atDesksByHalf[half] ?? 0,
      ),
    ),
  }));
  const hourKeys = [...new Set(days.flatMap((day) => quarters(day).map(hourRow)))];
  const hours = hourKeys.map((key): ReleaseRow => {
    const [parent = null] = key.split(' ');
    return {
      key,
      parent,
      byDay: cellsByDay(days, (day) => {
        const inHour = quarters(day).filter((quarter) => hourRow(quarter) === key);
        return partOf(inHour, Math.max(0, ...inHour.map(({ row }) => row.desks ?? 0)));
      }),
    };
  });
  return releaseOf([{ key: allDesks, parent: null, byDay: total }, ...halfRows, ...hours], days, limits);
}

/** Whether the waits of a concern row in a span are hidden. */
export type HiddenWaits = (row: string, range: Range) => boolean;

const rangeKey = ({ from, to }: Range): string => `${from} ${to}`;

/** Hidden cells of a table of waits, which need no desks. */
export const hiddenWhere = (
  cells: ReadonlyMap<string, Cell>,
  lines: readonly (readonly Line[])[],
  minContacts: number,
): ReadonlySet<string> =>
  hiddenCells(
    {
      cells,
      lines,
      restOn: (keys) => ({ n: sumOf(keys, (key) => cells.get(key)?.n ?? 0), desks: 0 }),
    },
    { minContacts, minDesks: 0 },
  );

/**
 * Waits are the visitors' and need contacts only. The tables that a report prints, by concern for the period and its
 * columns and without concerns for its days, are kept tight.
 */
export function hiddenWaits(
  days: Days,
  period: Range,
  columns: readonly Range[],
  { minContacts }: Limits,
): HiddenWaits {
  const keyOf = (row: string, range: Range) => `${row}\t${rangeKey(range)}`;
  const tree = concernTree(days);
  const singles = days.map(({ day }): Range => ({ from: day, to: day }));
  const inside = ({ from, to }: Range) =>
    singles.filter((single) => single.from >= from && single.from <= to);
  const tables = [period, ...columns];
  const cells = new Map<string, Cell>();
  const addCell = (row: string, range: Range) =>
    cells.set(keyOf(row, range), { n: contactsIn(daysWithin(days, range), row), desks: 0 });
  for (const range of tables) for (const { key } of tree) addCell(key, range);
  for (const range of singles) addCell(allConcerns, range);
  const partsOf = (row: string): string[][] =>
    groupBy(
      tree.filter(({ parent }) => parent === row),
      ({ division = '' }) => division,
    ).map(([, parts]) => parts.map(({ key }) => key));
  /** A column of one day is that day. */
  const lineOf = (total: string, parts: readonly string[]): Line[] =>
    parts.every((part) => part === total) ? [] : [{ total, parts }];
  const lines = [
    tree.flatMap(({ key }) =>
      lineOf(
        keyOf(key, period),
        columns.map((range) => keyOf(key, range)),
      ),
    ),
    (columns.length > 0 ? columns : [period]).flatMap((range) =>
      lineOf(
        keyOf(allConcerns, range),
        inside(range).map((day) => keyOf(allConcerns, day)),
      ),
    ),
    ...tables.map((range) =>
      tree.flatMap(({ key }) =>
        partsOf(key).flatMap((parts) =>
          lineOf(
            keyOf(key, range),
            parts.map((row) => keyOf(row, range)),
          ),
        ),
      ),
    ),
  ];
  const hidden = hiddenWhere(cells, lines, minContacts);
  return (row, range) => hidden.has(keyOf(row, range));
}
