import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../reports/json.js';
import { dailyFigures } from '../statistics/dailyFigures.js';
import { periodOf, reportOf } from '../testing/exampleReports.js';
import { MovableClock } from '../testing/movableClock.js';
import { officeDay } from '../testing/officeDay.js';
import { exampleSite, queued, startedServer, Station } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { archiveDay, archivedMonths, monthFile } from './archive.js';
import { journalDays, journalFile, journalFolder, openJournal } from './journal.js';
import { purge } from './purge.js';
import { readFigures } from './readStore.js';
import { checkSettings, type Settings } from './settings.js';
import { readSettings } from './store.js';
import { verifyStore } from './verify.js';

const settingsWith = (retention: unknown): Settings => {
  const checked = checkSettings({ version: 1, sites: { herford: { ...exampleSite(), retention } } });
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
  return checked.settings;
};
const settings = settingsWith({});
const at = (time: string): number => Date.parse(time);

/** A store with a journal of the day, and its figures unless they are left out. */
async function storeWith(days: readonly string[], { archived = true, closed = true } = {}): Promise<string> {
  const store = temporaryFolder();
  for (const day of days) {
    const startsAt = at(`${day}T00:00:00+02:00`);
    const office = officeDay({ opening: { day, startsAt, endsAt: startsAt + 86_400_000 } });
    const { journal } = await openJournal(journalFile(store, 'herford', day));
    await journal.append(office.entries);
    journal.close();
    const figures = dailyFigures(office.day, { zone: 'Europe/Berlin', halfDayAt: '12:00' });
    if (archived) await archiveDay(store, 'herford', { ...figures, closed });
  }
  return store;
}

describe('reports', () => {
  test('are the same to the byte before and after the rows are deleted', async () => {
    const server = await startedServer();
    const reception = await Station.join(server, 'reception', 'E1');
    const desk = await Station.join(server, 'desk', '1');
    for (let visitor = 0; visitor < 6; visitor += 1) {
      await reception.ask(queued());
      server.clock.pass(240);
      await desk.ask({ type: 'call', desk: '1' });
      server.clock.pass(30 + visitor);
      await desk.ask({ type: 'start', desk: '1' });
      server.clock.pass(500);
      await desk.ask({ type: 'finish', desk: '1', outcome: 'settled' });
    }
    const lead = await Station.join(server, 'lead');
    await reception.ask({ type: 'askZone' });
    await desk.ask({ type: 'answerZone', from: 'reception/E1', answer: 'no' });
    await desk.ask({ type: 'callHelp' });
    await lead.ask({ type: 'decideExtraDesks', answer: 'yes', extraDesks: 1 });
    await lead.ask({ type: 'closeDay', force: false });
    const period = periodOf({ kind: 'month', word: '2015-06' });
    const reportFrom = async (station: Station): Promise<string> => {
      const answer = await station.connection.figures(period.from, period.to);
      if ('rejection' in answer) throw new Error(JSON.stringify(answer));
      return renderJson(reportOf(answer, period));
    };
    const before = await reportFrom(lead);
    expect(JSON.parse(before)).toMatchObject({
      tickets: { served: 6 },
      signals: { questions: 1, answeredNo: 1, helpCalls: 1, helpCallsAnswered: 0 },
      deskDecisions: { decisions: 1, yes: 1 },
    });

    server.clock.set('2015-06-28T08:00:00+02:00');
    await lead.until(() => lead.day.day === '2015-06-28');
    expect(await reportFrom(lead)).toBe(before);
    await server.stop();
    expect(existsSync(journalFile(server.store, 'herford', '2015-06-08'))).toBe(false);
    expect(server.logged).toContainEqual({
      event: 'rowsPurged',
      fields: { site: 'herford', days: 1, months: 0 },
    });
    const again = await startedServer({ store: server.store, clock: server.clock });
    expect(await reportFrom(await Station.join(again, 'lead'))).toBe(before);
    await again.stop();
    const herford = (await readSettings(server.store))?.sites.herford;
    if (!herford) throw new Error('no site');
    const { days: stored } = await readFigures(server.store, 'herford', herford, period);
    expect(renderJson(reportOf(stored, period))).toBe(before);
    expect(await verifyStore(server.store)).toMatchObject({ archivedDays: 1, findings: [] });
  });
});

