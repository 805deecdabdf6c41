import type { ReportingView } from '../protocol/messages.js';
import { quartersOf, type ClockQuarter } from '../statistics/clockTimes.js';
import {
  allConcerns,
  countersIn,
  outcomesIn,
  waitsByBookedConcern,
  waitsIn,
  type Days,
} from '../statistics/combine.js';
import { byConcernOrder, type DailyFigures } from '../statistics/figures.js';
import { otherConcernIn, type Goals } from '../statistics/goals.js';
import { groupBy, sumOf } from '../statistics/grouping.js';
import { deskTimesIn, hours, isKnown, peaks } from '../statistics/kpis.js';
import { onwardByDestination } from '../statistics/onward.js';
import type { Period } from '../statistics/period.js';
import type { StaffingPlan } from '../statistics/presence.js';
import { weekdayProfile } from '../statistics/profile.js';
import { meanOf } from '../statistics/tally.js';
import type { Limits } from '../statistics/suppression.js';
import { columnsOf } from './columns.js';
import {
  allDesks,
  deskRelease,
  halvesIn,
  hiddenInList,
  hourRow,
  receptionRelease,
  serviceRelease,
  waitRelease,
  wayRelease,
  type Range,
} from './releases.js';
import { definitions, type DeskFigures, type Report, type Stats, type Targets } from './report.js';
import { deskDays, deskRow } from './deskSlice.js';
import { consultedConcerns } from './furtherSlice.js';
import { censoring, goalRows, isWhole, weekdayRows } from './periodParts.js';
import { service, sliceOf, ticketCounts, visitCounts, waiting } from './slice.js';
import type { SliceContext } from './sliceContext.js';
import {
  daysWithin,
  deskFigures,
  noDeskFigures,
  statsOf,
  suppressedDeskFigures,
  suppressedStats,
} from './stats.js';

export { daysNeededFor } from '../statistics/suppression.js';

export interface ReportInput {
  readonly site: string;
  readonly period: Period;
  /**
   * Figures of the period's days, and of the other days of the weeks that it cuts (`daysNeededFor`): they decide what
   * may be shown. Days without figures are left out.
   */
  readonly days: Days;
  readonly limits: Limits;
  readonly targets: Targets;
  /** What the office wants to reach; none by default. */
  readonly goals?: Goals;
  /** How the stages are to be staffed; without it the report says nothing of it. */
  readonly staffing?: StaffingPlan;
  /** IANA name of the site's zone. */
  readonly zone: string;
  /** What the site's settings add. */
  readonly reporting?: Pick<ReportingView, 'addressees' | 'baseline'>;
}

