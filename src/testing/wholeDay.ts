import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { Hello, ServerMessage } from '../protocol/messages.js';
import type { Command } from '../queue/commands.js';
import type { Role } from '../queue/events.js';
import { checklistFor } from '../routing/checklist.js';
import { MovableClock } from './movableClock.js';
import { RawStation } from './rawStation.js';
import {
  exampleSite,
  startedServer,
  writeSettings,
  type Logged,
  type StartedServer,
} from './startedServer.js';
import { tokenFor } from './tokens.js';

/** A whole day in the example site on which every kind of thing happens, with all that stations were sent. */
export interface WholeDay {
  readonly server: StartedServer;
  /** All that was ever sent to stations of a role, in order. */
  readonly sent: Readonly<Record<Role, readonly ServerMessage[]>>;
  /** By what the stations were let in. */
  readonly tokens: Readonly<Record<Role, string>>;
  /** What was asked, accepted or not. */
  readonly asked: readonly Command[];
  /** Closes the day, goes on to the next morning and stops; what was logged until then. */
  over(): Promise<readonly Logged[]>;
}

const dayOfStory = '2015-06-08';

/** The example site with everything that its settings may hold. */
export const fullSite = () =>
  exampleSite({
    alwaysOpen: false,
    lateDuty: [{ weekdays: ['mon'], from: '14:30', to: '15:00', desks: ['1'] }],
    goals: { withinWait: 0.8, conclusive: 0.5, noShow: 0.1, misrouting: 0.1 },
    staffing: { reception: { planned: { mon: { am: 2, pm: 1 } } } },
    baseline: {
      receptionEmployees: 5,
      receptionFte: 3.22,
      team: '704',
      figures: [{ label: { de: 'Kontakte', en: 'Contacts' }, value: 60 }],
    },
  });

