import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { expectGolden } from './testing/golden.js';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  /** Only for whoever works on beo. */
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const root = new URL('../', import.meta.url);
const thirdParty = new URL('THIRD-PARTY.md', root);

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, root), 'utf8'));

/** Every package of the lock file, by where it stands. */
const locked = Object.entries(
  (read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> }).packages,
).filter(([path]) => path !== '');

/** npm forgets licences in the lock file now and then; the package itself has its own. */
function licenceOf([path, { license }]: (typeof locked)[number]): string | undefined {
  if (license !== undefined) return license;
  const file = `${path}/package.json`;
  return existsSync(new URL(file, root)) ? (read(file) as Locked).license : undefined;
}

/** Licences that ask for no more than to be named. */
const allowed: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
];

/** Those that whoever works on beo may use as well; nothing of them is passed on. */
const allowedForWork: readonly string[] = [...allowed, 'MPL-2.0', 'Python-2.0', 'CC-BY-4.0'];

/** An expression of SPDX is fine where one of its choices is. */
const isIn = (licence: string | undefined, list: readonly string[]): boolean =>
  licence !== undefined &&
  licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => list.includes(part)));

const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? path;

describe('dependencies', () => {
  test('are all under a licence of the list', () => {
    const wrong = locked.filter((entry) => !isIn(licenceOf(entry), entry[1].dev ? allowedForWork : allowed));
    expect(wrong.map((entry) => `${entry[0]}: ${licenceOf(entry)}`)).toEqual([]);
  });

  test('that are passed on are named in THIRD-PARTY.md', () => {
    const rows = locked
      .filter(([, { dev }]) => !dev)
      .map((entry) => `| ${nameOf(entry[0])} | ${entry[1].version} | ${licenceOf(entry)} |`)
      .toSorted();
    const page = [
      '# Packages that come with beo',
      '',
      'The built program holds parts of them, and each is installed beside it with the text of its licence. Made from the',
      'lock file by `UPDATE_GOLDEN=1 npx vitest run src/dependencies.test.ts`; `npm run sbom` prints the same as CycloneDX.',
      '',
      '| package | version | licence |',
      '|---|---|---|',
      ...new Set(rows),
      '',
    ];
    expectGolden(page.join('\n'), thirdParty);
  });

  test('are pinned to one version each, and the lock file names no registry', () => {
    const { dependencies, devDependencies, optionalDependencies } = packageJson;
    const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(readFileSync(new URL('package-lock.json', root), 'utf8')).not.toContain('"resolved"');
  });

  test('that take part in the wire are no older than their last security release', () => {
    // 8.23.0 limits the pongs that may wait; 8.21.0 the fragments of a message.
    const [major = 0, minor = 0] = packageJson.dependencies.ws.split('.').map(Number);
    expect(major > 8 || (major === 8 && minor >= 23)).toBe(true);
  });
});
