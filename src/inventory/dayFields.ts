import type { Day, Desk, ReceptionVisit, Ticket } from '../queue/day.js';
import type { FieldsOf } from './lines.js';

/** The state of the open day, which a staff station gets when it joins: the entries of the journal, folded. */

export const ticket: FieldsOf<Ticket> = {
  number: 'number',
  booking: { is: 'booking', as: 'booking' },
  alsoSettled: { is: 'alsoSettled', as: 'settledConcern' },
  bookedAt: 'bookedAt',
  madeUp: 'madeUp',
  concern: 'concern',
  marks: { is: 'marks', as: 'marks' },
  state: 'ticketState',
  ending: 'ticketEnding',
  endedAt: 'endedAt',
  placeAt: 'placeInLine',
  placeSeq: 'placeInLine',
  reservedFor: 'toDesk',
  desk: 'desk',
  calledAt: 'calledAt',
  soundedAt: 'soundedAt',
  recalls: 'recalls',
  noShows: 'noShows',
  lostMs: 'lostByNoShow',
  contacts: {
    is: 'contacts',
    of: {
      concern: 'concern',
      bookedConcern: 'bookedConcern',
      queuedAt: 'queuedAt',
      firstCalledAt: 'calledAt',
      calledAt: 'calledAt',
      startedAt: 'startedAt',
      parkedMs: 'parkedTime',
      parkedAt: 'parkedAt',
      finishedAt: 'finishedAt',
      desk: 'desk',
      outcome: 'outcome',
      destination: 'destination',
      furtherConcerns: 'furtherConcerns',
      consulted: 'consulted',
      papInformed: 'papInformed',
      masterData: 'masterData',
      transferReason: 'transferReason',
    },
  },
  lastAt: 'lastAt',
  touched: 'touched',
};

export const receptionVisit: FieldsOf<ReceptionVisit> = {
  visit: 'visit',
  way: 'way',
  concern: 'concern',
  destination: 'destination',
  booking: { is: 'booking', as: 'booking' },
  alsoSettled: { is: 'alsoSettled', as: 'settledConcern' },
  at: 'bookedAt',
  madeUp: 'madeUp',
  cancelled: 'cancelled',
  touched: 'touched',
};

export const desk: FieldsOf<Desk> = {
  state: 'deskState',
  activity: 'activity',
  team: 'helpedTeam',
  since: 'deskStateSince',
  number: 'numberAtDesk',
  touched: 'touched',
};

export const day: FieldsOf<Day> = {
  site: 'site',
  day: 'day',
  epoch: 'epoch',
  startsAt: 'dayBounds',
  endsAt: 'dayBounds',
  rules: { is: 'rules', as: 'rules' },
  seq: 'seq',
  lastAt: 'lastAt',
  closedAt: 'closedAt',
  lastNumber: 'lastNumber',
  lastVisit: 'lastNumber',
  tickets: { is: 'tickets', by: 'number', as: 'ticket' },
  waiting: 'waitingNumbers',
  visits: { is: 'receptionVisits', by: 'visit', as: 'receptionVisit' },
  desks: { is: 'deskStates', by: 'desk', as: 'desk' },
  spans: {
    is: 'deskSpans',
    by: 'desk',
    of: {
      state: 'deskState',
      activity: 'activity',
      team: 'helpedTeam',
      from: 'deskStateSince',
      to: 'deskStateUntil',
    },
  },
  deviations: {
    is: 'deviations',
    of: {
      kind: 'deviationKindOf',
      number: 'number',
      reason: 'deviationReason',
      by: 'by',
      at: 'at',
      seq: 'seq',
    },
  },
  corrections: {
    is: 'corrections',
    of: { visit: 'visit', from: 'previousConcern', to: 'concern', at: 'at', seq: 'seq' },
  },
  helpCalls: {
    is: 'helpCalls',
    of: { from: 'signalFrom', at: 'at', answeredBy: 'answeredBy', endedAt: 'signalEndedAt' },
  },
  questions: {
    is: 'questions',
    of: {
      from: 'signalFrom',
      at: 'at',
      answer: 'zoneAnswer',
      answeredBy: 'answeredBy',
      endedAt: 'signalEndedAt',
    },
  },
  deskDecisions: {
    is: 'deskDecisions',
    of: { answer: 'deskAnswer', extraDesks: 'extraDesks', desks: 'servingDesks', at: 'at', seq: 'seq' },
  },
  undo: {
    is: 'undoMemory',
    by: 'by',
    of: {
      seq: 'seq',
      at: 'at',
      tickets: { is: 'tickets', by: 'number', as: 'ticket' },
      visits: { is: 'receptionVisits', by: 'visit', as: 'receptionVisit' },
      desks: {
        is: 'deskStates',
        by: 'desk',
        of: { desk: { is: 'deskStates', as: 'desk' }, spans: 'spanCount' },
      },
    },
  },
};
