import { endOf, startOf, timeOf } from './calendar.js';
import { quarterMs } from './deskTime.js';
import type { DailyFigures, Half, QuarterRow } from './figures.js';

/** A quarter hour of a day with the local clock's names for it. */
export interface ClockQuarter {
  readonly day: string;
  /** Quarter hours elapsed since local midnight. */
  readonly index: number;
  /** Local times 'HH:mm'; the end of the day is '24:00'. */
  readonly from: string;
  readonly to: string;
  /** 0 to 23 */
  readonly hour: number;
  readonly half: Half;
  readonly row: QuarterRow;
}

/**
 * The quarter hours in which something happened, in order; desk time on late duty in quarters of its own beside them. On
 * the day the clocks go back an hour occurs twice.
 */
export function quartersOf({ day, halfDayAt, quarters }: DailyFigures, zone: string): ClockQuarter[] {
  const startsAt = startOf(day, zone);
  const isPlain = endOf(day, zone) - startsAt === 96 * quarterMs;
  const nameOf = (index: number) => (isPlain ? plainTime(index) : timeOf(startsAt + index * quarterMs, zone));
  return Object.entries(quarters).flatMap(([key, { late, ...row }]) => {
    const index = Number(key);
    const from = nameOf(index);
    const to = nameOf(index + 1);
    const quarter: ClockQuarter = {
      day,
      index,
      from,
      to: to === '00:00' ? '24:00' : to,
      hour: Number(from.slice(0, 2)),
      half: from < halfDayAt ? 'am' : 'pm',
      row,
    };
    return late ? [quarter, { ...quarter, half: 'late' as const, row: late }] : [quarter];
  });
}

/** Time of day of a day of 24 hours. */
const plainTime = (index: number): string =>
  `${String(Math.floor(index / 4) % 24).padStart(2, '0')}:${String((index % 4) * 15).padStart(2, '0')}`;
