import { allConcerns, contactsIn, servicesIn, waitsIn, type Days } from '../statistics/combine.js';
import { censoredWaits, estimateWait } from '../statistics/censoring.js';
import type { DailyFigures } from '../statistics/figures.js';
import { isReached, misrouting, type GoalName, type Goals } from '../statistics/goals.js';
import { servicePerContact, servicePerVisit, waitPerContact, waitPerVisit } from '../statistics/kpis.js';
import { byWeekday } from '../statistics/profile.js';
import { joinPools, meanOf, type Pool } from '../statistics/tally.js';
import type { CensoringFigures, GoalFigures, Report, Slice, Stats } from './report.js';
import type { SliceContext } from './sliceContext.js';
import { statsOf, suppressedStats } from './stats.js';
import { visitCounts } from './slice.js';

/** The parts of a report that only the period as a whole has. */

/**
 * R22: days, visits and times by weekday. Times are of the days that are shown by themselves anyway, so that a weekday
 * tells nothing of a day that is not.
 */
export function weekdayRows(context: SliceContext, inPeriod: Days): Report['byWeekday'] {
  const statsOfShown = (
    days: Days,
    tallyIn: (some: Days) => Pool,
    isShown: (day: DailyFigures) => boolean,
    means: (some: Days) => Parameters<typeof statsOf>[1],
  ): Stats => {
    const filled = days.filter((day) => tallyIn([day]).n > 0);
    const shown = filled.filter(isShown);
    const n = tallyIn(days).n;
    if (filled.length > 0 && shown.length === 0) return suppressedStats(n);
    const tally = tallyIn(shown);
    return statsOf(tally, means(shown), n - tally.n);
  };
  return byWeekday(inPeriod).map(({ weekday, days }) => ({
    weekday,
    days: days.length,
    visits: visitCounts(days).total,
    contacts: contactsIn(days),
    waiting: statsOfShown(
      days,
      (some) => waitsIn(some),
      ({ day }) => context.waits(allConcerns, day, day).isShown,
      (some) => ({ perContact: waitPerContact(some), perVisit: waitPerVisit(some) }),
    ),
    service: statsOfShown(
      days,
      (some) => servicesIn(some),
      ({ day }) => context.service(allConcerns, day, day).isShown,
      (some) => ({
        perContact: servicePerContact(some),
        perVisit: servicePerVisit(some.map((day) => [day])),
      }),
    ),
  }));
}

/** Whether stats are shown and of all contacts, so that a figure which rests on all of these may stand beside them. */
export const isWhole = ({ suppressed, withheld }: Stats): boolean => !suppressed && withheld === undefined;

/**
 * The wait with those cut short. Of fewer waits than may be shown nothing is, nor where the waits themselves are hidden.
 * The sum of the waits of those who left stays with them where they are few: the least mean would tell it.
 */
export function censoring(context: SliceContext, inPeriod: Days, shown: Stats): CensoringFigures {
  const waits = censoredWaits(inPeriod);
  const areHidden = !isWhole(shown);
  const { ended, waiting, left, flagged } = waits;
  const all = joinPools([ended, waiting, left, flagged]);
  const counts = { ended: ended.n, stillWaiting: waiting.n, left: left.n, flagged: flagged.n };
  const isHidden = all.n > 0 && (areHidden || all.n < context.minContacts || ended.n < context.minContacts);
  const estimate = isHidden ? null : estimateWait(waits);
  const gone = left.n + flagged.n;
  const isFew = gone > 0 && gone < context.minContacts;
  return {
    ...counts,
    meanOfEndedSeconds: isHidden ? null : inSeconds(meanOf(ended)),
    meanAtLeastSeconds: isHidden || isFew ? null : inSeconds(meanOf(all)),
    medianSeconds: estimate?.medianSeconds ?? null,
    restrictedMeanSeconds: estimate?.restrictedMeanSeconds ?? null,
    limitSeconds: estimate?.limitSeconds ?? null,
    ...(isHidden ? { suppressed: true } : {}),
  };
}

const inSeconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

/** R90: the goals that the office has set, and what they were held against. */
export function goalRows(
  goals: Goals,
  inPeriod: Days,
  { waiting, service, tickets }: Pick<Slice, 'waiting' | 'service' | 'tickets'>,
): Report['goals'] {
  const row = (name: GoalName, actual: number | null, suppressed?: true): GoalFigures => {
    const goal = goals[name] ?? null;
    return {
      goal,
      actual,
      isReached: isReached(name, goal, actual),
      ...(suppressed ? { suppressed } : {}),
    };
  };
  return {
    withinWait: row('withinWait', waiting.withinTarget, waiting.suppressed),
    conclusive: row('conclusive', service.conclusiveRate, service.suppressed),
    noShow: row('noShow', tickets.noShowRate),
    misrouting: row('misrouting', tickets.contacts === null ? null : misrouting(inPeriod)),
  };
}
