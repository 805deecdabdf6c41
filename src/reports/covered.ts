import { meanOfValues } from '../statistics/kpis.js';
import type {
  Covered,
  CoveredDeskTime,
  CoveredDurations,
  DurationsOf,
  Kind,
  Portion,
} from '../statistics/portion.js';
import { mayBeShown } from '../statistics/coverage.js';
import type { Range } from '../statistics/releases.js';
import { sumOf } from '../statistics/grouping.js';
import { extentOf, joinHistograms, meanOf, type Extent, type Spread } from '../statistics/tally.js';
import type { DeskTimes } from '../statistics/kpis.js';
import { once } from './once.js';
import type { Stats } from './report.js';
import { statsOf, suppressedStats } from './stats.js';

/** How much of a row may be shown of a span of days. */
export interface Coverage extends Pick<Covered, 'n' | 'withheld' | 'days'> {
  /** False: nothing may be shown but n. */
  readonly isShown: boolean;
}

/** The portions of a span of days together. */
export function coverageOf(parts: readonly Covered[], { from, to }: Range): Coverage {
  const withheld = sumOf(parts, (part) => part.withheld);
  const days = sumOf(parts, (part) => part.days);
  const isCut = parts.some((part) => part.isCut);
  return {
    n: sumOf(parts, ({ n }) => n),
    withheld,
    days,
    isShown: mayBeShown({ withheld, isCut, hasBlocks: days > 0 }, from, to),
  };
}

/** Durations of a span of days: those that may be shown, and how many may not. */
export interface Durations {
  readonly coverage: Coverage;
  readonly shown: Spread;
}

export function durationsOf(
  portions: readonly Portion[],
  range: Range,
  of: DurationsOf,
  partOf: (portion: Portion) => CoveredDurations,
): Durations {
  const parts = portions.map(partOf);
  return {
    coverage: coverageOf(parts, range),
    shown: spreadOf(
      portions,
      of,
      parts.map(({ shown }) => shown),
    ),
  };
}

/** Durations of portions, with their histogram once it is asked for. */
export function spreadOf(portions: readonly Portion[], of: DurationsOf, parts: readonly Extent[]): Spread {
  return lazySpread(
    of,
    extentOf(parts),
    portions.map(({ histogram }) => histogram),
  );
}

/** Apart from the portions, so that a report that is kept does not keep them. */
function lazySpread(of: DurationsOf, extent: Extent, readers: readonly Portion['histogram'][]): Spread {
  const histogram = once(() => joinHistograms(readers.map((read) => read(of))));
  return {
    ...extent,
    get histogram() {
      return histogram();
    },
  };
}

/** The mean of the daily values of a kind of durations. */
export const meanOfDaily = (portions: readonly Portion[], kind: Kind): number | null =>
  meanOfValues(portions.map((portion) => portion.daily(kind)));

export const coveredStats = (
  { coverage: { n, withheld, isShown }, shown }: Durations,
  perVisit: number | null,
): Stats =>
  isShown ? statsOf(shown, { perContact: meanOf(shown), perVisit }, withheld) : suppressedStats(n);

/** Desk time of a span of days. */
export interface DeskTimeOf extends Omit<CoveredDeskTime, keyof Covered> {
  readonly coverage: Coverage;
}

export function deskTimeOf(portions: readonly Portion[], range: Range, row: string): DeskTimeOf {
  const parts = portions.map((portion) => portion.desks(row));
  return {
    coverage: coverageOf(parts, range),
    isKnown: parts.some(({ isKnown }) => isKnown),
    times: addTimes(parts.map(({ times }) => times)),
    left: sumOf(parts, ({ left }) => left),
  };
}

export const addTimes = (parts: readonly DeskTimes[]): DeskTimes => ({
  staffed: sumOf(parts, ({ staffed }) => staffed),
  busy: sumOf(parts, ({ busy }) => busy),
  caseWork: sumOf(parts, ({ caseWork }) => caseWork),
  activity: sumOf(parts, ({ activity }) => activity),
  reinforcement: sumOf(parts, ({ reinforcement }) => reinforcement),
  pause: sumOf(parts, ({ pause }) => pause),
  idle: sumOf(parts, ({ idle }) => idle),
  idleWhileWaiting: sumOf(parts, ({ idleWhileWaiting }) => idleWhileWaiting),
});