/** The report of a period. The same figures always give the same report, to the byte. */
export function buildReport(input: ReportInput): Report {
  const { site, period, days, limits, targets, zone, goals = {} } = input;
  const known = days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const inPeriod = daysWithin(known, period);
  const quartersOn = new Map(known.map((day) => [day.day, quartersOf(day, zone)]));
  const columns = columnsOf(
    period,
    inPeriod.map(({ day }) => day),
  );
  const context: SliceContext = {
    days: known,
    figuresOn: new Map(known.map((figures) => [figures.day, figures])),
    quartersOn,
    stages: {
      reception: inPeriod.length === 0 || inPeriod.some(({ stages }) => stages.reception),
      entranceZone: inPeriod.length === 0 || inPeriod.some(({ stages }) => stages.entranceZone),
    },
    targets,
    minContacts: limits.minContacts,
    staffing: input.staffing,
    hasLateDuty: inPeriod.some(({ lateDuty }) => lateDuty),
    consulted: consultedConcerns(inPeriod),
    waits: waitRelease(known, limits),
    ways: wayRelease(known, limits),
    service: serviceRelease(known, limits),
    reception: receptionRelease(known, limits),
    desks: deskRelease(known, quartersOn, limits),
  };
  const {
    visits,
    tickets,
    waiting: waits,
    firstCallWait,
    service: services,
    ...slice
  } = sliceOf(context, period);
  const quarters = inPeriod.flatMap(({ day }) => quartersOn.get(day) ?? []);
  const byDay = once(() => inPeriod.map((figures) => dayRow(context, figures)));
  const byHalfDay = once(() => inPeriod.flatMap((figures) => halfDayRows(context, figures)));
  const importedDays = inPeriod.filter(({ imported }) => imported).length;
  return {
    site,
    period,
    asOf: asOf(inPeriod),
    zone,
    stages: context.stages,
    limits,
    targets,
    halfDayAt: inPeriod.at(-1)?.halfDayAt ?? null,
    days: inPeriod.length,
    ...(importedDays > 0 ? { importedDays } : {}),
    visits,
    tickets,
    waiting: waits,
    firstCallWait,
    service: services,
    ...slice,
    // Days are told by JSON alone: worked out when somebody reads them, a table of years need not wait for them.
    get byDay() {
      return byDay();
    },
    byHour: hours(quarters).map((row) => ({ ...row, desks: hourDesks(context, quarters, period, row.hour) })),
    get byHalfDay() {
      return byHalfDay();
    },
    peaks: peakRows(context, quarters, limits),
    open: openTickets(context, inPeriod, waits),
    outcomes: outcomesIn(inPeriod),
    byBookedConcern: bookedConcerns(inPeriod, limits, waits),
    destinations: destinations(inPeriod),
    activities: activities(context, period),
    counters: counters(inPeriod),
    byWeekday: weekdayRows(context, inPeriod),
    profile: weekdayProfile(inPeriod, quartersOn),
    censoring: censoring(context, inPeriod, waits),
    onward: onwardByDestination(inPeriod),
    goals: goalRows(goals, inPeriod, { waiting: waits, service: services, tickets }),
    columns: columns.map((column) => ({ ...column, ...sliceOf(context, column) })),
    definitions,
    ...officeWords(input),
  };
}

/** Works something out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function officeWords({ period: { kind }, reporting }: ReportInput): Pick<Report, 'addressees' | 'baseline'> {
  const { addressees, baseline } = reporting ?? {};
  const isOfPilot = kind === 'pilot' || kind === 'keydate';
  return {
    ...(addressees?.[kind] ? { addressees: addressees[kind] } : {}),
    ...(baseline && isOfPilot ? { baseline } : {}),
  };
}

const asOf = (days: Days): string | null =>
  days.length === 0 ? null : new Date(Math.max(...days.map((day) => day.asOf))).toISOString();

function dayRow(context: SliceContext, figures: DailyFigures): Report['byDay'][number] {
  const range: Range = { from: figures.day, to: figures.day };
  return {
    day: figures.day,
    visits: visitCounts([figures]),
    tickets: ticketCounts([figures], figures.stages.entranceZone),
    waiting: waiting(context, range),
    service: service(context, range),
  };
}

const halfDayRows = (context: SliceContext, figures: DailyFigures): Report['byHalfDay'] =>
  halvesIn([figures]).map((half) => ({
    day: figures.day,
    half,
    ...deskRow(context, { from: figures.day, to: figures.day }, half),
  }));

/** Desk time of an hour of the clock; the two halves of an hour that noon cuts are shown together or not at all. */
function hourDesks(
  context: SliceContext,
  quarters: readonly ClockQuarter[],
  period: Range,
  hour: number,
): DeskFigures {
  const rows = [...new Set(quarters.filter((quarter) => quarter.hour === hour).map(hourRow))];
  const known = rows.filter((row) =>
    isKnown(deskTimesIn(quarters.filter((quarter) => hourRow(quarter) === row))),
  );
  const covered = known.map((row) => ({ row, days: deskDays(context, period, row) }));
  if (covered.length === 0) return noDeskFigures;
  if (covered.some(({ days }) => days === null)) return suppressedDeskFigures;
  const shown = covered.flatMap(({ row, days }) =>
    (days ?? []).flatMap(({ day }) =>
      (context.quartersOn.get(day) ?? []).filter((quarter) => hourRow(quarter) === row),
    ),
  );
  return deskFigures(deskTimesIn(shown));
}

