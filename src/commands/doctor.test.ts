import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { smallest } from '../screens/parts/Frame.js';
import { readLine, writeLine } from '../server/journalLine.js';
import { settingsFile } from '../server/store.js';
import { hasOpenssl, makeCertificates } from '../testing/certificates.js';
import { launcher } from '../testing/childProcess.js';
import { cleanUp } from '../testing/cleanUp.js';
import { Filler, mountedTmpfs, whyNoMounts } from '../testing/mounts.js';
import { Program } from '../testing/program.js';
import { runOn, startedProgram } from '../testing/startedProgram.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { Terminal } from '../testing/terminal.js';
import { upgradedProgram } from '../testing/upgradedProgram.js';
import { textsFor } from '../texts/texts.js';
import type { Finding } from './doctor/finding.js';
import { checkProgram } from './doctor/machine.js';
import { smallestScreen } from './doctor/terminal.js';

vi.setConfig({ testTimeout: 60_000 });

interface Examined {
  readonly ok: boolean;
  readonly problems: number;
  readonly findings: readonly Finding[];
  readonly exitCode: number | null;
}

let freePort = '';

beforeAll(async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  freePort = String((server.address() as AddressInfo).port);
  await new Promise((resolve) => server.close(resolve));
});

async function examine(store: string, ...args: readonly string[]): Promise<Examined> {
  const port = args.includes('--port') ? [] : ['--port', freePort];
  const { stdout, exitCode } = await runOn(store, 'doctor', '--json', ...port, ...args);
  return { ...(JSON.parse(stdout) as Examined), exitCode };
}

/** What it says of a check, without what is in order. */
const toDo = ({ findings }: Examined, check: Finding['check']): string[] =>
  findings.filter((one) => one.check === check && one.verdict !== 'ok').map(({ name }) => name);

const named = ({ findings }: Examined, name: Finding['name']): Finding | undefined =>
  findings.find((finding) => finding.name === name);

describe('beo doctor', () => {
  test('finds nothing wrong beside a running server, and says what it looked at', async () => {
    const store = temporaryFolder();
    const server = await startedProgram(store);
    await runOn(store, 'checkin', '--concern', '3.7', '--identity-checked');
    const examined = await examine(store, '--port', new URL(server.url).port);
    expect(examined).toMatchObject({ ok: true, problems: 0, exitCode: 0 });
    const checks = [...new Set(examined.findings.map(({ check }) => check))];
    expect(checks).toEqual(Object.keys(textsFor('en').doctor.checks));
    const names = examined.findings.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'runs',
        'noTerminal',
        'zones',
        'storeRight',
        'served',
        'portOurs',
        'reached',
        'sameVersion',
      ]),
    );
  });

  test('every finding that is not in order has something to do, in both languages', () => {
    for (const language of ['de', 'en'] as const) {
      const { findings } = textsFor(language).doctor;
      expect(Object.keys(findings)).toEqual(Object.keys(textsFor('de').doctor.findings));
      for (const text of Object.values(findings)) if ('fix' in text) expect(text.fix).toMatch(/\S/);
    }
  });

  test('prints a line a finding for people, with what to do below', async () => {
    const none = join(temporaryFolder(), 'none');
    const { stdout, stderr, exitCode } = await runOn(none, 'doctor', '--port', freePort, '--lang', 'en');
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(stdout).toContain('! server    warning: no server was named');
    expect(stdout).toContain('            to do: Start one: beo server.');
    expect(existsSync(none)).toBe(false);
  });

  test('names what is wrong with a store', async () => {
    const store = temporaryFolder();
    writeSettings(store, { herford: { ...exampleSite(), zone: 'Europe/Herford' } });
    const wrong = await examine(store);
    expect(wrong).toMatchObject({ ok: false, exitCode: 1 });
    expect(named(wrong, 'storeWrong')?.message).toContain('sites.herford.zone');

    writeSettings(store, { herford: exampleSite() });
    chmodSync(settingsFile(store), 0o644);
    expect(toDo(await examine(store), 'store')).toEqual(['storeOpen']);
    chmodSync(settingsFile(store), 0o600);

    writeFileSync(settingsFile(store), JSON.stringify({ version: 99 }), { mode: 0o600 });
    expect(named(await examine(store), 'storeWrong')?.message).toContain('neueren Version');
  });

  test('sees a day that is yet to come, and a journal that is damaged', async () => {
    const store = temporaryFolder();
    const server = await startedProgram(store);
    await runOn(store, 'checkin', '--concern', '3.7', '--identity-checked');
    await server.program.stop();
    const folder = join(store, 'herford', 'journal');
    const day = new Date().toISOString().slice(0, 10);
    const far = join(folder, '2199-01-01.jsonl');
    const { findings } = await examine(store);
    expect(findings.filter(({ check, verdict }) => check === 'store' && verdict !== 'ok')).toEqual([]);
    for (const near of [-1, 0, 1]) {
      const date = new Date(Date.parse(day) + near * 86_400_000).toISOString().slice(0, 10);
      if (existsSync(join(folder, `${date}.jsonl`))) moveDay(join(folder, `${date}.jsonl`), far);
    }
    expect(toDo(await examine(store), 'store')).toEqual(['clockBehind']);
    writeFileSync(far, 'rubbish\nrubbish\n');
    expect(named(await examine(store), 'storeWrong')?.message).toContain('2199-01-01.jsonl');
  });

  const unable = whyNoMounts();
  test.skipIf(unable)('warns of a disk that is nearly full', async () => {
    const disk = mountedTmpfs(2048);
    const store = join(disk, 'store');
    mkdirSync(store, { mode: 0o700 });
    writeSettings(store, { herford: exampleSite() });
    new Filler(disk).fill();
    expect(toDo(await examine(store), 'store')).toEqual(['littleRoom']);
  });

  test('tells a port that somebody else has', async () => {
    const other = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    cleanUp(() => other.close());
    const { port } = other.address() as AddressInfo;
    const none = join(temporaryFolder(), 'none');
    expect(toDo(await examine(none, '--port', String(port)), 'port')).toEqual(['portTaken']);
    expect(await runOn(none, 'doctor', '--port', 'many')).toMatchObject({ exitCode: 2 });
  });

  test('tells a server that is not there, one that refuses, and one of another version', async () => {
    const none = join(temporaryFolder(), 'none');
    const gone = await examine(none, '--server', `ws://127.0.0.1:${freePort}`);
    expect(gone).toMatchObject({ ok: false, exitCode: 1 });
    expect(toDo(gone, 'server')).toEqual(['unreachable']);

    const store = temporaryFolder();
    const newer = upgradedProgram({ version: '99.1.0' });
    const server = Program.start(['server', '--port', '0'], { file: newer, env: { BEO_DATA: store } });
    const [, url = ''] = await server.until(/^beo listening on (ws:\S+)$/);
    const other = await examine(none, '--server', url);
    expect(toDo(other, 'server')).toEqual(['otherVersion']);
    expect(named(other, 'otherVersion')?.message).toContain(packageJson.version);
    const refused = await examine(none, '--server', url, '--site', 'nowhere');
    expect(toDo(refused, 'server')).toContain('refused');
  });
});

