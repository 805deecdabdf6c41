import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { Program, type Finished } from '../testing/program.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { Terminal } from '../testing/terminal.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { expiryOf } from './expiry.js';

vi.setConfig({ testTimeout: 60_000 });

const zone = 'Europe/Berlin';

describe('until when a token counts', () => {
  const now = Date.parse('2015-06-08T08:00:00+02:00');

  test.each([
    [undefined, '2016-06-08T00:00:00+02:00'],
    ['90d', '2015-09-07T00:00:00+02:00'],
    ['2w', '2015-06-23T00:00:00+02:00'],
    ['2y', '2017-06-08T00:00:00+02:00'],
    ['2015-06-08', '2015-06-09T00:00:00+02:00'],
    ['2016-01-31', '2016-02-01T00:00:00+01:00'],
  ])('%s', (word, until) => {
    expect(new Date(expiryOf(word, now, zone) ?? 0).toISOString()).toBe(new Date(until).toISOString());
  });

  test.each(['', '0d', '90', '3m', '2015-06-07', '2015-02-30', '2015-13-01', 'tomorrow', '99999d'])(
    'not %s',
    (word) => {
      expect(expiryOf(word, now, zone)).toBeUndefined();
    },
  );
});

interface Office {
  readonly store: string;
  readonly beo: (...args: readonly string[]) => Promise<Finished>;
}

function office(): Office {
  const store = temporaryFolder();
  writeSettings(store, { herford: exampleSite() });
  return { store, beo: (...args) => Program.run(args, { env: { BEO_DATA: store } }) };
}

/** A station elsewhere: it knows the server's address, and has no store. */
const elsewhere = (url: string, env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  Program.run(args, { env: { BEO_DATA: join(temporaryFolder(), 'none'), BEO_SERVER: url, ...env } });

async function serving(store: string, ...args: readonly string[]): Promise<{ server: Program; url: string }> {
  const server = Program.start(['server', '--port', '0', ...args], { env: { BEO_DATA: store } });
  const [, url = ''] = await server.until(/^beo listening on (wss?:\S+)$/);
  return { server, url };
}

const booking = ['checkin', '--concern', '3.7', '--identity-checked', '--json'];

describe('beo token', () => {
  test('shows a token once, lists it without its secret, and revokes it', async () => {
    const { store, beo } = office();
    const made = await beo('token', 'add', 'desk', '1', '--expires', '2y');
    expect(made).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^beo_\w{12}_\S{43}\n$/) as string,
    });
    expect(made.stderr).toContain('Platz 1');
    const [, id = '', secret = ''] = /^beo_([0-9a-f]{12})_(\S+)/.exec(made.stdout) ?? [];
    expect(readFileSync(join(store, 'access.json'), 'utf8')).not.toContain(secret);
    const listed = await beo('token', 'list');
    expect(listed.stdout).toMatch(new RegExp(`^${id} +desk +1 +herford .* gültig$`, 'm'));
    const json = await beo('token', 'list', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      tokens: [{ id, role: 'desk', place: '1', state: 'valid' }],
    });
    expect(listed.stdout + json.stdout).not.toMatch(/hash|[0-9a-f]{64}/);
    expect(await beo('token', 'revoke', id)).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await beo('token', 'list')).stdout).toMatch(/ gesperrt$/m);
    expect(await beo('verify')).toMatchObject({ exitCode: 0 });
  });

  test('writes a token into a new file that nobody else can read, and never over another', async () => {
    const { beo } = office();
    const file = join(temporaryFolder(), 'desk1.token');
    const made = await beo('token', 'add', 'desk', '1', '--out', file, '--json');
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^beo_\w{12}_\S{43}\n$/);
    expect(made.stdout + made.stderr).not.toContain(text.trim());
    expect(JSON.parse(made.stdout)).toMatchObject({ role: 'desk', place: '1', site: 'herford', file });
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await beo('token', 'add', 'desk', '1', '--out', file)).toMatchObject({ exitCode: 1, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe(text);
    const { stdout } = await beo('token', 'list', '--json');
    const { tokens } = JSON.parse(stdout) as { tokens: { state: string }[] };
    expect(tokens.map(({ state }) => state)).toEqual(['valid', 'revoked']);
  });

  test.each([
    [['add'], 2],
    [['add', 'boss'], 2],
    [['add', 'desk'], 1],
    [['add', 'desk', '99'], 1],
    [['add', 'lead', '1'], 2],
    [['add', 'lead', '--expires', 'soon'], 2],
    [['add', 'lead', '--site', 'nowhere'], 1],
    [['revoke'], 2],
    [['revoke', 'ffffffffffff'], 1],
  ])('refuses %j with a sentence', async (args, code) => {
    const { beo } = office();
    const { stdout, stderr, exitCode } = await beo('token', ...args);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code });
    expect(stderr).toMatch(/^beo: \S.*[.?]\n$/);
    expect(stderr).not.toContain('Unerwarteter');
  });

  test('makes the store of a first start where there is none', async () => {
    const store = join(temporaryFolder(), 'store');
    const env = { BEO_DATA: store };
    expect(await Program.run(['token', 'add', 'lead'], { env })).toMatchObject({ exitCode: 0 });
    expect(await Program.run(['settings', 'check'], { env })).toMatchObject({ exitCode: 0 });
  });
});

