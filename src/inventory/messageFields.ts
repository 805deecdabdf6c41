import type { ClientMessage, Refusal, ServerMessage } from '../protocol/messages.js';
import type { Command } from '../queue/commands.js';
import type { FieldsOf, TablesOf } from './lines.js';

/** What goes over the wire. */

/** Fields that a refusal may carry beside its name, whichever it is. */
export const refusal: FieldsOf<Refusal, 'name'> = {
  role: 'role?',
  command: 'commandName?',
  desk: 'desk?',
  day: 'day?',
  concern: 'concern?',
  rule: 'rule?',
  place: 'placeId?',
  number: 'number?',
  visit: 'visit?',
  reason: 'deviationReason?',
  known: 'knownWords?',
  activity: 'activity?',
  destination: 'destination?',
  ticketId: 'ticketId?',
  outcome: 'outcome?',
  waiting: 'waitingCount?',
  state: 'ticketState?',
  waitMs: 'timeToGo?',
  by: 'by?',
  from: 'signalFrom?',
  most: 'spareDesks?',
  answer: 'deskAnswer?',
  count: 'waitingCount?',
  problem: 'messageProblem?',
  server: 'protocol?',
  client: 'protocol?',
  site: 'site?',
  message: 'messageKind?',
  today: 'day?',
  file: 'fileName?',
  url: 'url?',
  setting: 'settingPath?',
  near: 'nearSetting?',
  wrong: { is: 'settingProblem?', as: 'label' },
};

type Told = { readonly is: 'refusal' | 'refusal?' };
type Value = { readonly is: 'settingValue?' };

/**
 * Entries, figures and the day have tables of their own; so have refusals and commands, which are many, and settings,
 * whose values are as different.
 */
type Frames<M, Tag extends keyof M> = {
  readonly [N in M[Tag] & string]: {
    readonly [K in keyof TablesOf<M, Tag>[N]]: K extends 'rejection'
      ? Told
      : K extends 'command'
        ? { readonly is: 'command' }
        : K extends 'value' | 'before' | 'after'
          ? Value
          : TablesOf<M, Tag>[N][K];
  };
};

export const toStations: Frames<ServerMessage, 'type'> = {
  welcome: {
    site: { is: 'siteView', as: 'site' },
    day: 'day',
    epoch: 'epoch',
    seq: 'seq',
    serverTime: 'serverTime',
    version: 'programVersion',
    state: { is: 'dayState?', as: 'day' },
    entries: { is: 'entries?', as: 'entry' },
  },
  events: { day: 'day', entries: { is: 'entries', as: 'entry' } },
  answer: {
    askId: 'ask',
    ok: 'ok',
    entry: { is: 'entries?', as: 'entry' },
    rejection: { is: 'refusal?' },
  },
  figures: {
    queryId: 'query',
    ok: 'ok',
    days: { is: 'dailyFigures?', as: 'figures' },
    rejection: { is: 'refusal?' },
  },
  settingChanged: {
    queryId: 'query',
    ok: 'ok',
    before: { is: 'settingValue?' },
    after: { is: 'settingValue?' },
    effect: 'settingEffect?',
    rejection: { is: 'refusal?' },
  },
  presence: {
    desks: 'claimedPlaces',
    receptions: 'claimedPlaces',
    displays: 'displayCount',
    shown: 'shownNumbers',
  },
  board: {
    site: { is: 'boardSite', of: { id: 'site', name: 'siteName', zone: 'zone' } },
    serverTime: 'serverTime',
    calls: { is: 'boardCalls', as: 'boardCall' },
  },
  notice: { final: 'final', rejection: { is: 'refusal' } },
};

export const toServer: Frames<ClientMessage, 'type'> = {
  hello: {
    protocol: 'protocol',
    site: 'site?',
    role: 'role',
    place: 'placeId?',
    claim: 'claim?',
    screen: 'screen?',
    store: 'store?',
    token: 'token?',
    epoch: 'epoch?',
    afterSeq: 'seq?',
  },
  ask: { askId: 'ask', day: 'day', command: { is: 'command' } },
  query: { queryId: 'query', from: 'queriedDays', to: 'queriedDays', at: 'queriedAt?' },
  changeSetting: {
    queryId: 'query',
    path: 'settingPath',
    value: { is: 'settingValue?' },
    dryRun: 'dryRun?',
  },
  showing: { numbers: 'shownNumbers' },
};

const ofDesk = { desk: 'desk' } as const;

const ending = {
  outcome: 'outcome?',
  destination: 'destination?',
  concern: 'concern?',
  furtherConcerns: 'furtherConcerns?',
  consulted: 'consulted?',
  papInformed: 'papInformed?',
  masterData: 'masterData?',
} as const;

export const commands: TablesOf<Command, 'type'> = {
  checkIn: {
    concern: 'concern',
    rule: 'rule',
    marks: { is: 'marks?', as: 'marks' },
    alsoSettled: { is: 'alsoSettled?', as: 'settledConcern' },
    visit: {
      is: 'madeUpVisit?',
      of: { desk: 'desk', calledAt: 'calledAt', finishedAt: 'finishedAt' },
    },
    identityChecked: 'identityChecked?',
    consulted: 'consulted?',
    openedAt: 'openedAt?',
    handouts: 'handouts?',
    copies: 'copies?',
    documents: 'documents?',
    masterData: 'masterData?',
    occurredAt: 'occurredAt?',
    afterHours: 'afterHours?',
  },
  mark: { number: 'number', marks: { is: 'marks', as: 'marks' } },
  leave: { number: 'number' },
  correct: { visit: 'visit', concern: 'concern' },
  cancel: { visit: 'visit' },
  call: { desk: 'desk', number: 'number?', reason: 'deviationReason?' },
  recall: ofDesk,
  withdraw: ofDesk,
  start: ofDesk,
  finish: { desk: 'desk', occurredAt: 'occurredAt?', ...ending },
  park: ofDesk,
  resume: { number: 'number', desk: 'desk?', toQueue: 'resumedTo?' },
  requeue: { desk: 'desk', nextConcern: 'concern', ...ending },
  transfer: { desk: 'desk', reason: 'transferReason', toDesk: 'toDesk?' },
  noShow: ofDesk,
  openDesk: ofDesk,
  closeDesk: ofDesk,
  pause: ofDesk,
  startActivity: { desk: 'desk', activity: 'activity', team: 'helpedTeam?' },
  callHelp: {},
  answerHelp: { from: 'signalFrom' },
  endHelp: { from: 'signalFrom?' },
  askZone: {},
  answerZone: { from: 'signalFrom', answer: 'zoneAnswer' },
  dropQuestion: {},
  decideExtraDesks: { answer: 'deskAnswer', extraDesks: 'extraDesks' },
  undo: {},
  closeDay: { force: 'forced?' },
};
