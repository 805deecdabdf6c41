import type { Counted } from './figures.js';
import type { Histogram } from './packedSeconds.js';
import { countOf } from './quantile.js';
import { joinSpreads, pool, poolOf, type Spread } from './tally.js';

/** One step of the survival curve: from this second on the share of waits that last longer. */
export interface SurvivalStep {
  readonly second: number;
  /** Waits that were neither ended nor lost sight of before. */
  readonly atRisk: number;
  /** Waits that ended here. */
  readonly ended: number;
  readonly survival: number;
}

/**
 * Kaplan & Meier (1958): Ŝ(t) = Π (1 − d/n) over the seconds up to t in which waits ended; d waits ended there, n were
 * neither ended nor censored before. A wait censored in the same second is still at risk in it.
 */
export function survivalOf(ended: Histogram, censored: Histogram): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let atRisk = countOf(ended) + countOf(censored);
  let survival = 1;
  for (let second = 0; second < Math.max(ended.length, censored.length); second += 1) {
    const d = ended[second] ?? 0;
    if (d > 0) {
      survival *= 1 - d / atRisk;
      steps.push({ second, atRisk, ended: d, survival });
    }
    atRisk -= d + (censored[second] ?? 0);
  }
  return steps;
}

/** The first second by which half of the waits are over; null where the curve never comes down to a half. */
export const medianOf = (steps: readonly SurvivalStep[]): number | null =>
  // Products of fractions miss a half by less than this.
  steps.find(({ survival }) => survival <= 0.5 + 1e-12)?.second ?? null;

/** Area under the curve from 0 to a limit, in seconds: the mean wait where a longer one counts as the limit. */
export function restrictedMean(steps: readonly SurvivalStep[], limitSecond: number): number {
  let area = 0;
  let [from, survival] = [0, 1];
  for (const step of steps.filter(({ second }) => second < limitSecond)) {
    area += survival * (step.second - from);
    [from, survival] = [step.second, step.survival];
  }
  return area + survival * (limitSecond - from);
}

/** Waits that no call to a service has ended, as far as they are known: of those still waiting, gone or left over. */
export interface CensoredWaits {
  /** Waits of completed contacts. */
  readonly ended: Spread;
  /** Still waiting at the time of the figures. */
  readonly waiting: Spread;
  readonly left: Spread;
  /** Still in the line when the day was closed. */
  readonly flagged: Spread;
}

/**
 * The waits of a period, all that ended, with those cut short. A no-show is in neither part: by the concept's rules it is no wait at all,
 * it is counted by itself. Nor is whoever is at a desk now: the wait counts once the contact is completed.
 */
export const censoredWaits = (
  days: readonly Pick<Counted, 'waiting' | 'unserved'>[],
  ended: Spread,
): CensoredWaits => ({
  ended,
  waiting: poolOf(days.flatMap(({ waiting }) => waiting)),
  left: pool(days.flatMap(({ unserved }) => unserved?.left ?? [])),
  flagged: pool(days.flatMap(({ unserved }) => unserved?.flagged ?? [])),
});

export interface WaitEstimate {
  readonly medianSeconds: number | null;
  readonly restrictedMeanSeconds: number;
  /** The limit of the restricted mean: the longest wait on record, ended or not. */
  readonly limitSeconds: number;
}

/**
 * Median and restricted mean of the wait with right-censored ones taken as such (domain: survival analysis). The mean of
 * the waits that ended is rather low, because the long ones are those that have not; null without any that ended.
 */
export function estimateWait({ ended, waiting, left, flagged }: CensoredWaits): WaitEstimate | null {
  if (ended.n === 0) return null;
  const censored = joinSpreads([waiting, left, flagged]).histogram;
  const steps = survivalOf(ended.histogram, censored);
  const limit = Math.max(longestIn(ended.histogram), longestIn(censored));
  return {
    medianSeconds: medianOf(steps),
    restrictedMeanSeconds: restrictedMean(steps, limit),
    limitSeconds: limit,
  };
}

/** The longest duration; 0 where there is none. */
function longestIn(histogram: Histogram): number {
  let longest = histogram.length - 1;
  while (longest > 0 && histogram[longest] === 0) longest -= 1;
  return Math.max(longest, 0);
}
