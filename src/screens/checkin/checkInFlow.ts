/** One check-in from the first key to the number. What is answered here is used for the route and dropped; only the command leaves. */
import type { Command } from '../../queue/commands.js';
import type { Marks, SettledConcern, Way } from '../../queue/events.js';
import { checklistFor, type Checklist } from '../../routing/checklist.js';
import { appointmentRule, informationRule, routeFor, routeOfRule, type Route } from '../../routing/routes.js';
import { documentsGoTo } from '../../routing/onward.js';
import type { Answers, Destination, FactName } from '../../routing/shipped.js';
import type { ExpectedWait } from '../../staffing/nextInLine.js';
import { emptyField, type FieldText } from '../parts/fieldEditing.js';

type CheckInCommand = Extract<Command, { type: 'checkIn' }>;

/** What was done for the visitor, whatever the concern; it adds up where several are dealt with. */
export interface Done {
  readonly identityChecked: boolean;
  readonly consulted: readonly Destination[];
  readonly handouts: readonly string[];
  readonly copies: boolean;
  readonly documents: boolean;
  /** Master data of the visitor updated (R132). */
  readonly masterData: boolean;
  /** Concerns settled on the way. */
  readonly also: readonly SettledConcern[];
}

interface Visit {
  /** First key of the form, ms since the epoch; null while the form is empty. */
  readonly openedAt: number | null;
  readonly query: FieldText;
  readonly done: Done;
}

/** Looking for the concern. */
export interface Searching extends Visit {
  readonly step: 'search';
  /** Chosen row of the list. */
  readonly highlighted: string | null;
  /** The concern of this visitor that was settled before; Esc leads back to it. */
  readonly from: Routing | null;
}

/** The concern is known: answers, gates, marks. */
export interface Routing extends Visit {
  readonly step: 'route';
  /** null: with an appointment, whatever about. */
  readonly concern: string | null;
  readonly answers: Answers;
  /** Follow-ups that were ticked. They are a reminder and not stored. */
  readonly followed: readonly string[];
  readonly marks: Marks;
  /** Chosen row of the check-list. */
  readonly row: string | null;
  /** Whether the reasons for going first are on offer. */
  readonly asksReason: boolean;
  readonly from: Routing | null;
}

/** Booked: what is shown until the next key. */
export interface Booked extends Visit {
  readonly step: 'booked';
  /** Number of the ticket or name of the visit. */
  readonly name: string;
  readonly route: Route;
  /** Follow-ups nobody ticked. */
  readonly left: readonly string[];
  /** What the visitor was told; null where nobody can say. */
  readonly wait: ExpectedWait | null;
}

export type CheckIn = Searching | Routing | Booked;

const nothingDone: Done = {
  identityChecked: false,
  consulted: [],
  handouts: [],
  copies: false,
  documents: false,
  masterData: false,
  also: [],
};

export const newCheckIn: Searching = {
  step: 'search',
  openedAt: null,
  query: emptyField,
  done: nothingDone,
  highlighted: null,
  from: null,
};

/** The search is typed in; from the booked number too, which thereby goes away. */
export function typed(state: Searching | Booked, query: FieldText, at: number): Searching {
  const before = state.step === 'search' ? state : newCheckIn;
  const isEmpty = query.value === '' && !before.from;
  return { ...before, query, openedAt: isEmpty ? null : (before.openedAt ?? at), highlighted: null };
}

/** A concern is chosen, or null for a visitor with an appointment. */
export function chose(state: Searching | Booked, concern: string | null, at: number): Routing {
  const { query, done, openedAt, from } = state.step === 'search' ? state : newCheckIn;
  return {
    step: 'route',
    openedAt: openedAt ?? at,
    query,
    done,
    concern,
    answers: {},
    followed: [],
    marks: {},
    row: null,
    asksReason: false,
    from,
  };
}

/** Where the visitor goes, as far as the answers tell. */
export function routeOf({ concern, answers }: Pick<Routing, 'concern' | 'answers'>): Route {
  const route = concern === null ? routeOfRule(null, appointmentRule) : routeFor(concern, answers);
  if (!route) throw new Error('the routing table has no rule for appointments');
  return route;
}

export const checklistOf = ({ concern, answers }: Pick<Routing, 'concern' | 'answers'>): Checklist =>
  checklistFor(concern ?? '', answers);

