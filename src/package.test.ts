import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { launcher } from './testing/childProcess.js';
import { Program } from './testing/program.js';
import { temporaryFolder } from './testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 });

const root = fileURLToPath(new URL('..', import.meta.url));

/** As on a machine that has only what its system brings: Node may be too old there. */
const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));

/** No registry, no cache, no settings. */
const offline = (): NodeJS.ProcessEnv => ({
  PATH: path.join(delimiter),
  HOME: temporaryFolder(),
  npm_config_cache: temporaryFolder(),
  npm_config_registry: 'http://127.0.0.1:9',
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
});

/** Installs a package into an empty place; resolves with its folder there, and what puts it on the path. */
function installed(tarball: string): {
  readonly folder: string;
  readonly beo: string;
  readonly prefix: string;
} {
  const prefix = temporaryFolder();
  execFileSync('npm', ['install', '--global', '--prefix', prefix, tarball], {
    env: offline(),
    cwd: prefix,
    stdio: 'pipe',
  });
  return { prefix, folder: join(prefix, 'lib', 'node_modules', 'beo'), beo: join(prefix, 'bin', 'beo') };
}

/** A whole small day: a server, a check-in, a call, the report. What came of each. */
async function dayWith(beo: string, env: Readonly<Record<string, string>> = {}) {
  const options = { env: { BEO_DATA: temporaryFolder(), PATH: path.join(delimiter), ...env } };
  const run = (command: string, ...args: readonly string[]) =>
    Program.run(args, { node: beo, file: command, ...options });
  const { stdout: version } = await run('--version');
  const server = Program.start(['--port', '0'], { node: beo, file: 'server', ...options });
  await server.until(/^beo listening on ws:/);
  const checkIn = await run('checkin', '--concern', '3.7', '--identity-checked', '--json');
  const call = await run('desk', '1', 'call', '--json');
  const report = await run('report', '--day', '--format', 'html');
  const { exitCode } = await server.stop();
  return {
    version: version.trim(),
    booked: (JSON.parse(checkIn.stdout) as { readonly number: string }).number,
    called: (JSON.parse(call.stdout) as { readonly number: string }).number,
    reported: report.stdout.endsWith('</html>\n'),
    exitCode,
  };
}

const aDay = {
  version: packageJson.version,
  booked: 'E001',
  called: 'E001',
  reported: true,
  exitCode: 0,
};

const filesIn = (folder: string): string[] => readdirSync(folder).toSorted();

describe('the file that `npm run package` makes', () => {
  const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const bringsNode = existsSync(join(root, 'node_modules', `node-${system}`));
  let there: ReturnType<typeof installed>;

  beforeAll(() => {
    const into = temporaryFolder();
    const told = execFileSync(
      process.execPath,
      ['scripts/package.js', '--without-build', '--into', into, ...(bringsNode ? [] : ['--without-node'])],
      { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const [, tarball = ''] = /^[0-9a-f]{64} {2}(\S+\.tgz)\n$/.exec(told) ?? [];
    if (filesIn(into).length !== 1) throw new Error(`more than one file: ${filesIn(into).join(', ')}`);
    there = installed(tarball);
  });

  test('installs without a network into an empty place, and runs', async () => {
    expect(await dayWith(there.beo)).toEqual(aDay);
  });

  test('holds the program, what it ships, its manual page and the licences, and nothing to build or test with', () => {
    const { folder, prefix } = there;
    expect(filesIn(folder).filter((name) => name !== 'LICENSE' && name !== 'CHANGELOG.md')).toEqual([
      'README.md',
      'THIRD-PARTY.md',
      'THIRD-PARTY.txt',
      'bin',
      'data',
      'dist',
      'docs',
      ...(bringsNode ? ['node_modules'] : []),
      'package.json',
    ]);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, object>;
    expect(Object.keys(manifest.dependencies ?? {})).toEqual(bringsNode ? [`node-${system}`] : []);
    for (const gone of ['devDependencies', 'optionalDependencies', 'scripts'])
      expect(manifest).not.toHaveProperty(gone);
    const licences = readFileSync(join(folder, 'THIRD-PARTY.txt'), 'utf8');
    for (const name of Object.keys(packageJson.dependencies)) expect(licences).toContain(`${name} `);
    expect(readFileSync(join(prefix, 'share', 'man', 'man1', 'beo.1'), 'utf8')).toContain('.TH BEO 1');
  });

  test('has a unit that starts the installed program with the Node that it runs on', async () => {
    const { stdout } = await Program.run(['server'], {
      node: there.beo,
      file: 'service',
      env: { PATH: path.join(delimiter) },
    });
    const [, node = '', file] = /^ExecStart=(\S+) (\S+) server$/m.exec(stdout) ?? [];
    expect(file).toBe(join(there.folder, 'bin', 'beo.js'));
    expect((await Program.run(['--version'], { node, file: launcher })).exitCode).toBe(0);
  });
});

// Thousands of files: a minute.
describe.runIf(process.env.BEO_LONG)('the file that `npm pack` makes', () => {
  test('brings the libraries along, so it installs without a network too, where Node is new enough', async () => {
    const into = temporaryFolder();
    execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', into], {
      cwd: root,
      stdio: 'pipe',
    });
    const { folder, beo } = installed(join(into, `beo-${packageJson.version}.tgz`));
    expect(filesIn(join(folder, 'node_modules'))).toEqual(
      expect.arrayContaining(Object.keys(packageJson.dependencies).map((name) => name.split('/')[0])),
    );
    // What is only for building and testing stays at home.
    for (const name of Object.keys(packageJson.devDependencies)) {
      expect([name, existsSync(join(folder, 'node_modules', name))]).toEqual([name, false]);
    }
    const env = { PATH: [join(process.execPath, '..'), ...path].join(delimiter) };
    expect(await dayWith(beo, env)).toEqual(aDay);
  }, 600_000);
});
