/** What time does to a running server and across restarts. The machine's own zone is none of the sites'. */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Report } from '../reports/report.js';
import { factsOf } from '../statistics/contacts.js';
import { refusalText } from '../texts/texts.js';
import { cleanUp } from '../testing/cleanUp.js';
import { brokenInvariants } from '../testing/dayInvariants.js';
import { perHour, periodOf, reportOf } from '../testing/exampleReports.js';
import { MovableClock } from '../testing/movableClock.js';
import { key, mountScreen } from '../testing/screen.js';
import { figuresFor, staffedServer } from '../testing/staffedServer.js';
import {
  exampleSite,
  queued,
  startedServer,
  Station,
  writeSettings,
  type Logged,
  type StartedServer,
} from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { monthFile } from './archive.js';
import { SystemClock } from './clock.js';
import { journalDays, journalFile, journalFolder, readJournal } from './journal.js';
import { startServer } from './server.js';
import { verifyStore } from './verify.js';

const minute = 60_000;
const hour = 60 * minute;

const stepsIn = (logged: readonly Logged[]): unknown[] =>
  logged.flatMap(({ event, fields }) => (event === 'clockStep' ? [fields.ms] : []));

const waitsIn = ({ day }: Station): number[] => factsOf(day).contacts.map(({ waitTime }) => waitTime);

async function reportFrom(server: StartedServer, day: string, site?: string): Promise<Report> {
  const lead = await Station.join(server, 'lead', undefined, site === undefined ? {} : { site });
  const figures = await figuresFor(lead, day);
  return reportOf(figures, periodOf({ kind: 'day', word: day }));
}

describe("the system's clock is set", () => {
  /** A server on the system's clock, which the test sets. */
  async function onSystemClock() {
    const time = { wall: Date.parse('2015-06-08T08:00:00+02:00'), monotonic: 1000 };
    const logged: Logged[] = [];
    const clock = new SystemClock((ms) => logged.push({ event: 'clockStep', fields: { ms } }), {
      wall: () => time.wall,
      monotonic: () => time.monotonic,
    });
    const log = (event: Logged['event'], fields: Logged['fields'] = {}) => logged.push({ event, fields });
    const server = await startServer({ store: temporaryFolder(), port: 0, clock, log });
    cleanUp(() => server.stop());
    const pass = (ms: number) => {
      time.wall += ms;
      time.monotonic += ms;
    };
    const set = (ms: number) => {
      time.wall += ms;
    };
    const [reception, desk] = await Promise.all([
      Station.join(server, 'reception', 'E1'),
      Station.join(server, 'desk', '1'),
    ]);
    return { server, logged, pass, set, reception, desk };
  }

  test.each([
    ['back by an hour', -hour, 10 * minute],
    ['back over midnight', -9 * hour, 10 * minute],
    ['forward by an hour', hour, 70 * minute],
  ])(
    '%s while it runs: no wait is negative, the order stays, and the step is logged',
    async (_, ms, waited) => {
      const { logged, pass, set, reception, desk } = await onSystemClock();
      await reception.ask(queued());
      await reception.ask(queued());
      pass(5 * minute);
      set(ms);
      await reception.ask(queued());
      pass(5 * minute);
      for (let n = 0; n < 3; n += 1) {
        await desk.ask({ type: 'call', desk: '1' });
        await desk.ask({ type: 'finish', desk: '1' });
      }
      expect(desk.day.day).toBe('2015-06-08');
      expect(waitsIn(desk)).toEqual([waited, waited, 5 * minute]);
      const calls = Object.values(desk.day.tickets).toSorted((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0));
      expect(calls.map(({ number }) => number)).toEqual(['E001', 'E002', 'E003']);
      expect(brokenInvariants(desk.day)).toEqual([]);
      expect(stepsIn(logged)).toEqual([ms]);
    },
  );

  test('back between two runs: time stands still until it has caught up, and the step is logged', async () => {
    const { server, reception, one } = await staffedServer();
    const { store, clock } = server;
    await reception.ask(queued());
    clock.pass(600);
    await reception.ask(queued());
    await one.ask({ type: 'openDesk', desk: '1' });
    await server.stop();
    expect(stepsIn(server.logged)).toEqual([]);

    clock.set('2015-06-08T07:30:00+02:00');
    const again = await startedServer({ store, clock });
    expect(stepsIn(again.logged)).toEqual([-40 * minute]);
    const desk = await Station.join(again, 'desk', '1');
    const lead = await Station.join(again, 'lead');
    await lead.ask(queued());
    await desk.ask({ type: 'call', desk: '1' });
    clock.set('2015-06-08T08:15:00+02:00');
    await desk.ask({ type: 'finish', desk: '1' });
    for (let n = 0; n < 2; n += 1) {
      await desk.ask({ type: 'call', desk: '1' });
      await desk.ask({ type: 'finish', desk: '1' });
    }
    expect(waitsIn(desk)).toEqual([10 * minute, 5 * minute, 5 * minute]);
    expect(brokenInvariants(desk.day)).toEqual([]);
    await again.stop();
    expect(stepsIn((await startedServer({ store, clock })).logged)).toEqual([]);
  });

  test('forward while it runs: the stations follow with the next thing that happens', async () => {
    const { server, reception, lead } = await staffedServer();
    const before = lead.connection.now();
    server.clock.pass(3600);
    await reception.ask(queued());
    await lead.until(() => lead.day.waiting.length === 1);
    for (const { connection } of [reception, lead]) {
      expect(connection.now() - before).toBeGreaterThanOrEqual(hour - 1000);
    }
  });

  test('forward between two runs: waits are as long as the clock says', async () => {
    const { server, reception } = await staffedServer();
    const { store, clock } = server;
    await reception.ask(queued());
    await server.stop();
    clock.pass(3600);
    const desk = await Station.join(await startedServer({ store, clock }), 'desk', '1');
    await desk.ask({ type: 'call', desk: '1' });
    await desk.ask({ type: 'finish', desk: '1' });
    expect(waitsIn(desk)).toEqual([hour]);
  });
});

