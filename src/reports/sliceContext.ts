import type { ClockQuarter } from '../statistics/clockTimes.js';
import type { Days } from '../statistics/combine.js';
import type { DailyFigures } from '../statistics/figures.js';
import type { StaffingPlan } from '../statistics/presence.js';
import type { Coverage, Release } from '../statistics/release.js';
import type { Targets } from './report.js';

/** What a slice is computed from; `days` holds all that decide what may be shown, not only those of the period. */
export interface SliceContext {
  readonly days: Days;
  readonly figuresOn: ReadonlyMap<string, DailyFigures>;
  readonly quartersOn: ReadonlyMap<string, readonly ClockQuarter[]>;
  readonly stages: { readonly reception: boolean; readonly entranceZone: boolean };
  readonly targets: Targets;
  readonly minContacts: number;
  readonly waits: Release;
  readonly ways: Release;
  readonly staffing: StaffingPlan | undefined;
  /** Whether any day of the period has a late duty. */
  readonly hasLateDuty: boolean;
  /** Concerns with a row in the list of consultations. */
  readonly consulted: readonly string[];
  readonly service: Release;
  readonly reception: Release;
  readonly desks: Release;
}

/** The days that a coverage names, in its blocks. */
export const blocksIn = ({ figuresOn }: Pick<SliceContext, 'figuresOn'>, { blocks }: Coverage): Days[] =>
  blocks.map((block) => block.flatMap((day) => figuresOn.get(day) ?? []));
