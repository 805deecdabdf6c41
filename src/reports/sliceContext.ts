import type { StaffingPlan } from '../statistics/presence.js';
import type { PortionsOf } from './portions.js';
import type { Targets } from './report.js';

/** What a slice is computed from. */
export interface SliceContext {
  readonly portionsOf: PortionsOf;
  readonly stages: { readonly reception: boolean; readonly entranceZone: boolean };
  readonly targets: Targets;
  readonly minContacts: number;
  readonly staffing: StaffingPlan | undefined;
  /** Whether any day of the period has a late duty. */
  readonly hasLateDuty: boolean;
  /** Concerns with a row in the list of consultations. */
  readonly consulted: readonly string[];
}
