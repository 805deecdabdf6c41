import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Program } from '../testing/program.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { keys, Terminal } from '../testing/terminal.js';
import { runTool, whyNo } from '../testing/tools.js';
import { deskActions } from './subcommands.js';

/** The script of a shell, in a file. */
async function scriptFor(shell: string, name: string): Promise<string> {
  const { stdout, exitCode } = await Program.run(['completion', shell, '--lang', 'en']);
  expect(exitCode).toBe(0);
  const file = join(temporaryFolder(), name);
  writeFileSync(file, stdout);
  return file;
}

/** What is to be completed, and what is offered. */
const lines: readonly (readonly [line: readonly string[], offered: readonly string[]])[] = [
  [['re'], ['report', 'restore']],
  [['--la'], ['--lang']],
  [
    ['--lang', ''],
    ['de', 'en'],
  ],
  [['--lang', 'en', 'des'], ['desk']],
  [['desk', '1', ''], [...deskActions].toSorted()],
  [['desk', '1', 'ca'], ['call']],
  [['desk', '--consulted', '1', 'ca'], ['call']],
  [['desk', '--lang', 'de', '1', 'ca'], ['call']],
  [['desk', '1', 'finish', '--out'], ['--outcome']],
  [['desk', '1', 'finish', '--outcome', ''], []],
  [
    ['report', '--format', ''],
    ['csv', 'html', 'json', 'md', 'table', 'xlsx'],
  ],
  [['report', '--week', '--format', 'x'], ['xlsx']],
  [
    ['server', '--log-'],
    ['--log-format', '--log-level'],
  ],
  [
    ['ticket', 'E001', 'c'],
    ['cancel', 'correct'],
  ],
  [
    ['completion', ''],
    ['bash', 'fish', 'zsh'],
  ],
  [['help', 'st'], ['stats']],
];

const words = (text: string): string[] => text.split('\n').filter(Boolean).toSorted();

describe('bash', () => {
  const offeredBy = (file: string, typed: readonly string[], cwd = '/'): string[] =>
    words(
      runTool('bash', [
        '--norc',
        '-c',
        'cd "$1"; source "$2"; shift 2; COMP_WORDS=(beo "$@"); COMP_CWORD=$#; _beo; printf "%s\\n" "${COMPREPLY[@]}"',
        'bash',
        cwd,
        file,
        ...typed,
      ]).stdout,
    );

  test('completes commands, options, and the words of both', async () => {
    const file = await scriptFor('bash', 'beo');
    for (const [line, offered] of lines) expect([line, offeredBy(file, line)]).toEqual([line, offered]);
    // An option and its value with a sign between them are three words to it.
    expect(offeredBy(file, ['report', '--format', '=', 'x'])).toEqual(['xlsx']);
    expect(offeredBy(file, ['--lang', '=', ''])).toEqual(['de', 'en']);
  });

  test('completes files and folders where they belong', async () => {
    const file = await scriptFor('bash', 'beo');
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a folder'));
    writeFileSync(join(folder, 'a file.csv'), '');
    expect(offeredBy(file, ['import', 'a'], folder)).toEqual(['a file.csv', 'a folder']);
    expect(offeredBy(file, ['report', '--out', 'a'], folder)).toEqual(['a file.csv', 'a folder']);
    expect(offeredBy(file, ['backup', 'a'], folder)).toEqual(['a folder']);
    expect(offeredBy(file, ['--data', 'a'], folder)).toEqual(['a folder']);
  });
});

describe('fish', () => {
  const unable = whyNo('fish');

  test.skipIf(unable)('completes the same', async () => {
    const file = await scriptFor('fish', 'beo.fish');
    for (const [line, offered] of lines) {
      const { stdout } = runTool('fish', [
        '--no-config',
        '-c',
        'source $argv[1]; complete -C "$argv[2]"',
        file,
        ['beo', ...line].join(' '),
      ]);
      const told = words(stdout).map((each) => each.split('\t')[0]);
      expect([line, told]).toEqual([line, offered]);
    }
  });
});

describe('zsh', () => {
  const unable = whyNo('zsh');

  test.skipIf(unable)('completes what is typed', async () => {
    const file = await scriptFor('zsh', '_beo');
    const home = temporaryFolder();
    const terminal = Terminal.start(['-i'], {
      node: '/usr/bin/env',
      file: 'zsh',
      cwd: home,
      env: { HOME: home, ZDOTDIR: home, PS1: 'ready> ' },
      columns: 120,
    });
    writeFileSync(join(home, '.zshrc'), '');
    terminal.send(`fpath+=(${join(file, '..')}); autoload -Uz compinit; compinit -u; clear${keys.enter}`);
    await terminal.until((text) => text.trim() === 'ready>', 'the prompt');
    const typed: readonly (readonly [string, string])[] = [
      ['beo rep\t', 'beo report'],
      ['beo desk 1 ca\t', 'beo desk 1 call'],
      ['beo desk --lang de 1 ca\t', 'beo desk --lang de 1 call'],
      ['beo report --format x\t', 'beo report --format xlsx'],
      ['beo report --format=x\t', 'beo report --format=xlsx'],
      ['beo server --log-f\t', 'beo server --log-format'],
      ['beo ticket E001 canc\t', 'beo ticket E001 cancel'],
    ];
    for (const [keysTyped, line] of typed) {
      terminal.send(keysTyped);
      await terminal.until((text) => text.includes(`ready> ${line}`), line);
      // Ctrl+U wipes the line, Ctrl+L the screen.
      terminal.send('\u0015\u000C');
      await terminal.until((text) => text.trim() === 'ready>', 'the prompt');
    }
  });
});
