import { describe, expect, test } from 'vitest';
import { placeOf, roleOf } from '../queue/roles.js';
import type { By } from '../queue/events.js';
import { dailyFigures } from '../statistics/dailyFigures.js';
import { reportOf } from '../testing/exampleReports.js';
import { MovableClock } from '../testing/movableClock.js';
import { playScenario } from '../testing/scenarioDay.js';
import { expectedOf, loadScenario, scenarioZone } from '../testing/scenarios/load.js';
import { exampleSite, queued, startedServer, Station, type StartedServer } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

const scenarios = ['S01', 'S02', 'S03', 'S04', 'S05', 'S07', 'S10a', 'S10b', 'S12', 'S13', 'S14'];

const place = (name: string) => ({ label: { de: `Platz ${name}`, en: `Desk ${name}` } });

/** The site of the scenarios; where check-in closes at noon, from midnight to then. */
const site = (closesAtNoon: boolean) =>
  exampleSite({
    alwaysOpen: !closesAtNoon,
    openingHours: closesAtNoon ? { fri: [{ from: '00:00', to: '12:00' }] } : {},
    desks: { P1: place('P1'), P2: place('P2'), P3: place('P3') },
    deviationReasons: [{ code: 'destitution', de: 'Mittellosigkeit', en: 'Destitution' }],
  });

/** Plays a scenario's asks on a real server, each at its time, with a restart in the middle. */
async function playOnServer(id: string) {
  const scenario = loadScenario(id);
  const { office, refused } = playScenario(scenario);
  const store = temporaryFolder();
  const clock = new MovableClock(`${scenario.date}T00:00:00+02:00`);
  const sites = { herford: site(refused.length > 0) };
  let server = await startedServer({ store, clock, sites });
  let stations = new Map<By, Station>();
  const refusals: unknown[] = [];
  for (const [index, { at, by, command }] of office.asks.entries()) {
    clock.set(new Date(at).toISOString());
    if (index === Math.floor(office.asks.length / 2)) {
      await server.stop();
      server = await startedServer({ store, clock });
      stations = new Map();
    }
    const station = stations.get(by) ?? (await stationFor(server, by));
    stations.set(by, station);
    const reply = await station.connection.ask(command);
    if (!reply.ok) refusals.push(reply.rejection.name);
  }
  const lead = await Station.join(server, 'lead');
  const days = await lead.connection.figures(scenario.date, scenario.date);
  if ('rejection' in days) throw new Error(days.rejection.name);
  return { days, office, refused, refusals };
}

function stationFor(server: StartedServer, by: By): Promise<Station> {
  const role = roleOf(by);
  if (role === null) throw new Error('the server asks for nothing in a scenario');
  return Station.join(server, role, placeOf(by) ?? undefined);
}

describe('a scenario on a real server, restarted in the middle, gives exactly the expected figures', () => {
  test.each(scenarios)('%s', async (id) => {
    const { days, office, refused, refusals } = await playOnServer(id);
    const report = reportOf(days);
    const expected = expectedOf(id);
    expect(report.waiting.sumSeconds).toBe(expected.waitSumSec);
    expect(report.service.sumSeconds).toBe(expected.serviceSumSec);
    expect(report.tickets.contacts).toBe(expected.contacts);
    expect(report.waiting.meanPerVisitSeconds).toBe(expected.waitMeanPerVisitSec);
    const played = dailyFigures(office.day, { zone: scenarioZone, halfDayAt: '12:00' });
    expect(JSON.stringify(report)).toBe(JSON.stringify(reportOf([played])));
    expect(refusals).toEqual(refused);
  });
});

describe('S06: desks that call in the same instant', () => {
  const openOffice = async (desks: number, tickets: number) => {
    const names = Array.from({ length: desks }, (_, i) => `${i + 1}`);
    const sites = {
      herford: exampleSite({ desks: Object.fromEntries(names.map((name) => [name, place(name)])) }),
    };
    const server = await startedServer({ sites, clock: new MovableClock('2015-07-15T08:30:00+02:00') });
    const reception = await Station.join(server, 'reception', 'E1');
    for (let n = 0; n < tickets; n += 1) await reception.ask(queued());
    server.clock.pass(1800);
    const stations = await Promise.all(names.map((name) => Station.join(server, 'desk', name)));
    const calls = await Promise.all(
      stations.map((station, i) => station.connection.ask({ type: 'call', desk: `${i + 1}` })),
    );
    const assigned = calls.flatMap((reply) => (reply.ok ? [reply.entry] : []));
    const empty = calls.flatMap((reply) => (reply.ok ? [] : [reply.rejection.name]));
    const numbers = assigned
      .toSorted((a, b) => a.seq - b.seq)
      .flatMap(({ events }) =>
        events.flatMap((event) => (event.type === 'TicketCalled' ? event.number : [])),
      );
    return { server, numbers, empty, lead: await Station.join(server, 'lead') };
  };

  test('two desks, two tickets of the same millisecond: each exactly once, 30 minutes waited', async () => {
    const { numbers, lead, server } = await openOffice(2, 2);
    expect(numbers).toEqual(['E001', 'E002']);
    const waits = Object.values(lead.day.tickets).map((ticket) => (ticket.calledAt ?? 0) - ticket.placeAt);
    expect(waits).toEqual([1_800_000, 1_800_000]);
    const display = await Station.join(server, 'display');
    expect(display.connection.view.board?.calls).toHaveLength(2);
  });

  test('two desks, one ticket: one gets it, the other hears that nobody waits', async () => {
    const { numbers, empty } = await openOffice(2, 1);
    expect({ numbers, empty }).toEqual({ numbers: ['E001'], empty: ['nobodyWaiting'] });
  });

  test('twenty desks, five tickets: five distinct ones in the order of the log', async () => {
    const { numbers, empty } = await openOffice(20, 5);
    expect(numbers).toEqual(['E001', 'E002', 'E003', 'E004', 'E005']);
    expect(empty).toHaveLength(15);
  });
});
