import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { archiveDay } from '../server/archive.js';
import { dayOfWaits } from '../testing/exampleReports.js';
import { Program, type Finished } from '../testing/program.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 60_000 });

/** The days are long past, and a server deletes what it need not keep. */
const retention = { figuresMonths: 240 };

const siteNamed = (name: string, changes: object = {}) => {
  const { baseline: _, addressees: __, ...site } = exampleSite();
  return { ...site, name, retention, ...changes };
};

const waits = {
  '2015-06-02': [2, 4, 6, 8, 3, 5],
  '2015-06-08': [1, 2, 3, 4, 5, 6],
  '2015-06-09': [7, 7, 7, 7, 7],
};

/** A store of three sites; the third has no entrance zone, and nothing happened there. */
async function threeSites(): Promise<string> {
  const store = temporaryFolder();
  writeSettings(store, {
    herford: { ...exampleSite(), retention },
    buende: siteNamed('Jobcenter Bünde'),
    loehne: siteNamed('Jobcenter Löhne', {
      desks: {},
      pilot: { from: '2999-01-01', to: '2999-06-30' },
      keyDates: [{ from: '2999-01-01', to: '2999-06-30' }],
    }),
  });
  for (const [site, more] of [
    ['herford', 0],
    ['buende', 3],
  ] as const) {
    mkdirSync(join(store, site, 'archive'), { recursive: true });
    for (const [day, minutes] of Object.entries(waits)) {
      await archiveDay(
        store,
        site,
        dayOfWaits(
          day,
          minutes.map((wait) => wait + more),
        ),
      );
    }
  }
  return store;
}

const reader =
  (store: string) =>
  (...args: readonly string[]): Promise<Finished> =>
    Program.run(['report', ...args], { env: { BEO_DATA: store } });

const parsed = ({ stdout }: Finished) => JSON.parse(stdout) as Record<string, unknown>;