describe('the clocks change in the night, with tickets open', () => {
  /** Two wait from before the change, one comes in its hour; the desk is open from 1:30 to midnight. */
  async function nightOf(
    day: string,
    times: Record<'opened' | 'booked' | 'called' | 'later' | 'last', string>,
  ) {
    const clock = new MovableClock(`${day}T${times.opened}`);
    const { server, reception, one } = await staffedServer({ clock });
    const at = (time: string) => clock.set(`${day}T${time}`);
    await one.ask({ type: 'openDesk', desk: '1' });
    at(times.booked);
    await reception.ask(queued());
    await reception.ask(queued());
    at(times.called);
    await one.ask({ type: 'call', desk: '1' });
    clock.pass(600);
    await one.ask({ type: 'finish', desk: '1' });
    at(times.later);
    await one.ask({ type: 'call', desk: '1' });
    await one.ask({ type: 'finish', desk: '1' });
    at(times.last);
    await reception.ask(queued());
    const { startsAt, endsAt } = one.day;
    clock.pass(11 * 60);
    const next = await Station.join(server, 'lead');
    const [figures] = await figuresFor(next, day);
    const report = await reportFrom(server, day);
    const staffed = Object.fromEntries(report.byHalfDay.map((row) => [row.half, row.staffedSeconds]));
    await server.stop();
    expect((await verifyStore(server.store)).findings).toEqual([]);
    return {
      hours: (endsAt - startsAt) / hour,
      today: next.day.day,
      closed: figures?.closed,
      waits: report.waiting,
      arrived: perHour(report, 'arrived'),
      served: perHour(report, 'served'),
      staffed,
      quarters: Object.keys(figures?.quarters ?? {}).map(Number),
    };
  }

  test('in March, when 2 o’clock is 3 o’clock: a day of 23 hours', async () => {
    const night = await nightOf('2016-03-27', {
      opened: '01:30:00+01:00',
      booked: '01:50:00+01:00',
      called: '03:10:00+02:00',
      later: '03:30:00+02:00',
      last: '23:50:00+02:00',
    });
    expect(night).toMatchObject({ hours: 23, today: '2016-03-28', closed: true });
    expect(night.waits).toMatchObject({ n: 2, sumSeconds: (20 + 40) * 60, maxSeconds: 40 * 60 });
    expect([night.arrived, night.served]).toEqual([{ '01': 2, '23': 1 }, { '03': 2 }]);
    expect(night.staffed).toEqual({ am: 9.5 * 3600, pm: 12 * 3600 });
    expect([Math.min(...night.quarters), Math.max(...night.quarters)]).toEqual([6, 91]);
  });

  test('in October, when there are two hours from 2 to 3: a day of 25 hours', async () => {
    const night = await nightOf('2015-10-25', {
      opened: '01:30:00+02:00',
      booked: '02:50:00+02:00',
      called: '02:10:00+01:00',
      later: '03:10:00+01:00',
      last: '23:50:00+01:00',
    });
    expect(night).toMatchObject({ hours: 25, today: '2015-10-26', closed: true });
    expect(night.waits).toMatchObject({ n: 2, sumSeconds: (20 + 80) * 60, maxSeconds: 80 * 60 });
    expect([night.arrived, night.served]).toEqual([
      { '02': 2, '23': 1 },
      { '02': 1, '03': 1 },
    ]);
    expect(night.staffed).toEqual({ am: 11.5 * 3600, pm: 12 * 3600 });
    expect([Math.min(...night.quarters), Math.max(...night.quarters)]).toEqual([6, 99]);
  });
});

