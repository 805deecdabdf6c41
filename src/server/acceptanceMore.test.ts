/**
 * More of what other queue systems promise, re-enacted: rights, figures, display, corrections. See acceptance.test.ts
 * for what is left out on purpose.
 */
import { describe, expect, test } from 'vitest';
import type { Entry } from '../queue/events.js';
import { appointmentDestination } from '../statistics/contacts.js';
import { periodOf, reportOf } from '../testing/exampleReports.js';
import { MovableClock } from '../testing/movableClock.js';
import { RawStation } from '../testing/rawStation.js';
import { exampleSite, queued, startedServer, Station } from '../testing/startedServer.js';
import { figuresFor, numbersOn, staffedServer } from '../testing/staffedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

const today = '2015-06-08';

describe('reports', () => {
  test('S21: the report of a day tells who came, who did not, and who had an appointment', async () => {
    const { server, reception, one, lead } = await staffedServer();
    await reception.ask({ type: 'checkIn', concern: null, rule: 'G1' });
    await reception.ask(queued());
    await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1' });
    await one.ask({ type: 'finish', desk: '1' });
    await one.ask({ type: 'call', desk: '1' });
    server.clock.pass(180);
    await one.ask({ type: 'noShow', desk: '1' });
    const [figures] = await figuresFor(lead, today);
    const rows = (figures?.visits ?? []).map(({ way, destination, outcome, n }) => [
      way,
      destination,
      outcome,
      n,
    ]);
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['forwarded', appointmentDestination, 'forwarded', 1],
        ['ticket', 'EINGANGSZONE', 'settled', 1],
        ['ticket', 'EINGANGSZONE', 'noShow', 1],
      ]),
    );
  });

  test('S22: every concern dealt with in two weeks is listed, and the sum is of nothing else', async () => {
    const store = temporaryFolder();
    const clock = new MovableClock('2015-06-08T08:00:00+02:00');
    for (const [day, concern] of [
      ['2015-06-08', '3.1'],
      ['2015-06-12', '3.7'],
      ['2015-06-19', '6.3'],
    ] as const) {
      clock.set(`${day}T08:00:00+02:00`);
      const { server, reception, one } = await staffedServer({ store, clock });
      await reception.ask(queued(concern));
      await reception.ask(queued('2.1'));
      await one.ask({ type: 'call', desk: '1' });
      clock.pass(600);
      await one.ask({ type: 'finish', desk: '1' });
      await reception.ask({ type: 'leave', number: 'E002' });
      await server.stop();
    }
    const lead = await Station.join(await startedServer({ store, clock }), 'lead');
    const days = await figuresFor(lead, '2015-06-08', '2015-06-21');
    expect(days.flatMap(({ contacts }) => contacts.map(({ concern }) => concern))).toEqual([
      '3.1',
      '3.7',
      '6.3',
    ]);
    const period = periodOf({ kind: 'month', word: '2015-06' });
    expect(reportOf(days, period)).toMatchObject({
      tickets: { contacts: 3, left: 3 },
      service: { sumSeconds: 1800 },
    });
  });
});

describe('rights', () => {
  test('S25: the wrong role is refused, nothing changes, and the connection goes on', async () => {
    const { reception, one, lead } = await staffedServer();
    expect(await one.refused({ type: 'closeDay', force: true })).toMatchObject({
      name: 'notAllowed',
      role: 'desk',
    });
    expect(await one.refused(queued())).toMatchObject({ name: 'notAllowed', role: 'desk' });
    expect(await reception.refused({ type: 'call', desk: '1' })).toMatchObject({ name: 'notAllowed' });
    expect(await one.refused({ type: 'openDesk', desk: '2' })).toEqual({ name: 'notYourDesk', desk: '2' });
    expect(lead.day.seq).toBe(0);
    await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1' });
    expect(one.day.desks['1']?.number).toBe('E001');
  });

  test('S25: who has not said who it is changes nothing', async () => {
    const { server, lead } = await staffedServer();
    const stranger = await RawStation.connect(server);
    expect(await stranger.ask(today, { type: 'closeDay', force: true })).toBeUndefined();
    expect(stranger.received).toMatchObject([
      { type: 'notice', final: true, rejection: { name: 'badMessage' } },
    ]);
    await lead.ask({ type: 'openDesk', desk: '1' });
    expect(lead.day).toMatchObject({ seq: 2, closedAt: null });
  });

  test('S25: what a station asks happens at its own site alone', async () => {
    const { server, lead } = await staffedServer({ sites: { herford: exampleSite() } });
    expect(await Station.refusedAs(server, { role: 'lead', site: 'buende' })).toMatchObject({
      name: 'unknownSite',
    });
    expect(await lead.refused({ type: 'leave', number: `buende/${today}/E001` })).toMatchObject({
      name: 'ticketOfAnotherDay',
    });
    expect(lead.day.seq).toBe(0);
  });
});

