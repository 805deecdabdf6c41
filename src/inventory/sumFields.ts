import type { RollUpHead } from '../server/rollUp.js';
import type { MonthRollUp } from '../statistics/rolledPortion.js';
import { activityRow, counters, deskDecisions, onwardRow, signals, visitRow } from './figureFields.js';
import type { FieldsOf } from './lines.js';

/** What the archive keeps of a month beside its days. */

export const rollUpHead: FieldsOf<RollUpHead> = {
  version: 'version',
  terms: {
    is: 'sumsTerms',
    of: {
      limits: { is: 'threshold', of: { minContacts: 'threshold', minDesks: 'threshold' } },
      zone: 'zone',
      targets: { is: 'threshold', of: { waitSeconds: 'threshold', utilisation: 'threshold' } },
    },
  },
  of: 'monthFile',
  check: 'crc',
};

const extent = { n: 'n', sum: 'sum', max: 'max' } as const;
const covered = { n: 'n', withheld: 'withheldCount', isCut: 'isCut', days: 'shownDays' } as const;
const durations = { ...covered, shown: { is: 'shownTimes', of: extent } } as const;
const daily = { values: 'dailyValues', days: 'shownDays' } as const;
const ofWeekday = {
  n: 'n',
  days: 'shownDays',
  shown: { is: 'shownTimes', of: extent },
  daily: { is: 'dailyValues', of: daily },
} as const;

export const monthSums: FieldsOf<MonthRollUp> = {
  days: 'day',
  asOf: 'asOf',
  halfDayAt: 'halfDayAt',
  imported: 'imported',
  stages: { is: 'siteStages', by: 'stageName' },
  lateDuty: 'hadLateDuty',
  concerns: 'concernKey',
  daysWithoutContacts: 'n',
  ended: { is: 'waits', of: extent },
  areaContacts: 'n',
  daysWithoutDeskTime: 'hiddenDays',
  weekdays: {
    is: 'weekdayRows',
    of: {
      weekday: 'weekdayRows',
      days: 'n',
      visits: 'visitCount',
      contacts: 'n',
      waits: { is: 'waits', of: ofWeekday },
      services: { is: 'services', of: ofWeekday },
      hours: {
        is: 'quarterRows',
        of: {
          hour: 'from',
          visits: 'visitCount',
          booked: 'bookedCount',
          served: 'servedCount',
          isOpen: 'isKnown',
        },
      },
    },
  },
  peakSpans: {
    is: 'peakSpans',
    of: {
      n: 'n',
      first: {
        is: 'peakSpans',
        of: {
          day: 'day',
          from: 'from',
          to: 'to',
          utilisation: 'deskTime',
          maxWaitSeconds: 'max',
          isLate: 'waits',
        },
      },
    },
  },
  counted: {
    is: 'counters',
    of: {
      imported: 'imported?',
      visits: { is: 'visitRows', of: visitRow },
      contacts: {
        is: 'contactRows',
        of: {
          half: 'half',
          concern: 'concernKey',
          booked: 'bookedKey',
          wait: { is: 'waits', of: extent },
          outcomes: { is: 'outcomeCounts', by: 'outcomeKey' },
        },
      },
      onward: { is: 'onwardRows?', of: onwardRow },
      reception: { is: 'receptionRows', of: { way: 'wayKey', concern: 'concernKey', n: 'n' } },
      activities: { is: 'activityRows', of: activityRow },
      waiting: 'elapsedWaits',
      unserved: {
        is: 'unserved?',
        of: { left: { is: 'leftWaits?', as: 'tally' }, flagged: { is: 'flaggedWaits?', as: 'tally' } },
      },
      counters: { is: 'counters', of: counters },
      signals: { is: 'signalCounts?', of: signals },
      deskDecisions: { is: 'deskDecisionCounts?', of: deskDecisions },
    },
  },
  waits: { is: 'waits', by: 'concernKey', of: durations },
  services: { is: 'services', by: 'concernKey', of: durations },
  firstWaits: { is: 'firstWaits', of: durations },
  ways: { is: 'walks', of: durations },
  receptionTimes: { is: 'receptionTimes', of: durations },
  daily: {
    is: 'dailyValues',
    of: {
      waits: { is: 'waits', of: daily },
      firstWaits: { is: 'firstWaits', of: daily },
      ways: { is: 'walks', of: daily },
      services: { is: 'services', of: daily },
      receptionTimes: { is: 'receptionTimes', of: daily },
    },
  },
  desks: {
    is: 'deskTime',
    by: 'half',
    of: {
      ...covered,
      isKnown: 'isKnown',
      left: 'hiddenDays',
      times: {
        is: 'shownTimes',
        of: {
          staffed: 'deskTime',
          busy: 'deskTime',
          caseWork: 'deskTime',
          activity: 'deskTime',
          reinforcement: 'deskTime',
          pause: 'deskTime',
          idle: 'idle',
          idleWhileWaiting: 'idleWhileWaiting',
        },
      },
    },
  },
  activities: {
    is: 'activityRows',
    by: 'half',
    of: { activity: 'activityKey', team: 'helpedTeamKey?', time: 'activityTime' },
  },
  histograms: { is: 'spread', by: 'concernKey' },
};
