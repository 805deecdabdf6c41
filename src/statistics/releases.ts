import type { ClockQuarter } from './clockTimes.js';
import {
  allConcerns,
  concernsIn,
  contactRowsIn,
  contactsIn,
  groupRow,
  lateDutyRow,
  regularRow,
  serviceCountIn,
  wayTimesIn,
  type ConcernRow,
  type Days,
} from './combine.js';
import { groupOf, halves, type DailyFigures, type Half } from './figures.js';
import { countIn, groupBy, sumOf } from './grouping.js';
import { deskTimesIn, isKnown, servedVisitsIn } from './kpis.js';
import type { Release } from './coverage.js';
import { releaseOf, type ReleaseRow } from './release.js';
import { hiddenCells, type Cell, type Limits } from './suppression.js';

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

/** The contacts of a row on a day, by all that any row goes by. */
const atomsOf = (
  figuresOn: ReadonlyMap<string, DailyFigures>,
  row: ConcernRow,
): ((day: string) => readonly string[]) => {
  return (day) => {
    const figures = figuresOn.get(day);
    const contacts = figures ? contactRowsIn([figures], row) : [];
    return contacts.map(({ half, concern, booked }) => [half, concern, booked].join(' '));
  };
};

const byName = (days: Days): ReadonlyMap<string, DailyFigures> =>
  new Map(days.map((figures) => [figures.day, figures]));

/** What may be shown of service times, by concern row. */
export function serviceRelease(days: Days, limits: Limits): Release {
  const figuresOn = byName(days);
  const rows = concernTree(days).map(({ sessions, ...row }): ReleaseRow => ({
    ...row,
    byDay: cellsByDay(days, (day) => ({ n: serviceCountIn([day], row.key), desks: sessions(day) })),
    atomsOn: atomsOf(figuresOn, row.key),
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
export const halvesIn = (days: readonly { readonly lateDuty?: boolean }[]): readonly Half[] =>
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
  const inHours = new Map(days.map((day) => [day, new Map(groupBy(quarters(day), hourRow))]));
  const hourKeys = [...new Set(days.flatMap((day) => quarters(day).map(hourRow)))];
  const hours = hourKeys.map((key): ReleaseRow => {
    const [parent = null] = key.split(' ');
    return {
      key,
      parent,
      byDay: cellsByDay(days, (day) => {
        const inHour = inHours.get(day)?.get(key) ?? [];
        return partOf(inHour, Math.max(0, ...inHour.map(({ row }) => row.desks ?? 0)));
      }),
    };
  });
  return releaseOf([{ key: allDesks, parent: null, byDay: total }, ...halfRows, ...hours], days, limits);
}

/** By what the sum of a day is divided in the mean of days (K1). */
const visitsByDay = (days: Days): ReadonlyMap<string, number> =>
  new Map(days.map((day) => [day.day, servedVisitsIn([day])]));

/** Waits are the visitors' and need contacts only. A day is shown by itself or not at all. */
const waitLimits = ({ minContacts }: Limits): Limits => ({ minContacts, minDesks: 0 });

/** What may be shown of waits, by concern row. */
export function waitRelease(days: Days, limits: Limits): Release {
  const figuresOn = byName(days);
  const tree = concernTree(days).map(({ key, parent, division }): ReleaseRow => ({
    key,
    parent,
    ...(division === undefined ? {} : { division }),
    byDay: cellsByDay(days, (day) => ({ n: contactsIn([day], key), desks: 0 })),
    atomsOn: atomsOf(figuresOn, key),
    ...(key === allConcerns ? { divisors: visitsByDay(days) } : {}),
  }));
  return releaseOf(tree, days, waitLimits(limits), { areMerged: false });
}

/** Concerns of which the waits stay hidden in a list that adds up to a total which is shown. */
export function hiddenInList(
  counts: ReadonlyMap<string, number>,
  total: number,
  { minContacts }: Limits,
): ReadonlySet<string> {
  const nOf = (key: string) => (key === allConcerns ? total : (counts.get(key) ?? 0));
  const keys = [...counts.keys()];
  return hiddenCells(
    {
      cells: new Map([allConcerns, ...keys].map((key) => [key, { n: nOf(key), desks: 0 }])),
      lines: [[{ total: allConcerns, parts: keys }]],
      restOn: (some) => ({ n: sumOf(some, nOf), desks: 0 }),
    },
    { minContacts, minDesks: 0 },
  );
}

/** What may be shown of the walks to the desk, which not every contact has. */
export function wayRelease(days: Days, limits: Limits): Release {
  const row: ReleaseRow = {
    key: allConcerns,
    parent: null,
    byDay: cellsByDay(days, (day) => ({ n: wayTimesIn([day]).n, desks: 0 })),
    divisors: visitsByDay(days),
  };
  return releaseOf([row], days, waitLimits(limits), { areMerged: false });
}
