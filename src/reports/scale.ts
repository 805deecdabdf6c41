import type { Cell, GridRow } from './sheet.js';

/** How large a number is beside the others of its table: what bars and shades are made from. */

/** The highest value in these columns (all, if none are named), sums left out; 0 without any. */
export function highestIn(rows: readonly GridRow[], columns?: readonly number[]): number {
  const cells = rows
    .filter(({ isTotal }) => !isTotal)
    .flatMap((row) => row.cells.filter((_, i) => columns?.includes(i) ?? true));
  return Math.max(0, ...cells.map(({ value }) => value ?? 0));
}

/** Shades are told apart without colour, so they are few. */
export const mostShade = 4;

/** 0 for nothing, then 1 to 4 for each quarter of the highest value; undefined where there is no number. */
export function shadeOf({ value }: Cell, highest: number): number | undefined {
  if (value === undefined) return undefined;
  return highest === 0 ? 0 : Math.max(0, Math.ceil((value / highest) * mostShade));
}

/** Ends of an axis from 0 on: a round step, at most five of them, the last not below the highest value. */
export function ticksFor(highest: number, roundSteps: readonly number[]): number[] {
  const decimal = [1, 2, 5].flatMap((step) => [1, 10, 100, 1000, 10_000].map((power) => step * power));
  const steps = roundSteps.length > 0 ? roundSteps : decimal;
  const step =
    steps.toSorted((a, b) => a - b).find((candidate) => highest / candidate <= 5) ?? Math.ceil(highest / 5);
  return Array.from({ length: Math.max(1, Math.ceil(highest / step)) + 1 }, (_, i) => i * step);
}
