import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { checkSettings, type SiteSettings } from '../server/settings.js';
import { hasOpenssl, makeCertificates } from '../testing/certificates.js';
import { freePort } from '../testing/freePort.js';
import { Program } from '../testing/program.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { keys, Terminal } from '../testing/terminal.js';

vi.setConfig({ testTimeout: 60_000 });

const newStore = (): string => join(temporaryFolder(), 'store');

function withAnswers(store: string, answers: unknown, ...args: readonly string[]) {
  const file = join(temporaryFolder(), 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  return Program.run(['setup', '--answers', file, ...args], { env: { BEO_DATA: store } });
}

function sitesIn(store: string): Readonly<Record<string, SiteSettings>> {
  const checked = checkSettings(JSON.parse(readFileSync(join(store, 'settings.json'), 'utf8')));
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
  return checked.settings.sites;
}

describe('beo setup with a file of answers', () => {
  test('makes a site from its name alone, and every line it names works', async () => {
    const store = newStore();
    const { stdout } = await withAnswers(store, { name: 'Jobcenter Bünde' }, '--json');
    const { site, server, stations } = JSON.parse(stdout) as {
      readonly site: string;
      readonly server: string;
      readonly stations: readonly { readonly station: string; readonly line: string }[];
    };
    expect({ site, server }).toEqual({ site: 'jobcenter-buende', server: 'beo server' });
    expect(stations.map(({ station }) => station)).toEqual([
      'Empfang 1',
      'Platz 1',
      'Platz 2',
      'Platz 3',
      'Anzeige',
      'Teamleitung',
    ]);
    const running = Program.start(['server', '--port', '0'], { env: { BEO_DATA: store } });
    const [, url = ''] = await running.until(/^beo listening on (ws:\S+)$/);
    for (const { station, line } of stations.slice(0, 4)) {
      const words = line.replace('ws://127.0.0.1:7717', url).split(' ').slice(1);
      const terminal = Terminal.start(words, { env: { BEO_DATA: temporaryFolder() } });
      await terminal.until(station);
      await terminal.kill();
    }
  });

  test('says all that an office says of itself', async () => {
    const store = newStore();
    const { stdout } = await withAnswers(store, {
      name: 'Jobcenter Enger',
      id: 'enger',
      mon: '8-12, 13:30 – 15:30',
      tue: 'zu',
      fri: '08:00-12:00',
      receptions: 2,
      receptionNames: 'Theke, Schalter',
      desks: 4,
      deskRooms: '201, 202',
      confidentialDesks: '3, 4',
      deskSkills: '1: 6 3.1; 2: 3',
      waitingPlace: 'Halle',
      letter: 'B',
      language: 'en',
      rowsDays: 7,
    });
    const { enger } = sitesIn(store);
    expect(enger).toMatchObject({
      name: 'Jobcenter Enger',
      openingHours: {
        mon: [
          { from: '08:00', to: '12:00' },
          { from: '13:30', to: '15:30' },
        ],
        tue: [],
        thu: [],
        fri: [{ from: '08:00', to: '12:00' }],
        sat: [],
      },
      waitingPlace: { de: 'Halle', en: 'Halle' },
      receptions: { E2: { label: { de: 'Schalter', en: 'Schalter' } } },
      desks: {
        '1': {
          label: { de: 'Platz 1', en: 'Desk 1' },
          room: '201',
          skills: ['6', '3.1'],
          confidential: false,
        },
        '2': { room: '202', skills: ['3'] },
        '3': { room: '', skills: null, confidential: true },
        '4': { confidential: true },
      },
      queue: { letter: 'B', noShowAfterSeconds: 180 },
      retention: { rowsDays: 7, figuresMonths: 24 },
    });
    expect(stdout).toContain('  Desk 4     beo desk 4 --server ws://127.0.0.1:7717 --lang en\n');
  });

  test('adds a site beside those that are there, and leaves these alone', async () => {
    const store = newStore();
    writeSettings(store, { herford: exampleSite() });
    const { stdout } = await withAnswers(store, { name: 'Enger', desks: 1 }, '--server', 'wss://beo.haus');
    expect(stdout).toContain('beo desk 1 --server wss://beo.haus --site enger\n');
    expect(stdout).toContain('brauchen --site');
    const written = JSON.parse(readFileSync(join(store, 'settings.json'), 'utf8')) as {
      readonly sites: { readonly herford: unknown };
    };
    expect(written.sites.herford).toEqual(exampleSite());
    const before = readFileSync(join(store, 'settings.json'), 'utf8');
    const again = await withAnswers(store, { name: 'Enger' });
    expect([again.exitCode, again.stderr]).toEqual([
      1,
      'beo: Antwort auf id: Den Standort enger gibt es schon; er bleibt, wie er ist.\n',
    ]);
    expect(readFileSync(join(store, 'settings.json'), 'utf8')).toBe(before);
    const log = await Program.run(['settings', 'log', '--json'], { env: { BEO_DATA: store } });
    expect(JSON.parse(log.stdout)).toMatchObject({ changes: [{ by: 'machine', path: 'sites.enger' }] });
  });

  test.each([
    [{}, /Antwort auf name: Hier braucht es eine Antwort/],
    [{ name: 'x', zone: 'Berlin' }, /Antwort auf zone: "Berlin" geht nicht: keine Zeitzone wie/],
    [{ name: 'x', mon: '08:00-7:00' }, /Antwort auf mon: .*öffnet erst nach dem Schließen/],
    [{ name: 'x', mon: 'immer' }, /Antwort auf mon: "immer" geht nicht: keine Uhrzeit wie 08:00/],
    [{ name: 'x', desks: 100 }, /Antwort auf desks: Eine ganze Zahl von 0 bis 99/],
    [{ name: 'x', desks: 0, receptions: 0 }, /Antwort auf desks: Ohne Empfang und ohne Eingangszone/],
    [{ name: 'x', desks: 1, deskNames: 'a, b' }, /Antwort auf deskNames: Das sind mehr als 1/],
    [{ name: 'x', deskSkills: '1: 99' }, /Antwort auf deskSkills: "99" geht nicht: kein Anliegen/],
    [{ name: 'x', confidentialDesks: '7' }, /Antwort auf confidentialDesks: Platz 7 ist nicht dabei/],
    [{ name: 'x', letter: 'V' }, /Antwort auf letter: "V" geht nicht; erlaubt: ein Großbuchstabe/],
    [{ name: 'x', id: 'a/b' }, /Antwort auf id: "a\/b" geht nicht; erlaubt: Kürzel/],
    [{ name: 'x', rowsDays: -1 }, /Antwort auf rowsDays: .* erlaubt: ganze Zahl von 1 bis 366/],
    [{ name: 'x', leter: 'B' }, /„leter“ gehört zu keiner Frage\. Meinten Sie letter\?/],
    [{ name: 'x', language: 'fr' }, /Antwort auf language: de oder en/],
    [{ name: 'x', network: 'vielleicht' }, /Antwort auf network: j oder n/],
    [{ name: 'x', address: 'wss://beo' }, /Die Antwort auf address bliebe ohne Wirkung: .*"network": "j"/],
    [
      { name: 'x', desks: 0, deskRooms: '1' },
      /Die Antwort auf deskRooms bliebe ohne Wirkung: Die Zahl bei desks ist 0/,
    ],
    [{ name: 'x', network: 'j', address: 'http://beo' }, /Antwort auf address: Eine Adresse wie wss:/],
  ])('%j is refused, and nothing is made', async (answers, sentence) => {
    const store = newStore();
    const { exitCode, stderr } = await withAnswers(store, answers);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(existsSync(store)).toBe(false);
  });

  test.each([
    ['ws://beo.haus', /unverschlüsselt durch das Netz/, /cert\.pem|--ca/],
    ['wss://beo.haus', /cert\.pem und key\.pem\nsind Zertifikat/, /unverschlüsselt/],
  ])('says what an address such as %s asks for, and no more', async (address, said, unsaid) => {
    const answers = join(temporaryFolder(), 'answers.json');
    writeFileSync(answers, JSON.stringify({ name: 'Enger', desks: 1, network: 'j', address }));
    const env = { BEO_DATA: newStore() };
    const { stdout } = await Program.run(['setup', '--answers', answers], { env, cwd: temporaryFolder() });
    expect(stdout).toMatch(said);
    expect(stdout).not.toMatch(unsaid);
  });

  test.skipIf(!hasOpenssl())(
    'makes a token for every station, and the lines that show them work',
    async () => {
      const store = newStore();
      const cwd = temporaryFolder();
      const { ca, cert, key } = makeCertificates();
      for (const [name, file] of Object.entries({ cert, key })) copyFileSync(file, join(cwd, `${name}.pem`));
      const address = `wss://localhost:${await freePort()}`;
      const answers = { name: 'Enger', desks: 2, network: 'ja', address };
      writeFileSync(join(cwd, 'answers.json'), JSON.stringify(answers));
      const env = { BEO_DATA: store };
      const { stdout } = await Program.run(['setup', '--answers', 'answers.json', '--json'], { env, cwd });
      const made = JSON.parse(stdout) as Record<'server', string> & {
        readonly stations: readonly { readonly line: string; readonly tokenFile: string }[];
      };
      const folder = join(cwd, 'tokens-enger');
      const files = ['desk-1', 'desk-2', 'display', 'lead', 'reception-E1'].map((name) => `${name}.token`);
      expect(readdirSync(folder).toSorted()).toEqual(files);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      for (const { tokenFile } of made.stations) {
        expect(statSync(tokenFile).mode & 0o777).toBe(0o600);
        expect(stdout).not.toContain(readFileSync(tokenFile, 'utf8').trim());
      }
      await Program.run(['settings', 'set', 'alwaysOpen', 'true'], { env });
      const running = Program.start(made.server.replace('0.0.0.0', '127.0.0.1').split(' ').slice(1), {
        env,
        cwd,
      });
      await running.until(/^beo listening on wss:/);
      const elsewhere = { BEO_DATA: join(temporaryFolder(), 'none'), BEO_CA: ca };
      const acts = {
        'reception-E1': ['--concern', '3.7', '--identity-checked'],
        'desk-1': ['open'],
        lead: ['--json'],
      };
      for (const [name, act] of Object.entries(acts)) {
        const line = made.stations.find(({ tokenFile }) => tokenFile.endsWith(`/${name}.token`))?.line ?? '';
        const [, command = '', ...words] = line.split(' ');
        const first = command === 'desk' ? words.splice(0, 1) : [];
        const done = await Program.run([command, ...first, ...act, ...words], {
          env: elsewhere,
          cwd: folder,
        });
        expect({ line, ...done }).toMatchObject({ line, exitCode: 0 });
      }
      const foreign = ['desk', '2', 'open', '--server', address, '--token-file', 'desk-1.token'];
      expect(await Program.run(foreign, { env: elsewhere, cwd: folder })).toMatchObject({ exitCode: 1 });
      // Another run takes nobody's tokens away.
      const again = await Program.run(['setup', '--answers', 'answers.json'], {
        env: { BEO_DATA: newStore() },
        cwd,
      });
      expect(again).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('tokens-enger') as string });
      expect(readdirSync(folder).toSorted()).toEqual(files);
    },
  );

  test('is refused while a server runs on the store', async () => {
    const store = newStore();
    const server = Program.start(['server', '--port', '0'], { env: { BEO_DATA: store } });
    await server.until(/^beo listening on/);
    expect(await withAnswers(store, { name: 'Enger' })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('arbeitet schon ein Server') as string,
    });
  });
});

