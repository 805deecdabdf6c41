import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { Program } from '../testing/program.js';
import { Terminal } from '../testing/terminal.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

const serve = (...options: readonly string[]) =>
  Program.start(['server', '--port', '0', ...options], { env: { BEO_DATA: temporaryFolder() } });

async function logOf(...options: readonly string[]): Promise<string[]> {
  const server = serve(...options);
  await server.until(/^beo listening on /);
  const { stderr } = await server.stop();
  return stderr.split('\n').slice(0, -1);
}

test('without a terminal the server logs JSON, a line each', async () => {
  const lines = (await logOf()).map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(lines.map(({ level, event }) => `${String(level)} ${String(event)}`)).toEqual([
    'info settingsCreated',
    'info listening',
    'info stopped',
  ]);
  expect(lines[1]).toMatchObject({
    version: packageJson.version,
    url: expect.stringMatching(/^ws:/) as string,
  });
});

test('it logs sentences in either language when told, and less when told', async () => {
  const [, german = ''] = await logOf('--log-format', 'text');
  expect(german).toMatch(/^\S+Z info {2}Der Server ist bereit \[listening url=ws:\S+ version=\S+\]$/);
  const [, english = ''] = await logOf('--log-format', 'text', '--lang', 'en');
  expect(english).toContain(' The server is ready [listening ');
  expect(await logOf('--log-level', 'warn')).toEqual([]);
});

test('in a terminal it logs sentences', async () => {
  const terminal = Terminal.start(['server', '--port', '0'], {
    env: { BEO_DATA: temporaryFolder() },
    columns: 120,
    rows: 24,
  });
  await terminal.until('Der Server ist bereit [listening');
  terminal.signal('SIGTERM');
  await terminal.exited;
});
