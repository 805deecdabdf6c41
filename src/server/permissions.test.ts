import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServerMessage } from '../protocol/messages.js';
import type { Command, CommandType } from '../queue/commands.js';
import type { Role } from '../queue/events.js';
import { RawStation } from '../testing/rawStation.js';
import { queued, startedServer, type StartedServer } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { tokenFor } from '../testing/tokens.js';

const day = '2015-06-08';
const desk = '1';

/** Something of every kind that is asked for the place that asks, possible or not. */
const commands: { readonly [T in CommandType]: Extract<Command, { type: T }> } = {
  checkIn: queued() as Extract<Command, { type: 'checkIn' }>,
  mark: { type: 'mark', number: 'E001', marks: { assisted: true } },
  leave: { type: 'leave', number: 'E999' },
  correct: { type: 'correct', visit: 'E001', concern: '3.2' },
  cancel: { type: 'cancel', visit: 'E999' },
  call: { type: 'call', desk },
  recall: { type: 'recall', desk },
  withdraw: { type: 'withdraw', desk },
  start: { type: 'start', desk },
  finish: { type: 'finish', desk },
  park: { type: 'park', desk },
  resume: { type: 'resume', number: 'E999', toQueue: true },
  requeue: { type: 'requeue', desk, nextConcern: '3.2' },
  transfer: { type: 'transfer', desk, reason: 'fachfrage' },
  noShow: { type: 'noShow', desk },
  openDesk: { type: 'openDesk', desk },
  closeDesk: { type: 'closeDesk', desk },
  pause: { type: 'pause', desk },
  startActivity: { type: 'startActivity', desk, activity: '4.1', team: '703' },
  callHelp: { type: 'callHelp' },
  answerHelp: { type: 'answerHelp', from: 'reception/E1' },
  endHelp: { type: 'endHelp', from: 'reception/E1' },
  askZone: { type: 'askZone' },
  answerZone: { type: 'answerZone', from: 'reception/E1', answer: 'yes' },
  dropQuestion: { type: 'dropQuestion' },
  decideExtraDesks: { type: 'decideExtraDesks', answer: 'yes', extraDesks: 1 },
  undo: { type: 'undo' },
  closeDay: { type: 'closeDay' },
};

const rdl = ['reception', 'desk', 'lead'] as const;
const dl = ['desk', 'lead'] as const;

/** Who may: written out by hand, so that a slip in the program's own table does not carry over. */
const allowed: Readonly<Record<CommandType, readonly Role[]>> = {
  checkIn: ['reception', 'lead'],
  mark: rdl,
  leave: rdl,
  correct: ['reception', 'lead'],
  cancel: ['reception', 'lead'],
  call: dl,
  recall: dl,
  withdraw: dl,
  start: dl,
  finish: dl,
  park: dl,
  resume: rdl,
  requeue: dl,
  transfer: dl,
  noShow: dl,
  openDesk: dl,
  closeDesk: dl,
  pause: dl,
  startActivity: dl,
  callHelp: rdl,
  answerHelp: rdl,
  endHelp: rdl,
  askZone: ['reception'],
  answerZone: dl,
  dropQuestion: ['reception'],
  decideExtraDesks: ['lead'],
  undo: rdl,
  closeDay: ['lead'],
};

const onlyOnItsMachine: Readonly<Record<string, unknown>> = {
  'privacy.minimumCount': 1,
  'retention.rowsDays': 366,
  'receptions.E1.slip': { to: 'command', command: ['id'] },
};

const roles: readonly Role[] = ['reception', 'desk', 'lead', 'display'];
const cells = roles.flatMap((role) =>
  Object.values(commands).map((command) => [role, command.type, command] as const),
);

