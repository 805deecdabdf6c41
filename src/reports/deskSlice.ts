import { sumOf } from '../statistics/grouping.js';
import { productivity } from '../statistics/kpis.js';
import { allDesks, type Range } from '../statistics/releases.js';
import { addTimes, deskTimeOf } from './covered.js';
import type { DeskFigures, Slice } from './report.js';
import type { SliceContext } from './sliceContext.js';
import { deskFigures, noDeskFigures, suppressedDeskFigures } from './stats.js';

/** Desk time of a row: the half day, the hour, or all. */
export function deskRow(context: SliceContext, range: Range, row: string): DeskFigures {
  const { isKnown, coverage, times, left } = deskTimeOf(context.portionsOf(range), range, row);
  if (!isKnown) return noDeskFigures;
  return coverage.isShown ? deskFigures(times, left) : suppressedDeskFigures;
}

/** K12 of the days whose desk time is known and may be summed up. */
export function areaProductivity(context: SliceContext, range: Range): Slice['productivity'] {
  const portions = context.portionsOf(range);
  const { coverage, times } = deskTimeOf(portions, range, allDesks);
  if (!coverage.isShown) return productivity(0, addTimes([]));
  return productivity(
    sumOf(portions, ({ areaContacts }) => areaContacts),
    times,
  );
}
