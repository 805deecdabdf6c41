import { isoWeekOf, lastDayOf, mondayOf, plusDays } from '../statistics/calendar.js';
import type { Period, PeriodKind } from '../statistics/period.js';

/** More do not fit a terminal. */
const mostColumns = 7;

interface Kind {
  readonly kind: PeriodKind;
  readonly labelOf: (day: string) => string;
  /** The last day of the week, month … of a day. */
  readonly endOf: (day: string) => string;
}

const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3);

const kinds: readonly Kind[] = [
  { kind: 'day', labelOf: (day) => day, endOf: (day) => day },
  { kind: 'week', labelOf: isoWeekOf, endOf: (day) => plusDays(mondayOf(day), 6) },
  { kind: 'month', labelOf: (day) => day.slice(0, 7), endOf: (day) => lastDayOf(day.slice(0, 7)) },
  {
    kind: 'quarter',
    labelOf: (day) => `${day.slice(0, 4)}-Q${quarterOf(day)}`,
    endOf: (day) => lastDayOf(`${day.slice(0, 4)}-${String(quarterOf(day) * 3).padStart(2, '0')}`),
  },
  { kind: 'year', labelOf: (day) => day.slice(0, 4), endOf: (day) => `${day.slice(0, 4)}-12-31` },
];

/**
 * The parts of a period that get a column each: its days, or else its weeks, months, quarters or years, whatever is
 * few enough. Parts are cut at the period's ends; those without a day that has figures are left out.
 */
export const columnsOf = (period: Period, daysWithFigures: readonly string[]): Period[] =>
  allParts(period).filter(({ from, to }) => daysWithFigures.some((day) => day >= from && day <= to));

/** Whether the columns are months or longer, so that no part of a report but single days has less. */
export const isOfMonths = (period: Period): boolean => {
  const [first] = allParts(period);
  return first !== undefined && first.kind !== 'day' && first.kind !== 'week';
};

function allParts(period: Period): Period[] {
  if (period.from === period.to) return [];
  for (const kind of kinds) {
    const parts = partsOf(period, kind);
    if (parts) return parts;
  }
  return [];
}

/** undefined where there would be too many. */
function partsOf({ from, to }: Period, { kind, labelOf, endOf }: Kind): Period[] | undefined {
  const parts: Period[] = [];
  for (let day = from; day <= to;) {
    if (parts.length === mostColumns) return undefined;
    const end = endOf(day);
    parts.push({ kind, label: labelOf(day), from: day, to: end < to ? end : to });
    day = plusDays(end, 1);
  }
  return parts;
}
