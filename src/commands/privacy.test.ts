import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { exampleOfSettings } from '../server/firstSettings.js';
import { limitsOf } from '../inventory/inventory.js';
import { expectGolden } from '../testing/golden.js';
import { Program } from '../testing/program.js';
import { shellEnvironment } from '../testing/childProcess.js';
import { startedProgram } from '../testing/startedProgram.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { keys, Terminal } from '../testing/terminal.js';
import { instructionVersion } from '../texts/instruction.js';
import { instructionDue, stateFolder } from './instruction.js';

vi.setConfig({ testTimeout: 60_000 });

const fileIn = (home: string) => join(home, 'beo', 'instruction.json');

/** A server, and a station at which nobody has worked yet. */
async function newStation() {
  const home = temporaryFolder();
  const { url } = await startedProgram(temporaryFolder());
  const env = { BEO_SERVER: url, BEO_DATA: temporaryFolder(), XDG_STATE_HOME: home };
  return { home, env, screen: (...args: readonly string[]) => Terminal.start(args, { env }) };
}

describe('[R167] the first start of a station', () => {
  test('shows the instruction page by page, remembers version and day only, and shows it once', async () => {
    const { home, screen } = await newStation();
    const first = screen('desk', '1');
    await first.until('Datenschutz am Arbeitsplatz (Seite 1 von');
    const pages = Number(/Seite 1 von (\d+)/.exec(first.text())?.[1]);
    for (let page = 2; page <= pages; page += 1) {
      await first.press(keys.enter);
      await first.until(`Seite ${page} von`);
    }
    // The keys of a page are drawn a frame after it.
    await first.until('Gelesen');
    expect(existsSync(fileIn(home))).toBe(false);
    await first.press(keys.enter);
    await first.until('Platz 1');
    expect(Object.keys(JSON.parse(readFileSync(fileIn(home), 'utf8')) as object)).toEqual(['version', 'day']);
    expect(statSync(fileIn(home)).mode & 0o077).toBe(0);
    await first.press(keys.ctrl('q'));
    expect(await first.exited).toMatchObject({ exitCode: 0 });

    const second = screen('stats');
    await second.until('Wartezeiten heute');
    expect(second.rawOutput).not.toContain('Datenschutz am Arbeitsplatz');
  });

  test('can be left with one key, which is not reading it', async () => {
    const { home, screen } = await newStation();
    const left = screen('checkin', '--lang', 'en');
    await left.until('Data protection at work');
    await left.press(keys.ctrl('q'));
    expect(await left.exited).toMatchObject({ exitCode: 0 });
    expect(existsSync(fileIn(home))).toBe(false);
  });

  test('reads it in one go to a screen reader', async () => {
    const reader = Terminal.start(['checkin', '--screen-reader'], {
      env: (await newStation()).env,
      rows: 60,
      columns: 200,
    });
    await reader.until('Datenschutzbeauftragte');
    await reader.press(keys.enter);
    await reader.until('Anliegen:');
  });

  test('leaves displays and scripts alone', async () => {
    const { env, home } = await newStation();
    const display = Terminal.start(['display'], { env });
    await display.until('Bitte warten Sie');
    expect(display.rawOutput).not.toContain('Datenschutz');
    const open = await Program.run(['desk', '1', 'open', '--json'], { env });
    expect(open).toMatchObject({ exitCode: 0 });
    expect(existsSync(fileIn(home))).toBe(false);
  });

  test('goes on where nothing can be remembered', () => {
    const folder = join(temporaryFolder(), 'beo');
    writeFileSync(folder, 'a file where the folder should be');
    instructionDue(folder)?.();
    expect(instructionDue(folder)).toBeDefined();
  });
});

describe('what a station remembers', () => {
  test('is asked for again after a new version, and where it can not be read', () => {
    const folder = temporaryFolder();
    const say = (text: string) => writeFileSync(join(folder, 'instruction.json'), text);
    expect(instructionDue(folder)).toBeDefined();
    instructionDue(folder)?.();
    expect(instructionDue(folder)).toBeUndefined();
    say(JSON.stringify({ version: instructionVersion - 1, day: '2015-06-01' }));
    expect(instructionDue(folder)).toBeDefined();
    say('{"version"');
    expect(instructionDue(folder)).toBeDefined();
  });

  test('stands in a folder of the user', () => {
    expect(stateFolder({ XDG_STATE_HOME: '/x' }, 'linux')).toBe('/x/beo');
    expect(stateFolder({}, 'linux')).toMatch(/\/\.local\/state\/beo$/);
    expect(stateFolder({ LOCALAPPDATA: '/l' }, 'win32')).toBe('/l/beo-station');
    expect(stateFolder({}, 'darwin')).toMatch(/Application Support\/beo-station$/);
  });

  test('is there for the screens of all other tests', () => {
    const home = shellEnvironment().XDG_STATE_HOME ?? '';
    expect(instructionDue(stateFolder({ XDG_STATE_HOME: home }))).toBeUndefined();
  });
});

describe('beo privacy', () => {
  test('prints what docs/datenschutz-unterweisung.md says', async () => {
    const { stdout, exitCode } = await Program.run(['privacy', '--format', 'md', '--lang', 'de']);
    expect(exitCode).toBe(0);
    expectGolden(stdout, new URL('../../docs/datenschutz-unterweisung.md', import.meta.url));
  });

  test.each(['de', 'en'])('fits a page of paper and 80 columns in %s', async (language) => {
    const { stdout } = await Program.run(['privacy', '--lang', language, '--ascii']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(66);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test('agrees with the inventory on how long rows are kept, and knows the keys', async () => {
    const [site] = limitsOf(exampleOfSettings());
    for (const [language, days, cover] of [
      ['de', 'Tagen', 'Strg+B'],
      ['en', 'days', 'Ctrl+B'],
    ]) {
      const { stdout } = await Program.run(['privacy', '--json', '--lang', language ?? '']);
      expect(stdout).toContain(` ${site?.rowsDays} ${days}`);
      expect(stdout).toContain(cover);
      const counts = [...stdout.matchAll(/(\d+) (?:Tagen|days)/g)].map(([, count]) => Number(count));
      expect(counts).toEqual([site?.rowsDays]);
    }
  });
});