test('beo doctor tells of stations whose tokens end soon, and for which nobody has made another', async () => {
  const store = temporaryFolder();
  writeSettings(store, { herford: exampleSite() });
  const add = (...words: readonly string[]) => runOn(store, 'token', 'add', ...words);
  await add('lead');
  expect(toDo(await examine(store), 'store')).toEqual([]);
  await add('desk', '1', '--expires', '5d');
  await add('desk', '1', '--expires', '5d');
  await add('desk', '2', '--expires', '9d');
  const examined = await examine(store);
  expect(toDo(examined, 'store')).toEqual(['tokensEnd']);
  expect(named(examined, 'tokensEnd')?.message).toContain('von 2 Stationen');
  await add('desk', '1');
  expect(named(await examine(store), 'tokensEnd')?.message).toContain('einer Station');
  const { stdout } = await runOn(store, 'token', 'list', '--json');
  const { tokens } = JSON.parse(stdout) as { readonly tokens: readonly { readonly id: string }[] };
  for (const { id } of tokens) await runOn(store, 'token', 'revoke', id);
  expect(toDo(await examine(store), 'store')).toEqual([]);
});

describe.skipIf(!hasOpenssl())('with tokens and TLS (needs openssl) beo doctor', () => {
  test('finds the way in of every role, takes no place, and knows its own server', async () => {
    const store = temporaryFolder();
    writeSettings(store, { herford: exampleSite() });
    const folder = temporaryFolder();
    const tokens = { desk: ['1'], reception: ['E1'], lead: [], display: [] };
    for (const [role, place] of Object.entries(tokens)) {
      await runOn(store, 'token', 'add', role, ...place, '--out', join(folder, role));
    }
    const { ca, cert, key } = makeCertificates();
    const { url, program } = await startedProgram(store, {
      args: ['--tls-cert', cert, '--tls-key', key],
    });
    const port = new URL(url).port;
    const here = await examine(store, '--port', port);
    // The test's certificates are good for a day.
    expect([...toDo(here, 'server'), ...toDo(here, 'port')]).toEqual(['certificateEnds']);
    expect(named(here, 'portOurs')).toBeDefined();

    const none = join(temporaryFolder(), 'none');
    const there = (...args: readonly string[]) => examine(none, '--server', url, ...args);
    const said = {
      desk: 'für Platz 1',
      reception: 'Empfangsplatz E1',
      lead: 'Teamleitung',
      display: 'Anzeige',
    };
    for (const [role, words] of Object.entries(said)) {
      const admitted = await there('--ca', ca, '--token-file', join(folder, role));
      expect(toDo(admitted, 'server')).toEqual(['certificateEnds']);
      expect(named(admitted, 'admitted')?.message).toContain(words);
    }
    expect(named(await there('--ca', ca), 'refused')?.message).toContain('--token-file');
    expect(named(await there('--token-file', join(folder, 'desk')), 'refused')?.message).toContain('--ca');
    for (const file of ['access.json', 'server.json']) {
      chmodSync(join(store, file), 0o644);
      expect(named(await examine(store), 'storeOpen')?.message).toContain(file);
      chmodSync(join(store, file), 0o600);
    }
    chmodSync(join(folder, 'lead'), 0o640);
    const open = await there('--ca', ca, '--token-file', join(folder, 'lead'));
    expect(toDo(open, 'server')).toEqual(['tokenOpen', 'certificateEnds']);
    expect(toDo(await there('--ca', ca, '--token-file', ca), 'server')).toEqual(['credentials']);
    expect(toDo(await there('--ca', key), 'server')).toEqual(['credentials']);
    await program.stop();
  });
});

