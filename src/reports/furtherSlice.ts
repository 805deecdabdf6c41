import { routingFile } from '../routing/shipped.js';
import type { Days } from '../statistics/combine.js';
import { byConcernOrder } from '../statistics/figures.js';
import { groupBy, sumOf } from '../statistics/grouping.js';
import { deskTimesIn, isKnown } from '../statistics/kpis.js';
import { consultationsIn } from '../statistics/onward.js';
import {
  fteOf,
  minimumTime,
  plannedTime,
  presentTime,
  type Stage,
  type StaffingPlan,
} from '../statistics/presence.js';
import { deskDays, quartersOfRow } from './deskSlice.js';
import { allDesks, halvesIn, type Range } from './releases.js';
import type { ActivityFigures, Slice, StaffingFigures } from './sliceModel.js';
import type { SliceContext } from './sliceContext.js';
import { daysWithin } from './stats.js';

/** Concerns of which a rule asks the reception to consult somebody first (R10). */
const mayNeedConsulting: readonly string[] = routingFile.concerns
  .filter(({ routes }) => routes.some(({ consultFirst }) => consultFirst !== undefined))
  .map(({ id }) => id);

/** Concerns of the days with a row in the list of consultations. */
export const consultedConcerns = (days: Days): string[] =>
  consultationsIn(days, mayNeedConsulting)
    .filter(({ n }) => n !== null)
    .map(({ concern }) => concern)
    .toSorted(byConcernOrder);

/** R21, R165: desk time by activity in each part of the day, as far as the desk time of that part may be shown. */
export function activitiesByHalf(context: SliceContext, range: Range): ActivityFigures[] {
  const days = daysWithin(context.days, range);
  return halvesIn(days).flatMap((half) => {
    const inHalf = (some: Days) =>
      groupBy(
        some.flatMap((day) => day.activities.filter((row) => row.half === half)),
        ({ activity, team = '' }) => `${activity}\t${team}`,
      );
    const shown = deskDays(context, range, half);
    return inHalf(shown ?? days).flatMap(([, rows]) => {
      const [first] = rows;
      if (!first) return [];
      const { activity, team } = first;
      const seconds = shown ? sumOf(rows, ({ time }) => time) / 1000 : null;
      return {
        half,
        activity,
        ...(team ? { team } : {}),
        seconds,
        ...(shown ? {} : { suppressed: true as const }),
      };
    });
  });
}

/** R160: planned, present and minimum staff and reinforcement; who is present is desk time and suppressed like it. */
export function staffing(context: SliceContext, range: Range): Pick<Slice, 'staffing'> {
  const { staffing: plan } = context;
  if (!plan) return {};
  const days = daysWithin(context.days, range);
  const times = deskTimesIn(quartersOfRow(context, days, allDesks));
  const shown = deskDays(context, range, allDesks);
  const isShown = new Set(shown);
  // Desk time of some of the days can't stand beside the plan of all.
  const isComplete = shown !== null && days.every((day) => isShown.has(day) || !hasDeskTime(context, [day]));
  const known = isKnown(times) && isComplete;
  const reinforcement = known ? times.reinforcement / 1000 : null;
  const hidden = isKnown(times) && !isComplete ? { suppressed: true as const } : {};
  const row = (stage: Stage, present: number | null) => stageRow(plan, stage, days, present);
  return {
    staffing: {
      reception: { ...row('reception', null), reinforcementSeconds: reinforcement, ...hidden },
      entranceZone: {
        ...row('entranceZone', known ? presentTime(times) : null),
        reinforcementSeconds: reinforcement,
        ...hidden,
      },
    },
  };
}

const hasDeskTime = (context: SliceContext, days: Days): boolean =>
  isKnown(deskTimesIn(quartersOfRow(context, days, allDesks)));

function stageRow(
  plan: StaffingPlan,
  stage: Stage,
  days: Days,
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
