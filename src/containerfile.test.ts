import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { runTool } from './testing/tools.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/** Its instructions, each with its continuation lines, by stage. */
function stages(): string[][] {
  const joined = read('Containerfile')
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ');
  const lines = joined
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter(Boolean);
  return lines.reduce<string[][]>((found, line) => {
    if (line.startsWith('FROM ')) return [...found, [line]];
    found.at(-1)?.push(line);
    return found;
  }, []);
}

const sourcesOf = (line: string): string[] =>
  line
    .split(' ')
    .slice(1, -1)
    .filter((word) => !word.startsWith('--'));

test('what it copies is in the repository, and what it builds with is copied', () => {
  const [build = []] = stages();
  const copied = build.filter((line) => line.startsWith('COPY ')).flatMap(sourcesOf);
  expect(copied.length).toBeGreaterThan(8);
  const kept = runTool('git', [
    '-C',
    root,
    'ls-files',
    '--others',
    '--cached',
    '--exclude-standard',
    '--',
    ...copied,
  ]);
  for (const source of copied) {
    expect([source, existsSync(new URL(`../${source}`, import.meta.url))]).toEqual([source, true]);
    // A path that git ignores would be missing in the next checkout.
    const isKept = kept.stdout.split('\n').some((file) => file === source || file.startsWith(`${source}/`));
    expect([source, isKept]).toEqual([source, true]);
  }
  const needed = [
    'package.json',
    'package-lock.json',
    'rolldown.config.js',
    'tsconfig.json',
    'scripts',
    'src',
    'README.md',
  ];
  const shipped = packageJson.files
    .flatMap((file) => file.split('/')[0] ?? [])
    .filter((part) => part !== 'dist' && !part.startsWith('!'));
  expect(copied).toEqual(expect.arrayContaining([...needed, ...shipped]));
});

test('neither a store nor modules of this machine get into the image', () => {
  const ignored = read('.dockerignore').split('\n');
  for (const path of ['.git', 'node_modules', 'data/store', 'dist']) expect(ignored).toContain(path);
});

test('it runs without rights on a Node that is new enough, tells its health, and stops as a server does', () => {
  const [build = [], run = []] = stages();
  const [, major = ''] = /^FROM node:(\d+)-slim/.exec(run[0] ?? '') ?? [];
  expect(build[0]).toBe(`${run[0]} AS build`);
  expect(Number(major)).toBeGreaterThanOrEqual(
    Number(packageJson.engines.node.replace('>=', '').split('.')[0]),
  );
  const names = run.map((line) => line.split(' ')[0]);
  for (const name of ['USER', 'VOLUME', 'STOPSIGNAL', 'HEALTHCHECK', 'ENTRYPOINT'])
    expect(names).toContain(name);
  expect(run).toContain('USER node');
  // Nothing after it is done as root.
  expect(names.slice(names.indexOf('USER'))).not.toContain('RUN');
  expect(run.join('\n')).toContain('/healthz');
  expect(run).toContain('VOLUME /var/lib/beo');
  expect(run.join('\n')).toContain('BEO_DATA=/var/lib/beo');
});