describe('a server on the network', () => {
  test('is refused without tokens, with a sentence that names the command', async () => {
    const { beo } = office();
    for (const args of [['--host', '0.0.0.0'], ['--behind-proxy']]) {
      const { exitCode, stderr } = await beo('server', '--port', '0', ...args);
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/^beo: .*beo token add desk 1.*\n$/);
    }
  });

  test('takes stations by the token of a file or of the environment, and only for what it is good for', async () => {
    const { store, beo } = office();
    const file = join(temporaryFolder(), 'E1.token');
    await beo('token', 'add', 'reception', 'E1', '--out', file);
    const desk = (await beo('token', 'add', 'desk', '1')).stdout.trim();
    const { url } = await serving(store);
    expect(await elsewhere(url, {}, ...booking)).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('"name":"tokenMissing"') as string,
    });
    expect(await elsewhere(url, {}, ...booking, '--token-file', file)).toMatchObject({ exitCode: 0 });
    expect(await elsewhere(url, { BEO_TOKEN_FILE: file }, ...booking)).toMatchObject({ exitCode: 0 });
    expect(await elsewhere(url, { BEO_TOKEN: desk }, 'desk', '1', 'call', '--json')).toMatchObject({
      exitCode: 0,
    });
    const other = await elsewhere(url, { BEO_TOKEN: desk }, 'desk', '2', 'call', '--lang', 'en');
    expect(other).toMatchObject({ exitCode: 1, stdout: '' });
    expect(other.stderr).toBe('beo: This token is for desk 1 at site herford only.\n');
    const report = await elsewhere(url, { BEO_TOKEN: desk }, 'report');
    expect(report.stderr).toContain('gilt nur für den Platz 1');
  });

  test('serves commands of its own account on its own machine without a token', async () => {
    const { store, beo } = office();
    await beo('token', 'add', 'lead');
    await serving(store);
    expect(await beo(...booking)).toMatchObject({ exitCode: 0 });
    expect(await beo('desk', '1', 'call')).toMatchObject({ exitCode: 0 });
    expect(JSON.parse((await beo('stats', '--json')).stdout)).toMatchObject({ called: 1 });
    expect(await beo('report')).toMatchObject({ exitCode: 0 });
  });

  test('cuts off a station whose token is revoked, and the screen says why', async () => {
    const { store, beo } = office();
    const { id, token } = JSON.parse((await beo('token', 'add', 'display', '--json')).stdout) as {
      readonly id: string;
      readonly token: string;
    };
    const { url } = await serving(store);
    const display = Program.start(['display', '--plain'], {
      env: { BEO_DATA: join(temporaryFolder(), 'none'), BEO_SERVER: url, BEO_TOKEN: token },
    });
    await beo(...booking);
    await beo('desk', '1', 'call');
    await display.until(/^E001/);
    await beo('token', 'revoke', id);
    const { exitCode, stderr } = await display.finished;
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining('gesperrt') as string,
    });
  });

  test('opens the screen of the station whose token it is, by `beo` alone and by `beo checkin`', async () => {
    const { store, beo } = office();
    const desk = (await beo('token', 'add', 'desk', '2')).stdout.trim();
    const reception = (await beo('token', 'add', 'reception', 'E2')).stdout.trim();
    const { url } = await serving(store);
    const env = { BEO_DATA: join(temporaryFolder(), 'none'), BEO_SERVER: url };
    const alone = Terminal.start([], { env: { ...env, BEO_TOKEN: desk } });
    await alone.until('Platz 2');
    const checkin = Terminal.start(['checkin'], { env: { ...env, BEO_TOKEN: reception } });
    await checkin.until('Empfang 2');
  });
});