describe('an emergency', () => {
  test('S24: every place sees who calls for help and who comes, it can always be ended, and no stranger can meddle', async () => {
    const server = await startedServer({ sites: { herford: exampleSite(), buende: exampleSite() } });
    const at = { site: 'herford' };
    const one = await Station.join(server, 'desk', '1', at);
    const two = await Station.join(server, 'desk', '2', at);
    const reception = await Station.join(server, 'reception', 'E1', at);
    const lead = await Station.join(server, 'lead', undefined, at);
    const display = await RawStation.join(server, { role: 'display', ...at });
    const shown = [...display.received];
    const allSee = async ({ seq }: Entry, call: object) => {
      for (const station of [one, two, reception, lead]) {
        await station.until(() => station.day.seq === seq);
        expect(station.day.helpCalls).toMatchObject([{ from: 'desk/1', ...call }]);
      }
    };

    await allSee(await one.ask({ type: 'callHelp' }), { answeredBy: null, endedAt: null });
    const answered = await two.ask({ type: 'answerHelp', from: 'desk/1' });
    await allSee(answered, { answeredBy: 'desk/2', endedAt: null });

    const endHelp = { type: 'endHelp', from: 'desk/1' } as const;
    const elsewhere = await Station.join(server, 'desk', '2', { site: 'buende' });
    expect(await elsewhere.refused(endHelp)).toMatchObject({ name: 'noHelpCalled' });
    for (const hello of [undefined, { role: 'display', ...at } as const]) {
      const stranger = await (hello ? RawStation.join(server, hello) : RawStation.connect(server));
      expect(await stranger.ask(today, endHelp)).toBeUndefined();
    }
    await allSee(answered, { answeredBy: 'desk/2', endedAt: null });

    await allSee(await one.ask({ type: 'endHelp' }), { endedAt: server.clock.now() });
    // Nobody came, and somebody else ends it: the next call can be made at once.
    await one.ask({ type: 'callHelp' });
    await reception.ask(endHelp);
    await one.ask({ type: 'callHelp' });
    expect(one.day.helpCalls.map(({ endedAt }) => endedAt === null)).toEqual([false, false, true]);
    expect(display.received).toEqual(shown);
  });
});

