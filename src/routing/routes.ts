/** Which way a visitor goes: the first rule of the concern that holds, after the rule for everybody with an appointment. */
import type { Way } from '../queue/events.js';
import {
  routingFile,
  type Answers,
  type ConcernRow,
  type Destination,
  type FactName,
  type Mode,
  type RoutingFile,
  type RuleRow,
} from './shipped.js';

/** Modes of a visit; the fifth, BACKOFFICE, is work without a visitor and has no route. */
export type RouteMode = Exclude<Mode, 'BACKOFFICE'>;

export interface Route {
  /** null: no concern was asked for (an appointment, or a short answer). */
  readonly concern: string | null;
  readonly rule: string;
  readonly destination: Destination;
  readonly mode: RouteMode;
  readonly way: Way;
  /** The rule's words in the concept, German, verbatim. */
  readonly condition: string;
  readonly identityCheck: boolean;
  /** To be asked, and the answer confirmed, before the route is booked. */
  readonly consultFirst?: Destination;
  /** To be told afterwards. */
  readonly inform: readonly Destination[];
}

export interface Question {
  readonly fact: FactName;
  /** German, verbatim; the short wording on the screens is in labels.ts. */
  readonly wording: string;
}

/** Rule of a visit that only asked for the way or a short answer (R8): no concern, settled on the spot. */
export const informationRule = 'auskunft';
/** Rule of everybody who comes with an appointment (R68), whatever the concern. */
export const appointmentRule = 'G1';

const wayOf: Readonly<Record<RouteMode, Way>> = {
  SETTLE: 'settled',
  QUEUE: 'ticket',
  APPOINTMENT: 'appointment',
  FORWARD: 'forwarded',
};

const information: Route = {
  concern: null,
  rule: informationRule,
  destination: 'EMPFANG',
  mode: 'SETTLE',
  way: 'settled',
  condition: 'Wegweisungs-, Informations- und Auskunftsfunktionen',
  identityCheck: false,
  inform: [],
};

/** Whether everything a rule asks for was answered so; a missing answer is a no. */
export function holds(when: Answers, answers: Answers): boolean {
  return factsOf(when).every((fact) => (answers[fact] ?? false) === when[fact]);
}

/**
 * The route of a selectable concern for these answers.
 * @throws RangeError for anything else, such as an activity or an unknown id.
 */
export function routeFor(concernId: string, answers: Answers, from: RoutingFile = routingFile): Route {
  const concern = selectableRow(concernId, from);
  if (concern === undefined) throw new RangeError(`no route: ${concernId} is not a concern of a visit`);
  const everybody = globalRoutes(concernId, from).find(({ when }) => holds(when, answers));
  if (everybody !== undefined) return everybody.route;
  const rule = concern.routes.find(({ when }) => holds(when, answers));
  const route = rule && routeOf(concern, rule);
  if (route === undefined) throw new RangeError(`no route: ${concernId} has no default rule`);
  return route;
}

/**
 * The route that this rule of this concern leads to, for whoever knows the rule but not the answers (they are not kept).
 * G1 goes with any concern and with none, `auskunft` with none; undefined where rule and concern don't belong together.
 */
export function routeOfRule(
  concernId: string | null,
  ruleId: string,
  from: RoutingFile = routingFile,
): Route | undefined {
  const concern = concernId === null ? null : selectableRow(concernId, from);
  if (concern === undefined) return undefined;
  if (concern === null && ruleId === informationRule) return information;
  const everybody = globalRoutes(concernId, from).find(({ route }) => route.rule === ruleId);
  if (everybody !== undefined) return everybody.route;
  const rule = concern?.routes.find(({ id }) => id === ruleId);
  return concern && rule ? routeOf(concern, rule) : undefined;
}

/** What has to be asked about a concern: facts that its rules or follow-ups use, in the order in which they first matter. */
export function questionsFor(concernId: string, from: RoutingFile = routingFile): readonly Question[] {
  const concern = from.concerns.find(({ id }) => id === concernId);
  if (concern === undefined) return [];
  const used = new Set([...concern.routes, ...concern.followUp].flatMap(({ when }) => factsOf(when)));
  return [...used].map((fact) => ({ fact, wording: from.facts[fact]?.question ?? fact }));
}

/** For whoever reads a fact from outside (`--fact beratungsbedarf`). */
export function isFact(name: string): name is FactName {
  return Object.hasOwn(routingFile.facts, name);
}

function factsOf(when: Answers): FactName[] {
  return Object.keys(when) as FactName[];
}

function selectableRow(concernId: string, from: RoutingFile): ConcernRow | undefined {
  return from.concerns.find(({ id, selectable }) => id === concernId && selectable);
}

/** Rules that come before those of any concern. They lead straight on, so nobody's identity is checked. */
function globalRoutes(concern: string | null, from: RoutingFile): { when: Answers; route: Route }[] {
  return from.globalRules.flatMap(({ id, rule, when, destination, mode }) => {
    if (!when || !destination || !mode || mode === 'BACKOFFICE') return [];
    const way = wayOf[mode];
    const route = {
      concern,
      rule: id,
      destination,
      mode,
      way,
      condition: rule,
      identityCheck: false,
      inform: [],
    };
    return [{ when, route }];
  });
}

function routeOf(concern: ConcernRow, rule: RuleRow): Route | undefined {
  const { id, destination, mode, condition, consultFirst, inform = [] } = rule;
  if (mode === 'BACKOFFICE') return undefined;
  return {
    concern: concern.id,
    rule: id,
    destination,
    mode,
    way: wayOf[mode],
    condition,
    identityCheck: needsIdentityCheck(concern, mode),
    ...(consultFirst && { consultFirst }),
    inform,
  };
}

/**
 * Anlage 1 asks for the check with every concern, but for 3.5 only "im Zusammenhang mit der Ausgabe von Wertgutscheinen" (R130).
 * The reception hands vouchers out on the one route of 3.5 that it settles itself; where the visitor goes on to the entrance
 * zone, nothing is handed out yet and the check belongs to the desk. So a check with a `context` is due on settling routes only.
 */
function needsIdentityCheck({ identityCheck }: ConcernRow, mode: RouteMode): boolean {
  return identityCheck.required && (identityCheck.context === undefined || mode === 'SETTLE');
}
