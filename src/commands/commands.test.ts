import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { Program, type Finished } from '../testing/program.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 60_000 });

interface Office {
  readonly store: string;
  readonly url: string;
  readonly server: Program;
  /** Runs `beo …` on this office's store. */
  readonly beo: (...args: readonly string[]) => Promise<Finished>;
  /** The same with `--json`; the printed object. */
  readonly json: (...args: readonly string[]) => Promise<Record<string, unknown>>;
}

const run = (store: string, args: readonly string[]) => Program.run(args, { env: { BEO_DATA: store } });

async function office(store = temporaryFolder()): Promise<Office> {
  const server = Program.start(['server', '--port', '0'], { env: { BEO_DATA: store } });
  const [, url = ''] = await server.until(/^beo listening on (ws:\S+)$/);
  return {
    store,
    url,
    server,
    beo: (...args) => run(store, args),
    json: async (...args) => {
      const { stdout } = await run(store, [...args, '--json']);
      return JSON.parse(stdout) as Record<string, unknown>;
    },
  };
}

const booking = ['checkin', '--concern', '3.2', '--fact', 'beratungsbedarf', '--identity-checked'];

describe('from scripts', () => {
  test('a visitor is checked in, called, finished, and appears in the reports', async () => {
    const { json, beo, store } = await office();
    expect(await json(...booking)).toMatchObject({
      number: 'E001',
      ticketId: expect.stringMatching(/^herford\/\d{4}-\d{2}-\d{2}\/E001$/) as string,
      concern: '3.2',
      rule: '3.2/beratung',
      destination: 'EINGANGSZONE',
      mode: 'QUEUE',
      state: 'waiting',
    });
    expect(await json('desk', '1', 'call')).toMatchObject({
      number: 'E001',
      desk: '1',
      concern: '3.2',
      state: 'called',
      waitedSeconds: expect.any(Number) as number,
    });
    expect(await json('stats')).toMatchObject({
      waiting: 0,
      called: 1,
      inService: 0,
      current: 1,
      arrived: 1,
      served: 0,
      minimumStaffing: { minimum: 2.5, serving: 1, present: 1, light: 'red' },
      today: { visits: { total: 1, tickets: 1 }, service: { n: 0 }, filters: { first: 0 } },
    });
    expect(await json('desk', '1', 'start')).toMatchObject({ state: 'inService' });
    expect(await json('desk', '1', 'finish')).toMatchObject({
      number: 'E001',
      state: 'ended',
      outcome: 'settled',
    });
    const day = JSON.parse((await beo('report', '--day', '--format', 'json')).stdout) as Record<
      string,
      unknown
    >;
    expect(day).toMatchObject({
      period: { kind: 'day' },
      visits: { total: 1, tickets: 1 },
      tickets: { checkedIn: 1, served: 1, contacts: 1 },
    });
    const week = await beo('report', '--week', '--format', 'json');
    expect(week.exitCode).toBe(0);
    expect(JSON.parse(week.stdout)).toMatchObject({ period: { kind: 'week' }, visits: { total: 1 } });
    const table = await beo('report', '--day');
    expect(table.stdout).toContain('Jobcenter Herford');
    expect(table.stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
    expect(readdirSync(store).toSorted()).toEqual([
      'herford',
      'server.json',
      'settings.checked.json',
      'settings.json',
    ]);
  });

  test('the four ways of a visit at the reception', async () => {
    const { json } = await office();
    expect(
      await json('checkin', '--concern', '3.2', '--fact', 'antragVollstaendig', '--identity-checked'),
    ).toMatchObject({ visit: 'V001', state: 'settled', destination: 'EMPFANG', mode: 'SETTLE' });
    expect(await json('checkin', '--appointment')).toMatchObject({ state: 'forwarded', rule: 'G1' });
    expect(await json('checkin', '--concern', '3.13', '--identity-checked')).toMatchObject({
      state: 'appointment',
    });
    expect(await json('checkin', '--information')).toMatchObject({ state: 'settled', concern: null });
    expect(await json(...booking)).toMatchObject({ state: 'waiting' });
    const { arrived } = await json('stats');
    expect(arrived).toBe(1);
  });

  test('every step of a desk', async () => {
    const { json, beo } = await office();
    await beo(...booking, '--mark', 'interpreter', '--mark', 'team=703');
    await beo(...booking);
    expect(await json('desk', '2', 'open')).toMatchObject({ desk: '2', state: 'free' });
    expect(await json('desk', '2', 'call')).toMatchObject({ number: 'E001' });
    expect(await json('desk', '2', 'withdraw')).toMatchObject({ state: 'waiting' });
    expect(await json('desk', '2', 'call', '--number', 'E002', '--reason', 'organisation')).toMatchObject({
      number: 'E002',
    });
    expect(await json('desk', '2', 'undo')).toMatchObject({ state: 'undone' });
    expect(await json('desk', '2', 'call')).toMatchObject({ number: 'E001' });
    expect(await json('desk', '2', 'park')).toMatchObject({ state: 'parked' });
    expect(await json('desk', '2', 'resume')).toMatchObject({ number: 'E001', state: 'inService' });
    expect(await json('desk', '2', 'requeue', '6.3')).toMatchObject({ state: 'waiting', concern: '3.2' });
    expect(await json('desk', '2', 'call')).toMatchObject({ number: 'E002' });
    expect(await json('desk', '2', 'transfer', '--reason', 'fachfrage', '--to-desk', '1')).toMatchObject({
      state: 'waiting',
    });
    expect(await json('desk', '1', 'call')).toMatchObject({ number: 'E002' });
    expect(
      await json('desk', '1', 'finish', '--outcome', 'appointment', '--destination', 'SACHBEARBEITUNG'),
    ).toMatchObject({ outcome: 'appointment', destination: 'SACHBEARBEITUNG' });
    expect(await json('desk', '1', 'activity', '4.1', '--team', '703')).toMatchObject({ state: 'caseWork' });
    expect(await json('desk', '1', 'pause')).toMatchObject({ state: 'pause' });
    expect(await json('desk', '1', 'close')).toMatchObject({ state: 'closed' });
    expect(await json('ticket', 'E001', 'leave')).toMatchObject({ number: 'E001', ending: 'left' });
  });

  test('a whole visit made up after a breakdown', async () => {
    const store = temporaryFolder();
    const { beo, json } = await office(store);
    const times = ['--occurred-at', '00:00:01', '--called-at', '00:00:02', '--finished-at', '00:00:03'];
    const made = await json(...booking, ...times, '--desk', '1');
    expect(made).toMatchObject({ number: 'E001', state: 'ended', waitedSeconds: 1 });
    expect(await json(...booking, '--occurred-at', '00:00:01', '--desk', '1')).toMatchObject({
      error: { name: 'wholeVisit' },
    });
    expect(await json(...booking, '--occurred-at', '2099-01-01T00:00:00')).toMatchObject({
      error: { name: 'timeInFuture' },
    });
    const turned = ['--occurred-at', '00:00:02', '--called-at', '00:00:01', '--finished-at', '00:00:03'];
    expect(await json(...booking, ...turned, '--desk', '1')).toMatchObject({
      error: {
        name: 'timeBeforeLastEvent',
        message: expect.stringContaining('Erst kommt --occurred-at') as string,
      },
    });
    const { stdout } = await beo(...booking, ...times, '--desk', '1');
    expect(stdout).toContain('nacherfasst: gekommen 00:00, aufgerufen 00:00, fertig 00:00, Platz 1');
    // Who has left is given nothing any more.
    expect(stdout).not.toContain('aushändigen');
  });
});

describe('what is refused', () => {
  test('says why, exits with 1 and stores nothing', async () => {
    const { beo, json, store } = await office();
    const refusals: [readonly string[], string][] = [
      [['checkin', '--concern', '9.9'], 'unknownConcern'],
      [['checkin', '--concern', '3.2'], 'identityNotChecked'],
      [['checkin', '--concern', '3.6', '--identity-checked'], 'consultationMissing'],
      [['desk', '9', 'call'], 'unknownPlace'],
      [['desk', '1', 'call'], 'nobodyWaiting'],
      [['desk', '1', 'finish'], 'deskHasNoTicket'],
      [['ticket', 'E001', 'leave'], 'unknownTicket'],
      [['stats', '--site', 'loehne'], 'unknownSite'],
      [['checkin', '--concern', '3.2', '--handout', 'Erika Mustermann'], 'unknownHandout'],
    ];
    for (const [line, name] of refusals) {
      const identity = name === 'unknownHandout' ? ['--fact', 'beratungsbedarf', '--identity-checked'] : [];
      const { exitCode, stdout, stderr } = await beo(...line, ...identity, '--json');
      expect({
        line,
        exitCode,
        error: (JSON.parse(stdout) as { error: { name: string } }).error.name,
      }).toEqual({
        line,
        exitCode: 1,
        error: name,
      });
      expect(stderr).toMatch(/^beo: \S.*\n$/);
    }
    expect((await json('stats')).arrived).toBe(0);
    expect(
      readFileSync(
        join(store, 'herford', 'journal', readdirSync(join(store, 'herford', 'journal'))[0] ?? ''),
      ),
    ).toHaveLength(0);
  });

  test('a busy desk names its ticket', async () => {
    const { beo } = await office();
    await beo(...booking);
    await beo(...booking);
    await beo('desk', '1', 'call');
    const { exitCode, stderr } = await beo('desk', '1', 'call');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('E001');
  });

  test('a line that cannot be read exits with 2', async () => {
    const store = temporaryFolder();
    for (const line of [
      ['desk', '1', 'dance'],
      ['checkin', '--concern', '3.2', '--fact', 'unsinn'],
      ['fly'],
      ['server', '--port', 'many'],
      ['server', '--metrics-from', '10.1.0.0/33'],
      ['report', '--format', 'pdf'],
      ['stats', '--colour'],
    ]) {
      const { exitCode, stderr } = await run(store, line);
      expect({ line, exitCode }).toEqual({ line, exitCode: 2 });
      expect(stderr).toMatch(/^beo: /);
    }
  });

  test('a command that there is not, and whom to consult, are named', async () => {
    const { beo } = await office();
    for (const line of [['demo'], ['demo', 'fast']]) {
      expect(await beo(...line)).toMatchObject({
        exitCode: 2,
        stderr: 'beo: Den Befehl „demo“ gibt es nicht. Hilfe: beo --help\n',
      });
    }
    const { stderr } = await beo('checkin', '--concern', '1.7', '--identity-checked');
    expect(stderr).toContain('Erst Rücksprache halten (Teamleitung Eingangsbereich (704))');
  });

  test('a period that ends before it begins', async () => {
    const { beo } = await office();
    const { exitCode, stderr } = await beo('report', '--from', '2015-06-30', '--to', '2015-06-01');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('bevor');
    expect((await beo('report', '--week', 'gestern')).exitCode).toBe(2);
    expect((await beo('report', '--day', '--week')).exitCode).toBe(2);
  });

  test('a screen without a terminal exits with 2', async () => {
    const { beo } = await office();
    for (const line of [['checkin'], ['desk', '1'], ['stats'], ['display']]) {
      const { exitCode, stderr } = await beo(...line);
      expect({ line, exitCode }).toEqual({ line, exitCode: 2 });
      expect(stderr).toContain('Terminal');
    }
  });

  test('a server that is not there, with what to type', async () => {
    const store = temporaryFolder();
    const none = await run(store, booking);
    expect(none.exitCode).toBe(1);
    expect(none.stderr).toContain('beo server');
    const gone = await run(store, [...booking, '--server', 'ws://127.0.0.1:1']);
    expect(gone.exitCode).toBe(1);
    expect(gone.stderr).toContain('ws://127.0.0.1:1');
  });
});

describe('the server command', () => {
  test('prints one line, serves, and ends cleanly on SIGTERM', async () => {
    const { server } = await office();
    expect(await server.stop()).toMatchObject({ exitCode: 0 });
    expect(server.stdout).toMatch(/^beo listening on ws:\/\/127\.0\.0\.1:\d+\n$/);
  });

  test('is what beo alone does without a terminal', async () => {
    const store = temporaryFolder();
    const server = Program.start(['--data', store, '--lang', 'de'], {});
    await server.until(/^beo listening on ws:/);
    expect(await server.stop()).toMatchObject({ exitCode: 0 });
  });

  test('refuses a store that is in use, naming the first server', async () => {
    const { store, url } = await office();
    const { exitCode, stderr } = await run(store, ['server', '--port', '0']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(url);
  });

  test('has the store again at once after kill -9', async () => {
    const { store, server, beo } = await office();
    await beo(...booking);
    await server.kill();
    const again = await office(store);
    expect(await again.json('stats')).toMatchObject({ waiting: 1 });
  });

  test('refuses a taken port, a wrong setting and a newer store, each with its sentence', async () => {
    const { url } = await office();
    const port = new URL(url).port;
    const taken = await run(temporaryFolder(), ['server', '--port', port]);
    expect(taken).toMatchObject({ exitCode: 1 });
    expect(taken.stderr).toContain(port);
    const wrong = temporaryFolder();
    writeSettings(wrong, { herford: exampleSite({ queue: { letter: '1' } }) });
    const refused = await run(wrong, ['server', '--port', '0']);
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.stderr).toContain('sites.herford.queue.letter');
    const newer = temporaryFolder();
    writeFileSync(join(newer, 'settings.json'), '{"version": 7}');
    expect((await run(newer, ['server', '--port', '0'])).stderr).toContain('neueren Version');
  });

  test('refuses a changed journal in words', async () => {
    const { store, server, beo } = await office();
    await beo(...booking);
    await server.stop();
    const folder = join(store, 'herford', 'journal');
    const file = join(folder, readdirSync(folder)[0] ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"E001"', '"E009"'));
    const { exitCode, stderr } = await run(store, ['server', '--port', '0']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${file}, Zeile 2 ist beschädigt (Prüfsumme stimmt nicht).`);
  });
});

describe('reading the store', () => {
  test('report, stats and verify work without a server', async () => {
    const { store, server, beo } = await office();
    await beo(...booking);
    await server.stop();
    expect(JSON.parse((await run(store, ['stats', '--json'])).stdout)).toMatchObject({ waiting: 1 });
    expect(JSON.parse((await run(store, ['report', '--json'])).stdout)).toMatchObject({
      visits: { total: 1 },
    });
    const verified = await run(store, ['verify', '--json']);
    expect(verified.exitCode).toBe(0);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, days: 1, entries: 2 });
  });

  test('the store of a checkout stands in the checkout, another one where it is named', async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const stored = async (...args: string[]) =>
      (JSON.parse((await Program.run(['verify', '--json', ...args])).stdout) as { store: string }).store;
    expect(await stored()).toBe(join(root, 'data', 'store'));
    const elsewhere = temporaryFolder();
    expect(await stored('--data', elsewhere)).toBe(elsewhere);
  });

  test('verify names what is wrong, and exits with 1', async () => {
    const { store, server, beo } = await office();
    for (let n = 0; n < 3; n += 1) await beo(...booking);
    await server.stop();
    const folder = join(store, 'herford', 'journal');
    const file = join(folder, readdirSync(folder)[0] ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"E002"', '"E009"'));
    const { exitCode, stdout } = await run(store, ['verify']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`${file}:3`);
  });

  test('the same report has the same bytes', async () => {
    const { store, server, beo } = await office();
    await beo(...booking);
    const whileRunning = await beo('report', '--week', '--format', 'json');
    await server.stop();
    const afterwards = await run(store, ['report', '--week', '--format', 'json']);
    expect(afterwards.stdout).toBe(whileRunning.stdout);
  });

  test('settings shows every value and checks a file', async () => {
    const store = temporaryFolder();
    const shown = JSON.parse((await run(store, ['settings', 'show'])).stdout) as {
      sites: Record<string, unknown>;
    };
    expect(shown.sites.herford).toMatchObject({
      queue: { noShowAfterSeconds: 180 },
      privacy: { minContacts: 5 },
    });
    const file = join(store, 'mine.json');
    writeFileSync(
      file,
      JSON.stringify({ version: 1, sites: { herford: exampleSite({ zone: 'Mars/Base' }) } }),
    );
    const { exitCode, stderr } = await run(store, ['settings', 'check', file]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('sites.herford.zone: "Mars/Base" geht nicht: keine Zeitzone wie Europe/Berlin');
    const english = await run(store, ['settings', 'check', file, '--lang', 'en']);
    expect(english.stderr).toContain(
      'sites.herford.zone: "Mars/Base" can\'t be: not a time zone like Europe/Berlin',
    );
  });
});

describe('help', () => {
  test('is German, English on request, and tells the version', async () => {
    const store = temporaryFolder();
    const german = await run(store, ['--help']);
    expect(german.exitCode).toBe(0);
    expect(german.stdout).toContain('Aufruf:');
    expect(german.stdout).toContain('Empfang');
    const english = await run(store, ['report', '--help', '--lang', 'en']);
    expect(english.stdout).toContain('Usage:');
    expect((await run(store, ['--version'])).stdout.trim()).toBe(packageJson.version);
  });

  test('shows every subcommand with a description and its options', async () => {
    const store = temporaryFolder();
    for (const command of ['server', 'checkin', 'desk', 'stats', 'display', 'report', 'settings', 'verify']) {
      const { exitCode, stdout } = await run(store, ['help', command]);
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`beo ${command}`);
    }
  });
});
