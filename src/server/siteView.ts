import type { CodeLabel, SiteView } from '../protocol/messages.js';
import type { LateDuty, OpeningSpans, Rules } from '../queue/rules.js';
import { instantOf, weekdayOf } from '../statistics/calendar.js';
import type { UsualService } from '../statistics/usualService.js';
import { activities as german } from '../texts/de/activities.js';
import { activities as english } from '../texts/en/activities.js';
import { staffingPlan } from './staffingPlan.js';
import type { SiteSettings } from './settings.js';
import { weekdays } from './weekdays.js';

const commonActivities: readonly CodeLabel[] = (Object.keys(german) as (keyof typeof german)[]).map(
  (code) => ({
    code,
    de: german[code],
    en: english[code],
  }),
);

const activitiesOf = (site: SiteSettings): readonly CodeLabel[] => [...commonActivities, ...site.activities];

/** The settings of a site as its stations see them. */
export function siteView(
  id: string,
  site: SiteSettings,
  day: string,
  usualService: UsualService = assumedService(site),
): SiteView {
  return {
    id,
    name: site.name,
    zone: site.zone,
    receptions: Object.entries(site.receptions).map(([place, { label, room }]) => ({
      id: place,
      label,
      room,
    })),
    desks: Object.entries(site.desks).map(([desk, { label, room, fetched, confidential }]) => ({
      id: desk,
      label,
      room,
      fetched,
      confidential,
    })),
    destinations: site.destinations,
    hiddenConcerns: site.hiddenConcerns,
    frequentConcerns: site.frequentConcerns,
    deviationReasons: site.deviationReasons,
    transferReasons: site.transferReasons,
    activities: activitiesOf(site),
    waitTargetMs: site.queue.waitTargetSeconds * 1000,
    peakUtilisation: site.queue.peakUtilisation,
    limits: site.privacy,
    halfDayAt: site.queue.halfDayAt,
    goals: site.goals,
    staffing: staffingPlan(site),
    usualService,
    open: openingSpans(site, day),
    waitingPlace: site.waitingPlace,
    reporting: {
      pilot: site.pilot,
      keyDates: site.keyDates,
      addressees: site.addressees,
      ...(site.baseline ? { baseline: site.baseline } : {}),
    },
  };
}

/** What one service takes as long as nothing else is known. */
function assumedService({ queue }: SiteSettings): UsualService {
  const ms = queue.meanServiceSeconds * 1000;
  return { am: ms, pm: ms };
}

/** The settings of a site as far as decisions of one day depend on them. */
export function rulesOf(site: SiteSettings, day: string): Rules {
  const { queue } = site;
  const lateDuty = lateDutyOn(site, day);
  return {
    letter: queue.letter,
    receptions: Object.keys(site.receptions),
    desks: Object.fromEntries(
      Object.entries(site.desks).map(([id, { skills, confidential }]) => [id, { skills, confidential }]),
    ),
    open: openingSpans(site, day),
    ...(lateDuty ? { lateDuty } : {}),
    noShowAfterMs: queue.noShowAfterSeconds * 1000,
    assistedNoShowAfterMs: queue.assistedNoShowAfterSeconds * 1000,
    recallGapMs: queue.recallGapSeconds * 1000,
    urgentCapMs: queue.urgentCapSeconds * 1000,
    undoWithinMs: queue.undoWithinSeconds * 1000,
    deviationReasons: site.deviationReasons.map(({ code }) => code),
    transferReasons: site.transferReasons.map(({ code }) => code),
    activities: activitiesOf(site).map(({ code }) => code),
  };
}

function lateDutyOn({ lateDuty, zone }: SiteSettings, day: string): LateDuty | undefined {
  const weekday = weekdays[weekdayOf(day) - 1] ?? 'mon';
  const duty = lateDuty.find((each) => each.weekdays.includes(weekday));
  if (!duty) return undefined;
  return { from: instantOf(day, duty.from, zone), to: instantOf(day, duty.to, zone), desks: duty.desks };
}

function openingSpans(site: SiteSettings, day: string): OpeningSpans {
  if (site.alwaysOpen) return 'always';
  const weekday = weekdays[weekdayOf(day) - 1] ?? 'mon';
  return site.openingHours[weekday].map(({ from, to }) => ({
    from: instantOf(day, from, site.zone),
    to: instantOf(day, to, site.zone),
  }));
}
