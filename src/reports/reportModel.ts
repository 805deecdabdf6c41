import type { ReportingView } from '../protocol/messages.js';
import { countersIn, outcomesIn, waitsByBookedConcern, type Days } from '../statistics/combine.js';
import { activitiesIn } from '../statistics/counted.js';
import { byConcernOrder } from '../statistics/concernOrder.js';
import type { Counted, Counters, DailyFigures } from '../statistics/figures.js';
import { otherConcernIn, type Goals } from '../statistics/goals.js';
import { groupBy, sumOf } from '../statistics/grouping.js';
import { hoursIn } from '../statistics/kpis.js';
import { onwardByDestination } from '../statistics/onward.js';
import { joinSpans } from '../statistics/peakSpans.js';
import type { Period } from '../statistics/period.js';
import type { Portion, PortionOfDay } from '../statistics/portion.js';
import type { StaffingPlan } from '../statistics/presence.js';
import { weekdayProfile } from '../statistics/profile.js';
import { allDesks, halvesIn, hiddenInList, hourRow, type Range } from '../statistics/releases.js';
import type { Limits } from '../statistics/suppression.js';
import { extentOf, meanOf } from '../statistics/tally.js';
import { columnsOf } from './columns.js';
import { addTimes, deskTimeOf, spreadOf } from './covered.js';
import { deskRow } from './deskSlice.js';
import { consultedConcerns } from './furtherSlice.js';
import { once } from './once.js';
import { censoring, goalRows, isWhole, weekdayRows } from './periodParts.js';
import { portionsIn, type RolledMonth } from './portions.js';
import { definitions, peakSpans, type DeskFigures, type Report, type Stats, type Targets } from './report.js';
import { contactsOf, countedIn, service, sliceOf, ticketCounts, visitCounts, waiting } from './slice.js';
import type { SliceContext } from './sliceContext.js';
import { deskFigures, noDeskFigures, statsOf, suppressedDeskFigures, suppressedStats } from './stats.js';

export { daysNeededFor } from '../statistics/suppression.js';

export interface ReportInput {
  readonly site: string;
  readonly period: Period;
  /**
   * Figures of the period's days, and of the other days of the weeks that it cuts (`daysNeededFor`): they decide what
   * may be shown. Days without figures are left out.
   */
  readonly days: Days;
  /** Whole months that are there summed up; `days` has none of theirs. */
  readonly rolled?: readonly RolledMonth[];
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
  const { site, period, days, rolled = [], limits, targets, zone, goals = {} } = input;
  const portionsOf = portionsIn(days, rolled, { limits, targets, zone });
  const portions = portionsOf(period);
  const counted = countedIn(portions);
  const allCounters = countersIn(counted);
  const dayNames = portions.flatMap((portion) => portion.days);
  const context: SliceContext = {
    portionsOf,
    stages: {
      reception: portions.length === 0 || portions.some(({ stages }) => stages.reception),
      entranceZone: portions.length === 0 || portions.some(({ stages }) => stages.entranceZone),
    },
    targets,
    minContacts: limits.minContacts,
    staffing: input.staffing,
    hasLateDuty: portions.some(({ lateDuty }) => lateDuty),
    consulted: consultedConcerns(counted),
  };
  const {
    visits,
    tickets,
    waiting: waits,
    firstCallWait,
    service: services,
    ...slice
  } = sliceOf(context, period);
  const eachDay = once(() => portions.flatMap((portion) => portion.eachDay()));
  const byDay = once(() => eachDay().map((each) => dayRow(context, each)));
  const byHalfDay = once(() => eachDay().flatMap(({ figures }) => halfDayRows(context, figures)));
  const peaks = once(() => portions.flatMap((portion) => portion.peaks()));
  const columns = once(() =>
    columnsOf(period, dayNames).map((column) => ({ ...column, ...sliceOf(context, column) })),
  );
  const importedDays = sumOf(portions, ({ imported }) => imported);
  return {
    site,
    period,
    asOf: asOf(portions),
    zone,
    stages: context.stages,
    limits,
    targets,
    halfDayAt: portions.at(-1)?.halfDayAt ?? null,
    days: dayNames.length,
    ...(importedDays > 0 ? { importedDays } : {}),
    visits,
    tickets,
    waiting: waits,
    firstCallWait,
    service: services,
    ...slice,
    // What is told by JSON alone is worked out when somebody reads it: a table of years need not wait for it.
    get byDay() {
      return byDay();
    },
    byHour: hourRows(context, portions, period),
    get byHalfDay() {
      return byHalfDay();
    },
    get peaks() {
      return peaks();
    },
    [peakSpans]: joinSpans(portions.map((portion) => portion.peakSpans)),
    open: openTickets(context, portions, { counted, open: allCounters.open }, waits),
    outcomes: outcomesIn(counted),
    byBookedConcern: bookedConcerns(portions, limits, waits),
    destinations: destinations(counted),
    activities: activities(portions, period),
    counters: counters(counted, allCounters),
    byWeekday: weekdayRows(portions),
    profile: weekdayProfile(portions),
    censoring: censoring(limits.minContacts, portions, waits),
    onward: onwardByDestination(counted),
    goals: goalRows(goals, counted, { waiting: waits, service: services, tickets }),
    get columns() {
      return columns();
    },
    definitions,
    ...officeWords(input),
  };
}