describe('a server that slept over several days', () => {
  const closings = async (store: string, day: string) => {
    const { entries } = await readJournal(journalFile(store, 'herford', day));
    return entries.flatMap(({ at, events }) => (events.some(({ type }) => type === 'DayClosed') ? [at] : []));
  };
  const daysIn = (store: string, month: string): string[] => {
    const file = monthFile(store, 'herford', `${month}-01`);
    if (!existsSync(file)) return [];
    return Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { days: object }).days);
  };
  const midnight = (day: string) => Date.parse(`${day}T00:00:00+01:00`);

  test('closes the day it fell asleep on at its own midnight, in its own month, and begins anew', async () => {
    const clock = new MovableClock('2015-12-30T16:00:00+01:00');
    const { server, reception, one, lead } = await staffedServer({ clock });
    for (let n = 0; n < 3; n += 1) await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1' });
    clock.set('2016-01-04T09:00:00+01:00');
    // Everybody notices at once.
    const refusals = await Promise.all([reception, one, lead].map((each) => each.refused({ type: 'undo' })));
    expect(new Set(refusals.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ name: 'dayOver', day: '2015-12-30', today: '2016-01-04' })]),
    );
    await reception.until(() => reception.day.day === '2016-01-04');
    await reception.ask(queued());
    expect(reception.day).toMatchObject({ waiting: ['E001'], lastNumber: 1 });
    expect(await closings(server.store, '2015-12-30')).toEqual([midnight('2015-12-31')]);
    expect([daysIn(server.store, '2015-12'), daysIn(server.store, '2016-01')]).toEqual([['2015-12-30'], []]);
    expect(await figuresFor(lead, '2015-12-28', '2016-01-04')).toMatchObject([
      { day: '2015-12-30', closed: true, asOf: midnight('2015-12-31') },
      { day: '2016-01-04', closed: false },
    ]);
    await server.stop();
    expect((await verifyStore(server.store)).findings).toEqual([]);
  });

  test('or was killed day after day, closes each of them once, at its own midnight', async () => {
    const days = ['2015-12-30', '2015-12-31', '2016-01-01'];
    const left = temporaryFolder();
    const store = temporaryFolder();
    const clock = new MovableClock('2015-12-30T10:00:00+01:00');
    writeSettings(left, { herford: exampleSite() });
    mkdirSync(journalFolder(left, 'herford'), { recursive: true, mode: 0o700 });
    for (const day of days) {
      clock.set(`${day}T10:00:00+01:00`);
      const server = await startedServer({ store, clock });
      await (await Station.join(server, 'reception', 'E1')).ask(queued());
      await server.stop();
      // The day as it was before anybody closed it.
      copyFileSync(journalFile(store, 'herford', day), journalFile(left, 'herford', day));
    }
    clock.set('2016-01-04T09:00:00+01:00');
    for (const run of [1, 2]) {
      const server = await startedServer({ store: left, clock });
      const closed = server.logged
        .filter(({ event }) => event === 'dayClosed')
        .map(({ fields }) => fields.day);
      expect(closed).toEqual(run === 1 ? days : []);
      expect((await Station.join(server, 'lead')).day).toMatchObject({ day: '2016-01-04', lastNumber: 0 });
      await server.stop();
      expect(await Promise.all(days.map((day) => closings(left, day)))).toEqual([
        [midnight('2015-12-31')],
        [midnight('2016-01-01')],
        [midnight('2016-01-02')],
      ]);
      expect([daysIn(left, '2015-12'), daysIn(left, '2016-01')]).toEqual([days.slice(0, 2), days.slice(2)]);
    }
    expect((await verifyStore(left)).findings).toEqual([]);
  });
});

