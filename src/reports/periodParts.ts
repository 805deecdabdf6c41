import { censoredWaits, estimateWait } from '../statistics/censoring.js';
import type { Counted } from '../statistics/figures.js';
import { isReached, misrouting, type GoalName, type Goals } from '../statistics/goals.js';
import { sumOf } from '../statistics/grouping.js';
import { meanOfValues } from '../statistics/kpis.js';
import type { Portion } from '../statistics/portion.js';
import { weekdaysIn } from '../statistics/profile.js';
import { joinSpreads, meanOf } from '../statistics/tally.js';
import { spreadOf } from './covered.js';
import { once } from './once.js';
import type { CensoringFigures, GoalFigures, Report, Slice, Stats } from './report.js';
import { countedIn } from './slice.js';
import { statsOf, suppressedStats } from './stats.js';

/** The parts of a report that only the period as a whole has. */

/** R22: days, visits and times by weekday. Times are of the days that are shown by themselves anyway. */
export function weekdayRows(portions: readonly Portion[]): Report['byWeekday'] {
  const statsOfShown = (
    rows: ReturnType<typeof weekdaysIn>[number]['rows'],
    weekday: number,
    kind: 'waits' | 'services',
  ): Stats => {
    const parts = rows.map(({ sums }) => sums[kind]);
    const n = sumOf(parts, (part) => part.n);
    if (n > 0 && parts.every(({ days }) => days === 0)) return suppressedStats(n);
    const shown = spreadOf(
      rows.map(({ portion }) => portion),
      `weekday ${weekday} ${kind}`,
      parts.map((part) => part.shown),
    );
    const means = { perContact: meanOf(shown), perVisit: meanOfValues(parts.map(({ daily }) => daily)) };
    return statsOf(shown, means, n - shown.n);
  };
  return weekdaysIn(portions).map(({ weekday, rows }) => ({
    weekday,
    days: sumOf(rows, ({ sums }) => sums.days),
    visits: sumOf(rows, ({ sums }) => sums.visits),
    contacts: sumOf(rows, ({ sums }) => sums.contacts),
    waiting: statsOfShown(rows, weekday, 'waits'),
    service: statsOfShown(rows, weekday, 'services'),
  }));
}

/** Whether stats are shown and of all contacts, so that a figure which rests on all of these may stand beside them. */
export const isWhole = ({ suppressed, withheld }: Stats): boolean => !suppressed && withheld === undefined;

/**
 * The wait with those cut short. Of fewer waits than may be shown nothing is, nor where the waits themselves are hidden.
 * The sum of the waits of those who left stays with them where they are few: the least mean would tell it.
 */
export function censoring(minContacts: number, portions: readonly Portion[], shown: Stats): CensoringFigures {
  const waits = censoredWaits(
    countedIn(portions),
    spreadOf(
      portions,
      'ended',
      portions.map(({ ended }) => ended),
    ),
  );
  const areHidden = !isWhole(shown);
  const { ended, waiting, left, flagged } = waits;
  const all = joinSpreads([ended, waiting, left, flagged]);
  const counts = { ended: ended.n, stillWaiting: waiting.n, left: left.n, flagged: flagged.n };
  const isHidden = all.n > 0 && (areHidden || all.n < minContacts || ended.n < minContacts);
  const estimate = once(() => (isHidden ? null : estimateWait(waits)));
  const gone = left.n + flagged.n;
  const isFew = gone > 0 && gone < minContacts;
  return {
    ...counts,
    meanOfEndedSeconds: isHidden ? null : inSeconds(meanOf(ended)),
    meanAtLeastSeconds: isHidden || isFew ? null : inSeconds(meanOf(all)),
    get medianSeconds() {
      return estimate()?.medianSeconds ?? null;
    },
    get restrictedMeanSeconds() {
      return estimate()?.restrictedMeanSeconds ?? null;
    },
    get limitSeconds() {
      return estimate()?.limitSeconds ?? null;
    },
    ...(isHidden ? { suppressed: true } : {}),
  };
}

const inSeconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

/** R90: the goals that the office has set, and what they were held against. */
export function goalRows(
  goals: Goals,
  inPeriod: readonly Counted[],
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