/** What still has to be confirmed before the route can be booked. */
export interface Gates {
  readonly identity: boolean;
  /** Who has to be asked first, or null. */
  readonly consult: Destination | null;
}

export function openGates(state: Routing): Gates {
  const { identityCheck, consultFirst } = routeOf(state);
  const { done } = state;
  return {
    identity: identityCheck && !done.identityChecked,
    consult: consultFirst !== undefined && !done.consulted.includes(consultFirst) ? consultFirst : null,
  };
}

export const answered = (state: Routing, fact: FactName): Routing => ({
  ...state,
  answers: { ...state.answers, [fact]: !(state.answers[fact] ?? false) },
});

export const followed = (state: Routing, kind: string): Routing => ({
  ...state,
  followed: toggled(state.followed, kind),
});

export const handedOut = (state: Routing, item: string): Routing =>
  withDone(state, { handouts: toggled(state.done.handouts, item) });

export const withDone = (state: Routing, done: Partial<Done>): Routing => ({
  ...state,
  done: { ...state.done, ...done },
});

/** The one who has to be asked was asked; a second time takes it back. */
export function consulted(state: Routing): Routing {
  const { consultFirst } = routeOf(state);
  return consultFirst === undefined
    ? state
    : withDone(state, { consulted: toggled(state.done.consulted, consultFirst) });
}

export const marked = (state: Routing, marks: Marks): Routing => ({ ...state, marks, asksReason: false });

/** What was settled just now is kept, its gates passed, and the next concern of the same visitor is looked for. */
export function another(state: Routing): Searching {
  const { rule } = routeOf(state);
  const also = state.concern === null ? [] : [{ concern: state.concern, rule }];
  return {
    ...newCheckIn,
    openedAt: state.openedAt,
    done: { ...state.done, also: [...state.done.also, ...also] },
    from: state,
  };
}

/** One level back: to the search with what was typed; from there, and from a booked number, to an empty form. */
export function wentBack(state: CheckIn): CheckIn {
  if (state.step === 'search' && state.query.value === '' && state.from) return state.from;
  if (state.step === 'search' && state.from) return { ...state, query: emptyField, highlighted: null };
  if (state.step !== 'route') return newCheckIn;
  if (state.asksReason) return { ...state, asksReason: false };
  const { openedAt, query, concern, from } = state;
  const isEmpty = query.value === '' && !from;
  const done = from ? another(from).done : nothingDone;
  return { step: 'search', openedAt: isEmpty ? null : openedAt, query, done, highlighted: concern, from };
}

/** What is asked of the server; `Enter` confirms the identity with it. */
export function commandOf(state: Routing): CheckInCommand {
  const { concern, done, marks, openedAt } = state;
  const route = routeOf(state);
  return {
    type: 'checkIn',
    concern,
    rule: route.rule,
    identityChecked: done.identityChecked || route.identityCheck,
    consulted: done.consulted.length > 0,
    handouts: done.handouts,
    copies: done.copies,
    ...(done.documents ? { documents: documentsGoTo(concern, route.destination) } : {}),
    masterData: done.masterData,
    ...(openedAt === null ? {} : { openedAt }),
    ...(done.also.length > 0 ? { alsoSettled: done.also } : {}),
    ...(route.way === 'ticket' && Object.keys(marks).length > 0 ? { marks } : {}),
  };
}

/** A short answer or directions (R8): no concern, nothing to confirm. */
export const informationCommand = (state: CheckIn): CheckInCommand => ({
  type: 'checkIn',
  concern: null,
  rule: informationRule,
  ...(state.step === 'search' && state.openedAt !== null ? { openedAt: state.openedAt } : {}),
});

/** The form is dropped, its answers with it. */
export function booked(state: Routing, name: string, wait: ExpectedWait | null): Booked {
  const left = checklistOf(state).followUps.filter(({ kind }) => !state.followed.includes(kind));
  return {
    ...newCheckIn,
    step: 'booked',
    name,
    route: routeOf(state),
    left: left.map(({ kind }) => kind),
    wait,
  };
}

/** Marks are for those who wait. */
export const takesMarks = (way: Way): boolean => way === 'ticket';

const toggled = <T>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
