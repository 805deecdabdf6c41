import { lastDayOf } from '../statistics/calendar.js';
import type { Days } from '../statistics/combine.js';
import { groupBy } from '../statistics/grouping.js';
import { MonthFigures } from '../statistics/monthFigures.js';
import type { Portion, Terms } from '../statistics/portion.js';
import type { Range } from '../statistics/releases.js';
import { rolledPortion, type MonthRollUp } from '../statistics/rolledPortion.js';
import { once } from './once.js';

/** A whole month that is there summed up. */
export interface RolledMonth {
  /** 'YYYY-MM' */
  readonly month: string;
  readonly sums: () => MonthRollUp;
  /** Reads all of its days, oldest first. */
  readonly readDays: () => Days;
}

/** The portions of a span of days, oldest first, as far as there are any figures. */
export type PortionsOf = (range: Range) => readonly Portion[];

interface Month {
  readonly month: string;
  readonly first: string;
  readonly last: string;
  /** Its days from one to another. */
  readonly portion: (from: string, to: string) => Portion;
}

/** Portions of these days, and of months that are summed up; the two have no month in common. */
export function portionsIn(days: Days, rolled: readonly RolledMonth[], terms: Terms): PortionsOf {
  const inOrder = days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const inDays = groupBy(inOrder, ({ day }) => day.slice(0, 7)).map(([month, members]): Month => {
    const figures = new MonthFigures(members, terms);
    return { ...endsOf(month), portion: (from, to) => figures.portion(from, to) };
  });
  const months = [...inDays, ...rolled.map((month) => monthOf(month, terms))].toSorted((a, b) =>
    a.month < b.month ? -1 : 1,
  );
  const known = new Map<string, readonly Portion[]>();
  return ({ from, to }) => {
    const key = `${from} ${to}`;
    const before = known.get(key);
    if (before) return before;
    const portions = months
      .filter(({ first, last }) => first <= to && last >= from)
      .map(({ first, last, portion }) => portion(from > first ? from : first, to < last ? to : last))
      .filter((portion) => portion.days.length > 0);
    known.set(key, portions);
    return portions;
  };
}

const endsOf = (month: string): Omit<Month, 'portion'> => ({
  month,
  first: `${month}-01`,
  last: lastDayOf(month),
});

function monthOf({ month, sums, readDays }: RolledMonth, terms: Terms): Month {
  const ends = endsOf(month);
  let figures: MonthFigures | undefined;
  const inDays = (from: string, to: string) => {
    figures ??= new MonthFigures(readDays(), terms);
    return figures.portion(from, to);
  };
  const whole = once(() => rolledPortion(sums(), () => inDays(ends.first, ends.last)));
  return {
    ...ends,
    portion: (from, to) => (from === ends.first && to === ends.last ? whole() : inDays(from, to)),
  };
}
