import { z } from 'zod';
import { concernOf } from '../routing/catalogue.js';
import { isDestination } from '../routing/onward.js';
import { periodKinds } from '../statistics/period.js';
import { storeVersion } from './migrations.js';
import { network } from './networkSettings.js';
import { byId, code, desk, reception } from './placeSettings.js';
import { baseline, goals, keyDateSpans, lateDuty, pilotSpan, staffing } from './reportSettings.js';
import { about, label, reason, shortText, text, time } from './settingWords.js';

/**
 * Every setting of a store, its check, its default and its meaning in one place.
 * A wrong value stops the start and is named by its path.
 */

const coded = z.strictObject({ code, de: text, en: text });
const seconds = z.number().int().min(0).max(86_400);
const zone = z
  .string()
  .refine(isZone, reason('zone'))
  .meta(about({ form: 'zone' }));
const concern = z
  .string()
  .refine((id) => concernOf(id)?.selectable, reason('concern'))
  .meta(about({ form: 'concern' }));

const span = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from < to, reason('opensAfterCloses'));

const spans = z
  .array(span)
  .refine(
    (all) => all.every(({ from }, i) => i === 0 || from >= (all[i - 1]?.to ?? '')),
    reason('opensAgain'),
  )
  .default([]);

const hours = z.strictObject({
  mon: spans,
  tue: spans,
  wed: spans,
  thu: spans,
  fri: spans,
  sat: spans,
  sun: spans,
});

const queue = z.strictObject({
  letter: z
    .string()
    .regex(/^[ABCDEFGHJKLMNPRSTUWXYZ]$/)
    .default('E')
    .describe(
      'letter of the waiting zone in every number; never the concern. Without I, O, Q; V counts visits',
    )
    .meta(about({ form: 'letter', effect: 'nextDay' })),
  noShowAfterSeconds: seconds.default(180).describe('from the call until a no-show may be recorded'),
  assistedNoShowAfterSeconds: seconds.default(360).describe('the same for assisted visitors'),
  recallGapSeconds: seconds.default(5).describe('shortest time between two calls of one number'),
  urgentCapSeconds: seconds
    .default(2700)
    .describe('nobody in line for longer is overtaken by an urgent ticket'),
  undoWithinSeconds: seconds.default(60).describe('how long a place may take its last action back'),
  waitTargetSeconds: seconds.default(900).describe('target of the wait (R33)'),
  meanServiceSeconds: seconds
    .min(60)
    .default(600)
    .describe('what one service takes as long as the last four weeks do not tell; for the expected wait'),
  peakUtilisation: z
    .number()
    .min(0)
    .max(1)
    .default(0.85)
    .describe('utilisation from which an interval is a peak'),
  halfDayAt: time.default('12:00').describe('boundary between morning and afternoon in reports'),
});

const privacy = z.strictObject({
  minContacts: z.number().int().min(1).max(100).default(5).describe('contacts a published cell needs'),
  minDesks: z
    .number()
    .int()
    .min(1)
    .max(20)
    .default(3)
    .describe('desk sessions a published service time needs'),
});

const retention = z.strictObject({
  rowsDays: z
    .number()
    .int()
    .min(1)
    .max(366)
    .default(14)
    .describe(
      'days for which a closed day keeps its single entries, and with them the list of its deviations; ' +
        'the daily figures still count deviations by reason',
    ),
  figuresMonths: z
    .number()
    .int()
    .min(0)
    .max(1200)
    .default(24)
    .describe('months for which daily figures are kept after the end of their year'),
  changesMonths: z
    .number()
    .int()
    .min(0)
    .max(1200)
    .default(24)
    .describe('months for which changes of the settings stay on record'),
});