describe('a clock that was set back over midnight', () => {
  /** A day that is over, with one visit, and the day after it, with two. */
  async function twoDays() {
    const clock = new MovableClock('2015-06-08T16:00:00+02:00');
    const server = await startedServer({ clock });
    const monday = await Station.join(server, 'reception', 'E1');
    await monday.ask(queued());
    clock.set('2015-06-09T08:00:00+02:00');
    const reception = await Station.join(server, 'reception', 'E1');
    await reception.ask(queued());
    await reception.ask(queued());
    return { server, clock, store: server.store, reception };
  }

  test('does not bring a past day back while the server runs', async () => {
    const { server, clock, reception } = await twoDays();
    clock.set('2015-06-08T23:00:00+02:00');
    await reception.ask(queued());
    expect(reception.day).toMatchObject({ day: '2015-06-09', waiting: ['E001', 'E002', 'E003'] });
    expect((await Station.join(server, 'lead')).day.day).toBe('2015-06-09');
    clock.set('2015-06-09T09:00:00+02:00');
    await reception.ask(queued());
    expect(reception.day.lastNumber).toBe(4);
  });

  test('does not open a past day again after a restart: who asks reads that it is closed', async () => {
    const { server, clock, store } = await twoDays();
    await server.stop();
    const archive = readFileSync(monthFile(store, 'herford', '2015-06-01'), 'utf8');
    clock.set('2015-06-08T23:00:00+02:00');
    const behind = await startedServer({ store, clock });
    expect(stepsIn(behind.logged)).toEqual([-hour]);
    const reception = await Station.join(behind, 'reception', 'E1');
    const refusal = await reception.refused(queued());
    expect(refusal).toEqual({ name: 'dayClosed', day: '2015-06-08' });
    expect(['de', 'en'].map((language) => refusalText(refusal as never, language as 'de' | 'en'))).toEqual([
      expect.stringContaining('08.06.2015 ist abgeschlossen'),
      expect.stringContaining('2015'),
    ]);
    expect(reception.day).toMatchObject({ day: '2015-06-08', lastNumber: 1 });
    const desk = await Station.join(behind, 'desk', '1');
    const screen = mountScreen({ screen: 'desk', place: '1' }, desk.connection);
    await screen.shows('Platz 1');
    screen.press(key.enter);
    await screen.shows('08.06.2015 ist abgeschlossen');

    // Once the clock is right again, the day goes on where it was.
    clock.set('2015-06-09T10:00:00+02:00');
    await reception.until(() => reception.day.day === '2015-06-09');
    await reception.ask(queued());
    expect(reception.day.waiting).toEqual(['E001', 'E002', 'E003']);
    await behind.stop();
    expect(readFileSync(monthFile(store, 'herford', '2015-06-01'), 'utf8')).toBe(archive);
    expect((await verifyStore(store)).findings).toEqual([]);
  });

  test('neither if only the figures of that day are left', async () => {
    const { server, clock, store } = await twoDays();
    clock.set('2015-07-01T08:00:00+02:00');
    const later = await Station.join(server, 'reception', 'E1');
    await later.ask(queued());
    await server.stop();
    expect(await journalDays(store, 'herford')).toEqual(['2015-07-01']);
    const archive = readFileSync(monthFile(store, 'herford', '2015-06-01'), 'utf8');

    clock.set('2015-06-09T09:00:00+02:00');
    const behind = await startedServer({ store, clock });
    expect(stepsIn(behind.logged)).toHaveLength(1);
    const reception = await Station.join(behind, 'reception', 'E1');
    expect(await reception.refused(queued())).toEqual({ name: 'dayClosed', day: '2015-06-09' });
    const lead = await Station.join(behind, 'lead');
    expect(await figuresFor(lead, '2015-06-01', '2015-06-30')).toMatchObject([
      { day: '2015-06-08', closed: true },
      { day: '2015-06-09', closed: true, visits: [{ n: 2 }] },
    ]);
    clock.set('2015-07-01T09:00:00+02:00');
    await reception.until(() => reception.day.day === '2015-07-01');
    await reception.ask(queued());
    expect(reception.day.waiting).toEqual(['E001', 'E002']);
    await behind.stop();
    expect(readFileSync(monthFile(store, 'herford', '2015-06-01'), 'utf8')).toBe(archive);
  });
});

