import type { LiveFigures } from '../../statistics/live.js';

/** One or more hours of the day, [from, to). */
export interface HourSpan {
  readonly from: number;
  readonly to: number;
  readonly arrived: number;
  readonly served: number;
}

/**
 * The hours of the day in at most so many rows. Where they don't fit, the earliest become one row, so that the sums of the
 * rows are always the totals of the day (K11).
 */
export function hourRows(byHour: LiveFigures['byHour'], rows: number): readonly HourSpan[] {
  const spans = byHour.map(({ hour, arrived, served }) => ({ from: hour, to: hour + 1, arrived, served }));
  const tooMany = spans.length - Math.max(1, rows);
  const [first, ...rest] = spans;
  if (tooMany <= 0 || !first) return spans;
  const early = rest.slice(0, tooMany).reduce(
    (sum, { to, arrived, served }) => ({
      from: sum.from,
      to,
      arrived: sum.arrived + arrived,
      served: sum.served + served,
    }),
    first,
  );
  return [early, ...rest.slice(tooMany)];
}
