import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const dist = new URL('../dist/', import.meta.url);
const chunks = readdirSync(new URL('chunks/', dist));

/** The file that a command's own module got in the built program. */
function chunkOf(module: string): string {
  const found = chunks.filter((name) => read(`chunks/${name}`).includes(`\n// src/${module}\n`));
  expect([module, found]).toEqual([module, [expect.any(String)]]);
  return `chunks/${found[0]}`;
}

const read = (file: string): string => readFileSync(new URL(file, dist), 'utf8');

/** Everything that is loaded with some files, as text. */
function loadedWith(files: readonly string[]): string {
  const loaded = new Map<string, string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    const text = read(file);
    loaded.set(file, text);
    for (const [, path = ''] of text.matchAll(/^(?:import|export) [^"]*?(?:from )?"(\.[^"]+)"/gm)) {
      load(new URL(path, new URL(file, dist)).href.slice(dist.href.length));
    }
  };
  files.forEach(load);
  return [...loaded.values()].join('\n');
}

/** Modules as the built program names them, from src and from packages. */
const modulesIn = (text: string): string[] =>
  [...text.matchAll(/^\/\/ (?:.*\/)?((?:src|node_modules)\/.+\.\w+)$/gm)].map(([, path = '']) => path);

const start = 'beo.js';
const ofScreens = /^(src\/screens|node_modules\/(ink|react|yoga-layout))\//;
/** The names of the formats stand on the command line. */
const ofReports = /^src\/reports\/(?!formats)/;

test('what every command starts with has neither screens nor figures', () => {
  const modules = modulesIn(loadedWith([start]));
  expect(modules).toContain('src/commands/program.ts');
  expect(modules.filter((path) => ofScreens.test(path) || path.startsWith('src/statistics/'))).toEqual([]);
});

test('a report loads no screen', () => {
  const modules = modulesIn(loadedWith([start, chunkOf('commands/report.ts')]));
  expect(modules).toContain('src/statistics/kpis.ts');
  expect(modules.filter((path) => ofScreens.test(path))).toEqual([]);
});

test('a station loads no report', () => {
  const files = ['commands/desk.ts', 'screens/start.tsx', 'screens/desk/DeskScreen.tsx'].map(chunkOf);
  const modules = modulesIn(loadedWith([start, ...files]));
  expect(modules).toContain('node_modules/ink/build/ink.js');
  expect(modules.filter((path) => ofReports.test(path))).toEqual([]);
});
