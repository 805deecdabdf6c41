import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { launcher, shellEnvironment } from '../testing/childProcess.js';
import { cleanUp } from '../testing/cleanUp.js';
import { Program, type Finished } from '../testing/program.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 60_000 });

const run = (store: string, ...args: readonly string[]) => Program.run(args, { env: { BEO_DATA: store } });

async function serving(store: string, ...args: readonly string[]): Promise<{ server: Program; url: string }> {
  const server = Program.start(['server', '--port', '0', ...args], { env: { BEO_DATA: store } });
  const [, url = ''] = await server.until(/^beo listening on (ws:\S+)$/);
  return { server, url };
}

const booking = ['checkin', '--concern', '3.2', '--fact', 'beratungsbedarf', '--identity-checked'];

/** One sentence for a person, and no stack. */
const sentence = /^beo: \S.*[.?]\n$/;

function expectSentence({ stderr, exitCode }: Finished, code: number): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toContain('Unerwarteter');
  expect(exitCode).toBe(code);
}

describe('an address that is none', () => {
  test.each([
    'http://127.0.0.1:7717',
    '127.0.0.1:7717',
    'localhost',
    'ws://',
    'ws://127.0.0.1:77170',
    'ws://127.0.0.1:7717/#x',
    '://',
  ])('%s', async (url) => {
    const store = temporaryFolder();
    for (const line of [booking, ['stats', '--json'], ['report']]) {
      const finished = await run(store, ...line, '--server', url);
      expectSentence(finished, 2);
      expect(finished.stderr).toContain(`„${url}“`);
    }
  });

  test('an empty $BEO_SERVER says nothing', async () => {
    const env = { BEO_DATA: temporaryFolder(), BEO_SERVER: '' };
    expect((await Program.run(booking, { env })).stderr).toContain('beo server');
  });
});

describe('a store that is not what it should be', () => {
  test('a file', async () => {
    const file = join(temporaryFolder(), 'store');
    writeFileSync(file, '');
    for (const line of [['server', '--port', '0'], ['report'], ['stats', '--json'], ['verify'], booking]) {
      const finished = await run(file, ...line);
      expectSentence(finished, 1);
      expect(finished.stderr).toContain(file);
    }
  });

  test('one whose archive can not be read', async () => {
    const store = temporaryFolder();
    writeSettings(store, { herford: exampleSite() });
    const file = join(store, 'herford', 'archive', '2015-06.json');
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(file, '{}', { mode: 0o600 });
    const verified = await run(store, 'verify');
    expect(verified.exitCode).toBe(1);
    expect(verified.stdout).toContain(file);
    expectSentence(await run(store, 'report', '--day', '2015-06-08'), 1);
    await serving(store);
    expectSentence(await run(store, 'report', '--day', '2015-06-08'), 1);
  });

  test('one with a server.json that names somebody else', async () => {
    const [mine, other] = [temporaryFolder(), temporaryFolder()];
    const { server } = await serving(mine);
    await run(mine, ...booking);
    await server.kill();
    const { url } = await serving(other);
    const left = JSON.parse(readFileSync(join(mine, 'server.json'), 'utf8')) as object;
    writeFileSync(join(mine, 'server.json'), JSON.stringify({ ...left, url }));
    expectSentence(await run(mine, ...booking), 1);
    const { stdout } = await run(mine, 'stats', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ waiting: 1 });
    const report = await run(mine, 'report', '--json');
    expect(JSON.parse(report.stdout)).toMatchObject({ visits: { total: 1 } });
    expect(JSON.parse((await run(other, 'stats', '--json')).stdout)).toMatchObject({ waiting: 0 });
  });
});

describe('a report', () => {
  test('that can not be written says where', async () => {
    const store = temporaryFolder();
    writeSettings(store, { herford: exampleSite() });
    for (const out of [join(store, 'none', 'report.txt'), store]) {
      const finished = await run(store, 'report', '--out', out);
      expectSentence(finished, 1);
      expect(finished.stderr).toContain(out);
    }
  });

  test.skipIf(!existsSync('/dev/full'))('for which there is no room says so', async () => {
    const store = temporaryFolder();
    writeSettings(store, { herford: exampleSite() });
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [launcher, 'report'], {
      env: shellEnvironment({ BEO_DATA: store }),
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const exitCode = await new Promise((resolve) => child.on('close', resolve));
    expect({ stderr, exitCode }).toMatchObject({
      stderr: expect.stringMatching(sentence) as string,
      exitCode: 1,
    });
  });

  test.each([['settings', 'show'], ['report'], ['--help']])(
    'of which nobody reads the end is no failure: %s %s',
    async (...line) => {
      const store = temporaryFolder();
      writeSettings(store, { herford: exampleSite() });
      const child = spawn(process.execPath, [launcher, ...line.filter(Boolean)], {
        env: shellEnvironment({ BEO_DATA: store }),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      cleanUp(() => child.kill('SIGKILL'));
      child.stdout.destroy();
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      const exitCode = await new Promise((resolve) => child.on('close', resolve));
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    },
  );
});

describe('the server', () => {
  test('listens on the other loopback address too', async () => {
    const store = temporaryFolder();
    const { url } = await serving(store, '--host', '::1');
    expect(url).toMatch(/^ws:\/\/\[::1\]:\d+$/);
    expect((await run(store, ...booking)).exitCode).toBe(0);
  });

  test('ends although somebody holds a connection and says nothing', async () => {
    const { server, url } = await serving(temporaryFolder());
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    cleanUp(() => socket.destroy());
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.on('error', () => undefined);
    expect(await server.stop()).toMatchObject({ exitCode: 0 });
  });

  test('goes on when nobody reads its log any more', async () => {
    const store = temporaryFolder();
    const child = spawn(process.execPath, [launcher, 'server', '--port', '0'], {
      env: shellEnvironment({ BEO_DATA: store }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    cleanUp(() => child.kill('SIGKILL'));
    child.stderr.destroy();
    const line = await new Promise<string>((resolve) =>
      child.stdout.setEncoding('utf8').once('data', resolve),
    );
    const url = line.trim().split(' ').at(-1) ?? '';
    const socket = new WebSocket(url);
    // What it logs has nobody to go to.
    socket.addEventListener('open', () => socket.send('no JSON'));
    await new Promise((resolve) => socket.addEventListener('close', resolve));
    expect((await run(store, ...booking)).exitCode).toBe(0);
  });
});

describe('verify', () => {
  test('reads a store on which a server runs', async () => {
    const store = temporaryFolder();
    await serving(store);
    await run(store, ...booking);
    expect(await run(store, 'verify')).toMatchObject({ exitCode: 0, stderr: '' });
  });
});
