import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { launcher } from '../testing/childProcess.js';
import { Program } from '../testing/program.js';
import { runOn } from '../testing/startedProgram.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { runTool, whyNo } from '../testing/tools.js';
import { serverUnit, unitText } from './units.js';

vi.setConfig({ testTimeout: 60_000 });

const service = async (...args: readonly string[]): Promise<string> => {
  const { stdout, exitCode } = await Program.run(['service', ...args], { env: {} });
  expect(exitCode).toBe(0);
  return stdout;
};

/** All values of a key, in their order. */
const valuesOf = (unit: string, key: string): string[] =>
  [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);

const fileOf = (unit: string, name = 'beo.service'): string => {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, unit);
  return file;
};

describe('beo service', () => {
  test('starts this very program under an account of its own, with a store that only it can read', async () => {
    const unit = await service();
    expect(valuesOf(unit, 'ExecStart')).toEqual([`${process.execPath} ${launcher} server`]);
    expect(valuesOf(unit, 'User')).toEqual(['beo']);
    expect(valuesOf(unit, 'StateDirectoryMode')).toEqual(['0700']);
    expect(valuesOf(unit, 'Environment')).toEqual(['LANG=de_DE.UTF-8', 'BEO_DATA=%S/beo']);
    // Without a token nobody outside could be let in: the kernel keeps them out as well.
    expect(valuesOf(unit, 'IPAddressAllow')).toEqual(['localhost']);
  });

  test('passes on what stands after --, and opens what that needs', async () => {
    const unit = await service('server', '--user', 'queue', '--', '--host', '10.1.2.3', '--port', '443');
    expect(valuesOf(unit, 'ExecStart')[0]).toMatch(/ server --host 10\.1\.2\.3 --port 443$/);
    expect(valuesOf(unit, 'User')).toEqual(['queue']);
    expect(valuesOf(unit, 'IPAddressDeny')).toEqual([]);
    expect(valuesOf(unit, 'AmbientCapabilities')).toEqual(['CAP_NET_BIND_SERVICE']);
    const elsewhere = await service('--data', '/srv/beo store');
    expect(valuesOf(elsewhere, 'ReadWritePaths')).toEqual(['"/srv/beo store"']);
    expect(valuesOf(elsewhere, 'StateDirectory')).toEqual([]);
  });

  test('display shows on the first console, in the place of its login', async () => {
    const unit = await service('display', '--server', 'ws://10.1.2.3:7717', '--site', 'herford');
    expect(valuesOf(unit, 'ExecStart')[0]).toMatch(
      / display --server ws:\/\/10\.1\.2\.3:7717 --site herford$/,
    );
    expect(valuesOf(unit, 'TTYPath')).toEqual(['/dev/tty1']);
    expect(valuesOf(unit, 'Conflicts')).toEqual(['getty@tty1.service']);
  });

  test('names token, authority and certificate in full, and says which the unit could not read', async () => {
    const run = (...args: readonly string[]) =>
      Program.run(['service', '--lang', 'en', ...args], { cwd: '/etc' });
    const display = await run('display', '--token-file', '/etc/beo/display.token', '--ca', 'beo/ca.pem');
    expect(valuesOf(display.stdout, 'ExecStart')[0]).toMatch(
      / --token-file \/etc\/beo\/display\.token --ca \/etc\/beo\/ca\.pem$/,
    );
    expect(display.stderr).not.toContain('--ca');
    const server = await run('server', '--', '--tls-cert', 'beo/cert.pem', '--tls-key=/home/me/key.pem');
    expect(valuesOf(server.stdout, 'ExecStart')[0]).toMatch(
      / --tls-cert \/etc\/beo\/cert\.pem --tls-key=\/home\/me\/key\.pem$/,
    );
    expect(server.stderr).toContain('--tls-key: /home/me/key.pem is where the unit reads nothing');
    expect(server.stderr).not.toContain('--tls-cert');
  });

  test('says where a unit would not find its program', async () => {
    const { stderr } = await Program.run(['service', '--lang', 'en']);
    const isHidden = [process.execPath, launcher].some((file) => /^\/(home|root|tmp|var\/tmp)\//.test(file));
    expect(stderr.includes('is where the unit reads nothing')).toBe(isHidden);
  });
});

describe('systemd', () => {
  const unable = whyNo('systemd-analyze');

  test.skipIf(unable)(`takes every unit without a complaint${unable ? ` (${unable})` : ''}`, async () => {
    for (const args of [
      [],
      ['server', '--', '--host', '0.0.0.0', '--port', '80'],
      ['--data', '/srv/50 % "a" $b'],
      ['display'],
    ]) {
      const name = args[0] === 'display' ? 'beo-display.service' : 'beo.service';
      const checked = runTool('systemd-analyze', [
        'verify',
        '--man=no',
        fileOf(await service(...args), name),
      ]);
      expect({ args, ...checked }).toEqual({ args, exitCode: 0, stdout: '', stderr: '' });
    }
  });

  test.skipIf(unable)('rates the server 1.2 of 10 and the display 1.7 of 10 at worst', async () => {
    for (const [kind, tenths] of [
      ['server', '12'],
      ['display', '17'],
    ] as const) {
      const rated = runTool('systemd-analyze', [
        'security',
        '--offline=true',
        `--threshold=${tenths}`,
        fileOf(await service(kind), `beo-${kind}.service`),
      ]);
      expect(rated).toMatchObject({ exitCode: 0 });
    }
  });

  test('gets every word of a command back as it was', () => {
    const words = ['/opt/a b/node', '--x="y"', 'c:\\d', '50%', '$HOME', 'ü', '-'];
    const text = unitText(
      serverUnit({
        command: words,
        user: 'beo',
        description: '',
        locale: 'C',
        isLocal: true,
        isLowPort: false,
      }),
      [],
    );
    expect(valuesOf(text, 'ExecStart')).toEqual([
      String.raw`"/opt/a b/node" "--x=\"y\"" "c:\\d" 50%% $$HOME "ü" -`,
    ]);
  });

  const noTrace = unable ?? whyNo('strace');

  test.skipIf(noTrace)('lets through every system call that the server makes', async () => {
    const unit = await service();
    const allowed = syscalls(valuesOf(unit, 'SystemCallFilter'));
    const folder = temporaryFolder();
    const trace = join(folder, 'trace');
    const store = join(folder, 'store');
    const [node = '', file = '', ...args] = (valuesOf(unit, 'ExecStart')[0] ?? '').split(' ');
    const server = Program.start(['-f', '-qq', '-o', trace, node, file, ...args, '--port', '0'], {
      node: '/usr/bin/env',
      file: 'strace',
      env: { BEO_DATA: store },
    });
    await server.until(/^beo listening on /);
    await runOn(store, 'checkin', '--concern', '3.7', '--identity-checked');
    await runOn(store, 'desk', '1', 'call');
    await runOn(store, 'close-day', '--force');
    const { pid } = JSON.parse(readFileSync(join(store, 'server.json'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGTERM');
    expect(await server.finished).toMatchObject({ exitCode: 0 });
    const used = [...readFileSync(trace, 'utf8').matchAll(/^\d+ +([a-z]\w*)\(/gm)].map(
      ([, name = '']) => name,
    );
    expect(used).toContain('fdatasync');
    expect([...new Set(used)].filter((name) => !allowed.has(name))).toEqual([]);
  });
});

/** The calls that filters let through, in systemd's own groups. */
function syscalls(filters: readonly string[]): ReadonlySet<string> {
  const allowed = new Set<string>();
  for (const filter of filters) {
    for (const name of filter.replace(/^~/, '').split(' ').flatMap(membersOf)) {
      if (filter.startsWith('~')) allowed.delete(name);
      else allowed.add(name);
    }
  }
  // Those that start a program are always let through.
  for (const name of ['execve', 'exit', 'exit_group', 'rt_sigreturn']) allowed.add(name);
  return allowed;
}

function membersOf(group: string): string[] {
  if (!group.startsWith('@')) return [group];
  return runTool('systemd-analyze', ['syscall-filter', group])
    .stdout.split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap(membersOf);
}
