import type { Day } from '../queue/day.js';
import { isOpenAt } from '../queue/decideCheckIn.js';
import type { OpeningSpans } from '../queue/rules.js';
import { countedTickets } from '../statistics/contacts.js';
import type { StaffingPlan } from '../statistics/presence.js';
import { usualServiceAt, type UsualService } from '../statistics/usualService.js';
import { adviseDesks, type DeskAdvice, type Load } from './deskAdvice.js';
import { desksNow } from './desksNow.js';

/** What the advice takes from the site's settings. */
export interface AdvisedSite {
  readonly zone: string;
  readonly halfDayAt: string;
  readonly usualService: UsualService;
  readonly waitTargetMs: number;
  readonly staffing: StaffingPlan;
}

/** The advice, with what it rests on. */
export interface AdviceNow extends DeskAdvice {
  readonly load: Load;
}

/** How many more desks the advice calls for; 0 unless it says to open more. */
export const extraDesksOf = ({ advice, advised, load }: AdviceNow): number =>
  advice === 'openMore' ? advised - load.desks : 0;

const hourMs = 3_600_000;
/** Over less than this, a few arrivals more or less would turn the advice. */
const shortestMs = hourMs / 2;

/**
 * How many desks it takes now (R45, R104), ms since the epoch; null where there is nothing to advise: the day is closed,
 * the site has no desks, or visitors are neither here nor let in.
 */
export function adviceNow(day: Day, at: number, site: AdvisedSite): AdviceNow | null {
  const { all, serving, free } = desksNow(day);
  const isOpen = isOpenAt(day.rules.open, at);
  if (day.closedAt !== null || all === 0 || (!isOpen && day.waiting.length === 0)) return null;
  const load: Load = {
    // Whoever can go to a free desk at once is not waiting for long.
    waiting: Math.max(0, day.waiting.length - free),
    desks: serving,
    arrivalsPerHour: isOpen ? arrivalsPerHour(day, at) : 0,
    meanServiceTime: usualServiceAt(at, day.day, site),
    targetTime: site.waitTargetMs,
    mostDesks: all,
    leastDesks: site.staffing.stages.entranceZone.minimumFte,
  };
  return { ...adviseDesks(load), load };
}

/** Tickets booked in the last hour, or since the doors opened, as a rate. */
function arrivalsPerHour(day: Day, at: number): number {
  const span = Math.min(hourMs, Math.max(shortestMs, at - openedAt(day.rules.open, at)));
  const arrived = countedTickets(day).filter(({ bookedAt }) => bookedAt > at - span && bookedAt <= at);
  return (arrived.length * hourMs) / span;
}

const openedAt = (open: OpeningSpans, at: number): number =>
  open === 'always' ? -Infinity : Math.max(...open.flatMap(({ from }) => (from <= at ? from : [])));