test('sites in two zones have each their own midnight, their own hours and their own files', async () => {
  const zones = { herford: 'Europe/Berlin', halifax: 'America/Halifax' };
  const sites = Object.fromEntries(
    Object.entries(zones).map(([id, zone]) => [id, exampleSite({ name: id, zone })]),
  );
  const clock = new MovableClock('2015-06-08T23:45:00+02:00');
  const server = await startedServer({ sites, clock });
  const at = (role: 'reception' | 'lead', site: string) =>
    Station.join(server, role, role === 'lead' ? undefined : 'E1', { site });
  const [herford, halifax] = await Promise.all([at('reception', 'herford'), at('reception', 'halifax')]);
  await herford.ask(queued());
  await halifax.ask(queued());
  expect([herford.day.day, halifax.day.day]).toEqual(['2015-06-08', '2015-06-08']);

  clock.set('2015-06-09T00:15:00+02:00');
  expect(await herford.refused(queued())).toMatchObject({ name: 'dayOver', today: '2015-06-09' });
  await halifax.ask(queued());
  await herford.until(() => herford.day.day === '2015-06-09');
  await herford.ask(queued());
  expect([herford.day.waiting, halifax.day.waiting]).toEqual([['E001'], ['E001', 'E002']]);
  expect(halifax.day).toMatchObject({ day: '2015-06-08', closedAt: null });

  clock.set('2015-06-09T00:10:00-03:00');
  await halifax.refused(queued());
  await halifax.until(() => halifax.day.day === '2015-06-09');
  const lead = await at('lead', 'halifax');
  const [figures] = await figuresFor(lead, '2015-06-08');
  // Booked at 18:45 and 19:15 by the clock on the wall there, flagged at midnight there.
  expect(Object.keys(figures?.quarters ?? {})).toEqual(['75', '77']);
  expect(figures).toMatchObject({ closed: true, asOf: Date.parse('2015-06-09T00:00:00-03:00') });
  const [ours] = await figuresFor(await at('lead', 'herford'), '2015-06-08');
  expect(Object.keys(ours?.quarters ?? {})).toEqual(['95']);
  expect(ours).toMatchObject({ closed: true, asOf: Date.parse('2015-06-09T00:00:00+02:00') });
  await server.stop();
  expect((await verifyStore(server.store)).findings).toEqual([]);
});
