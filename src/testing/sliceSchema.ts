import { z } from 'zod';

/*
 * The parts of the report's schema: what stands in the period and in each of its columns, as `sliceModel.ts` has it.
 */

export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

export const count = z.number().int().min(0);
export const seconds = z.number().min(0);
export const share = z.number().min(0).max(1);
export const day = z.iso.date();
export const clock = z.string().regex(/^\d{2}:\d{2}$/);
export const counts = z.record(z.string(), count).readonly();
export const suppressed = z.literal(true).exactOptional();

const stats = {
  n: count,
  sumSeconds: seconds.nullable(),
  meanPerContactSeconds: seconds.nullable(),
  meanPerVisitSeconds: seconds.nullable().describe('Over several days the mean of the daily values.'),
  medianSeconds: seconds.nullable(),
  p90Seconds: seconds.nullable().describe('Hyndman & Fan, type 7; for any n.'),
  maxSeconds: seconds.nullable(),
  suppressed: suppressed.describe('It may not be shown: all but n is null.'),
  withheld: count.exactOptional().describe('Contacts left out because their days may not be shown.'),
};

export const statsOfKind = z
  .strictObject(stats)
  .meta({ id: 'stats', description: 'Durations of one kind, in seconds that are not rounded.' });

export const visits = z
  .strictObject({
    total: count,
    settled: count,
    tickets: count,
    appointments: count,
    forwarded: count,
    withAppointment: count,
  })
  .meta({ id: 'visits' });

export const tickets = z
  .strictObject({
    checkedIn: count.nullable(),
    served: count.nullable().describe('Ended by a completed contact.'),
    contacts: count.nullable().describe('Completed contacts.'),
    noShow: count.nullable().describe('Called, absent and not back.'),
    noShowEvents: count.nullable(),
    left: count.nullable(),
    flagged: count.nullable().describe('Open when the day closed; outside of every mean.'),
    stillWaiting: count.nullable(),
    atDesks: count.nullable(),
    visits: count.nullable().describe('With at least one completed contact.'),
    noShowRate: share.nullable(),
  })
  .meta({ id: 'tickets', description: 'Everything is null at a site without an entrance zone.' });

export const waiting = z
  .strictObject({ ...stats, meanPerDaySeconds: seconds.nullable(), withinTarget: share.nullable() })
  .meta({ id: 'waiting' });

export const service = z
  .strictObject({ ...stats, meanPerDaySeconds: seconds.nullable(), conclusiveRate: share.nullable() })
  .meta({ id: 'service' });

export const desks = {
  staffedSeconds: seconds.nullable(),
  busySeconds: seconds.nullable(),
  caseWorkSeconds: seconds.nullable(),
  idleSeconds: seconds.nullable().describe('Free while nobody waited.'),
  idleWhileWaitingSeconds: seconds.nullable(),
  utilisation: share.nullable(),
  utilisationWithCaseWork: share.nullable(),
  suppressed,
  withheldDays: count.exactOptional(),
};

export const deskFigures = z.strictObject(desks).meta({ id: 'desks', description: 'Desk time.' });

const ofConcern = {
  contacts: count,
  waiting: statsOfKind,
  service: statsOfKind,
  conclusiveRate: share.nullable(),
};

const concerns = list(z.strictObject({ concern: z.string(), ...ofConcern }).meta({ id: 'concern' }));

export const half = z.enum(['am', 'pm', 'late']).describe('late: the late duty, where a site has one.');

const level = z
  .strictObject({
    level: z
      .string()
      .describe('"reception", "medium", "high", and where the catalogue lacks some concerns "unknown".'),
    reception: count,
    entranceZone: count,
  })
  .meta({ id: 'level', description: 'Contacts by the level of difficulty.' });

const activity = z
  .strictObject({
    half,
    activity: z.string().describe('"4.1", or a code of the site.'),
    team: z.string().exactOptional(),
    seconds: seconds.nullable(),
    suppressed,
  })
  .meta({ id: 'activity', description: 'Desk time in an activity.' });

const fte = z.number().min(0).describe('Full-time equivalents.');

const staffing = z
  .strictObject({
    plannedSeconds: seconds.nullable().describe('null without a plan.'),
    plannedFte: fte.nullable(),
    minimumSeconds: seconds,
    minimumFte: fte,
    presentSeconds: seconds.nullable().describe('Somebody at the desk; of the reception it is not recorded.'),
    presentFte: fte.nullable(),
    reinforcementSeconds: seconds.nullable().describe('With which desks reinforced the reception.'),
    suppressed,
  })
  .meta({ id: 'staffing', description: 'Desk time of a stage as planned and as it was.' });

const countedDays = count.describe(
  'Days that counted them; archives of older programs and imported days did not.',
);

const deskDecisions = z
  .strictObject({
    countedDays,
    decisions: count.nullable(),
    yes: count.nullable(),
    no: count.nullable(),
    desks: count.nullable().describe('How many more desks the advice called for, in all decisions together.'),
  })
  .meta({ id: 'deskDecisions', description: 'Answers to the advice to open more desks.' });

const signals = z
  .strictObject({
    countedDays,
    questions: count.nullable().describe('Of the reception to the entrance zone.'),
    answeredYes: count.nullable(),
    answeredNo: count.nullable(),
    unanswered: count.nullable().describe('Dropped, still open, or left over at the end of a day.'),
    helpCalls: count.nullable().describe('Silent calls for help.'),
    helpCallsAnswered: count.nullable(),
  })
  .meta({ id: 'signals', description: 'Signals between the places, of the site as a whole.' });

export const slice = {
  visits,
  tickets,
  waiting,
  firstCallWait: statsOfKind,
  wayTime: statsOfKind,
  service,
  filters: z
    .strictObject({ first: share.nullable(), second: share.nullable(), together: share.nullable() })
    .meta({ id: 'filters' }),
  shares: z
    .strictObject({
      reception: share.nullable(),
      entranceZone: share.nullable(),
      passedOn: share.nullable(),
    })
    .meta({ id: 'shares' }),
  reception: z
    .strictObject({
      ...stats,
      contacts: count.nullable(),
      information: count.nullable(),
      documents: count.nullable(),
      copies: count.nullable(),
      handouts: count.nullable(),
      consultations: count.nullable(),
    })
    .meta({ id: 'reception' }),
  byConcern: concerns,
  byGroup: concerns,
  halfDays: z
    .strictObject({ am: deskFigures, pm: deskFigures, late: deskFigures.exactOptional() })
    .meta({ id: 'halfDays' }),
  desks: deskFigures,
  productivity: z
    .strictObject({
      contactsPerStaffedHour: z.number().min(0).nullable(),
      contactShare: share.nullable(),
      caseWorkShare: share.nullable(),
      freeShare: share.nullable(),
    })
    .meta({ id: 'productivity' }),
  lateDuty: z
    .strictObject(ofConcern)
    .meta({ id: 'lateDuty', description: 'Contacts booked in a late duty; absent where no day has one.' })
    .exactOptional(),
  byLevel: list(level),
  newCustomers: z
    .strictObject({ contacts: count, appointments: count, withAdviser: count })
    .meta({ id: 'newCustomers' }),
  consultations: list(
    z
      .strictObject({
        concern: z.string(),
        n: count.nullable().describe('null: the concern did not come up.'),
      })
      .meta({ id: 'consultations' }),
  ),
  handouts: counts.describe('By their wording in the catalogue.'),
  activitiesByHalf: list(activity),
  staffing: z.strictObject({ reception: staffing, entranceZone: staffing }).readonly().exactOptional(),
  deskDecisions,
  signals,
};
