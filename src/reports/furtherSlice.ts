import { routingFile } from '../routing/shipped.js';
import { activitiesIn } from '../statistics/counted.js';
import { byConcernOrder } from '../statistics/concernOrder.js';
import type { Counted } from '../statistics/figures.js';
import { consultationsIn } from '../statistics/onward.js';
import {
  fteOf,
  minimumTime,
  plannedTime,
  presentTime,
  type Stage,
  type StaffingPlan,
} from '../statistics/presence.js';
import { allDesks, halvesIn, type Range } from '../statistics/releases.js';
import { deskTimeOf } from './covered.js';
import type { ActivityFigures, Slice, StaffingFigures } from './sliceModel.js';
import type { SliceContext } from './sliceContext.js';

/** Concerns of which a rule asks the reception to consult somebody first (R10). */
const mayNeedConsulting: readonly string[] = routingFile.concerns
  .filter(({ routes }) => routes.some(({ consultFirst }) => consultFirst !== undefined))
  .map(({ id }) => id);

/** Concerns of the days with a row in the list of consultations. */
export const consultedConcerns = (days: readonly Counted[]): string[] =>
  consultationsIn(days, mayNeedConsulting)
    .filter(({ n }) => n !== null)
    .map(({ concern }) => concern)
    .toSorted(byConcernOrder);

/** R21, R165: desk time by activity in each part of the day, as far as the desk time of that part may be shown. */
export function activitiesByHalf(context: SliceContext, range: Range): ActivityFigures[] {
  const portions = context.portionsOf(range);
  return halvesIn(portions).flatMap((half) => {
    const { isShown } = deskTimeOf(portions, range, half).coverage;
    const all = portions.flatMap(({ counted }) => counted.flatMap(({ activities }) => activities));
    const found = isShown
      ? activitiesIn(portions.flatMap((portion) => portion.activities(half)))
      : activitiesIn(all.filter((row) => row.half === half));
    return found.map(({ activity, team, time }) => ({
      half,
      activity,
      ...(team ? { team } : {}),
      seconds: isShown ? time / 1000 : null,
      ...(isShown ? {} : { suppressed: true as const }),
    }));
  });
}

/** R160: planned, present and minimum staff and reinforcement; who is present is desk time and suppressed like it. */
export function staffing(context: SliceContext, range: Range): Pick<Slice, 'staffing'> {
  const { staffing: plan } = context;
  if (!plan) return {};
  const portions = context.portionsOf(range);
  const days = portions.flatMap((portion) => portion.days);
  const { coverage, isKnown, times } = deskTimeOf(portions, range, allDesks);
  // Desk time of some of the days can't stand beside the plan of all.
  const isComplete =
    coverage.isShown && portions.every(({ daysWithoutDeskTime }) => daysWithoutDeskTime === 0);
  const isTold = isKnown && isComplete;
  const reinforcement = isTold ? times.reinforcement / 1000 : null;
  const hidden = isKnown && !isComplete ? { suppressed: true as const } : {};
  const row = (stage: Stage, present: number | null) => stageRow(plan, stage, days, present);
  return {
    staffing: {
      reception: { ...row('reception', null), reinforcementSeconds: reinforcement, ...hidden },
      entranceZone: {
        ...row('entranceZone', isTold ? presentTime(times) : null),
        reinforcementSeconds: reinforcement,
        ...hidden,
      },
    },
  };
}

function stageRow(
  plan: StaffingPlan,
  stage: Stage,
  days: readonly string[],
  present: number | null,
): Omit<StaffingFigures, 'reinforcementSeconds'> {
  const planned = plannedTime(plan.stages[stage], days);
  return {
    plannedSeconds: planned === null ? null : planned / 1000,
    plannedFte: planned === null ? null : fteOf(plan, planned, days),
    minimumSeconds: minimumTime(plan, stage, days) / 1000,
    minimumFte: plan.stages[stage].minimumFte,
    presentSeconds: present === null ? null : present / 1000,
    presentFte: present === null ? null : fteOf(plan, present, days),
  };
}
