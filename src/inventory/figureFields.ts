import type { DailyFigures } from '../statistics/figures.js';
import type { Tally } from '../statistics/tally.js';
import type { FieldsOf } from './lines.js';

/** What the archive keeps of a day. */

export const tally: FieldsOf<Tally> = {
  n: 'n',
  sum: 'sum',
  squares: 'squares',
  max: 'max',
  seconds: 'spread',
};

const deskTime = {
  desk: { is: 'deskTime?', by: 'deskStateKey' },
  idle: 'idle?',
  idleWhileWaiting: 'idleWhileWaiting?',
  desks: 'deskCount?',
} as const;

export const visitRow = {
  way: 'wayKey',
  destination: 'destinationKey',
  outcome: 'outcomeKey',
  contact: 'hadContact',
  n: 'n',
} as const;

export const onwardRow = {
  concern: 'concernKey',
  outcome: 'outcomeKey',
  destination: 'destinationKey',
  n: 'n',
  back: 'cameBack?',
} as const;

export const activityRow = {
  half: 'half',
  activity: 'activityKey',
  team: 'helpedTeamKey?',
  time: 'activityTime',
} as const;

export const counters = {
  noShowEvents: 'noShowEvents',
  lostTime: 'lostTime',
  recalls: 'recallCount',
  laterLegs: 'laterLegs',
  deviations: { is: 'deviationRows', of: { kind: 'deviationKind', reason: 'reasonKey', n: 'n' } },
  corrections: 'correctionCount',
  corrected: 'correctedCount?',
  cancelled: 'cancelledCount',
  consultations: {
    is: 'consultationCounts',
    of: {
      reception: { is: 'consultationCounts', by: 'concernKey' },
      desk: { is: 'consultationCounts', by: 'concernKey' },
    },
  },
  handouts: { is: 'handoutCounts', by: 'handoutKey' },
  copies: 'copyCount',
  documents: { is: 'documentCounts', by: 'destinationKey' },
  masterData: { is: 'masterDataCounts', of: { reception: 'masterDataCounts', desk: 'masterDataCounts' } },
  leadInformed: 'leadInformedCount',
  papInformed: 'papInformedCount',
  madeUp: 'madeUpCount',
  alsoSettled: { is: 'alsoSettledCounts', by: 'concernKey' },
  open: {
    is: 'openCounts',
    of: { waiting: 'openCounts', called: 'openCounts', inService: 'openCounts', parked: 'openCounts' },
  },
} as const;

export const signals = {
  days: 'countedDays',
  questions: {
    is: 'questionCounts',
    of: { asked: 'questionCounts', yes: 'questionCounts', no: 'questionCounts' },
  },
  helpCalls: { is: 'helpCallCounts', of: { called: 'helpCallCounts', answered: 'helpCallCounts' } },
} as const;

export const deskDecisions = {
  days: 'countedDays',
  yes: 'deskDecisionCounts',
  no: 'deskDecisionCounts',
  desks: 'deskDecisionCounts',
} as const;

export const figures: FieldsOf<DailyFigures> = {
  version: 'version',
  site: 'site',
  day: 'day',
  asOf: 'asOf',
  closed: 'isClosed',
  imported: 'imported?',
  halfDayAt: 'halfDayAt',
  lateDuty: 'hadLateDuty?',
  stages: { is: 'siteStages', by: 'stageName' },
  visits: {
    is: 'visitRows',
    of: visitRow,
  },
  contacts: {
    is: 'contactRows',
    of: {
      half: 'half',
      concern: 'concernKey',
      booked: 'bookedKey',
      wait: { is: 'waits', as: 'tally' },
      firstWait: { is: 'firstWaits?', as: 'tally' },
      way: { is: 'walks?', as: 'tally' },
      service: { is: 'services', as: 'tally' },
      outcomes: { is: 'outcomeCounts', by: 'outcomeKey' },
    },
  },
  sharedService: { is: 'sharedServices?', by: 'concernKey', as: 'tally' },
  onward: {
    is: 'onwardRows?',
    of: onwardRow,
  },
  reception: {
    is: 'receptionRows',
    of: {
      half: 'half',
      way: 'wayKey',
      concern: 'concernKey',
      n: 'n',
      time: { is: 'receptionTimes?', as: 'tally' },
    },
  },
  quarters: {
    is: 'quarterRows',
    by: 'quarterKey',
    of: {
      visits: 'visitCount?',
      booked: 'bookedCount?',
      served: 'servedCount?',
      waits: { is: 'waits?', of: { n: 'n', sum: 'sum', max: 'max' } },
      ...deskTime,
      late: { is: 'lateDeskTime?', of: deskTime },
    },
  },
  activities: {
    is: 'activityRows',
    of: activityRow,
  },
  sessions: {
    is: 'sessions',
    of: {
      all: 'deskCount',
      byConcern: { is: 'deskCount', by: 'concernKey' },
      byGroup: { is: 'deskCount', by: 'groupKey' },
      atDesks: 'deskCount',
      atDesksByHalf: { is: 'deskCount', of: { am: 'deskCount', pm: 'deskCount', late: 'deskCount?' } },
      byDuty: { is: 'deskCount?', of: { late: 'deskCount', regular: 'deskCount' } },
    },
  },
  waiting: 'elapsedWaits',
  unserved: {
    is: 'unserved?',
    of: { left: { is: 'leftWaits?', as: 'tally' }, flagged: { is: 'flaggedWaits?', as: 'tally' } },
  },
  counters: {
    is: 'counters',
    of: counters,
  },
  signals: { is: 'signalCounts?', of: signals },
  deskDecisions: { is: 'deskDecisionCounts?', of: deskDecisions },
};