describe('beo report', () => {
  test('compares two periods, with the figures of the time before', async () => {
    const report = reader(await threeSites());
    const week = ['--site', 'herford', '--week', '2015-W24'];
    const table = await report(...week, '--compare', '2015-W23');
    expect(table).toMatchObject({ exitCode: 0, stderr: '' });
    expect(table.stdout).toContain('verglichen mit KW 23/2015');
    expect(table.stdout).toContain('An: Bereichsleitung Leistungsgewährung, Teamleitung der Zentralen');
    expect(table.stdout).toContain(
      'Beschäftigte am Empfang 5; Vollzeitäquivalente 3,22; zugeordnet Team 704',
    );
    expect(table.stdout).toMatch(/^Vorsprachen +11 +6 +\+5 +\+83,3 %$/m);
    expect(table.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);

    expect((await report(...week, '--compare')).stdout).toBe(table.stdout);
    expect((await report(...week, '--compare', '2015-06-02')).stdout).toContain('verglichen mit Dienstag');
    expect((await report(...week, '--compare', 'letzte')).exitCode).toBe(2);

    const json = parsed(await report(...week, '--compare', '--format', 'json'));
    expect(json).toMatchObject({
      report: { site: 'Jobcenter Herford (Beispiel)', period: { label: '2015-W24' } },
      comparedWith: { period: { label: '2015-W23' } },
      overlapping: false,
      baseline: { receptionEmployees: 5, receptionFte: 3.22, team: '704' },
    });
    expect(json.differences).toContainEqual({
      figure: 'visits.total',
      value: 11,
      comparedValue: 6,
      absolute: 5,
      relative: 5 / 6,
    });
    // Two days and one: the contacts alone, and six of them are too few.
    expect(json.differences).toContainEqual(
      expect.objectContaining({ figure: 'waiting.meanPerContactSeconds', noise: 'unclear' }),
    );
  });

  test('the pilot and the key dates name the time before; without it nothing is to be compared', async () => {
    const report = reader(await threeSites());
    const pilot = await report('--site', 'herford', '--pilot', '--compare');
    expect(pilot.stdout).toContain('Ausgangslage');
    expect(pilot.stdout).toBe((await report('--site', 'herford', '--pilot')).stdout);
    const keyDate = await report('--site', 'herford', '--keydate', '2015-09-30');
    expect(keyDate.stdout).toContain('Stichtag 30.09.2015');
    expect(keyDate.stdout).toContain('An: Geschäftsführung');
    expect(keyDate.stdout).toContain('Ausgangslage');
    expect((await report('--site', 'herford', '--week', '2015-W24')).stdout).not.toContain('Ausgangslage');
    const refused = await report('--site', 'buende', '--pilot', '--compare', '--json');
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(parsed(refused)).toMatchObject({ error: { name: 'nothingBefore' } });
  });

  test("a site's own pilot is refused before it begins", async () => {
    const report = reader(await threeSites());
    const refused = await report('--site', 'loehne', '--pilot');
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.stderr).toContain('01.01.2999');
    expect((await report('--site', 'loehne', '--keydate', '2015-09-30')).stderr).toContain('2999-06-30');
  });

  test.each(['html', 'xlsx', 'csv', 'md'])(
    'writes a comparison, and several sites, as %s',
    async (format) => {
      const store = await threeSites();
      const report = reader(store);
      const folder = temporaryFolder();
      const written = async (name: string, ...args: readonly string[]) => {
        const file = join(folder, `${name}.${format}`);
        const finished = await report('--week', '2015-W24', ...args, '--out', file);
        expect(finished).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
        const content = readFileSync(file);
        if (format !== 'xlsx') return content.toString();
        return Object.values(unzipSync(content))
          .map((part) => strFromU8(part))
          .join('');
      };
      const compared = await written('compared', '--site', 'herford', '--compare');
      for (const text of ['verglichen mit KW 23/2015', 'Zufall?', 'Ausgangslage', 'Vorsprachen je Tag']) {
        expect(compared).toContain(text);
      }
      const together = await written('sites', '--all-sites');
      for (const text of ['herford', 'buende', 'loehne', 'nichts ist über Standorte hinweg']) {
        expect(together).toContain(text);
      }
      // Shaded hours stand for themselves, one after the other.
      expect(together).toContain('herford: Vorsprachen je Stunde');
      expect(together).toContain('buende: Vorsprachen je Stunde');

      const refused = await report('--week', '2015-W24', '--all-sites', '--compare', '--format', format);
      expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
      expect(refused.stderr).toContain('Für eine Datei bitte einen Standort mit --site nennen');
    },
  );

  test('prints several sites beside each other, the same with and without a server', async () => {
    const store = await threeSites();
    const report = reader(store);
    const asks = [
      ['--week', '2015-W24', '--all-sites'],
      ['--week', '2015-W24', '--site', 'buende', '--site', 'herford', '--lang', 'en'],
      ['--week', '2015-W24', '--all-sites', '--json'],
      ['--week', '2015-W24', '--site', 'herford,buende', '--compare', '--json'],
      ['--week', '2015-W24', '--all-sites', '--compare'],
    ];
    const fromStore: string[] = [];
    for (const ask of asks) fromStore.push((await report(...ask)).stdout);
    const [all = '', english = '', json = '', compared = '', tables = ''] = fromStore;
    expect(all).toMatch(/^ +herford +buende +loehne$/m);
    expect(all).toMatch(/^Vorsprachen +11 +11 +–$/m);
    expect(all).toContain('loehne: Jobcenter Löhne, Für diesen Zeitraum sind keine Tage erfasst.');
    expect(english).toMatch(/^ +buende +herford$/m);
    expect(JSON.parse(json)).toMatchObject({
      sites: [
        { id: 'herford', waiting: { sumSeconds: 3360 } },
        { id: 'buende', waiting: { sumSeconds: 3360 + 11 * 180 } },
        { id: 'loehne', waiting: { sumSeconds: null } },
      ],
    });
    expect(JSON.parse(compared)).toMatchObject({
      sites: [
        { id: 'herford', comparedWith: { period: { label: '2015-W23' } } },
        { id: 'buende', comparedWith: { period: { label: '2015-W23' } } },
      ],
    });
    expect(tables.match(/verglichen mit KW 23\/2015/g)).toHaveLength(3);

    const server = Program.start(['server', '--port', '0'], { env: { BEO_DATA: store } });
    await server.until(/^beo listening on/);
    for (const [i, ask] of asks.entries()) expect((await report(...ask)).stdout).toBe(fromStore[i]);
    expect(parsed(await report('--all-sites', '--site', 'herford', '--json'))).toMatchObject({
      error: { name: 'allOrSome' },
    });
    expect(parsed(await report('--site', 'herford', '--site', 'nowhere', '--json'))).toMatchObject({
      error: { name: 'unknownSite' },
    });
    const live = ['stats', '--json', '--site', 'herford', '--site', 'buende'];
    const several = await Program.run(live, { env: { BEO_DATA: store } });
    expect(several).toMatchObject({ exitCode: 2 });
    expect(parsed(several)).toMatchObject({ error: { name: 'severalSites' } });
    await server.stop();
  });
});