/**
 * Utilisation in a quarter hour makes a peak where its hour may be shown and enough desks were there; a wait does in
 * any case, but is told only where enough contacts began to wait then.
 */
function peakRows(context: SliceContext, quarters: readonly ClockQuarter[], limits: Limits): Report['peaks'] {
  const found = peaks(quarters, {
    utilisation: context.targets.utilisation,
    wait: context.targets.waitSeconds * 1000,
  });
  return found.flatMap(({ quarter, maxWait, ...peak }) => {
    const isDeskTimeShown =
      (quarter.row.desks ?? 0) >= limits.minDesks &&
      context.desks(hourRow(quarter), peak.day, peak.day).isShown;
    const reasons = peak.reasons.filter((reason) => reason === 'wait' || isDeskTimeShown);
    if (reasons.length === 0) return [];
    const isWaitShown =
      peak.waits >= limits.minContacts && context.waits(allConcerns, peak.day, peak.day).isShown;
    return {
      ...peak,
      utilisation: isDeskTimeShown ? peak.utilisation : null,
      maxWaitSeconds: isWaitShown && maxWait !== null ? maxWait / 1000 : null,
      reasons,
    };
  });
}

function openTickets(context: SliceContext, days: Days, shown: Stats): Report['open'] {
  const { open } = countersIn(days);
  const elapsed = days.flatMap(({ waiting: times }) => times).toSorted((a, b) => b - a);
  const waits = waitsIn(days);
  const atLeast = (waits.sum + sumOf(elapsed, (ms) => ms)) / (waits.n + elapsed.length) / 1000;
  return {
    ...open,
    elapsedSeconds: elapsed.map((ms) => ms / 1000),
    meanWaitAtLeastSeconds:
      elapsed.length === 0 || !isWhole(shown) || !context.stages.entranceZone ? null : atLeast,
  };
}

/**
 * Waits by the concern booked. It is a second reading of waits that the report has by their final concern, and is kept
 * tight for itself: a contact whose concern was changed stands in two rows.
 */
function bookedConcerns(days: Days, limits: Limits, shown: Stats): Report['byBookedConcern'] {
  const rows = waitsByBookedConcern(days).toSorted(([a], [b]) => byConcernOrder(a, b));
  const counts = new Map(rows.map(([concern, { n }]) => [concern, n]));
  const hidden = hiddenInList(counts, waitsIn(days).n, limits);
  return rows.map(([concern, tally]) => ({
    concern,
    waiting:
      hidden.has(concern) || !isWhole(shown)
        ? suppressedStats(tally.n)
        : statsOf(tally, { perContact: meanOf(tally), perVisit: null }),
  }));
}

const destinations = (days: Days): Record<string, number> =>
  Object.fromEntries(
    groupBy(
      days.flatMap(({ visits }) => visits),
      ({ destination }) => destination,
    ).map(([destination, rows]) => [destination, sumOf(rows, ({ n }) => n)]),
  );

function activities(context: SliceContext, period: Range): Report['activities'] {
  const days = deskDays(context, period, allDesks);
  if (days === null) return null;
  return groupBy(
    days.flatMap((day) => day.activities),
    ({ activity, team = '' }) => `${activity}\t${team}`,
  ).flatMap(([, rows]) => {
    const [first] = rows;
    if (!first) return [];
    const { activity, team } = first;
    return { activity, ...(team ? { team } : {}), seconds: sumOf(rows, ({ time }) => time) / 1000 };
  });
}

function counters(days: Days): Report['counters'] {
  const { lostTime, noShowEvents: _, copies: __, open: ___, corrected = 0, ...rest } = countersIn(days);
  return { lostDeskSeconds: lostTime / 1000, ...rest, otherConcern: otherConcernIn(days), corrected };
}
