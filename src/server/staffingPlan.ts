import type { Stage, StagePlan, StaffingPlan } from '../statistics/presence.js';
import type { SiteSettings } from './settings.js';
import { weekdays } from './weekdays.js';

const hourMs = 3_600_000;

/** The weekly plan of a site as desk time: so many places over the opening hours of each half day. */
export function staffingPlan({ staffing, openingHours, queue }: SiteSettings): StaffingPlan {
  const noon = minutesOf(queue.halfDayAt);
  const plan = (stage: Stage): StagePlan => {
    const { minimumFte, planned } = staffing[stage];
    const plannedMs = planned
      ? weekdays.map((weekday) => {
          const { am, pm } = planned[weekday] ?? { am: 0, pm: 0 };
          const open = openingHours[weekday];
          return am * openMs(open, 0, noon) + pm * openMs(open, noon, 24 * 60);
        })
      : null;
    return { minimumFte, plannedMs };
  };
  return {
    fullDayMs: (staffing.fullTimeHours / 5) * hourMs,
    stages: { reception: plan('reception'), entranceZone: plan('entranceZone') },
  };
}

/** Opening time between two minutes of the day, by the clock, ms. */
function openMs(spans: SiteSettings['openingHours']['mon'], from: number, to: number): number {
  const minutes = spans.map((span) =>
    Math.max(0, Math.min(minutesOf(span.to), to) - Math.max(minutesOf(span.from), from)),
  );
  return minutes.reduce((sum, each) => sum + each, 0) * 60_000;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
