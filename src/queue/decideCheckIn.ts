import type { Command } from './commands.js';
import type { Day } from './day.js';
import type { Context, Decision, RouteFacts } from './decision.js';
import type { Booking, Event } from './events.js';
import { findDeskRules } from './find.js';
import type { Rejection } from './rejections.js';
import type { OpeningSpans } from './rules.js';
import { roleOf } from './roles.js';

type CheckIn = Extract<Command, { type: 'checkIn' }>;

/** Decides a visit at the reception: it ends there in one of four ways (SPEC V1). */
export function decideCheckIn(day: Day, command: CheckIn, context: Context): Decision {
  const route = context.catalogue.route(command.concern, command.rule);
  const rejection =
    refuseHours(day, command, context) ??
    (route ? refuseRoute(command, command.concern, route) : unknownRoute(command, context)) ??
    refuseMarks(day, command) ??
    refuseAlso(command, context) ??
    refuseHandouts(command, context) ??
    refuseDocuments(command, context) ??
    refuseTimes(day, command, context);
  if (rejection || !route) return { rejection: rejection ?? unknownRule(command) };

  const booking = bookingOf(day, command, route, context);
  const more = {
    ...(command.alsoSettled?.length ? { alsoSettled: command.alsoSettled } : {}),
    ...(command.occurredAt === undefined ? {} : { occurredAt: command.occurredAt }),
  };
  if (route.way !== 'ticket') {
    const ended: Event = {
      type: 'VisitEnded',
      visit: visitName(day.lastVisit + 1),
      way: route.way,
      concern: command.concern,
      destination: route.destination,
      booking,
      ...more,
    };
    return { events: [ended] };
  }
  if (command.concern === null) return { rejection: unknownRule(command) };
  if (Object.keys(day.rules.desks).length === 0) return { rejection: { name: 'noEntranceZone' } };
  const number = ticketNumber(day.rules.letter, day.lastNumber + 1);
  const checkedIn: Event = {
    type: 'TicketCheckedIn',
    number,
    concern: command.concern,
    marks: command.marks ?? {},
    booking,
    ...more,
  };
  return { events: [checkedIn, ...wholeVisit(command, command.concern, number)] };
}

/** E001 … E999, then E1000: three digits at least, never reused that day (SPEC N1, N2). */
export const ticketNumber = (letter: string, count: number): string =>
  `${letter}${String(count).padStart(3, '0')}`;

const visitName = (count: number): string => `V${String(count).padStart(3, '0')}`;

/** Whether check-ins are taken at that instant. */
export const isOpenAt = (open: OpeningSpans, at: number): boolean =>
  open === 'always' || open.some(({ from, to }) => at >= from && at < to);

function wholeVisit(command: CheckIn, concern: string, number: string): Event[] {
  if (!command.visit || command.occurredAt === undefined) return [];
  const { desk, calledAt, finishedAt } = command.visit;
  return [
    { type: 'TicketCalled', number, desk, occurredAt: calledAt },
    { type: 'ContactFinished', number, desk, outcome: 'settled', concern, occurredAt: finishedAt },
  ];
}

function bookingOf(day: Day, command: CheckIn, route: RouteFacts, { at, by }: Context): Booking {
  const { openedAt, occurredAt } = command;
  const timed = openedAt !== undefined && openedAt >= day.startsAt && occurredAt === undefined;
  const informLead = by !== 'lead' && route.inform.length > 0;
  return {
    rule: command.rule,
    identityChecked: command.identityChecked ?? false,
    consulted: command.consulted ?? false,
    ...(timed ? { receptionTime: Math.max(0, at - openedAt) } : {}),
    ...(command.handouts?.length ? { handouts: command.handouts } : {}),
    ...(command.copies ? { copies: true } : {}),
    ...(command.documents === undefined ? {} : { documents: command.documents }),
    ...(command.masterData ? { masterData: true } : {}),
    ...(informLead ? { informLead: true } : {}),
  };
}

function refuseHours(day: Day, command: CheckIn, { at, by }: Context): Rejection | undefined {
  const letIn = command.afterHours && roleOf(by) === 'lead';
  const open = letIn || isOpenAt(day.rules.open, command.occurredAt ?? at);
  return open ? undefined : { name: 'outsideOpeningHours' };
}

function refuseRoute(command: CheckIn, concern: string | null, route: RouteFacts): Rejection | undefined {
  if (route.identityCheck && !command.identityChecked) {
    return { name: 'identityNotChecked', concern: concern ?? command.rule };
  }
  if (route.consultFirst !== undefined && !command.consulted) {
    return { name: 'consultationMissing', destination: route.consultFirst };
  }
  return undefined;
}

function refuseMarks(day: Day, { marks }: CheckIn): Rejection | undefined {
  const known = day.rules.deviationReasons;
  if (marks?.urgent === undefined || known.includes(marks.urgent)) return undefined;
  return { name: 'unknownReason', reason: marks.urgent, known };
}

/** Whatever is settled on the way must be something that the reception may settle (R13), checked like the rest. */
function refuseAlso(command: CheckIn, { catalogue }: Context): Rejection | undefined {
  for (const { concern, rule } of command.alsoSettled ?? []) {
    const route = catalogue.route(concern, rule);
    if (route?.way !== 'settled') return { name: 'notSettledHere', concern };
    const rejection = refuseRoute(command, concern, route);
    if (rejection) return rejection;
  }
  return undefined;
}

function refuseHandouts(
  { concern, alsoSettled, handouts }: CheckIn,
  { catalogue }: Context,
): Rejection | undefined {
  const concerns = [concern, ...(alsoSettled ?? []).map((also) => also.concern)];
  const known = (handouts ?? []).every((item) => concerns.some((id) => catalogue.isHandout(id, item)));
  return known ? undefined : { name: 'unknownHandout', concern };
}

function refuseDocuments({ documents }: CheckIn, { catalogue }: Context): Rejection | undefined {
  if (documents === undefined || catalogue.isDestination(documents)) return undefined;
  return { name: 'unknownDestination', destination: documents };
}

function refuseTimes(day: Day, command: CheckIn, { at }: Context): Rejection | undefined {
  const { visit } = command;
  // Without a time of its own the visit begins now, so its call would have been before it.
  if (command.occurredAt === undefined) return visit ? { name: 'timeBeforeLastEvent' } : undefined;
  const times = [command.occurredAt, ...(visit ? [visit.calledAt, visit.finishedAt] : [])];
  if (visit && !findDeskRules(day, visit.desk)) return { name: 'unknownDesk', desk: visit.desk };
  if (times.some((time) => time > at)) return { name: 'timeInFuture' };
  if (times.some((time) => time < day.startsAt || time >= day.endsAt)) {
    return { name: 'timeOfAnotherDay', day: day.day };
  }
  return times.some((time, i) => i > 0 && time < (times[i - 1] ?? 0))
    ? { name: 'timeBeforeLastEvent' }
    : undefined;
}

const unknownRule = (command: CheckIn): Rejection => ({
  name: 'unknownRule',
  concern: command.concern,
  rule: command.rule,
});

function unknownRoute(command: CheckIn, { catalogue }: Context): Rejection {
  return command.concern !== null && !catalogue.isSelectable(command.concern)
    ? { name: 'unknownConcern', concern: command.concern }
    : unknownRule(command);
}
