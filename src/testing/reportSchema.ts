import { z } from 'zod';
import type { Comparison } from '../reports/comparison.js';
import type { renderJson } from '../reports/json.js';
import { definitions, type Report } from '../reports/report.js';
import { periodKinds } from '../statistics/period.js';
import {
  clock,
  count,
  counts,
  day,
  deskFigures,
  desks,
  half,
  list,
  seconds,
  service,
  share,
  slice,
  statsOfKind,
  suppressed,
  tickets,
  visits,
  waiting,
} from './sliceSchema.js';

/*
 * The report's shape as a schema, from which docs/report.schema.json is written. It stands among the tests' parts
 * because the program prints reports and never reads one: it need not pay for it. The compiler and the tests keep it
 * the same as the type.
 */

const periodKind = z.enum(periodKinds);

const counters = z.strictObject({
  lostDeskSeconds: seconds,
  recalls: count,
  laterLegs: count,
  deviations: list(z.strictObject({ kind: z.string(), reason: z.string(), n: count })),
  corrections: count,
  cancelled: count,
  consultations: z.strictObject({ reception: counts, desk: counts }),
  handouts: counts,
  leadInformed: count,
  papInformed: count,
  masterData: z.strictObject({ reception: count, desk: count }),
  documents: counts,
  madeUp: count,
  alsoSettled: counts,
  otherConcern: count.describe('Contacts whose final concern is another than the one named before.'),
  corrected: count.describe('Contacts with a concern that a correction gave them before.'),
});

const hour = z.number().int().min(0).max(23);
const weekday = z.number().int().min(1).max(7).describe('1 is Monday.');
const mean = z.number().min(0);

const profile = z.strictObject({ weekday, hour, visits: mean, arrived: mean, served: mean });

const censoring = z
  .strictObject({
    ended: count,
    stillWaiting: count,
    left: count,
    flagged: count.describe('In the line when a day was closed.'),
    meanOfEndedSeconds: seconds.nullable(),
    meanAtLeastSeconds: seconds.nullable(),
    medianSeconds: seconds.nullable().describe('Kaplan–Meier.'),
    restrictedMeanSeconds: seconds.nullable().describe('With a wait above the limit as the limit.'),
    limitSeconds: seconds.nullable(),
    suppressed,
  })
  .describe('The wait with those that no call to a service ended taken as cut short.');

const goal = z
  .strictObject({
    goal: share.nullable(),
    actual: share.nullable(),
    isReached: z.boolean().nullable(),
    suppressed,
  })
  .meta({ id: 'goal' });

const label = z.strictObject({ de: z.string(), en: z.string() }).meta({ id: 'label' });

const baseline = z
  .strictObject({
    receptionEmployees: z.number().min(0).optional(),
    receptionFte: z.number().min(0).optional(),
    team: z.string().optional(),
    figures: list(z.strictObject({ label, value: z.union([z.number(), z.string()]) })),
  })
  .meta({ id: 'baseline', description: 'What was before the trial, as the office gave it.' });

type Definitions = { [Key in keyof typeof definitions]: z.ZodLiteral<(typeof definitions)[Key]> };

const definitionsSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(definitions).map(([key, place]) => [key, z.literal(place)]),
  ) as Definitions,
);

