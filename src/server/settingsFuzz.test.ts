import { expect, test } from 'vitest';
import { brokenInvariants } from '../testing/dayInvariants.js';
import {
  deskCommand,
  fuzzedSite,
  overtakings,
  pick,
  plain,
  receptionCommand,
  replayed,
  type Random,
} from '../testing/fuzzedOffice.js';
import { RawStation } from '../testing/rawStation.js';
import { seeded } from '../testing/seeded.js';
import { startedServer, Station, type StartedServer } from '../testing/startedServer.js';
import { journalFile, readJournal } from './journal.js';
import { readChanges } from './settingStore.js';
import { readSettings } from './store.js';
import { verifyStore } from './verify.js';

const today = '2015-06-08';
const seeds = Array.from({ length: process.env.BEO_LONG === '1' ? 30 : 4 }, (_, i) => 20150608 + i);

const desk = { label: { de: 'Platz', en: 'Desk' } };

/** Settings and what they may be changed to; no value takes them back to their default. */
const changes: readonly (readonly [path: string, ...value: readonly unknown[]])[] = [
  ['desks.6', desk],
  ['desks.6'],
  ['desks.5'],
  ['desks.5', { ...desk, confidential: true }],
  ['desks.4.skills', ['6']],
  ['desks.4.skills'],
  ['desks.1.confidential', true],
  ['desks', { '1': desk, '2': desk, '3': { ...desk, confidential: true } }],
  ['receptions.E2'],
  ['receptions.E2', desk],
  ['queue.noShowAfterSeconds', 0],
  ['queue.urgentCapSeconds', 60],
  ['queue.undoWithinSeconds', 0],
  ['queue.undoWithinSeconds'],
  ['queue.letter', 'B'],
  ['zone', 'Europe/London'],
  ['alwaysOpen', false],
  ['alwaysOpen', true],
  ['hiddenConcerns', ['3.7', '6.3']],
  ['hiddenConcerns'],
  ['deviationReasons.0.code', 'anders'],
  ['queue.letter', 'Q'],
  ['queue.leter', 'E'],
  ['privacy.minContacts', 1],
  ['desks.1.slip', {}],
];

/** Desks and receptions that ask one thing after the other; a place that is gone asks again when it is back. */
async function work(server: StartedServer, random: Random): Promise<number> {
  let accepted = 0;
  for (let n = 0; n < 40; n += 1) {
    const isDesk = random() < 0.6;
    const place = isDesk ? pick(random, ['1', '2', '3', '4', '5', '6']) : pick(random, ['E1', 'E2']);
    const station = await RawStation.join(server, { role: isDesk ? 'desk' : 'reception', place });
    const [welcome] = station.received;
    if (welcome?.type === 'welcome' && welcome.state) {
      const { state } = welcome;
      const command = isDesk ? deskCommand(random, state, place) : receptionCommand(random, state);
      if ((await station.ask(today, command))?.ok) accepted += 1;
    }
    station.socket.terminate();
    if (random() < 0.3) server.clock.pass(Math.floor(random() * 30));
  }
  return accepted;
}

test.each(seeds)(
  'settings that change all day long cost no ticket and call nobody twice (seed %i)',
  async (seed) => {
    const server = await startedServer({ sites: { herford: fuzzedSite() } });
    const lead = await RawStation.join(server, { role: 'lead' });
    const random = seeded(seed);
    let made = 0;
    const [accepted] = await Promise.all([
      Promise.all([1, 2, 3].map(async (n) => work(server, seeded(seed * 31 + n)))),
      (async () => {
        for (let n = 0; n < 40; n += 1) {
          const answer = await lead.change(...pick(random, changes));
          if (answer.ok && JSON.stringify(answer.before) !== JSON.stringify(answer.after)) made += 1;
        }
      })(),
    ]);
    const shown = (await Station.join(server, 'lead')).day;
    const { entries, torn } = await readJournal(journalFile(server.store, 'herford', today));
    const byPlaces = entries.filter(({ by }) => by !== 'server').length;
    expect({
      seed,
      torn,
      lost: accepted.reduce((sum, each) => sum + each, 0) - byPlaces,
      broken: brokenInvariants(shown),
      overtakings: overtakings(entries),
    }).toEqual({ seed, torn: 0, lost: 0, broken: [], overtakings: [] });
    expect(plain(shown)).toEqual(plain(replayed(entries)));
    const settings = await readSettings(server.store);
    const record = await readChanges(server.store, settings ?? { revision: 0 });
    expect({ made, revision: settings?.revision }).toEqual({ made: record.length, revision: record.length });
    expect(made).toBeGreaterThan(5);
    await server.stop();
    expect((await verifyStore(server.store)).findings).toEqual([]);
    // The next start finds nothing to change but what waited for it.
    const again = await startedServer({ store: server.store, clock: server.clock });
    const { day, connection } = await Station.join(again, 'lead');
    expect(plain({ ...day, rules: shown.rules, seq: shown.seq, lastAt: shown.lastAt })).toEqual(plain(shown));
    expect(connection.view.site?.zone).toBe(settings?.sites.herford?.zone);
  },
);