export async function wholeDay(store: string, site: object = fullSite()): Promise<WholeDay> {
  const clock = new MovableClock(`${dayOfStory}T08:30:00+02:00`);
  writeSettings(store, { herford: site });
  const textOf = async (role: Role, place?: string) => (await tokenFor(store, role, place)).text;
  const tokens: Record<Role, string> = {
    reception: await textOf('reception', 'E1'),
    desk: await textOf('desk', '1'),
    lead: await textOf('lead'),
    display: await textOf('display'),
  };
  const server = await startedServer({ store, clock });
  const join = (role: Role, more: Partial<Hello> = {}) =>
    RawStation.join(server, { role, token: tokens[role], ...more });
  const stations: Record<Role, RawStation> = {
    reception: await join('reception', { place: 'E1', claim: 'take' }),
    desk: await join('desk', { place: '1', claim: 'take' }),
    lead: await join('lead'),
    display: await join('display'),
  };
  // Somebody tries what it may not; the log has it.
  await join('desk', { place: '2' });
  await RawStation.join(server, { role: 'lead', token: `${tokens.lead}x` });
  const asked: Command[] = [];
  const ask = async (role: Role, ...commands: readonly Command[]) => {
    for (const command of commands) {
      asked.push(command);
      clock.pass(20);
      const answer = await stations[role].ask(dayOfStory, command);
      if (!answer?.ok) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
    }
  };
  const at = (time: string): number => Date.parse(`${dayOfStory}T${time}:00+02:00`);
  const queue = (concern: string, more: Partial<Extract<Command, { type: 'checkIn' }>> = {}): Command => ({
    type: 'checkIn',
    concern,
    rule: `${concern}/default`,
    identityChecked: true,
    ...more,
  });
  const handout = checklistFor('3.1', {}).handouts[0]?.item ?? '';
  const desk = '1';
  const busy = { type: 'finish', desk } as const;

  await ask('desk', { type: 'openDesk', desk });
  await ask(
    'reception',
    queue('3.7', {
      openedAt: at('08:30'),
      marks: { assisted: true, interpreter: true, urgent: 'kinder', team: '703' },
      alsoSettled: [{ concern: '3.1', rule: '3.1/vordruck' }],
      handouts: [handout],
      copies: true,
      documents: 'SACHBEARBEITUNG',
      masterData: true,
    }),
    queue('3.7'),
    queue('3.7'),
    queue('3.7', { marks: { confidential: true } }),
    queue('3.11', { consulted: true, alsoSettled: [{ concern: '3.1', rule: '3.1/vordruck' }] }),
    queue('1.7', { rule: '1.7/empfang', consulted: true }),
    queue('3.13', { occurredAt: at('08:20') }),
    { type: 'askZone' },
  );
  await ask('desk', { type: 'answerZone', from: 'reception/E1', answer: 'yes' });
  await ask('reception', { type: 'askZone' }, { type: 'dropQuestion' }, { type: 'callHelp' });
  await ask('desk', { type: 'answerHelp', from: 'reception/E1' }, { type: 'endHelp', from: 'reception/E1' });
  await ask(
    'lead',
    { type: 'decideExtraDesks', answer: 'no', extraDesks: 1 },
    { type: 'correct', visit: 'E002', concern: '3.2' },
  );
  await ask(
    'desk',
    { type: 'call', desk },
    { type: 'recall', desk },
    { type: 'withdraw', desk },
    { type: 'call', desk },
    { type: 'start', desk },
    {
      ...busy,
      outcome: 'forwarded',
      destination: 'PAP',
      concern: '3.2',
      furtherConcerns: ['3.1'],
      consulted: true,
      papInformed: true,
      masterData: true,
    },
    { type: 'call', desk },
    { type: 'start', desk },
    { type: 'park', desk },
    { type: 'resume', number: 'E002', desk },
    {
      type: 'requeue',
      desk,
      nextConcern: '3.9',
      outcome: 'appointment',
      destination: 'SACHBEARBEITUNG',
      concern: '3.7',
      furtherConcerns: ['3.1'],
      consulted: true,
      papInformed: true,
      masterData: true,
    },
    { type: 'call', desk },
  );
  clock.pass(400);
  await ask('desk', { type: 'noShow', desk });
  await ask('reception', { type: 'resume', number: 'E003', toQueue: true });
  await ask('desk', { type: 'call', desk }, { type: 'start', desk });
  await ask('desk', { type: 'transfer', desk, reason: 'fachfrage', toDesk: '2' });
  await ask('desk', { type: 'call', desk, number: 'E002', reason: 'organisation' }, { type: 'undo' });
  await ask('reception', { type: 'mark', number: 'E002', marks: { team: '704' } });
  await ask('reception', { type: 'leave', number: 'E002' });
  await ask(
    'desk',
    { type: 'pause', desk },
    { type: 'openDesk', desk },
    { type: 'startActivity', desk, activity: 'reinforcement', team: '703' },
    { type: 'openDesk', desk },
  );
  clock.set(`${dayOfStory}T14:35:00+02:00`);
  await ask('reception', queue('3.7'), queue('3.7'), { type: 'cancel', visit: 'E006' });
  await ask('desk', { type: 'call', desk }, { type: 'start', desk });
  clock.pass(300);
  await ask('desk', { ...busy, occurredAt: clock.now() - 60_000 }, { type: 'closeDesk', desk });
  clock.set(`${dayOfStory}T16:00:00+02:00`);
  await ask('lead', queue('3.7', { afterHours: true }));
  await ask('lead', {
    type: 'checkIn',
    concern: '3.7',
    rule: '3.7/default',
    identityChecked: true,
    occurredAt: at('09:30'),
    visit: { desk, calledAt: at('09:40'), finishedAt: at('09:50') },
  });
  stations.display.send({ type: 'showing', numbers: ['E001'] });
  const query = {
    type: 'query',
    from: dayOfStory,
    to: dayOfStory,
    queryId: '00000000-0000-4000-8000-000000000000',
  };
  stations.lead.send(query);
  await stations.lead.until(() => stations.lead.received.some(({ type }) => type === 'figures'));
  const change = { type: 'changeSetting', queryId: query.queryId, path: 'queue.recallGapSeconds' };
  stations.lead.send({ ...change, value: 7 });
  stations.lead.send({ ...change, value: -7 });
  const answers = () => stations.lead.received.filter(({ type }) => type === 'settingChanged');
  await stations.lead.until(() => answers().length === 2);
  return {
    server,
    tokens,
    asked,
    sent: Object.fromEntries(
      Object.entries(stations).map(([role, { received }]) => [role, received]),
    ) as unknown as WholeDay['sent'],
    over: async () => {
      await ask('lead', { type: 'closeDay', force: true });
      clock.set('2015-06-09T08:00:00+02:00');
      const { lead } = stations;
      await lead.until(() =>
        lead.received.some((told) => told.type === 'welcome' && told.day === '2015-06-09'),
      );
      await server.stop();
      return server.logged;
    },
  };
}

/** Every file of a store, by its path in it. */
export function filesOf(store: string): Map<string, string> {
  return new Map(
    readdirSync(store, { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile())
      .map(({ parentPath, name }) => joinPath(parentPath, name))
      .map((path) => [path.slice(store.length + 1), readFileSync(path, 'utf8')]),
  );
}