describe('beo setup at a terminal', () => {
  const start = (store: string) => Terminal.start(['setup'], { rows: 50, env: { BEO_DATA: store } });

  /** Answers once the question is on the last line. */
  async function answer(terminal: Terminal, question: string, words = ''): Promise<void> {
    await terminal.until((text) => (text.trimEnd().split('\n').at(-1) ?? '').includes(question), question);
    terminal.send(`${words}${keys.enter}`);
  }

  test('asks one thing after the other, goes back, and makes the site at the end', async () => {
    const store = newStore();
    const terminal = start(store);
    await answer(terminal, 'Name des Hauses', 'Jobcenter Enger');
    await answer(terminal, '[jobcenter-enger]', 'enger');
    await answer(terminal, 'Zeitzone [Europe/Berlin]', '<');
    await answer(terminal, '[enger]', 'Enger');
    await answer(terminal, 'Zeitzone', 'Berlin');
    await terminal.until('keine Zeitzone wie Europe/Berlin');
    await answer(terminal, 'Zeitzone');
    await answer(terminal, 'Öffnungszeiten am Montag', '09:00-12:00');
    for (const day of [
      'Dienstag [09:00-12:00]',
      'Mittwoch',
      'Donnerstag',
      'Freitag',
      'Samstag [zu]',
      'Sonntag',
    ]) {
      await answer(terminal, day);
    }
    await answer(terminal, 'Wie viele Arbeitsplätze hat der Empfang?', '0');
    await answer(terminal, 'Wie viele Plätze hat die Eingangszone?', '2');
    for (const question of [
      '[Platz 1, Platz 2]',
      'In welchen Räumen?',
      'vertrauliche',
      'bestimmte Anliegen',
    ]) {
      await answer(terminal, question);
    }
    for (const question of [
      'gewartet',
      'Buchstabe',
      'Sprache',
      'Einzeleinträge',
      'Tageszahlen',
      'über das Netz',
    ]) {
      await answer(terminal, question);
    }
    expect(existsSync(store)).toBe(false);
    await answer(terminal, 'So anlegen?');
    expect(await terminal.exited).toMatchObject({ exitCode: 0 });
    expect(Object.keys(sitesIn(store))).toEqual(['Enger']);
    expect(terminal.text()).toContain('beo desk 2 --server ws://127.0.0.1:7717');
  });

  test.each([
    ['Strg+C', '\u0003'],
    ['Strg+D', '\u0004'],
  ])('%s ends it, and nothing is made', async (_, key) => {
    const store = newStore();
    const terminal = start(store);
    await answer(terminal, 'Name des Hauses', 'Jobcenter Enger');
    await terminal.until('[jobcenter-enger]');
    terminal.send(key);
    expect(await terminal.exited).toMatchObject({ exitCode: 1 });
    expect(terminal.text()).toContain('Abgebrochen; nichts wurde angelegt.');
    expect(existsSync(store)).toBe(false);
  });

  test('without one says how it is done', async () => {
    const { exitCode, stderr } = await Program.run(['setup'], { env: { BEO_DATA: newStore() } });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--answers');
  });
});
