import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RawStation } from '../testing/rawStation.js';
import { exampleSite, queued, startedServer, Station, type StartedServer } from '../testing/startedServer.js';
import { readChanges } from './settingStore.js';
import { readSettings } from './store.js';

const day = '2015-06-08';

const office = async (changes: Parameters<typeof exampleSite>[0] = {}) => {
  const server = await startedServer({ sites: { herford: exampleSite(changes) } });
  return { server, lead: await RawStation.join(server, { role: 'lead' }) };
};

const storedSite = async ({ store }: StartedServer) => (await readSettings(store))?.sites.herford;
const recorded = async ({ store }: StartedServer) =>
  readChanges(store, (await readSettings(store)) ?? { revision: 0 });

const lastSite = (station: RawStation) =>
  station.received.findLast((message) => message.type === 'welcome')?.site;

describe('a change by the lead', () => {
  test('holds at once, is stored, and is on record with the value before and after', async () => {
    const { server, lead } = await office();
    const desk = await RawStation.join(server, { role: 'desk', place: '1' });
    const reception = await RawStation.join(server, { role: 'reception', place: 'E1' });
    await reception.ask(day, queued());
    expect(await lead.change('queue.noShowAfterSeconds', 30)).toMatchObject({
      ok: true,
      before: 180,
      after: 30,
      effect: 'atOnce',
    });
    await desk.ask(day, { type: 'call', desk: '1' });
    server.clock.pass(31);
    expect(await desk.ask(day, { type: 'noShow', desk: '1' })).toMatchObject({ ok: true });
    expect((await storedSite(server))?.queue.noShowAfterSeconds).toBe(30);
    expect(await recorded(server)).toEqual([
      {
        revision: 1,
        at: '2015-06-08T06:00:00.000Z',
        by: 'lead',
        path: 'sites.herford.queue.noShowAfterSeconds',
        before: 180,
        after: 30,
      },
    ]);
    expect(server.logged.find(({ event }) => event === 'settingChanged')?.fields).toEqual({
      site: 'herford',
      path: 'queue.noShowAfterSeconds',
    });
  });

  test('lets no ticket be lost, and a restart goes on under it', async () => {
    const { server, lead } = await office();
    const reception = await RawStation.join(server, { role: 'reception', place: 'E1' });
    for (let n = 0; n < 3; n += 1) {
      await reception.ask(day, queued());
      await lead.change('queue.recallGapSeconds', n + 6);
    }
    await server.stop();
    const again = await startedServer({ store: server.store, clock: server.clock });
    const { connection } = await Station.join(again, 'lead');
    expect(connection.view.day?.waiting).toEqual(['E001', 'E002', 'E003']);
    expect(connection.view.day?.rules.recallGapMs).toBe(8000);
  });

  test('opens a new desk, which works at once', async () => {
    const { server, lead } = await office();
    const staff = await RawStation.join(server, { role: 'desk', place: '1' });
    await lead.change('desks.5', { label: { de: 'Platz 5', en: 'Desk 5' } });
    const seen = () =>
      lastSite(staff)
        ?.desks.map(({ id }) => id)
        .join(' ');
    await staff.until(() => seen() === '1 2 3 5');
    const desk = await RawStation.join(server, { role: 'desk', place: '5' });
    const reception = await RawStation.join(server, { role: 'reception', place: 'E1' });
    await reception.ask(day, queued());
    expect(await desk.ask(day, { type: 'call', desk: '5' })).toMatchObject({ ok: true });
    expect(await lead.change('desks.5')).toMatchObject({
      ok: false,
      rejection: { name: 'deskInUse', desk: '5' },
    });
    await desk.ask(day, { type: 'finish', desk: '5', outcome: 'settled' });
    await desk.ask(day, { type: 'closeDesk', desk: '5' });
    expect(await lead.change('desks.5')).toMatchObject({ ok: true });
    await desk.until(() => desk.isClosed);
    expect(desk.received.at(-1)).toMatchObject({
      type: 'notice',
      rejection: { name: 'unknownPlace', place: '5', known: ['1', '2', '3'] },
    });
    expect(staff.isClosed).toBe(false);
  });

  test('opens and closes the house', async () => {
    const { server, lead } = await office({ alwaysOpen: false, openingHours: {} });
    const reception = await RawStation.join(server, { role: 'reception', place: 'E1' });
    const closed = { ok: false, rejection: { name: 'outsideOpeningHours' } };
    expect(await reception.ask(day, queued())).toMatchObject(closed);
    await lead.change('openingHours.mon', [{ from: '07:00', to: '12:00' }]);
    expect(await reception.ask(day, queued())).toMatchObject({ ok: true });
    await lead.change('openingHours.mon');
    expect(await reception.ask(day, queued())).toMatchObject(closed);
  });

  test('takes a concern off the list and puts it back', async () => {
    const { server, lead } = await office();
    const reception = await RawStation.join(server, { role: 'reception', place: 'E1' });
    await lead.change('hiddenConcerns', ['3.7']);
    expect(await reception.ask(day, queued('3.7'))).toMatchObject({ rejection: { name: 'unknownConcern' } });
    await lead.change('hiddenConcerns');
    expect(await reception.ask(day, queued('3.7'))).toMatchObject({ ok: true });
  });

  test('renames the house on the display', async () => {
    const { server, lead } = await office();
    const display = await RawStation.join(server, { role: 'display' });
    await lead.change('name', 'Jobcenter Enger');
    await display.until(() => display.received.length > 1);
    expect(display.received.at(-1)).toMatchObject({ type: 'board', site: { name: 'Jobcenter Enger' } });
  });

  test('before anything has happened on a day does not begin it', async () => {
    const { server, lead } = await office();
    await lead.change('queue.noShowAfterSeconds', 30);
    expect(lead.received.findLast(({ type }) => type === 'welcome')).toMatchObject({ seq: 0 });
    await server.stop();
    expect(readFileSync(join(server.store, 'herford/journal/2015-06-08.jsonl'), 'utf8')).toBe('');
  });

  test('on a closed day counts from the next one', async () => {
    const { server, lead } = await office();
    const reception = await RawStation.join(server, { role: 'reception', place: 'E1' });
    await reception.ask(day, queued());
    await lead.ask(day, { type: 'closeDay', force: true });
    await lead.change('queue.noShowAfterSeconds', 30);
    server.clock.set('2015-06-09T08:00:00+02:00');
    await reception.until(() =>
      reception.received.some((told) => told.type === 'welcome' && told.day === '2015-06-09'),
    );
    const welcome = reception.received.findLast((told) => told.type === 'welcome');
    expect(welcome?.state?.rules.noShowAfterMs).toBe(30_000);
  });

  test('of the letter waits for the next day, that of the zone for the next start', async () => {
    const { server, lead } = await office();
    const reception = await RawStation.join(server, { role: 'reception', place: 'E1' });
    await reception.ask(day, queued());
    expect(await lead.change('queue.letter', 'B')).toMatchObject({ ok: true, effect: 'nextDay' });
    expect(await lead.change('zone', 'Europe/London')).toMatchObject({ ok: true, effect: 'serverStart' });
    await reception.ask(day, queued());
    expect(lastSite(lead)?.zone).toBe('Europe/Berlin');
    await server.stop();
    const again = await startedServer({ store: server.store, clock: server.clock });
    const { connection } = await Station.join(again, 'lead');
    expect(connection.view.day?.waiting).toEqual(['E001', 'E002']);
    expect(connection.view.day?.rules.letter).toBe('E');
    expect(connection.view.site?.zone).toBe('Europe/London');
  });

  test('that changes nothing leaves no trace, and neither does one that is only asked about', async () => {
    const { server, lead } = await office();
    const before = readFileSync(join(server.store, 'settings.json'), 'utf8');
    expect(await lead.change('queue.letter', 'E')).toMatchObject({ ok: true, before: 'E', after: 'E' });
    const queryId = randomUUID();
    lead.send({ type: 'changeSetting', queryId, path: 'queue.letter', value: 'B', dryRun: true });
    await lead.until(() =>
      lead.received.some((told) => told.type === 'settingChanged' && told.queryId === queryId),
    );
    expect(readFileSync(join(server.store, 'settings.json'), 'utf8')).toBe(before);
    expect(await recorded(server)).toEqual([]);
  });

  test.each([
    ['receptions.E1.slip.to', 'stdout'],
    ['receptions.E1', { label: { de: 'E', en: 'E' }, slip: { to: 'command', command: ['sh'] } }],
    ['receptions.E7', { label: { de: 'E', en: 'E' }, slip: { to: 'command', command: ['sh'] } }],
    ['privacy.minContacts', 1],
    ['privacy', { minDesks: 1 }],
    ['retention.rowsDays', 366],
  ])('of %s is refused: it is for the machine alone', async (path, value) => {
    const { server, lead } = await office();
    const before = readFileSync(join(server.store, 'settings.json'), 'utf8');
    expect(await lead.change(path, value)).toMatchObject({ rejection: { name: 'settingOnlyThere' } });
    expect(readFileSync(join(server.store, 'settings.json'), 'utf8')).toBe(before);
  });

  test('reaches no other site, and nothing above one', async () => {
    const { lead } = await office();
    for (const path of ['sites.herford.name', 'version', '..', 'sites']) {
      expect(await lead.change(path, 'x')).toMatchObject({ ok: false });
    }
  });
});

test.each(['desk', 'reception', 'display'] as const)('a %s changes no setting', async (role) => {
  const { server } = await office();
  const station = await RawStation.join(server, { role, ...(role === 'desk' ? { place: '1' } : {}) });
  station.send({ type: 'changeSetting', queryId: randomUUID(), path: 'queue.letter', value: 'B' });
  await station.until(() => station.isClosed);
  expect(station.received.at(-1)).toMatchObject({ rejection: { name: 'notForRole', role } });
  expect((await storedSite(server))?.queue.letter).toBe('E');
});

test('settings that were broken by hand meanwhile are left to their author', async () => {
  const { server, lead } = await office();
  const file = join(server.store, 'settings.json');
  writeFileSync(file, '{');
  expect(await lead.change('queue.letter', 'B')).toMatchObject({
    rejection: { name: 'storeUnreadable', file: 'settings.json' },
  });
  expect(readFileSync(file, 'utf8')).toBe('{');
});
