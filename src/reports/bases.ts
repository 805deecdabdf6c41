import { quartersOf, type ClockQuarter } from '../statistics/clockTimes.js';
import {
  allConcerns,
  concernsIn,
  contactsIn,
  firstCallWaitsIn,
  groupRow,
  servicesIn,
  visitsIn,
  waitsIn,
  type ConcernRow,
  type Days,
} from '../statistics/combine.js';
import { appointmentDestination } from '../statistics/contacts.js';
import { deskTimesIn, servedVisitsIn } from '../statistics/kpis.js';
import type { Basis, Part } from '../statistics/noise.js';
import type { Release } from '../statistics/coverage.js';
import { countWithin, pool, type Pool } from '../statistics/tally.js';
import { allDesks, deskRelease, groupsIn, receptionRelease, serviceRelease } from '../statistics/releases.js';
import type { ReportInput } from './reportModel.js';
import { daysWithin } from './stats.js';

/*
 * What the figures of a report rest on, day by day, for telling differences from chance. Each is the ratio of the sums
 * of its parts, and rests on no more days than the report shows it from; a test holds both to it.
 */

type CountIn = (days: Days) => number;

/** By the path of the figure in the report: "waiting.meanPerContactSeconds", "byConcern[3.2].service.…". */
export function basesOf({ period, days: all, limits, targets, zone }: ReportInput): Map<string, Basis> {
  const known = all.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const inPeriod = daysWithin(known, period);
  const quartersOn = new Map(known.map((day) => [day.day, quartersOf(day, zone)]));
  const figuresOn = new Map(known.map((day) => [day.day, day]));
  const blocksOf = (release: Release, row: string): Days[] => {
    const { blocks, isShown } = release(row, period.from, period.to);
    return isShown ? blocks.map((block) => block.flatMap((day) => figuresOn.get(day) ?? [])) : [];
  };
  const desks = deskRelease(known, quartersOn, limits);
  return new Map([
    ...visitBases(inPeriod),
    ...waitBases(inPeriod, targets.waitSeconds * 1000),
    ...serviceBases(inPeriod, serviceRelease(known, limits), blocksOf),
    ...receptionBases(blocksOf(receptionRelease(known, limits), allConcerns)),
    ...deskBases(quartersOn, (row) => blocksOf(desks, row)),
  ]);
}

type Named = readonly [string, Basis];

const eachAlone = (days: Days): Days[] => days.map((day) => [day]);

const partsOf = (blocks: readonly Days[], above: CountIn, below: CountIn): Part[] =>
  blocks.map((days) => ({ above: above(days), below: below(days) }));

/** A mean of durations, in seconds. */
function meanOfTallies(blocks: readonly Days[], talliesIn: (days: Days) => Pool): Basis {
  const { n, sum, squares } = talliesIn(blocks.flat());
  return {
    parts: partsOf(
      blocks,
      (days) => talliesIn(days).sum / 1000,
      (days) => talliesIn(days).n,
    ),
    singles: { n, sum: sum / 1000, squares: squares / 1_000_000 },
  };
}

/** A mean of daily values, in seconds; days of one block share its value. */
function meanOfDailyValues(
  blocks: readonly Days[],
  talliesIn: (days: Days) => Pool,
  countIn: CountIn,
): Basis {
  const counted = (days: Days) => days.filter((day) => countIn([day]) > 0).length;
  const filled = blocks.filter((days) => counted(days) > 0);
  const valueOf = (days: Days) => talliesIn(days).sum / 1000 / countIn(days);
  return { parts: partsOf(filled, (days) => valueOf(days) * counted(days), counted) };
}

/** A share; each of what it is a share of is one observation, 1 or 0. */
function share(days: Days, partIn: CountIn, wholeIn: CountIn): Basis {
  const [sum, n] = [partIn(days), wholeIn(days)];
  return { parts: partsOf(eachAlone(days), partIn, wholeIn), singles: { n, sum, squares: sum } };
}

const perDay = (days: Days, countIn: CountIn): Basis => ({
  parts: partsOf(eachAlone(days), countIn, (some) => some.length),
});

function visitBases(days: Days): Named[] {
  const all: CountIn = (some) => visitsIn(some);
  const tickets: CountIn = (some) => visitsIn(some, { way: 'ticket' });
  const settled: CountIn = (some) => visitsIn(some, { way: 'settled' });
  const concluded: CountIn = (some) => visitsIn(some, { way: 'ticket', outcome: 'settled' });
  const noShow: CountIn = (some) => visitsIn(some, { way: 'ticket', outcome: 'noShow' });
  const withoutAppointment: CountIn = (some) =>
    all(some) - visitsIn(some, { destination: appointmentDestination });
  const both: CountIn = (some) => settled(some) + concluded(some);
  return [
    ['perDay.visits', perDay(days, all)],
    ['perDay.tickets', perDay(days, tickets)],
    ['perDay.contacts', perDay(days, (some) => contactsIn(some))],
    ['tickets.noShowRate', share(days, noShow, tickets)],
    ['filters.first', share(days, settled, withoutAppointment)],
    ['filters.second', share(days, concluded, servedVisitsIn)],
    ['filters.together', share(days, both, all)],
    ['shares.reception', share(days, settled, all)],
    ['shares.entranceZone', share(days, concluded, all)],
    ['shares.passedOn', share(days, (some) => all(some) - both(some), all)],
    ['service.conclusiveRate', share(days, concluded, servedVisitsIn)],
  ];
}

