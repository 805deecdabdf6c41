import { formatMinutes, formatMinutesSeconds, formatNumber, formatPercent } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import type { DeskFigures, Stats } from './report.js';
import type { Cell, Unit } from './sheet.js';

/** Nothing to form a value from. */
export const nothing: Cell = { text: '–' };

/** May not be shown. */
export const hidden: Cell = { text: '•', isHidden: true };

type StatsKey = Exclude<keyof Stats, 'n' | 'suppressed' | 'withheld'>;

type Suppressible = Pick<Stats | DeskFigures, 'suppressed'>;

/** A value in its unit, unless there is none or it may not be shown. */
const cellOf = (
  value: number | null,
  unit: Unit,
  format: (value: number) => string,
  { suppressed }: Suppressible = {},
): Cell => {
  if (suppressed) return hidden;
  return value === null ? nothing : { text: format(value), value, unit };
};

/** Cells of a report, by what stands in them. */
export const cellsFor = (language: Language) => ({
  /** min:s */
  time: (stats: Stats, key: StatsKey): Cell => ({
    ...cellOf(stats[key], 'seconds', (seconds) => formatMinutesSeconds(seconds * 1000), stats),
    // A mean per visit is of visits; `n` counts contacts.
    ...(key === 'meanPerVisitSeconds' ? {} : { n: stats.n }),
  }),
  /** min:s; a percentile of few is marked. */
  p90: (stats: Stats): Cell => {
    const isRough = stats.n < 10;
    const format = (seconds: number) => `${isRough ? '~' : ''}${formatMinutesSeconds(seconds * 1000)}`;
    const cell = cellOf(stats.p90Seconds, 'seconds', format, stats);
    return { ...cell, n: stats.n, ...(isRough && cell.value !== undefined ? { isRough } : {}) };
  },
  /** Of seconds. */
  minutes: (seconds: number | null, of: Suppressible = {}): Cell =>
    cellOf(
      seconds === null ? null : seconds / 60,
      'minutes',
      (minutes) => formatMinutes(minutes * 60_000, language),
      of,
    ),
  /** Of seconds. */
  hours: (seconds: number | null, of: Suppressible = {}): Cell =>
    cellOf(
      seconds === null ? null : seconds / 3600,
      'hours',
      (hours) => formatNumber(hours, language, 1),
      of,
    ),
  /** Full-time equivalents. */
  fte: (value: number | null, of: Suppressible = {}): Cell =>
    cellOf(value, 'fte', (fte) => formatNumber(fte, language, 2), of),
  count: (n: number | null): Cell => cellOf(n, 'count', (value) => formatNumber(value, language)),
  share: (share: number | null, of: Suppressible = {}): Cell =>
    cellOf(share, 'share', (value) => formatPercent(value, language), of),
  rate: (value: number | null, of: Suppressible = {}): Cell =>
    cellOf(value, 'rate', (rate) => formatNumber(rate, language, 1), of),
});

export type Cells = ReturnType<typeof cellsFor>;
