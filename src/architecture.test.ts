import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findBreaches, type Architecture } from './testing/architecture.js';

/** Rooms that only think. They may use each other, as long as no circle comes of it. */
const pure = ['routing', 'statistics', 'staffing', 'texts'];

/** The map of the house. Arrows point downwards: commands → inventory → server, screens, reports → client … texts → queue. */
const house: Architecture = {
  rooms: {
    commands: [
      'inventory',
      'server',
      'screens',
      'reports',
      'client',
      'protocol',
      ...pure,
      'queue',
      'data',
      'package.json',
    ],

    // Names what all the others store, send and print.
    inventory: ['server', 'reports', 'protocol', ...pure, 'queue'],

    server: ['protocol', ...pure, 'queue', 'data', 'package.json'],
    screens: ['client', 'protocol', ...pure, 'queue', 'data'],
    reports: ['client', 'protocol', ...pure, 'queue'],

    client: ['protocol', ...pure, 'queue'],
    protocol: [...pure, 'queue'],
    routing: [...pure, 'queue', 'data'],
    statistics: [...pure, 'queue'],
    staffing: [...pure, 'queue'],
    texts: ['protocol', ...pure, 'queue'],

    queue: [],

    // A program of its own, which nobody imports and which is not shipped.
    bench: ['server', 'client', 'protocol', ...pure, 'queue', 'data'],
  },
  pureRooms: ['queue', ...pure],
  packages: {
    commander: ['commands'],
    ink: ['screens', 'src/client/useOffice.ts', 'src/bench/screens/bareScreen.tsx'],
    react: ['screens', 'src/client/useOffice.ts', 'src/bench/screens/bareScreen.tsx'],
    '@lydell/node-pty': ['bench'],
    '@xterm/headless': ['bench'],
    chalk: ['commands', 'screens', 'reports'],
    'string-width': ['commands', 'screens', 'reports', 'texts'],
    ws: ['server', 'client', 'bench'],
    lowdb: ['server', 'bench'],
    pg: ['bench'],
    '@duckdb/node-api': ['bench'],
    'csv-parse': ['server'],
    zod: ['server', 'protocol'],
    'write-excel-file': ['reports'],
    fflate: ['reports'],
    'date-fns': ['commands', 'server', 'screens', 'reports', ...pure],
    '@date-fns/tz': ['commands', 'server', 'screens', 'reports', ...pure],
  },
  outsideWorld: {
    modules: 'fs net http https tls dgram os child_process worker_threads cluster'.split(' '),
    rooms: ['commands', 'server', 'bench'],
  },
  lateLoaded: {
    'src/commands/main.ts': ['ink', 'react', 'zod', 'ws', 'lowdb', 'csv-parse'],
    'src/commands/report.ts': ['ink', 'react', 'write-excel-file', 'fflate'],
  },
  lineLimit: 300,
};

test('every import keeps to the map of the house', () => {
  expect(findBreaches(readSources(), house)).toEqual([]);
});

/** All of src/, the paths with slashes on every system. */
function readSources(): Map<string, string> {
  const root = new URL('../', import.meta.url);
  return new Map(
    readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
      .map((name) => `src/${name.replaceAll(sep, '/')}`)
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => [path, readFileSync(fileURLToPath(new URL(path, root)), 'utf8')]),
  );
}

const breaches = (sources: Record<string, string>) => findBreaches(new Map(Object.entries(sources)), house);

