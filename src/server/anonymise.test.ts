import fc from 'fast-check';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { replay } from '../queue/evolve.js';
import type { Entry } from '../queue/events.js';
import { dailyFigures } from '../statistics/dailyFigures.js';
import { MovableClock } from '../testing/movableClock.js';
import { officeDay } from '../testing/officeDay.js';
import { diceOfADay, liveThrough } from '../testing/randomDay.js';
import { exampleSite, queued, startedServer, Station } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { anonymiseJournal, anonymousEntries } from './anonymise.js';
import { journalFile, journalFolder, openJournal } from './journal.js';
import { verifyStore } from './verify.js';

const figuresOf = (entries: readonly Entry[]): string => {
  const day = replay(entries);
  if (!day) throw new Error('the day does not replay');
  return JSON.stringify(dailyFigures(day, { zone: 'Europe/Berlin', halfDayAt: '12:00' }));
};

const desk = { label: { de: 'Platz', en: 'Desk' } };
/** A site whose places have names that nothing else has. */
const sites = {
  herford: exampleSite({
    receptions: { Tresen: desk },
    desks: { Fenster: { ...desk, skills: ['3.7'] }, Nische: { ...desk, confidential: true } },
  }),
};
const names = /Tresen|Fenster|Nische/;
const journalOf = (store: string, day = '2015-06-08') => journalFile(store, 'herford', day);
const textOf = (store: string, day?: string) => readFileSync(journalOf(store, day), 'utf8');

/** A server on which one visitor was passed from one desk to the other. */
async function serverWithADay(clock = new MovableClock('2015-06-08T08:00:00+02:00')) {
  const server = await startedServer({ sites, clock });
  const reception = await Station.join(server, 'reception', 'Tresen');
  const [first, second] = [
    await Station.join(server, 'desk', 'Fenster'),
    await Station.join(server, 'desk', 'Nische'),
  ];
  await reception.ask(queued());
  await first.ask({ type: 'call', desk: 'Fenster' });
  const reason = first.connection.view.site?.transferReasons[0]?.code ?? '';
  await first.ask({ type: 'transfer', desk: 'Fenster', reason, toDesk: 'Nische' });
  await second.ask({ type: 'call', desk: 'Nische' });
  clock.pass(300);
  await second.ask({ type: 'finish', desk: 'Nische', outcome: 'settled' });
  return server;
}

describe('anonymous places', () => {
  test('leave the figures of a late duty as they are, and none of its desks under its name', () => {
    const plain = officeDay();
    const lateDuty = { from: plain.instant('16:00'), to: plain.instant('18:00'), desks: ['2'] };
    const office = officeDay({ rules: { lateDuty } });
    office.at('15:00');
    office.desk('1').open();
    office.desk('2').open();
    office.at('16:30');
    office.reception().checkIn('3.1');
    office.desk('2').call();
    office.at('17:00');
    office.desk('2').finish();
    const anonymous = anonymousEntries(office.entries);
    expect(figuresOf(anonymous)).toBe(figuresOf(office.entries));
    expect(figuresOf(anonymous)).toContain('"half":"late"');
    expect(JSON.stringify(anonymous)).not.toContain('"desks":["2"]');
  });

  test('leave the figures of any day as they are, and no place under its name', () => {
    fc.assert(
      fc.property(diceOfADay, (dice) => {
        const { entries } = liveThrough(dice, () => undefined);
        const anonymous = anonymousEntries(entries);
        expect(figuresOf(anonymous)).toBe(figuresOf(entries));
        expect(JSON.stringify(anonymous)).not.toMatch(
          /"(desk|toDesk)":"(?!x[0-9a-f]{12}")|(desk|reception)\/(?!x)/,
        );
      }),
      { seed: 20150608, numRuns: 60 },
    );
  });

  test('have other keys every day, and nothing that tells one from the others', () => {
    const { entries } = officeDay({
      rules: {
        desks: { '1': { skills: ['3'], confidential: true }, '2': { skills: null, confidential: false } },
      },
    });
    const opened = [0, 1].map(() => anonymousEntries(entries)[0]?.events[0]);
    const [one, other] = opened.map((event) => (event?.type === 'DayOpened' ? event.rules : undefined));
    const keys = Object.keys(one?.desks ?? {});
    expect(keys).toHaveLength(2);
    expect(keys).toEqual(keys.toSorted());
    expect(keys).not.toEqual(Object.keys(other?.desks ?? {}));
    expect(Object.values(one?.desks ?? {})).toEqual([
      { skills: null, confidential: false },
      { skills: null, confidential: false },
    ]);
  });

  test('are given once', async () => {
    const store = temporaryFolder();
    const { journal } = await openJournal(journalOf(store));
    await journal.append(officeDay().entries);
    journal.close();
    expect(await anonymiseJournal(journalOf(store))).toBe(true);
    const first = textOf(store);
    expect(await anonymiseJournal(journalOf(store))).toBe(false);
    expect(textOf(store)).toBe(first);
  });

  test('a journal on which nothing happened stays empty', async () => {
    const store = temporaryFolder();
    (await openJournal(journalOf(store))).journal.close();
    expect(await anonymiseJournal(journalOf(store))).toBe(false);
    expect(textOf(store)).toBe('');
  });
});

describe('a day that is over', () => {
  test('keeps its figures and loses the names of its places', async () => {
    const server = await serverWithADay();
    const lead = await Station.join(server, 'lead');
    expect(textOf(server.store)).toMatch(names);
    server.clock.set('2015-06-09T08:00:00+02:00');
    await lead.until(() => lead.day.day === '2015-06-09');
    await server.stop();
    expect(textOf(server.store)).not.toMatch(names);
    // Which compares the archived figures, made before, with those of the journal as it is now.
    expect(await verifyStore(server.store)).toMatchObject({ days: 2, archivedDays: 1, findings: [] });
    expect(server.logged).toContainEqual({
      event: 'dayAnonymised',
      fields: { site: 'herford', day: '2015-06-08' },
    });
  });

  test('a day closed by hand keeps them until midnight, for the screens still show it', async () => {
    const server = await serverWithADay();
    const lead = await Station.join(server, 'lead');
    await lead.ask({ type: 'closeDay', force: true });
    await server.stop();
    const again = await startedServer({ store: server.store, clock: server.clock });
    await again.stop();
    expect(textOf(server.store)).toMatch(names);
    server.clock.set('2015-06-09T08:00:00+02:00');
    await (await startedServer({ store: server.store, clock: server.clock })).stop();
    expect(textOf(server.store)).not.toMatch(names);
  });

  test.skipIf(!existsSync('/dev/full'))(
    'a full disk hinders nothing, and the next start makes up for it',
    async () => {
      const server = await serverWithADay();
      const lead = await Station.join(server, 'lead');
      symlinkSync('/dev/full', `${journalFolder(server.store, 'herford')}/.2015-06-08.jsonl.new`);
      server.clock.set('2015-06-09T08:00:00+02:00');
      await lead.until(() => lead.day.day === '2015-06-09');
      await server.stop();
      expect(server.logged.map(({ event }) => event)).toContain('storeUnavailable');
      expect(textOf(server.store)).toMatch(names);
      await (await startedServer({ store: server.store, clock: server.clock })).stop();
      expect(textOf(server.store)).not.toMatch(names);
      expect(await verifyStore(server.store)).toMatchObject({ archivedDays: 1, findings: [] });
    },
  );
});