describe('in a terminal beo doctor', () => {
  const inTerminal = (size: { columns: number; rows: number }, env: Readonly<Record<string, string>> = {}) =>
    Terminal.start(['doctor', '--port', freePort, '--lang', 'en'], {
      ...size,
      env: { BEO_DATA: join(temporaryFolder(), 'none'), ...env },
    });

  test('measures the widths of characters, and finds size and colours', async () => {
    const terminal = inTerminal({ columns: 120, rows: 30 });
    await terminal.exited;
    expect(terminal.text()).toContain('120 × 30 characters');
    expect(terminal.text()).toContain('UTF-8 and the widths of characters are right');
    expect(terminal.text()).toContain('colours: ');
  });

  test('says what to do about a small window and poor characters', async () => {
    const terminal = inTerminal({ columns: 70, rows: 40 }, { LANG: 'de_DE.ISO-8859-1', NO_COLOR: '1' });
    await terminal.exited;
    const text = terminal.text().replaceAll(/\s+/g, '');
    expect(text).toContain('todo:Makethewindowlarger');
    expect(text).toContain('TheenvironmentnamesnoUTF-8(de_DE.ISO-8859-1)');
    expect(text).toContain('withoutcolours');
    expect(text).toMatch(/^[ -~]*$/);
  });

  test('says what screens do where the terminal does not tell its size', async () => {
    const sized = 'stty cols 0 rows 0 && exec "$@"';
    const doctor = [process.execPath, launcher, 'doctor', '--port', freePort, '--lang', 'en'];
    const terminal = Terminal.start([sized, 'sh', ...doctor], {
      node: '/bin/sh',
      file: '-c',
      env: { BEO_DATA: join(temporaryFolder(), 'none') },
    });
    await terminal.exited;
    expect(terminal.text()).toContain('The terminal does not tell its size');
    expect(terminal.text()).not.toContain('0 × 0');
  });

  test('knows the size that screens need', () => {
    expect(smallestScreen).toEqual(smallest);
  });
});

test('a line of Node that has come to its end is named', () => {
  const names = (today: string, node: string) =>
    checkProgram(textsFor('en'), today, node).map(({ name }) => name);
  expect(names('2026-11-22', '24.21.0')).toEqual(['runs']);
  expect(names('2028-05-01', '24.21.0')).toEqual(['runs', 'nodeEnds']);
  expect(names('2026-11-22', '23.1.0')).toEqual(['runs', 'nodeEnds']);
});

/** Makes a journal that of the day in the name of another file. */
function moveDay(from: string, to: string): void {
  const day = basename(to, '.jsonl');
  const lines = readFileSync(from, 'utf8').trimEnd().split('\n').map(readLine);
  const moved = lines.map((line) => {
    if ('problem' in line) throw new Error(line.problem);
    const events = line.entry.events.map((event) => (event.type === 'DayOpened' ? { ...event, day } : event));
    return writeLine({ ...line.entry, events });
  });
  writeFileSync(to, moved.join(''));
  rmSync(from);
}
