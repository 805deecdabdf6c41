import type { SiteView } from '../../protocol/messages.js';
import type { Day, DeskDecision } from '../../queue/day.js';
import { standingDecision } from '../../queue/extraDesks.js';
import { adviceNow, extraDesksOf, type AdviceNow } from '../../staffing/adviceNow.js';
import { minimumStaffing, type MinimumStaffing } from '../../staffing/desksNow.js';
import { timeOf } from '../../statistics/calendar.js';
import type { Days } from '../../statistics/combine.js';
import { dailyFigures } from '../../statistics/dailyFigures.js';
import { quarterMs } from '../../statistics/deskTime.js';
import { liveFigures, todaySummary, type LiveFigures, type TodaySummary } from '../../statistics/live.js';
import { comparedQuarters, compareWithBefore, type Comparison } from '../../statistics/sameWeekday.js';

/** All that the screen shows of a moment. */
export interface FiguresNow {
  readonly figures: LiveFigures;
  readonly summary: TodaySummary;
  /** null where there is nothing to advise. */
  readonly advice: AdviceNow | null;
  /** What the lead decided on this advice, if it calls for more desks and has been decided on; else null. */
  readonly decision: DeskDecision | null;
  /** null where no minimum is set, or nobody is let in any more. */
  readonly minimum: MinimumStaffing | null;
  readonly comparison: ComparisonUntil;
}

function decisionOn(day: Day, advice: AdviceNow, at: number): DeskDecision | null {
  const extraDesks = extraDesksOf(advice);
  return (extraDesks > 0 && standingDecision(day, extraDesks, at)) || null;
}

/** A comparison with the local times up to which it goes, 'HH:mm'. */
export interface ComparisonUntil extends Comparison {
  readonly until: string;
  readonly waitUntil: string;
}

/**
 * The figures as of an instant, ms since the epoch.
 * @param before days that today is compared with
 */
export function figuresNow(day: Day, at: number, site: SiteView, before: Days): FiguresNow {
  const { zone, halfDayAt, waitTargetMs: waitTarget, limits, staffing } = site;
  // A rate that fell a little every second would have the advice flutter.
  const minute = Math.max(Math.floor(at / 60_000) * 60_000, day.lastAt);
  const advice = adviceNow(day, minute, site);
  const today = dailyFigures(day, { zone, halfDayAt, at });
  return {
    figures: liveFigures(day, at, { zone }),
    summary: todaySummary(day, at, { figures: today, waitTarget }),
    advice,
    decision: advice ? decisionOn(day, advice, minute) : null,
    minimum: advice && minimumStaffing(day, staffing.stages.entranceZone.minimumFte),
    comparison: comparisonUntil(),
  };

  function comparisonUntil(): ComparisonUntil {
    const quarters = comparedQuarters(day, at);
    const timeAfter = (count: number): string => timeOf(day.startsAt + count * quarterMs, zone);
    return {
      ...compareWithBefore(today, before, { ...quarters, limits }),
      until: timeAfter(quarters.quarters),
      waitUntil: timeAfter(quarters.waitQuarters),
    };
  }
}