/** A row of the tables by concern, and where it stands in the report. */
const concernRows = (days: Days): (readonly [ConcernRow, string])[] => [
  ...concernsIn(days).map((concern) => [concern, `byConcern[${concern}]`] as const),
  ...groupsIn(days).map((group) => [groupRow(group), `byGroup[${group}]`] as const),
];

function waitBases(days: Days, targetMs: number): Named[] {
  const each = eachAlone(days);
  const contacts: CountIn = (some) => contactsIn(some);
  const within: CountIn = (some) => countWithin(waitsIn(some), targetMs);
  return [
    ['waiting.meanPerVisitSeconds', meanOfDailyValues(each, waitsIn, servedVisitsIn)],
    ['waiting.meanPerContactSeconds', meanOfTallies(each, waitsIn)],
    ['waiting.meanPerDaySeconds', perDay(days, (some) => waitsIn(some).sum / 1000)],
    ['waiting.withinTarget', share(days, within, contacts)],
    ['firstCallWait.meanPerContactSeconds', meanOfTallies(each, firstCallWaitsIn)],
    ...concernRows(days).map(([row, place]): Named => [
      `${place}.waiting.meanPerContactSeconds`,
      meanOfTallies(each, (some) => waitsIn(some, row)),
    ]),
  ];
}

function serviceBases(
  days: Days,
  release: Release,
  blocksOf: (release: Release, row: string) => Days[],
): Named[] {
  const blocks = blocksOf(release, allConcerns);
  const sum: CountIn = (some) => servicesIn(some).sum / 1000;
  return [
    ['service.meanPerVisitSeconds', meanOfDailyValues(blocks, servicesIn, servedVisitsIn)],
    ['service.meanPerContactSeconds', meanOfTallies(blocks, servicesIn)],
    ['service.meanPerDaySeconds', { parts: partsOf(blocks, sum, (some) => some.length) }],
    ...concernRows(days).map(([row, place]): Named => [
      `${place}.service.meanPerContactSeconds`,
      meanOfTallies(blocksOf(release, row), (some) => servicesIn(some, row)),
    ]),
  ];
}

function receptionBases(blocks: readonly Days[]): Named[] {
  const timesIn = (days: Days) =>
    pool(days.flatMap((day) => day.reception.flatMap(({ time }) => time ?? [])));
  return [['reception.meanPerContactSeconds', meanOfTallies(blocks, timesIn)]];
}

function deskBases(
  quartersOn: ReadonlyMap<string, readonly ClockQuarter[]>,
  blocksOf: (row: string) => Days[],
): Named[] {
  const timesOf = (days: Days, half?: 'am' | 'pm') =>
    deskTimesIn(
      days
        .flatMap(({ day }) => quartersOn.get(day) ?? [])
        .filter((quarter) => half === undefined || quarter.half === half),
    );
  const all = blocksOf(allDesks);
  const hours: CountIn = (days) => timesOf(days).staffed / 3_600_000;
  const known: CountIn = (days) => timesOf(days).staffed + timesOf(days).caseWork;
  const ofAll = (above: CountIn, below: CountIn): Basis => ({ parts: partsOf(all, above, below) });
  return [
    ['productivity.contactsPerStaffedHour', ofAll((days) => contactsIn(days), hours)],
    ['productivity.contactShare', ofAll((days) => timesOf(days).busy, known)],
    ['productivity.caseWorkShare', ofAll((days) => timesOf(days).caseWork, known)],
    ['productivity.freeShare', ofAll((days) => timesOf(days).staffed - timesOf(days).busy, known)],
    ...(['am', 'pm'] as const).flatMap((half): Named[] => {
      const blocks = blocksOf(half);
      const busy: CountIn = (days) => timesOf(days, half).busy;
      const caseWork: CountIn = (days) => timesOf(days, half).caseWork;
      const staffed: CountIn = (days) => timesOf(days, half).staffed;
      const both =
        (a: CountIn): CountIn =>
        (days) =>
          a(days) + caseWork(days);
      return [
        [`halfDays.${half}.utilisation`, { parts: partsOf(blocks, busy, staffed) }],
        [`halfDays.${half}.utilisationWithCaseWork`, { parts: partsOf(blocks, both(busy), both(staffed)) }],
      ];
    }),
  ];
}