const siteShape = z.strictObject({
  name: text.describe('printed on every report'),
  zone: zone
    .default('Europe/Berlin')
    .describe('time zone of the site')
    .meta(about({ effect: 'serverStart' })),
  alwaysOpen: z.boolean().default(false).describe('take check-ins at any time; for trying out'),
  openingHours: hours.default(hours.parse({})).describe('opening hours of each weekday'),
  waitingPlace: label
    .default({ de: 'Wartezone', en: 'waiting area' })
    .describe('where visitors wait; told with the number'),
  receptions: byId(reception)
    .default({})
    .describe('workplaces of the reception; none: the desks check in (R2)'),
  desks: byId(desk).default({}).describe('desks of the entrance zone; none: nothing is queued (R2)'),
  destinations: z
    .record(
      z
        .string()
        .refine((name): boolean => isDestination(name), reason('destination'))
        .meta(about({ form: 'destination' })),
      z.strictObject({ room: shortText(40), phone: shortText(40) }),
    )
    .default({})
    .describe('where a destination is found in the house (R52)'),
  hiddenConcerns: z.array(concern).default([]).describe('catalogue entries this site does not offer (R7)'),
  frequentConcerns: z
    .array(concern)
    .default(['3.2', '3.9', '3.1', '3.4', '2.1', '3.7', '3.8', '6.1', '3.10', '5'])
    .describe('what people mostly come for: first in the list as long as nothing is typed (R27)'),
  deviationReasons: z.array(coded).min(1).describe('codes for calls out of order and urgent marks'),
  transferReasons: z.array(coded).min(1).describe('codes for passing a ticket to another desk'),
  activities: z
    .array(
      coded.extend({
        code: z
          .string()
          .regex(/^[A-Za-z0-9._-]{1,32}$/)
          .meta(about({ form: 'code' })),
      }),
    )
    .default([])
    .describe('activities beside case work 4.1, 4.2, 4.3 and reinforcement (R21)'),
  queue: queue.default(queue.parse({})).describe('the rules of the queue'),
  goals: goals.default({}).describe('what the office wants to reach; reports hold it against what was'),
  lateDuty: lateDuty
    .default([])
    .describe('spans with contacts and desk time that reports keep apart from the half days (R62)'),
  staffing: staffing.default(staffing.parse({})).describe('how the stages are to be staffed (R75, R84)'),
  privacy: privacy
    .default(privacy.parse({}))
    .describe('what a figure has to rest on before it is printed; protects visitors and staff')
    .meta(about({ changedBy: 'machine' })),
  pilot: pilotSpan.describe('the trial that `beo report --pilot` evaluates (R5)'),
  keyDates: keyDateSpans.describe('spans of the reports at key dates; each ends on its key date (R126)'),
  baseline: baseline.optional().describe('what was before the trial, printed beside its figures (R15)'),
  addressees: z
    .partialRecord(z.enum(periodKinds), z.array(label).max(5))
    .default({})
    .describe('to whom the reports of a kind of period go; printed in their head (R125)'),
  retention: retention
    .default(retention.parse({}))
    .describe('for how long things are kept')
    .meta(about({ changedBy: 'machine' })),
});

const site = siteShape.superRefine(({ lateDuty: duties, desks }, context) => {
  for (const [i, duty] of duties.entries()) {
    for (const [j, name] of (duty.desks ?? []).entries()) {
      if (Object.hasOwn(desks, name)) continue;
      context.addIssue({
        code: 'custom',
        path: ['lateDuty', i, 'desks', j],
        input: name,
        message: reason('desk'),
      });
    }
  }
});

/** The shape of `settings.json`. */
export const settingsSchema = z.strictObject({
  version: z
    .literal(storeVersion)
    .describe('version of the shape')
    .meta(about({ changedBy: 'nobody' })),
  revision: z
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('how often beo has changed the settings; leave it as it is')
    .meta(about({ changedBy: 'nobody' })),
  network: network.default(network.parse({})).meta(about({ effect: 'serverStart', changedBy: 'machine' })),
  sites: byId(site)
    .refine((sites) => Object.keys(sites).length > 0, reason('oneSite'))
    .refine(haveFoldersOfTheirOwn, reason('onlyCase'))
    .describe('the sites, by their ids')
    .meta(about({ changedBy: 'machine' })),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SiteSettings = Settings['sites'][string];
export type ReceptionSettings = SiteSettings['receptions'][string];

/** Some disks take upper and lower case for the same. */
function haveFoldersOfTheirOwn(sites: object): boolean {
  const names = Object.keys(sites).map((name) => name.toLowerCase());
  return new Set(names).size === names.length;
}

/** Whether a name is that of a time zone (IANA). */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
