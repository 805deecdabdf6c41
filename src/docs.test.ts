import { existsSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { Program } from './testing/program.js';
import { anchorsOf, commandLinesOf, linksOf, pages, root, textOf } from './testing/pages.js';
import { preloading, startedProgram } from './testing/startedProgram.js';
import { temporaryFolder } from './testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 120_000 });

/** Where nothing is and nothing can be made. */
const nowhere = '/dev/null/none';

/** Wherever a page means a place of its reader's. */
const isPlaceholder = (word: string): boolean =>
  word.startsWith('/') || /\b(?:FILE|FOLDER|SERVER|HOST|RECHNER|DATEI|ORDNER|KENNUNG)\b/.test(word);

/** What stays, asks a person, needs a terminal or another machine; such lines are read and not run. */
function stays([command, ...rest]: readonly string[]): boolean {
  const has = (...words: readonly string[]) => rest.some((word) => words.includes(word));
  if (has('--server')) return true;
  switch (command) {
    case undefined:
    case 'server':
    case 'display':
    case 'setup':
    case 'doctor':
    case 'restore':
      return true;
    case 'stats':
      return !has('--json');
    case 'checkin':
      return !has('--concern', '--appointment', '--information', '--ask-zone');
    case 'desk':
      return rest[1] === undefined || rest[1].startsWith('--');
    default:
      return false;
  }
}

describe('every command of the pages', () => {
  const lines = pages().flatMap((page) => commandLinesOf(page).map((one) => ({ page, ...one })));
  const known = [...new Map(lines.map((one) => [one.line, one])).values()];

  test('there are some', () => {
    expect(known.length).toBeGreaterThan(15);
  });

  test.each(known)('$line ($page) is one that beo understands', async ({ args }) => {
    const words = args.map((word) => (word.startsWith('/') ? nowhere : word));
    const env = { BEO_DATA: nowhere, BEO_SERVER: 'ws://127.0.0.1:1' };
    if (args[0] === 'display') {
      // It would wait for its server. What is wrong before the last word is told instead of that.
      const { stderr } = await Program.run([...words, '--no-such-option'], { env });
      expect(stderr).toContain('--no-such-option');
      return;
    }
    const { exitCode, stdout, stderr } = await Program.run([...words, '--json'], {
      env,
      cwd: temporaryFolder(),
    });
    const isScreen = `${stdout}${stderr}`.includes('"noTerminal"');
    expect({ exitCode: isScreen ? 0 : exitCode, stderr }).not.toMatchObject({ exitCode: 2 });
  });
});

test('docs/commands.md lists every command of the program', async () => {
  const { stdout } = await Program.run(['--help', '--lang', 'en'], { env: { BEO_DATA: nowhere } });
  const [, commands = ''] = stdout.split('Commands:');
  const named = [...commands.matchAll(/^ {2}([a-z][a-z-]*)/gm)].flatMap(([, name]) => name ?? []);
  const told = [...textOf('docs/commands.md').matchAll(/^\| `beo ?([a-z-]*)/gm)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !['beo', 'help', ...told].includes(name))).toEqual([]);
});

describe('the commands of a page, one after the other on a Monday morning', () => {
  const told = pages().filter((page) => commandLinesOf(page).some(({ args }) => !stays(args)));

  test.each(told)('%s', async (page) => {
    const store = temporaryFolder();
    const cwd = temporaryFolder();
    const clock = { ...preloading('programClock'), CLOCK_AT: '2015-06-08T10:00:00+02:00' };
    await startedProgram(store, { env: clock });
    const failed: unknown[] = [];
    for (const { line, args } of commandLinesOf(page)) {
      if (stays(args) || args.some(isPlaceholder)) continue;
      const { exitCode, stderr } = await Program.run(args, { env: { BEO_DATA: store, ...clock }, cwd });
      if (exitCode !== 0) failed.push({ line, exitCode, stderr });
    }
    expect(failed).toEqual([]);
  });
});

describe('every link of the pages leads somewhere', () => {
  test.each(pages())('%s', (page) => {
    const dead = linksOf(page).filter((link) => {
      if (/^[a-z]+:/.test(link)) return false;
      const [path = '', anchor] = link.split('#', 2);
      const target =
        path === '' ? page : new URL(path, new URL(page, root)).pathname.slice(root.pathname.length);
      if (!existsSync(new URL(target, root))) return true;
      return anchor !== undefined && !anchorsOf(decodeURIComponent(target)).has(decodeURIComponent(anchor));
    });
    expect(dead).toEqual([]);
  });
});
