import { isoWeekOf, plusDays } from '../statistics/calendar.js';
import type { Period, PeriodKind } from '../statistics/period.js';

/** More do not fit a terminal. */
const mostColumns = 7;

const kinds: readonly { readonly kind: PeriodKind; readonly labelOf: (day: string) => string }[] = [
  { kind: 'day', labelOf: (day) => day },
  { kind: 'week', labelOf: isoWeekOf },
  { kind: 'month', labelOf: (day) => day.slice(0, 7) },
  { kind: 'quarter', labelOf: (day) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` },
  { kind: 'year', labelOf: (day) => day.slice(0, 4) },
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
  for (const { kind, labelOf } of kinds) {
    const parts = partsOf(period, kind, labelOf);
    if (parts) return parts;
  }
  return [];
}

/** undefined where there would be too many. */
function partsOf(
  { from, to }: Period,
  kind: PeriodKind,
  labelOf: (day: string) => string,
): Period[] | undefined {
  const parts: Period[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    const label = labelOf(day);
    const last = parts.at(-1);
    if (last?.label === label) parts[parts.length - 1] = { ...last, to: day };
    else if (parts.length === mostColumns) return undefined;
    else parts.push({ kind, label, from: day, to: day });
  }
  return parts;
}
