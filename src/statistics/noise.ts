import { sumOf } from './grouping.js';
import { studentTail } from './student.js';
import type { Tally } from './tally.js';

/*
 * Whether a figure differs between two periods by more than chance: a queue's days differ a lot, whatever an
 * office does. Every figure that is tested is a ratio of sums over days: waits by contacts, settled by all, contact
 * time by staffed time; a mean of daily values is one with the denominator 1 for each day.
 */

/** A day, or days that may only be shown together: what they add to a figure's numerator and denominator. */
export interface Part {
  readonly above: number;
  readonly below: number;
}

/** What a figure rests on. */
export interface Basis {
  readonly parts: readonly Part[];
  /** The single contacts or visits, where the figure is their mean. */
  readonly singles?: Moments;
}

export type Moments = Pick<Tally, 'n' | 'sum' | 'squares'>;

/**
 * What may be said of a difference. `within`: chance alone makes such differences. `beyond`: chance alone makes one
 * so large in less than one of twenty pairs of periods. `unclear`: too little to tell.
 */
export type Noise = 'within' | 'beyond' | 'unclear';

/** Days, or blocks of days, that each side needs. */
export const leastParts = 3;

/** Contacts or visits that each side needs where there are fewer days. */
export const leastSingles = 10;

const level = 0.05;

/**
 * Welch's test (Biometrika 34, 1947) with days as observations, since the contacts of one day are not independent of
 * each other: a wait is handed on to the next in line. The variance of a ratio of sums is that of its residuals
 * (Cochran, Sampling Techniques, 1977, § 6.3): with R = Σy / Σx and e = y − R·x of m days, var R = m / (m − 1) · Σe² / (Σx)²;
 * for x = 1 that is the variance of a mean. t = (R₁ − R₂) / √(var R₁ + var R₂), degrees of freedom after Welch and
 * Satterthwaite, 5 % on two sides.
 *
 * Where a side has less than three days the single contacts take their place. They seem to know more than they do, so
 * this can only show that a difference is within noise, never that it is beyond.
 *
 * No difference at all is always within noise.
 */
export function noiseOf(a: Basis, b: Basis): Noise {
  const [byDayA, byDayB] = [estimateByParts(a.parts), estimateByParts(b.parts)];
  if (ratioOf(a.parts) === ratioOf(b.parts)) return 'within';
  if (byDayA && byDayB) return isBeyond(byDayA, byDayB) ? 'beyond' : 'within';
  const [singlesA, singlesB] = [estimateBySingles(a.singles), estimateBySingles(b.singles)];
  return singlesA && singlesB && !isBeyond(singlesA, singlesB) ? 'within' : 'unclear';
}

/** The figure itself; null where there is nothing to divide by. */
export function ratioOf(parts: readonly Part[]): number | null {
  const below = sumOf(parts, (part) => part.below);
  return below === 0 ? null : sumOf(parts, (part) => part.above) / below;
}

interface Estimate {
  readonly value: number;
  readonly variance: number;
  readonly degreesOfFreedom: number;
}

function estimateByParts(all: readonly Part[]): Estimate | undefined {
  const parts = all.filter(({ below }) => below > 0);
  const value = ratioOf(parts);
  if (value === null || parts.length < leastParts) return undefined;
  const below = sumOf(parts, (part) => part.below);
  const squares = sumOf(parts, (part) => (part.above - value * part.below) ** 2);
  const degreesOfFreedom = parts.length - 1;
  return { value, variance: (parts.length / degreesOfFreedom) * (squares / below ** 2), degreesOfFreedom };
}

function estimateBySingles(moments: Moments | undefined): Estimate | undefined {
  if (!moments || moments.n < leastSingles) return undefined;
  const { n, sum, squares } = moments;
  const variance = Math.max(squares - sum ** 2 / n, 0) / (n - 1) / n;
  return { value: sum / n, variance, degreesOfFreedom: n - 1 };
}

function isBeyond(a: Estimate, b: Estimate): boolean {
  const variance = a.variance + b.variance;
  if (variance === 0) return a.value !== b.value;
  const degreesOfFreedom =
    variance ** 2 / (a.variance ** 2 / a.degreesOfFreedom + b.variance ** 2 / b.degreesOfFreedom);
  return studentTail((a.value - b.value) / Math.sqrt(variance), degreesOfFreedom) < level;
}