describe('made-up files in this house', () => {
  test.each<[string, string, string, string]>([
    ['an arrow that points upwards', 'queue/day.ts', `import { a } from '../texts/a.js'`, '../texts/a.js'],
    [
      'the type of something above',
      'texts/a.ts',
      `import type { A } from '../server/a.js'`,
      '../server/a.js',
    ],
    ['a type in passing', 'texts/a.ts', `let a: import('../server/a.js').A`, '../server/a.js'],
    ['an export from above', 'texts/a.ts', `export * from '../screens/App.js'`, '../screens/App.js'],
    ['a dynamic import', 'server/a.ts', `const a = await import('../client/a.js')`, '../client/a.js'],
    ['the server in the client', 'client/a.ts', `import '../server/a.js'`, '../server/a.js'],
    ['the bench in the program', 'server/a.ts', `import { a } from '../bench/a.js'`, '../bench/a.js'],
    ['a test double in the program', 'server/a.ts', `import { a } from '../testing/a.js'`, '../testing/a.js'],
    ['files beside src', 'queue/day.ts', `import a from '../../data/a.json' with { type: 'json' }`, 'a.json'],
    ['a package in the wrong room', 'screens/App.tsx', `import { WebSocket } from 'ws'`, 'ws'],
    ['a part of a package', 'reports/a.ts', `import { JSONFile } from 'lowdb/node'`, 'lowdb/node'],
    ['React in the client at large', 'client/connection.ts', `import { useState } from 'react'`, 'react'],
    ['a package nobody thought of', 'server/a.ts', `import _ from 'lodash'`, 'lodash'],
    [
      'files in a screen',
      'screens/App.tsx',
      `import { readFile } from 'node:fs/promises'`,
      'node:fs/promises',
    ],
    ["any of Node's modules in a pure room", 'queue/day.ts', `import { join } from 'node:path'`, 'node:path'],
    ['the clock', 'queue/day.ts', `const now = Date.now()`, 'Date.now'],
    ['the date of today', 'statistics/a.ts', `const today = new Date()`, 'new Date()'],
    ['today in a zone', 'statistics/a.ts', `const today = new TZDate( )`, 'new TZDate( )'],
    ['dice', 'staffing/a.ts', `const a = Math.random()`, 'Math.random'],
    ['a default export', 'server/a.ts', `export default 1`, 'export default'],
    ['a file outside of the rooms', 'a.ts', `export const a = 1`, 'no known room'],
    ['a file too long', 'server/a.ts', 'a();\n'.repeat(300), '300 lines'],
  ])('finds %s', (_, name, source, named) => {
    const found = breaches({ [`src/${name}`]: source });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`src/${name}: `);
    expect(found[0]).toContain(named);
  });

  test.each([
    [
      'what stands in a comment',
      'queue/day.ts',
      '/* ü Date.now() import("../server/a.js") */\n// new Date()',
    ],
    ['a given instant', 'statistics/a.ts', `const at = new Date(0); const earlier = new Date(at);`],
    [
      'the arrows that point downwards',
      'commands/a.ts',
      `import { a } from '../server/a.js'; import 'commander';`,
    ],
    [
      'the hook that brings the client to the screens',
      'client/useOffice.ts',
      `import { useState } from 'react'`,
    ],
    [
      'anything in a test',
      'queue/day.test.ts',
      `import { a } from '../server/a.js'; import 'fast-check'; Date.now();`,
    ],
    ['anything in a test double', 'testing/a.ts', `import { a } from '../server/a.js'; import 'vitest';`],
    ['a file just short enough', 'server/a.ts', 'a();\n'.repeat(299)],
  ])('lets %s pass', (_, name, source) => {
    expect(breaches({ [`src/${name}`]: source })).toEqual([]);
  });

  test('names every import of a circle of rooms', () => {
    expect(
      breaches({
        'src/texts/a.ts': `import { b } from '../routing/b.js'`,
        'src/routing/b.ts': `import { c } from '../statistics/c.js'; import '../queue/d.js'`,
        'src/statistics/c.ts': `import type { A } from '../texts/a.js'`,
      }),
    ).toEqual([
      'src/texts/a.ts: ../routing/b.js (texts and routing depend on each other)',
      'src/routing/b.ts: ../statistics/c.js (routing and statistics depend on each other)',
      'src/statistics/c.ts: ../texts/a.js (statistics and texts depend on each other)',
    ]);
  });

  test('finds what is loaded too early, and knows what is loaded late or never', () => {
    const screen = `import { render } from 'ink'`;
    expect(
      breaches({
        'src/commands/main.ts': `import './desk.js'`,
        'src/commands/desk.ts': `import { App } from '../screens/App.js'`,
        'src/screens/App.tsx': screen,
      }),
    ).toEqual(['src/screens/App.tsx: ink (loaded at once by src/commands/main.ts)']);
    expect(
      breaches({
        'src/commands/main.ts': `import './desk.js'`,
        'src/commands/desk.ts': `import type { Props } from '../screens/App.js'; await import('../screens/App.js')`,
        'src/screens/App.tsx': screen,
      }),
    ).toEqual([]);
  });
});
