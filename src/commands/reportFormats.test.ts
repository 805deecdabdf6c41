import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { launcher, shellEnvironment } from '../testing/childProcess.js';
import { Program } from '../testing/program.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { Terminal } from '../testing/terminal.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let store = '';

/** One visitor was here on the day of the test. */
beforeAll(async () => {
  store = temporaryFolder();
  writeSettings(store, { herford: exampleSite() });
  const server = Program.start(['server', '--port', '0'], { env: { BEO_DATA: store } });
  await server.until(/^beo listening on/);
  const booking = ['checkin', '--concern', '3.2', '--fact', 'beratungsbedarf', '--identity-checked'];
  for (const line of [booking, ['desk', '1', 'call'], ['desk', '1', 'finish']]) {
    const { exitCode, stderr } = await Program.run(line, { env: { BEO_DATA: store } });
    if (exitCode !== 0) throw new Error(stderr);
  }
  await server.stop();
});

const report = (...args: readonly string[]) =>
  Program.run(['report', '--day', ...args], { env: { BEO_DATA: store } });

const beginnings = {
  table: 'Beo-Bericht Jobcenter Herford',
  json: '{\n  "site"',
  csv: '\uFEFFAbschnitt;Zeile;Spalte;Wert;Einheit;n;Text\r\n',
  md: '# Beo-Bericht Jobcenter Herford',
  html: '<!DOCTYPE html>\n<html lang="de">',
};

describe('beo report', () => {
  test.each(Object.entries(beginnings))('--format %s prints it', async (format, beginning) => {
    const { exitCode, stdout, stderr } = await report('--format', format);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.startsWith(beginning)).toBe(true);
  });

  test('--format csv --lang en has commas', async () => {
    const { stdout } = await report('--format', 'csv', '--lang', 'en');
    expect(stdout.split('\r\n')[0]).toBe('section,row,column,value,unit,n,text');
  });

  test('writes a workbook into a pipe, and the same one into a file', async () => {
    const file = join(temporaryFolder(), 'bericht.xlsx');
    expect(await report('--out', file)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [launcher, 'report', '--day', '--format', 'xlsx'],
      { encoding: 'buffer', env: shellEnvironment({ BEO_DATA: store }) },
    );
    expect(stdout.equals(readFileSync(file))).toBe(true);
    expect(Object.keys(unzipSync(stdout))).toContain('xl/workbook.xml');
  });

  test('refuses to write a workbook onto a terminal', async () => {
    const terminal = Terminal.start(['report', '--format', 'xlsx'], { env: { BEO_DATA: store } });
    expect(await terminal.exited).toMatchObject({ exitCode: 2 });
    expect(terminal.text().replaceAll('\n', '')).toContain('--out bericht.xlsx');
  });

  test('takes the format from the ending of --out, unless it is named', async () => {
    const folder = temporaryFolder();
    const written = async (...args: readonly string[]) => {
      const file = join(folder, args[0] ?? '');
      expect(await report('--out', file, ...args.slice(1))).toMatchObject({ exitCode: 0, stdout: '' });
      return readFileSync(file, 'utf8');
    };
    expect(await written('a.html')).toContain(beginnings.html);
    expect(await written('a.csv')).toContain(beginnings.csv);
    expect(await written('a.json')).toContain(beginnings.json);
    expect(await written('a.md', '--format', 'csv')).toContain(beginnings.csv);
    expect(await written('a.html', '--json')).toContain(beginnings.json);
    expect(await written('bericht')).toContain(beginnings.table);
    expect(readdirSync(folder).toSorted()).toEqual(['a.csv', 'a.html', 'a.json', 'a.md', 'bericht']);
  });

  test('says so when it can not write, and leaves the file that is there', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'bericht.html');
    writeFileSync(file, 'alt');
    const failed = await report('--out', join(file, 'bericht.html'));
    expect(failed).toMatchObject({ exitCode: 1, stdout: '' });
    expect(failed.stderr).toMatch(/lässt sich nicht schreiben \(.+\)\. Bitte einen anderen Ort nennen\.\n$/);
    expect(readFileSync(file, 'utf8')).toBe('alt');
    expect(readdirSync(folder)).toEqual(['bericht.html']);
  });
});
