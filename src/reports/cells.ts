import { formatMinutes, formatMinutesSeconds, formatNumber, formatPercent } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import type { DeskFigures, Stats } from './report.js';

/** Nothing to form a value from. */
export const nothing = '–';

/** May not be shown. */
export const hidden = '•';

type StatsKey = Exclude<keyof Stats, 'n' | 'suppressed' | 'withheld'>;

/** Cells of a table, by what stands in them. */
export const cellsFor = (language: Language) => ({
  /** min:s */
  time: (stats: Stats, key: StatsKey): string => {
    if (stats.suppressed) return hidden;
    const seconds = stats[key];
    return seconds === null ? nothing : formatMinutesSeconds(seconds * 1000);
  },
  /** min:s; a percentile of few is marked. */
  p90: (stats: Stats): string => {
    if (stats.suppressed) return hidden;
    if (stats.p90Seconds === null) return nothing;
    return `${stats.n < 10 ? '~' : ''}${formatMinutesSeconds(stats.p90Seconds * 1000)}`;
  },
  minutes: (seconds: number | null, { suppressed }: Pick<Stats | DeskFigures, 'suppressed'> = {}): string => {
    if (suppressed) return hidden;
    return seconds === null ? nothing : formatMinutes(seconds * 1000, language);
  },
  count: (n: number | null): string => (n === null ? nothing : formatNumber(n, language)),
  share: (share: number | null, { suppressed }: Pick<Stats | DeskFigures, 'suppressed'> = {}): string => {
    if (suppressed) return hidden;
    return share === null ? nothing : formatPercent(share, language);
  },
  rate: (value: number | null, { suppressed }: Pick<Stats | DeskFigures, 'suppressed'> = {}): string => {
    if (suppressed) return hidden;
    return value === null ? nothing : formatNumber(value, language, 1);
  },
});

export type Cells = ReturnType<typeof cellsFor>;