describe('rows', () => {
  test('of a closed day live as long as the settings say, and no day longer', async () => {
    const store = await storeWith(['2015-06-08', '2015-06-09']);
    const nothing = [{ site: 'herford', days: [], months: [] }];
    expect(await purge(store, settings, at('2015-06-22T23:59:59+02:00'))).toEqual(nothing);
    const morning = at('2015-06-23T00:00:00+02:00');
    expect(await purge(store, settings, morning)).toEqual([
      { site: 'herford', days: ['2015-06-08'], months: [] },
    ]);
    expect(await purge(store, settings, morning)).toEqual(nothing);
    expect(await journalDays(store, 'herford')).toEqual(['2015-06-09']);
    expect(await purge(store, settingsWith({ rowsDays: 1 }), morning)).toMatchObject([
      { days: ['2015-06-09'] },
    ]);
  });

  test.each([
    ['is not archived', { archived: false }],
    ['was archived while it was open', { closed: false }],
  ])('of a day that %s stay', async (_, options) => {
    const store = await storeWith(['2015-06-08'], options);
    expect(await purge(store, settings, at('2016-01-01T00:00:00+01:00'))).toMatchObject([{ days: [] }]);
  });

  test('of a day on which nothing happened are an empty file, and go too', async () => {
    const store = temporaryFolder();
    (await openJournal(journalFile(store, 'herford', '2015-06-08'))).journal.close();
    mkdirSync(journalFile(store, 'herford', 'other').replace('.jsonl', ''));
    expect(await purge(store, settings, at('2015-07-01T00:00:00+02:00'))).toMatchObject([
      { days: ['2015-06-08'] },
    ]);
    expect(readdirSync(journalFolder(store, 'herford'))).toEqual(['other']);
  });
});

describe('figures', () => {
  test('live for two years after the end of theirs', async () => {
    const store = await storeWith(['2015-06-08', '2016-06-08']);
    const last = at('2017-12-31T23:59:59+01:00');
    expect(await purge(store, settings, last)).toMatchObject([{ months: [] }]);
    expect(await purge(store, settings, last + 1000)).toMatchObject([{ months: ['2015-06'] }]);
    expect(await archivedMonths(store, 'herford')).toEqual(['2016-06']);
  });

  test('that can not be read stay, whatever their age, and are named', async () => {
    const store = await storeWith(['2015-06-08', '2015-07-06']);
    writeFileSync(monthFile(store, 'herford', '2015-07'), '{}');
    const later = at('2018-06-01T00:00:00+02:00');
    await expect(purge(store, settings, later)).rejects.toThrow(/2015-07\.json/);
    expect(await archivedMonths(store, 'herford')).toEqual(['2015-06', '2015-07']);
  });

  test('live as long as rows of their month do', async () => {
    const store = await storeWith(['2015-12-31']);
    const brief = settingsWith({ rowsDays: 14, figuresMonths: 0 });
    expect(await purge(store, brief, at('2016-01-05T08:00:00+01:00'))).toMatchObject([{ months: [] }]);
    expect(await purge(store, brief, at('2016-01-20T08:00:00+01:00'))).toMatchObject([
      { days: ['2015-12-31'], months: ['2015-12'] },
    ]);
  });
});

test('the clock of the site, not the one of the machine, says when a day is over', async () => {
  const store = await storeWith(['2015-06-08']);
  const { sites } = settings;
  const elsewhere = { ...settings, sites: { herford: { ...sites.herford, zone: 'Pacific/Kiritimati' } } };
  const evening = new MovableClock('2015-06-22T18:00:00+02:00').now();
  expect(await purge(store, settings, evening)).toMatchObject([{ days: [] }]);
  expect(await purge(store, elsewhere as Settings, evening)).toMatchObject([{ days: ['2015-06-08'] }]);
});
