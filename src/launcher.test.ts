import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { launcher } from './testing/childProcess.js';
import { Program } from './testing/program.js';
import { keys, Terminal } from './testing/terminal.js';
import { temporaryFolder } from './testing/temporaryFolder.js';

/** Stands in for the built program and does what its argument says. */
const standIn = `
  const [what] = process.argv.slice(2);
  const stay = () => setInterval(() => {}, 1000);
  if (what === 'tell') {
    console.log(JSON.stringify({ args: process.argv.slice(2), version: process.versions.node }));
    process.exitCode = 7;
  } else if (what === 'listen') {
    // Goes on for a while after a signal, as a server does that still has to write.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        console.log('heard ' + signal);
        setTimeout(() => process.exit(5), 200);
      });
    }
    stay();
    console.log('ready');
  } else if (what === 'stay') {
    stay();
    console.log('ready');
  } else if (what === 'die') {
    process.kill(process.pid, 'SIGKILL');
  }
`;

/** An installed beo around the real launcher; returns the launcher's path. */
function install({ built = true, optional = true } = {}): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'bin'));
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  copyFileSync(launcher, join(root, 'bin', 'beo.js'));
  if (built) writeFileSync(join(root, 'dist', 'beo.js'), standIn);
  if (optional)
    symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), join(root, 'node_modules'));
  return join(root, 'bin', 'beo.js');
}

/** The system's own Node, if it is too old for the program. */
function findOldNodes(): { way: string; node: string }[] {
  const folders = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  const nodes = [...new Set(folders.map((folder) => join(folder, 'node')))].filter((node) =>
    existsSync(node),
  );
  const old = nodes
    .map((node) => ({ node, version: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim() }))
    .filter(({ version }) => !isNewEnough(version.slice(1)))
    .toSorted((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
  return old.slice(0, 1).map(({ node, version }) => ({ way: `handed over by Node ${version}`, node }));
}

const isNewEnough = (version: string) => version.localeCompare('22.12', 'en', { numeric: true }) >= 0;

const directly = { way: 'directly', node: process.execPath };
const oldNodes = findOldNodes();

describe.each([directly, ...oldNodes])('the program, $way', ({ node }) => {
  test('runs on a Node new enough, with the same arguments, and its exit code is passed on', async () => {
    const { stdout, exitCode } = await Program.run(['tell', '--site', 'Bad Ürgel', ''], {
      node,
      file: install(),
    });
    const { args, version } = JSON.parse(stdout) as { args: string[]; version: string };
    expect(args).toEqual(['tell', '--site', 'Bad Ürgel', '']);
    expect(isNewEnough(version)).toBe(true);
    expect(exitCode).toBe(7);
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('hears %s and ends in its own time', async (signal) => {
    const program = Program.start(['listen'], { node, file: install() });
    await program.until(/^ready$/);
    program.signal(signal);
    expect(await program.finished).toMatchObject({ exitCode: 5, stdout: `ready\nheard ${signal}\n` });
  });

  test('a signal it does not listen to ends the launcher in the same way', async () => {
    const program = Program.start(['stay'], { node, file: install() });
    await program.until(/^ready$/);
    program.signal('SIGTERM');
    expect(await program.finished).toMatchObject({ exitCode: null, signal: 'SIGTERM' });
  });

  test('a program that is killed does not look like one that ended well', async () => {
    expect(await Program.run(['die'], { node, file: install() })).toMatchObject({
      exitCode: null,
      signal: 'SIGKILL',
    });
  });

  test('Ctrl+C in a terminal interrupts once, and the launcher does not end before the program', async () => {
    const terminal = Terminal.start(['listen'], { node, file: install() });
    await terminal.until('ready');
    await terminal.press(keys.ctrl('c'));
    expect(await terminal.exited).toEqual({ exitCode: 5, signal: null });
    expect(terminal.text().match(/heard SIGINT/g)).toHaveLength(1);
  });

  test('kill -9 of the launcher ends the server too, and its store is free again', async () => {
    const env = { BEO_DATA: temporaryFolder() };
    const server = Program.start(['server', '--port', '0'], { node, env });
    const [, port = ''] = await server.until(/^beo listening on ws:.*:(\d+)$/);
    await server.kill();
    const again = Program.start(['server', '--port', port], { node, env });
    await again.until(new RegExp(`^beo listening on ws:.*:${port}$`));
    expect(await again.stop()).toMatchObject({ exitCode: 0 });
  });

  test('says what to do if it was not built', async () => {
    const { exitCode, stdout, stderr } = await Program.run([], { node, file: install({ built: false }) });
    expect(stderr).toMatch(
      /^Das gebaute Programm fehlt.*npm run build.*\nThe built program is missing.*npm run build.*\n$/,
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  });
});

test.each(oldNodes)('says what to install if no newer Node came along, $way', async ({ node }) => {
  const { exitCode, stdout, stderr } = await Program.run(['tell'], {
    node,
    file: install({ optional: false }),
  });
  expect(stderr).toMatch(
    /^beo braucht Node\.js ab 22\.12 .*installieren.*\nbeo needs Node\.js 22\.12 .*install.*\n$/,
  );
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
});