test.each([
  ['an end of line as Windows writes it', (text: string) => Buffer.from(`${text}\r\n`)],
  ['a mark at its beginning', (text: string) => Buffer.from(`\uFEFF${text}`)],
])('a file of a token may have %s', async (_, written) => {
  const { store, beo } = office();
  const text = (await beo('token', 'add', 'desk', '1')).stdout.trim();
  const { url } = await serving(store);
  const file = join(temporaryFolder(), 'desk.token');
  writeFileSync(file, written(text), { mode: 0o600 });
  expect(await elsewhere(url, {}, 'desk', '1', 'open', '--token-file', file)).toMatchObject({ exitCode: 0 });
});

describe('a secret', () => {
  test.each([
    ['is empty', ''],
    ['is too long', 'x'.repeat(300)],
    ['has two lines', 'beo_one\nbeo_two'],
    ['is in UTF-16, as PowerShell redirects,', 'b\0e\0o\0_\0a\0'],
  ])('that %s is refused by the name of its file, and not repeated', async (_, content) => {
    const file = join(temporaryFolder(), 'a.token');
    writeFileSync(file, content);
    const { exitCode, stderr } = await elsewhere('ws://127.0.0.1:9', {}, ...booking, '--token-file', file);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(file);
    if (content !== '') expect(stderr).not.toContain(content.slice(0, 7));
  });

  test('stands in no process list, no log, no error and no other program’s environment', async () => {
    const { store, beo } = office();
    const { id, token } = JSON.parse((await beo('token', 'add', 'display', '--json')).stdout) as {
      readonly id: string;
      readonly token: string;
    };
    const secret = token.slice(17);
    const { server, url } = await serving(store);
    const told = join(temporaryFolder(), 'told');
    const speech = join(temporaryFolder(), 'speech.sh');
    writeFileSync(speech, `#!/bin/sh\nenv > ${told}.new\nmv ${told}.new ${told}\n`, { mode: 0o700 });
    const display = Terminal.start(['display', '--speech', speech], {
      env: { BEO_DATA: join(temporaryFolder(), 'none'), BEO_SERVER: url, BEO_TOKEN: token },
    });
    // A call that is there before it, a display does not announce.
    await display.until('Jobcenter Herford');
    await beo(...booking);
    await beo('desk', '1', 'call');
    await display.until('Bitte zu Platz 1');
    await vi.waitFor(() => expect(readFileSync(told, 'utf8')).toContain('BEO_SERVER'), { timeout: 15_000 });
    expect(readFileSync(told, 'utf8')).not.toContain(secret);
    if (process.platform === 'linux') {
      const { pid } = Program.start(['display', '--plain'], {
        env: { BEO_DATA: join(temporaryFolder(), 'none'), BEO_SERVER: url, BEO_TOKEN: token },
      });
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      expect(line).toContain('display');
      expect(line).not.toContain(secret);
    }
    await beo('token', 'revoke', id);
    const refused = await elsewhere(url, { BEO_TOKEN: token }, 'display', '--plain');
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout + refused.stderr).not.toContain(secret);
    const { stdout, stderr } = await server.stop();
    expect(stderr).toContain('"accessRefused"');
    expect(stdout + stderr).not.toContain(secret);
  });
});

test('the lead changes a setting from elsewhere with a token, nobody does without, a desk never', async () => {
  const { store, beo } = office();
  const token = async (...scope: readonly string[]) => (await beo('token', 'add', ...scope)).stdout.trim();
  const [lead, desk] = [await token('lead'), await token('desk', '1')];
  const { url } = await serving(store);
  const set = (env: Readonly<Record<string, string>>) =>
    elsewhere(url, env, 'settings', 'set', 'queue.noShowAfterSeconds', '240', '--json');
  expect(JSON.parse((await set({ BEO_TOKEN: lead })).stdout)).toMatchObject({ changed: true });
  expect((await set({})).stdout).toContain('"tokenMissing"');
  expect((await set({ BEO_TOKEN: desk })).stdout).toContain('"tokenForAnother"');
  // The server's own account needs none.
  expect(await beo('settings', 'set', 'queue.noShowAfterSeconds', '300')).toMatchObject({ exitCode: 0 });
});
