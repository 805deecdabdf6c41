import type { Booking, Entry, Event, Marks, SettledConcern } from '../queue/events.js';
import type { Rules } from '../queue/rules.js';
import type { FieldsOf, TablesOf } from './lines.js';

/** What stands in the journal and is told to staff. */

/** The events have tables of their own. */
export const entry = {
  seq: 'seq',
  at: 'at',
  by: 'by',
  ask: 'ask',
  events: { is: 'events' },
} as const satisfies Omit<FieldsOf<Entry>, 'events'> & { readonly events: { readonly is: 'events' } };

/** What a line of the journal has beside its entry. */
export const checksum = { crc: 'crc' } as const;

export const booking: FieldsOf<Booking> = {
  rule: 'rule',
  identityChecked: 'identityChecked',
  consulted: 'consulted',
  receptionTime: 'receptionTime?',
  handouts: 'handouts?',
  copies: 'copies?',
  documents: 'documents?',
  masterData: 'masterData?',
  informLead: 'informLead?',
};

export const marks: FieldsOf<Marks> = {
  assisted: 'assisted?',
  interpreter: 'interpreter?',
  confidential: 'confidential?',
  urgent: 'urgent?',
  team: 'team?',
};

export const settledConcern: FieldsOf<SettledConcern> = { concern: 'concern', rule: 'rule' };

export const rules: FieldsOf<Rules> = {
  letter: 'letter',
  receptions: 'receptionPlaces',
  desks: {
    is: 'deskRules',
    by: 'desk',
    of: { skills: 'skills', confidential: 'closedRoom' },
  },
  open: { is: 'openingHours', of: { from: 'from', to: 'to' } },
  lateDuty: { is: 'lateDuty?', of: { from: 'from', to: 'to', desks: 'desksOnDuty' } },
  noShowAfterMs: 'threshold',
  assistedNoShowAfterMs: 'threshold',
  recallGapMs: 'threshold',
  urgentCapMs: 'threshold',
  undoWithinMs: 'threshold',
  deviationReasons: 'knownCodes',
  transferReasons: 'knownCodes',
  activities: 'knownCodes',
};

const ofTicket = { number: 'number', desk: 'desk' } as const;

export const events: TablesOf<Event, 'type'> = {
  DayOpened: {
    site: 'site',
    day: 'day',
    epoch: 'epoch',
    startsAt: 'dayBounds',
    endsAt: 'dayBounds',
    rules: { is: 'rules', as: 'rules' },
  },
  RulesChanged: { rules: { is: 'rules', as: 'rules' } },
  DayClosed: { forced: 'forced' },
  VisitEnded: {
    visit: 'visit',
    way: 'way',
    concern: 'concern',
    destination: 'destination',
    booking: { is: 'booking', as: 'booking' },
    alsoSettled: { is: 'alsoSettled?', as: 'settledConcern' },
    occurredAt: 'occurredAt?',
  },
  TicketCheckedIn: {
    number: 'number',
    concern: 'concern',
    marks: { is: 'marks', as: 'marks' },
    booking: { is: 'booking', as: 'booking' },
    alsoSettled: { is: 'alsoSettled?', as: 'settledConcern' },
    occurredAt: 'occurredAt?',
  },
  TicketMarked: { number: 'number', marks: { is: 'marks', as: 'marks' } },
  VisitCorrected: { visit: 'visit', concern: 'concern', previous: 'previousConcern' },
  VisitCancelled: { visit: 'visit' },
  TicketCalled: { ...ofTicket, reason: 'deviationReason?', occurredAt: 'occurredAt?' },
  TicketRecalled: ofTicket,
  CallWithdrawn: ofTicket,
  ServiceStarted: ofTicket,
  ContactFinished: {
    ...ofTicket,
    outcome: 'outcome',
    destination: 'destination?',
    concern: 'concern',
    furtherConcerns: 'furtherConcerns?',
    consulted: 'consulted?',
    papInformed: 'papInformed?',
    masterData: 'masterData?',
    occurredAt: 'occurredAt?',
  },
  TicketRequeued: { number: 'number', concern: 'concern' },
  TicketTransferred: { number: 'number', reason: 'transferReason', toDesk: 'toDesk?' },
  TicketParked: ofTicket,
  TicketResumed: { number: 'number', to: 'resumedTo' },
  TicketMissed: ofTicket,
  TicketLeft: { number: 'number' },
  DeskOpened: { desk: 'desk' },
  DeskPaused: { desk: 'desk' },
  DeskClosed: { desk: 'desk' },
  ActivityStarted: { desk: 'desk', activity: 'activity', team: 'helpedTeam?' },
  HelpCalled: { from: 'signalFrom' },
  HelpAnswered: { from: 'signalFrom' },
  HelpEnded: { from: 'signalFrom' },
  ZoneAsked: { from: 'signalFrom' },
  ZoneAnswered: { from: 'signalFrom', answer: 'zoneAnswer' },
  QuestionDropped: { from: 'signalFrom' },
  ExtraDesksDecided: { answer: 'deskAnswer', extraDesks: 'extraDesks', desks: 'servingDesks' },
  ActionUndone: { undoes: 'undoes' },
};
