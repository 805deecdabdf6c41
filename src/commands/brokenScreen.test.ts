import { expect, test, vi } from 'vitest';
import { launcher } from '../testing/childProcess.js';
import { Terminal } from '../testing/terminal.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 60_000 });

const faulty = ['faultyScreen', 'anyPort']
  .map((name) => `--import=${new URL(`../testing/${name}.js`, import.meta.url).href}`)
  .join(' ');

/** A person's shell: the terminal's modes before and after, and how the menu ended, which runs a server too. */
const inShell = 'stty -g; "$0" "$1" --lang "$2"; echo "exit $?"; stty -g';

test.each([
  ['key', 'de', 'Unerwarteter Fehler: the screen is broken.'],
  ['draw', 'de', 'Unerwarteter Fehler: the screen is broken.'],
  ['timer', 'en', 'Unexpected fault: the screen is broken.'],
  ['promise', 'en', 'Unexpected fault: the screen is broken.'],
] as const)(
  'a screen that breaks (%s) gives the terminal back and says so',
  async (fault, lang, sentence) => {
    const terminal = Terminal.start([inShell, process.execPath, launcher, lang], {
      node: '/bin/sh',
      file: '-c',
      columns: 120,
      rows: 60,
      env: { BEO_DATA: temporaryFolder(), NODE_OPTIONS: faulty, SCREEN_FAULT: fault },
    });
    await terminal.until(/ws:\/\/127/);
    expect(terminal.alternate).toBe(true);
    await terminal.press('☠');
    await terminal.until(/^exit \d+$/m);
    await terminal.exited;
    const said = terminal.lines.filter((line) => line !== '');
    expect(said).toContain('exit 1');
    expect(said.filter((line) => line.includes(`beo: ${sentence}`))).toHaveLength(1);
    const [before, ...after] = said.filter((line) => /^[\da-f]+(:[\da-f]+)+$/.test(line));
    expect(after).toEqual([before]);
    expect(terminal.alternate).toBe(false);
    // Cursor shown, pastes as they come.
    expect(terminal.rawOutput.lastIndexOf('\x1b[?25h')).toBeGreaterThan(
      terminal.rawOutput.lastIndexOf('\x1b[?25l'),
    );
    expect(terminal.rawOutput.lastIndexOf('\x1b[?2004l')).toBeGreaterThan(
      terminal.rawOutput.lastIndexOf('\x1b[?2004h'),
    );
  },
);