describe('corrections and states', () => {
  test('E1: an ask about what has changed meanwhile, or about a past day, is refused', async () => {
    const { server, reception, one, lead } = await staffedServer();
    await reception.ask(queued());
    await one.until(() => one.day.waiting.length === 1);
    // Both see the visitor waiting.
    const [left, called] = await Promise.all([
      lead.connection.ask({ type: 'leave', number: 'E001' }),
      one.connection.ask({ type: 'call', desk: '1', number: 'E001' }),
    ]);
    expect([left.ok, called.ok].filter((ok) => ok)).toHaveLength(1);
    const raw = await RawStation.join(server, { role: 'desk', place: '2' });
    expect(await raw.ask('2015-06-07', { type: 'openDesk', desk: '2' })).toMatchObject({
      ok: false,
      rejection: { name: 'dayOver', day: '2015-06-07', today },
    });
  });

  test('E2: undoing the last step gives back what was before it', async () => {
    const { server, reception, one } = await staffedServer();
    await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1' });
    server.clock.pass(10);
    const { tickets, desks, waiting, spans } = structuredClone(one.day);
    await one.ask({ type: 'finish', desk: '1' });
    server.clock.pass(10);
    await one.ask({ type: 'undo' });
    const seqs = (record: object) =>
      JSON.parse(JSON.stringify({ ...record }), (key, value: unknown) =>
        key === 'touched' ? 0 : value,
      ) as unknown;
    const { day } = one;
    expect(seqs({ tickets: day.tickets, desks: day.desks, waiting: day.waiting, spans: day.spans })).toEqual(
      seqs({ tickets, desks, waiting, spans }),
    );
  });

  test('E3: steps within one millisecond take no time, and one ends where the next begins', async () => {
    const { reception, one, lead } = await staffedServer();
    await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1' });
    await one.ask({ type: 'start', desk: '1' });
    await one.ask({ type: 'finish', desk: '1' });
    const contact = one.day.tickets.E001?.contacts[0];
    expect(
      new Set([contact?.queuedAt, contact?.calledAt, contact?.startedAt, contact?.finishedAt]).size,
    ).toBe(1);
    const [figures] = await figuresFor(lead, today);
    expect(figures?.contacts).toMatchObject([{ wait: { n: 1, sum: 0 }, service: { n: 1, sum: 0 } }]);
  });

  test('E4: a person queued twice by mistake is taken out once: beo knows no persons, so people notice it', async () => {
    const { reception, lead, one } = await staffedServer();
    await reception.ask(queued());
    await reception.ask(queued());
    await reception.ask({ type: 'cancel', visit: 'E002' });
    await one.ask({ type: 'call', desk: '1' });
    await one.ask({ type: 'finish', desk: '1' });
    const [figures] = await figuresFor(lead, today);
    expect(figures?.visits).toMatchObject([{ way: 'ticket', outcome: 'settled', n: 1 }]);
    expect(figures?.counters.cancelled).toBe(1);
  });

  test('E5: a held ticket is pulled by nobody', async () => {
    const { reception, one, two } = await staffedServer();
    await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1' });
    await one.ask({ type: 'park', desk: '1' });
    for (const [desk, station] of [
      ['1', one],
      ['2', two],
    ] as const) {
      expect(await station.refused({ type: 'call', desk })).toEqual({ name: 'nobodyWaiting' });
    }
    expect(await two.refused({ type: 'call', desk: '2', number: 'E001' })).toMatchObject({
      name: 'ticketNotWaiting',
      state: 'parked',
      desk: '1',
    });
  });
});

describe('what is shown', () => {
  test('E6: a repeated call reaches the display as a later sounding, not as a second call', async () => {
    const { server, reception, one, display } = await staffedServer();
    await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1' });
    const calledAt = server.clock.now();
    server.clock.pass(5);
    await one.ask({ type: 'recall', desk: '1' });
    const soundedAt = () => display.connection.view.board?.calls.map((call) => call.calledAt);
    await display.until(() => soundedAt()?.[0] === calledAt + 5000);
    expect(soundedAt()).toHaveLength(1);
  });

  test('E7: the display has every open call, and neither who waits nor who was served', async () => {
    const { server, reception, one, two, display } = await staffedServer();
    for (let n = 0; n < 5; n += 1) await reception.ask(queued());
    await one.ask({ type: 'call', desk: '1' });
    await one.ask({ type: 'finish', desk: '1' });
    await one.ask({ type: 'call', desk: '1' });
    server.clock.pass(1);
    await two.ask({ type: 'call', desk: '2' });
    await display.until(() => numbersOn(display.connection).length === 2);
    expect(numbersOn(display.connection)).toEqual(['E002', 'E003']);
    expect(display.connection.view.day).toBeNull();
  });

  test('E8: a desk has number, concern, wait and time of the call at once, and keeps them while it serves', async () => {
    const { server, reception, one } = await staffedServer();
    await reception.ask(queued('3.1'));
    const bookedAt = server.clock.now();
    server.clock.pass(720);
    await one.ask({ type: 'call', desk: '1' });
    const known = { number: 'E001', concern: '3.1', bookedAt, contacts: [{ queuedAt: bookedAt }] };
    expect(one.day.tickets.E001).toMatchObject({ ...known, calledAt: bookedAt + 720_000 });
    server.clock.pass(30);
    await one.ask({ type: 'start', desk: '1' });
    expect(one.day.tickets[one.day.desks['1']?.number ?? '']).toMatchObject({
      ...known,
      contacts: [{ calledAt: bookedAt + 720_000 }],
    });
  });
});