const report = {
  site: z.string(),
  period: z.strictObject({ kind: periodKind, label: z.string(), from: day, to: day }),
  asOf: z.iso.datetime().nullable().describe('The last event in the period, or the instant asked for.'),
  zone: z.string(),
  stages: z.strictObject({ reception: z.boolean(), entranceZone: z.boolean() }),
  limits: z.strictObject({ minContacts: count, minDesks: count }),
  targets: z.strictObject({ waitSeconds: seconds, utilisation: share }),
  halfDayAt: clock.nullable(),
  days: count.describe('Days with figures.'),
  importedDays: count.exactOptional().describe('Of these, the days recorded elsewhere, if there are any.'),
  ...slice,
  byDay: list(z.strictObject({ day, visits, tickets, waiting, service })),
  byHour: list(
    z.strictObject({
      hour,
      visits: count,
      arrived: count.describe('Tickets booked.'),
      served: count.describe('Last completions.'),
      desks: deskFigures,
    }),
  ),
  byHalfDay: list(z.strictObject({ day, half, ...desks })),
  peaks: list(
    z.strictObject({
      day,
      from: clock,
      to: clock,
      utilisation: share.nullable(),
      waits: count,
      maxWaitSeconds: seconds.nullable(),
      reasons: list(z.enum(['utilisation', 'wait'])),
    }),
  ),
  open: z.strictObject({
    waiting: count,
    called: count,
    inService: count,
    parked: count,
    elapsedSeconds: list(seconds),
    meanWaitAtLeastSeconds: seconds.nullable(),
  }),
  outcomes: counts,
  byBookedConcern: list(z.strictObject({ concern: z.string(), waiting: statsOfKind })),
  destinations: counts,
  activities: list(
    z.strictObject({ activity: z.string(), team: z.string().exactOptional(), seconds }),
  ).nullable(),
  counters,
  byWeekday: list(
    z.strictObject({
      weekday,
      days: count,
      visits: count,
      contacts: count,
      waiting: statsOfKind,
      service: statsOfKind,
    }),
  ),
  profile: list(profile).describe('Means over the open days of the weekday.'),
  censoring,
  onward: list(
    z.strictObject({ destination: z.string(), appointments: count, forwarded: count, cameBack: count }),
  ),
  goals: z.strictObject({ withinWait: goal, conclusive: goal, noShow: goal, misrouting: goal }),
  columns: list(
    z
      .strictObject({ kind: periodKind, label: z.string(), from: day, to: day, ...slice })
      .meta({ id: 'column' }),
  ),
  definitions: definitionsSchema,
  addressees: list(label).exactOptional(),
  baseline: baseline.exactOptional(),
};

export const reportSchema = z.strictObject(report).meta({ id: 'report' }) satisfies z.ZodType<Report>;

const difference = z
  .strictObject({
    figure: z.string().describe('Its path in the report: "byConcern[3.2].waiting.n".'),
    value: z.number().nullable(),
    comparedValue: z.number().nullable(),
    absolute: z.number().nullable().describe('null where one of them is, and where the periods overlap.'),
    relative: z.number().nullable(),
    noise: z
      .enum(['within', 'beyond', 'unclear'])
      .exactOptional()
      .describe('Whether chance alone makes such a difference; absent where that is not tested.'),
  })
  .meta({ id: 'difference' });

const comparison = {
  report: reportSchema,
  comparedWith: reportSchema,
  overlapping: z.boolean().describe('The periods have days in common; then there are no differences.'),
  baseline: baseline.exactOptional(),
  differences: list(difference),
};

export const comparisonSchema = z
  .strictObject(comparison)
  .meta({ id: 'comparison', description: 'With --compare.' }) satisfies z.ZodType<Comparison>;

const id = z.string().describe('What the settings call the site.');

/** All that is printed, by what is asked for. */
export const printedSchema = z.union([
  reportSchema,
  comparisonSchema,
  z
    .strictObject({
      sites: list(z.union([z.strictObject({ id, ...report }), z.strictObject({ id, ...comparison })])),
    })
    .meta({ id: 'sites', description: 'Of several sites.' }),
]);

type Printed = Parameters<typeof renderJson>[0];

/** What the types allow, the schema does: else these lines are not compiled. */
export const allowed = (printed: Printed): z.infer<typeof printedSchema> => printed;

export const printable = (printed: z.infer<typeof printedSchema>): Printed => printed;

/** The schema as JSON Schema, to be published. */
export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(printedSchema, {
    override({ jsonSchema }) {
      // A reader of the file can't write to it anyway, and every integer is a safe one.
      delete jsonSchema.readOnly;
      // What the format says already, at length.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  const { $schema, ...rest } = schema;
  const about = {
    $schema,
    title: 'Report of beo',
    description:
      'What `beo report --format json` prints. Times are seconds, not rounded; shares are between 0 and 1. The empty set is null, never 0. A suppressed cell keeps its n, everything else in it is null, and suppressed is true.',
  };
  return `${JSON.stringify({ ...about, ...rest }, null, 2)}\n`;
}
