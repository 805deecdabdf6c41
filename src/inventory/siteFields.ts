import type { BoardCall, Label, SiteView } from '../protocol/messages.js';
import type { FieldsOf } from './lines.js';

/** What stations learn of the settings. */

export const label: FieldsOf<Label> = { de: 'wordDe', en: 'wordEn' };

const placeLines = {
  id: 'placeId',
  label: { is: 'placeLabel', as: 'label' },
  room: 'room',
} as const;

const codeLines = { code: 'code', de: 'wordDe', en: 'wordEn' } as const;
const spanLines = { from: 'from', to: 'to' } as const;
const stageLines = { minimumFte: 'minimumFte', plannedMs: 'plannedTime' } as const;

export const site: FieldsOf<SiteView> = {
  id: 'site',
  name: 'siteName',
  zone: 'zone',
  receptions: { is: 'receptionPlaces', of: placeLines },
  desks: { is: 'deskPlaces', of: { ...placeLines, fetched: 'fetched', confidential: 'closedRoom' } },
  destinations: { is: 'destinationRooms', by: 'destinationName', of: { room: 'room', phone: 'phone' } },
  hiddenConcerns: 'hiddenConcerns',
  frequentConcerns: 'frequentConcerns',
  deviationReasons: { is: 'knownCodes', of: codeLines },
  transferReasons: { is: 'knownCodes', of: codeLines },
  activities: { is: 'knownCodes', of: codeLines },
  waitTargetMs: 'threshold',
  peakUtilisation: 'threshold',
  limits: { is: 'limits', of: { minContacts: 'limits', minDesks: 'limits' } },
  halfDayAt: 'halfDayAt',
  goals: {
    is: 'goals',
    of: { withinWait: 'goals?', conclusive: 'goals?', noShow: 'goals?', misrouting: 'goals?' },
  },
  staffing: {
    is: 'staffing',
    of: { fullDayMs: 'threshold', stages: { is: 'staffing', by: 'stageName', of: stageLines } },
  },
  usualService: { is: 'usualService', of: { am: 'usualService', pm: 'usualService' } },
  open: { is: 'openingHours', of: spanLines },
  waitingPlace: { is: 'waitingPlace', as: 'label' },
  reporting: {
    is: 'reporting',
    of: {
      pilot: { is: 'reportSpans', of: spanLines },
      keyDates: { is: 'reportSpans', of: spanLines },
      baseline: {
        is: 'baseline?',
        of: {
          receptionEmployees: 'baseline?',
          receptionFte: 'baseline?',
          team: 'baseline?',
          figures: { is: 'baseline', of: { label: { is: 'baseline', as: 'label' }, value: 'baseline' } },
        },
      },
      addressees: { is: 'addressees', by: 'periodKind', as: 'label' },
    },
  },
};

/** All that a display learns of a call. */
export const boardCall: FieldsOf<BoardCall> = {
  number: 'number',
  place: 'boardPlace',
  fetched: 'fetched',
  calledAt: 'soundedAt',
};
