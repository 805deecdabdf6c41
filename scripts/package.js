// One file to carry to a machine without internet: `npm run package` makes build/beo-VERSION-SYSTEM.tgz, which
// `npm install --global ./beo-….tgz` installs without asking any registry. The program is bundled, so it needs none of
// its libraries there; what comes along is Node for this system, unless --without-node, and everybody's licences.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'rolldown';
import config from '../rolldown.config.js';

const { values } = parseArgs({
  options: {
    into: { type: 'string', default: 'build' },
    'without-node': { type: 'boolean', default: false },
    'without-build': { type: 'boolean', default: false },
  },
});

const root = fileURLToPath(new URL('..', import.meta.url));
const into = resolve(values.into);
const stage = join(into, 'package');
const windows = process.platform === 'win32';
const system = `${windows ? 'win' : process.platform}-${process.arch}`;

/**
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} version
 * @property {string} [license]
 * @property {string[]} files
 * @property {Record<string, string>} optionalDependencies
 */

const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

if (!values['without-build']) await build(config);
rmSync(stage, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
const besides = ['README.md', 'LICENSE', 'CHANGELOG.md'].filter((name) => existsSync(join(root, name)));
const shipped = manifest.files.filter((part) => !part.startsWith('!'));
const left = manifest.files.filter((part) => part.startsWith('!')).map((part) => join(root, part.slice(1)));
for (const part of [...shipped, ...besides]) {
  cpSync(join(root, part), join(stage, part), { recursive: true, filter: (from) => !left.includes(from) });
}
writeFileSync(join(stage, 'THIRD-PARTY.txt'), licences());
const node = values['without-node'] ? undefined : bringNode();
writeFileSync(join(stage, 'package.json'), `${JSON.stringify(stagedManifest(node), null, 2)}\n`);
process.stdout.write(`${pack()}\n`);

/**
 * Puts the Node for this system into the package, without what only compilers need.
 * @returns {string} name of the package that has it
 */
function bringNode() {
  const name = `node-${system}`;
  const from = join(root, 'node_modules', name);
  if (!existsSync(from)) {
    throw new Error(`${name} is not installed here: npm ci, or --without-node`);
  }
  const to = join(stage, 'node_modules', name);
  for (const part of ['package.json', 'LICENSE', 'bin'])
    cpSync(join(from, part), join(to, part), { recursive: true });
  for (const file of readdirSync(join(to, 'bin'))) chmodSync(join(to, 'bin', file), 0o755);
  return name;
}

/**
 * The manifest of a package that needs nothing from anywhere.
 * @param {string | undefined} bundled
 */
function stagedManifest(bundled) {
  const dropped = /^(scripts|(dev|optional|bundle)?dependencies)$/i;
  const kept = Object.entries(manifest).filter(([key]) => !dropped.test(key));
  const own = { ...Object.fromEntries(kept), files: [...manifest.files, 'THIRD-PARTY.txt'] };
  if (bundled === undefined) return own;
  return {
    ...own,
    // The launcher runs on any of these, and hands over.
    engines: { node: '>=16' },
    os: [process.platform],
    cpu: [process.arch],
    dependencies: { [bundled]: manifest.optionalDependencies[bundled] },
    bundleDependencies: [bundled],
  };
}

/** The licences of all libraries that are in the bundle, as they ask for. */
function licences() {
  const listed = npm(['ls', '--omit=dev', '--omit=optional', '--all', '--parseable'], root);
  const folders = listed.split('\n').filter((folder) => folder.includes('node_modules'));
  return folders
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((folder) => {
      const { name, version, license } = /** @type {Manifest} */ (
        JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      );
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
      return `${name} ${version}: ${license ?? 'see its page'}\n${text}`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** @returns {string} the file, and its SHA-256 */
function pack() {
  const [{ filename }] = /** @type {[{ filename: string }]} */ (
    JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', into], stage))
  );
  const file = join(into, node === undefined ? filename : filename.replace(/\.tgz$/, `-${system}.tgz`));
  renameSync(join(into, filename), file);
  rmSync(stage, { recursive: true });
  return `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${file}`;
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
function npm(args, cwd) {
  // Called by npm itself, its own file is known; a shell finds it elsewhere, on Windows too.
  const own = process.env.npm_execpath;
  const [program, line] = own === undefined ? ['npm', args] : [process.execPath, [own, ...args]];
  return execFileSync(program, line, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: windows && own === undefined,
  });
}
