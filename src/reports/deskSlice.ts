import type { ClockQuarter } from '../statistics/clockTimes.js';
import { contactsIn, type Days } from '../statistics/combine.js';
import { deskTimesIn, isKnown, productivity } from '../statistics/kpis.js';
import { allDesks, hourRow, type Range } from './releases.js';
import type { DeskFigures, Slice } from './report.js';
import { blocksIn, type SliceContext } from './sliceContext.js';
import { daysWithin, deskFigures, noDeskFigures, suppressedDeskFigures } from './stats.js';

/** Desk time of a row: the half day, the hour, or all. */
export function deskRow(context: SliceContext, range: Range, row: string): DeskFigures {
  const covered = deskDays(context, range, row);
  const quarters = quartersOfRow(context, daysWithin(context.days, range), row);
  if (!isKnown(deskTimesIn(quarters))) return noDeskFigures;
  if (covered === null) return suppressedDeskFigures;
  const withDeskTime = new Set(quarters.flatMap(({ day, row: { desk } }) => (desk ? [day] : [])));
  const isCovered = new Set(covered.map(({ day }) => day));
  const left = [...withDeskTime].filter((day) => !isCovered.has(day));
  return deskFigures(deskTimesIn(quartersOfRow(context, covered, row)), left.length);
}

/** The days whose desk time may be summed up; null if nothing may be shown. */
export function deskDays(context: SliceContext, range: Range, row: string): Days | null {
  const coverage = context.desks(row, range.from, range.to);
  return coverage.isShown ? blocksIn(context, coverage).flat() : null;
}

export function quartersOfRow({ quartersOn }: SliceContext, days: Days, row: string): ClockQuarter[] {
  const quarters = days.flatMap(({ day }) => quartersOn.get(day) ?? []);
  if (row === allDesks) return quarters;
  return quarters.filter((quarter) => row === quarter.half || row === hourRow(quarter));
}

/** K12 of the days whose desk time is known and may be summed up. */
export function areaProductivity(context: SliceContext, range: Range): Slice['productivity'] {
  const days = (deskDays(context, range, allDesks) ?? []).filter((day) =>
    isKnown(deskTimesIn(quartersOfRow(context, [day], allDesks))),
  );
  return productivity(contactsIn(days), deskTimesIn(quartersOfRow(context, days, allDesks)));
}