function officeWords({ period: { kind }, reporting }: ReportInput): Pick<Report, 'addressees' | 'baseline'> {
  const { addressees, baseline } = reporting ?? {};
  const isOfPilot = kind === 'pilot' || kind === 'keydate';
  return {
    ...(addressees?.[kind] ? { addressees: addressees[kind] } : {}),
    ...(baseline && isOfPilot ? { baseline } : {}),
  };
}

const asOf = (portions: readonly Portion[]): string | null =>
  portions.length === 0 ? null : new Date(Math.max(...portions.map((portion) => portion.asOf))).toISOString();

function dayRow(context: SliceContext, { figures, portion }: PortionOfDay): Report['byDay'][number] {
  const range: Range = { from: figures.day, to: figures.day };
  return {
    day: figures.day,
    visits: visitCounts([figures]),
    tickets: ticketCounts([portion], figures.stages.entranceZone, figures.counters),
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

function hourRows(context: SliceContext, portions: readonly Portion[], period: Range): Report['byHour'] {
  const present = new Set(portions.flatMap((portion) => portion.hourRows));
  const sums = portions.flatMap(({ weekdays }) => weekdays.flatMap(({ hours }) => hours));
  return hoursIn(sums).map((row) => ({
    ...row,
    desks: hourDesks(
      portions,
      period,
      halvesIn(portions)
        .map((half) => hourRow({ half, hour: row.hour }))
        .filter((name) => present.has(name)),
    ),
  }));
}

/** Desk time of an hour of the clock; the two halves of an hour that noon cuts are shown together or not at all. */
function hourDesks(portions: readonly Portion[], period: Range, rows: readonly string[]): DeskFigures {
  const known = rows.map((row) => deskTimeOf(portions, period, row)).filter(({ isKnown }) => isKnown);
  if (known.length === 0) return noDeskFigures;
  if (known.some(({ coverage }) => !coverage.isShown)) return suppressedDeskFigures;
  return deskFigures(addTimes(known.map(({ times }) => times)));
}

function openTickets(
  context: SliceContext,
  portions: readonly Portion[],
  { counted, open }: { readonly counted: readonly Counted[] } & Pick<Counters, 'open'>,
  shown: Stats,
): Report['open'] {
  const elapsed = counted.flatMap(({ waiting: times }) => times).toSorted((a, b) => b - a);
  const waits = extentOf(portions.map(({ ended }) => ended));
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
function bookedConcerns(
  portions: readonly Portion[],
  limits: Limits,
  shown: Stats,
): Report['byBookedConcern'] {
  const rows = waitsByBookedConcern(countedIn(portions)).toSorted(([a], [b]) => byConcernOrder(a, b));
  const counts = new Map(rows.map(([concern, { n }]) => [concern, n]));
  const hidden = hiddenInList(counts, contactsOf(portions), limits);
  return rows.map(([concern, waits]) => ({
    concern,
    waiting:
      hidden.has(concern) || !isWhole(shown)
        ? suppressedStats(waits.n)
        : statsOf(spreadOf(portions, `booked ${concern}`, [waits]), {
            perContact: meanOf(waits),
            perVisit: null,
          }),
  }));
}

const destinations = (days: readonly Counted[]): Record<string, number> =>
  Object.fromEntries(
    groupBy(
      days.flatMap(({ visits }) => visits),
      ({ destination }) => destination,
    ).map(([destination, rows]) => [destination, sumOf(rows, ({ n }) => n)]),
  );

function activities(portions: readonly Portion[], period: Range): Report['activities'] {
  if (!deskTimeOf(portions, period, allDesks).coverage.isShown) return null;
  return activitiesIn(portions.flatMap((portion) => portion.activities(allDesks))).map(
    ({ time, ...activity }) => ({
      ...activity,
      seconds: time / 1000,
    }),
  );
}

function counters(days: readonly Counted[], all: Counters): Report['counters'] {
  const { lostTime, noShowEvents: _, copies: __, open: ___, corrected = 0, ...rest } = all;
  return { lostDeskSeconds: lostTime / 1000, ...rest, otherConcern: otherConcernIn(days), corrected };
}
