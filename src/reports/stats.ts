import type { Days } from '../statistics/combine.js';
import { isKnown, utilisation, utilisationWithCaseWork, type DeskTimes } from '../statistics/kpis.js';
import { median, quantile } from '../statistics/quantile.js';
import type { Spread } from '../statistics/tally.js';
import { once } from './once.js';
import type { DeskFigures, Stats } from './report.js';

/** ms to seconds, null staying null. */
const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

/** Means in ms, by the criterion that defines them. */
interface Means {
  readonly perContact: number | null;
  readonly perVisit: number | null;
}

/** The stats of durations with their means. Median and percentile are worked out when somebody reads them. */
export function statsOf(tally: Spread, { perContact, perVisit }: Means, withheld = 0): Stats {
  const isEmpty = tally.n === 0;
  const medianOf = once(() => (isEmpty ? null : median(tally.histogram)));
  const p90Of = once(() => (isEmpty ? null : quantile(tally.histogram, 0.9)));
  return {
    n: tally.n,
    sumSeconds: isEmpty ? null : tally.sum / 1000,
    meanPerContactSeconds: seconds(perContact),
    meanPerVisitSeconds: seconds(perVisit),
    get medianSeconds() {
      return medianOf();
    },
    get p90Seconds() {
      return p90Of();
    },
    maxSeconds: isEmpty ? null : tally.max / 1000,
    ...(withheld > 0 ? { withheld } : {}),
  };
}

/** Nothing but n. */
export const suppressedStats = (n: number): Stats => ({
  n,
  sumSeconds: null,
  meanPerContactSeconds: null,
  meanPerVisitSeconds: null,
  medianSeconds: null,
  p90Seconds: null,
  maxSeconds: null,
  suppressed: true,
});

export function deskFigures(times: DeskTimes, withheldDays = 0): DeskFigures {
  if (!isKnown(times)) return noDeskFigures;
  return {
    staffedSeconds: times.staffed / 1000,
    busySeconds: times.busy / 1000,
    caseWorkSeconds: times.caseWork / 1000,
    idleSeconds: times.idle / 1000,
    idleWhileWaitingSeconds: times.idleWhileWaiting / 1000,
    utilisation: utilisation(times),
    utilisationWithCaseWork: utilisationWithCaseWork(times),
    ...(withheldDays > 0 ? { withheldDays } : {}),
  };
}

export const noDeskFigures: DeskFigures = {
  staffedSeconds: null,
  busySeconds: null,
  caseWorkSeconds: null,
  idleSeconds: null,
  idleWhileWaitingSeconds: null,
  utilisation: null,
  utilisationWithCaseWork: null,
};

export const suppressedDeskFigures: DeskFigures = { ...noDeskFigures, suppressed: true };

/** The days of a span, both ends included; the days are in order. */
export const daysWithin = (days: Days, { from, to }: { readonly from: string; readonly to: string }): Days =>
  days.slice(
    countBefore(days, (day) => day >= from),
    countBefore(days, (day) => day > to),
  );

/** How many days, in order, come before the first one that is beyond a bound. */
function countBefore(days: Days, isBeyond: (day: string) => boolean): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeyond(days[middle]?.day ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}
