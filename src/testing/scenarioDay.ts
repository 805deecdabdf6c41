import type { Command } from '../queue/commands.js';
import type { By, Entry } from '../queue/events.js';
import type { Rules } from '../queue/rules.js';
import { rulebook } from '../routing/rulebook.js';
import { routingFile } from '../routing/shipped.js';
import { endOf, startOf } from '../statistics/calendar.js';
import { officeDay, plainDesk, type OfficeDay } from './officeDay.js';
import { scenarioZone, type Scenario, type ScenarioEvent } from './scenarios/load.js';

/** A day in Herford with the shipped catalogue and three desks, P1 to P3. */
export const herfordDay = (date: string, rules: Partial<Rules> = {}): OfficeDay =>
  officeDay({
    catalogue: rulebook,
    opening: { day: date, startsAt: startOf(date, scenarioZone), endsAt: endOf(date, scenarioZone) },
    rules: {
      desks: { P1: plainDesk, P2: plainDesk, P3: plainDesk },
      deviationReasons: ['destitution'],
      ...rules,
    },
  });

/** A rule of the concern that gives a number: for advice where the usual way would be another. */
export function ticketRule(concern: string): string {
  const routes = routingFile.concerns.find(({ id }) => id === concern)?.routes ?? [];
  const queued = routes.filter(({ mode }) => mode === 'QUEUE');
  const rule =
    queued.find(({ id }) => id === `${concern}/default`) ?? queued.find(({ id }) => id.endsWith('/beratung'));
  if (!rule) throw new Error(`no rule gives a number for ${concern}`);
  return rule.id;
}

export interface PlayedScenario {
  readonly office: OfficeDay;
  /** The office's number of each ticket: T1 is E001. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Names of the rejections that the scenario asks for. */
  readonly refused: readonly string[];
}

/**
 * Plays a scenario's events, those sent late at the time of their arrival, up to and with the instant `until`. Every
 * call is asked as "the next one" and must bring the ticket that the scenario says.
 */
export function playScenario(scenario: Scenario, until = Infinity): PlayedScenario {
  const closing = scenario.events.find(({ type }) => type === 'CHECK_IN_CLOSED');
  const office = herfordDay(
    scenario.date,
    closing ? { open: [{ from: startOf(scenario.date, scenarioZone), to: Date.parse(closing.at) }] } : {},
  );
  return playOn(office, scenario, until);
}

/** Plays a scenario's events into a day that has begun already. */
export function playOn(office: OfficeDay, scenario: Scenario, until = Infinity): PlayedScenario {
  const arrivalOf = ({ at, sentAgainAt, end }: ScenarioEvent): number => {
    const late = sentAgainAt ?? end;
    return late === undefined ? Date.parse(at) : office.instant(late);
  };
  const ordered = scenario.events
    .map((event) => ({ event, at: arrivalOf(event) }))
    .toSorted((a, b) => a.at - b.at)
    .filter(({ at }) => at <= until);
  const numbers: Record<string, string> = {};
  const refused: string[] = [];
  let now = startOf(scenario.date, scenarioZone);
  office.at('00:00');
  for (const [index, { event, at }] of ordered.entries()) {
    office.pass(at - now);
    now = at;
    const next = ordered[index + 1]?.event;
    const requeue = next?.type === 'REQUEUE' && next.ticket === event.ticket ? next : undefined;
    const step = stepOf(event, numbers, office, requeue);
    if (!step) continue;
    const answer = office.tryAsk(step.by, step.command);
    if (event.type === 'CHECK_IN_REFUSED') {
      refused.push('entry' in answer ? 'nothing' : answer.name);
      continue;
    }
    if (!('entry' in answer)) throw new Error(`${scenario.id} at ${event.at}: ${JSON.stringify(answer)}`);
    if (event.type === 'CHECK_IN') numbers[ticketOf(event)] = answer.number;
    if (event.type === 'CALL') checkCall(scenario.id, event, answer.entry, numbers);
  }
  return { office, numbers, refused };
}

function checkCall(
  id: string,
  event: ScenarioEvent,
  entry: Entry,
  numbers: Readonly<Record<string, string>>,
): void {
  const called = entry.events.find(({ type }) => type === 'TicketCalled');
  const number = called?.type === 'TicketCalled' ? called.number : undefined;
  if (number === undefined || number !== numbers[ticketOf(event)]) {
    throw new Error(`${id}: the call at ${event.at} brought ${number}, not ${event.ticket}`);
  }
}

const ticketOf = ({ ticket = '' }: ScenarioEvent): string => ticket;

/** What an event of a scenario asks of the office; undefined for what the office does not notice. */
function stepOf(
  event: ScenarioEvent,
  numbers: Readonly<Record<string, string>>,
  office: OfficeDay,
  requeue: ScenarioEvent | undefined,
): { readonly by: By; readonly command: Command } | undefined {
  const desk = event.desk ?? '';
  const number = numbers[ticketOf(event)] ?? '';
  const atDesk = (command: Command) => ({ by: `desk/${desk}` as const, command });
  const atReception = (command: Command) => ({ by: 'reception/E1' as const, command });
  switch (event.type) {
    case 'DESK_OPEN':
    case 'ACTIVITY_END':
      return atDesk({ type: 'openDesk', desk });
    case 'DESK_CLOSE':
      return atDesk({ type: 'closeDesk', desk });
    case 'DESK_PAUSE':
      return atDesk({ type: 'pause', desk });
    case 'ACTIVITY_START':
      return atDesk({ type: 'startActivity', desk, activity: event.activity ?? '', team: '703' });
    case 'CHECK_IN':
    case 'CHECK_IN_REFUSED':
      return atReception(checkInOf(event));
    case 'RECEPTION_SETTLE': {
      const openedAt = office.instant(event.start ?? '');
      return atReception({ ...checkInOf(event), openedAt });
    }
    case 'CALL':
      return atDesk({ type: 'call', desk });
    case 'RECALL':
      return atDesk({ type: 'recall', desk });
    case 'ARRIVED':
      return atDesk({ type: 'start', desk });
    case 'NO_SHOW':
      return atDesk({ type: 'noShow', desk });
    case 'REINSTATE':
      return atReception({ type: 'resume', number });
    case 'PRIORITY_CALL':
      return { by: 'lead', command: { type: 'mark', number, marks: { urgent: 'destitution' } } };
    case 'COMPLETE':
      return atDesk(completionOf(event, desk, requeue));
    default:
      // A requeue goes with the completion before it; the rest happens to wires and doors.
      return undefined;
  }
}

function checkInOf(event: ScenarioEvent): Extract<Command, { type: 'checkIn' }> {
  const concern = event.concern ?? '3.1';
  return {
    type: 'checkIn',
    concern,
    rule: event.rule ?? ticketRule(concern),
    identityChecked: true,
    consulted: event.consulted !== undefined,
    marks: {
      ...(event.assist ? { assisted: true } : {}),
      ...(event.interpreter ? { interpreter: true } : {}),
    },
  };
}

function completionOf(event: ScenarioEvent, desk: string, requeue: ScenarioEvent | undefined): Command {
  if (requeue) return { type: 'requeue', desk, nextConcern: requeue.concern ?? '' };
  return {
    type: 'finish',
    desk,
    ...(event.outcome === 'APPOINTMENT_SACHBEARBEITUNG'
      ? { outcome: 'appointment', destination: 'SACHBEARBEITUNG' }
      : {}),
    ...(event.sentAgainAt === undefined ? {} : { occurredAt: Date.parse(event.at) }),
  };
}