describe('who may do what, with tokens over real sockets', () => {
  let server: StartedServer;
  let tokens: Readonly<Record<Role, string>>;

  const join = (role: Role) => RawStation.join(server, { role, token: tokens[role] });

  beforeAll(async () => {
    const store = temporaryFolder();
    const text = async (role: Role, place: string | null = null) => (await tokenFor(store, role, place)).text;
    tokens = {
      reception: await text('reception', 'E1'),
      desk: await text('desk', desk),
      lead: await text('lead'),
      display: await text('display'),
    };
    server = await startedServer({ store });
  });
  afterAll(() => server.stop());

  test.each(cells)('%s: %s', async (role, type, command) => {
    const station = await join(role);
    const answer = await station.ask(day, command);
    station.socket.close();
    if (role === 'display') {
      // The connection itself ends, and nothing is answered.
      expect(answer).toBeUndefined();
      expect(station.received.at(-1)).toMatchObject({ rejection: { name: 'notForRole', role } });
      return;
    }
    // What is allowed may still be impossible just now, for another reason.
    const refusedAs = answer?.ok === false ? answer.rejection.name : 'accepted';
    if (allowed[type].includes(role)) expect(refusedAs).not.toMatch(/^notAllowed|^notYour|^notFor/);
    else expect(refusedAs).toBe('notAllowed');
  });

  const ofDesk = Object.values(commands).filter((command) => 'desk' in command);

  test.each(ofDesk.map((command) => [command.type, command] as const))(
    'desk 1 for desk 2: %s',
    async (_, command) => {
      const station = await join('desk');
      const answer = await station.ask(day, { ...command, desk: '2' } as Command);
      expect(answer).toMatchObject({ ok: false, rejection: { name: 'notYourDesk', desk: '2' } });
      station.socket.close();
    },
  );

  test.each(roles)('%s: daily figures, and what a display shows', async (role) => {
    const query = { type: 'query', queryId: randomUUID(), from: day, to: day };
    const asks = await join(role);
    asks.send(query);
    await asks.until(() => asks.isClosed || asks.received.some(({ type }) => type === 'figures'));
    expect(asks.isClosed).toBe(role !== 'lead');
    const shows = await join(role);
    shows.send({ type: 'showing', numbers: [] });
    if (role !== 'display') await shows.until(() => shows.isClosed);
    expect(shows.isClosed).toBe(role !== 'display');
    for (const station of [asks, shows]) station.socket.close();
  });

  test.each(roles)('%s: a setting', async (role) => {
    const station = await join(role);
    const change = (path: string, value: unknown) => {
      const told = station.received.length;
      station.send({ type: 'changeSetting', queryId: randomUUID(), path, value });
      const answer = () => station.received.slice(told).find(({ type }) => type === 'settingChanged');
      return station.until(() => station.isClosed || answer() !== undefined).then(answer);
    };
    if (role === 'lead') {
      expect(await change('queue.noShowAfterSeconds', 170)).toMatchObject({ ok: true, after: 170 });
      // What protects staff and visitors, and what starts programs, nobody changes over the network.
      for (const [path, value] of Object.entries(onlyOnItsMachine)) {
        expect([path, await change(path, value)]).toMatchObject([path, { ok: false }]);
      }
    } else {
      expect(await change('queue.noShowAfterSeconds', 160)).toBeUndefined();
      expect(station.isClosed).toBe(true);
      expect(station.received.at(-1)).toMatchObject({ rejection: { name: 'notForRole', role } });
    }
    station.socket.close();
  });

  test('a display hears boards and nothing else, whatever happens', async () => {
    const display = await join('display');
    const reception = await join('reception');
    const lead = await join('lead');
    await reception.ask(day, queued());
    await lead.ask(day, { type: 'call', desk: '3' });
    await lead.ask(day, { type: 'finish', desk: '3' });
    await display.until(() => display.received.filter(({ type }) => type === 'board').length > 2);
    const kinds = new Set(display.received.map(({ type }: ServerMessage) => type));
    expect([...kinds]).toEqual(['board']);
    expect(JSON.stringify(display.received)).not.toMatch(/concern|rule|3\.7|marks|"by"/);
  });

  test('every attempt that was refused is in the log, without a place, a number or a word of the asker', async () => {
    const refused = server.logged.filter(({ event }) => event === 'notPermitted');
    expect(refused.length).toBeGreaterThan(10);
    for (const { fields } of refused) {
      expect(Object.keys(fields).filter((key) => key !== 'unlogged')).toEqual(['site', 'role', 'attempt']);
    }
  });
});
