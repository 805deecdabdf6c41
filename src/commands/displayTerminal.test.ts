import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Command } from '../queue/commands.js';
import { launcher } from '../testing/childProcess.js';
import { Program } from '../testing/program.js';
import { exampleSite, queued, startedServer, Station, type StartedServer } from '../testing/startedServer.js';
import { keys, Terminal, type TerminalOptions } from '../testing/terminal.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 90_000 });

const callOf = (desk: string): Command => ({ type: 'call', desk });

/** A site with so many open desks, the last of which fetches its visitors, and somebody waiting for each. */
async function officeOf(count: number): Promise<{ server: StartedServer; desks: readonly Station[] }> {
  const ids = Array.from({ length: count }, (_, i) => `${i + 1}`);
  const desks = Object.fromEntries(
    ids.map((id) => [
      id,
      { label: { de: `Platz ${id}`, en: `Desk ${id}` }, room: '', fetched: Number(id) === count },
    ]),
  );
  const server = await startedServer({ sites: { herford: exampleSite({ desks }) } });
  const reception = await Station.join(server, 'reception', 'E1');
  for (const _ of ids) await reception.ask(queued());
  const stations = await Promise.all(ids.map((id) => Station.join(server, 'desk', id)));
  return { server, desks: stations };
}

const display = (server: StartedServer, args: readonly string[] = [], options: TerminalOptions = {}) =>
  Terminal.start(['display', '--server', server.url, ...args], {
    ...options,
    env: { BEO_DATA: server.store, ...options.env },
  });

const pictureRows = (terminal: Terminal): number =>
  terminal.lines.filter((line) => /[█▀▄#]{2}/.test(line)).length;

describe.each([
  ['de', 80, 24],
  ['en', 200, 60],
] as const)('the waiting room in %s, %i × %i, without colour', (lang, columns, rows) => {
  test('shows who is called, who is fetched, and nobody any more; Ctrl+C gives the terminal back', async () => {
    const { server, desks } = await officeOf(2);
    const terminal = display(server, ['--lang', lang], { columns, rows, env: { NO_COLOR: '1' } });
    await terminal.until('Please wait until your number appears.');
    expect(terminal.text()).toContain('Bitte warten Sie, bis Ihre Nummer erscheint.');

    await desks[0]?.ask(callOf('1'));
    await terminal.until('Please go to Platz 1');
    expect(terminal.text()).toContain('Bitte zu Platz 1');
    expect(pictureRows(terminal)).toBeGreaterThanOrEqual(rows * 0.55);
    await terminal.until(() => terminal.bells === 1, 'bell 1');

    await desks[0]?.ask({ type: 'start', desk: '1' });
    await desks[1]?.ask(callOf('2'));
    await terminal.until('Please wait, you will be fetched.');
    expect(terminal.text()).not.toContain('Platz 2');
    await terminal.until(() => terminal.bells === 2, 'bell 2');
    await desks[1]?.ask({ type: 'start', desk: '2' });
    await terminal.until('Please wait until your number appears.');

    // oxlint-disable-next-line no-control-regex -- that is what it is about
    expect(terminal.rawOutput).not.toMatch(/\u001B\[(?:[349]\d|10\d)m/);
    await terminal.press('q', keys.enter, keys.escape, '?', keys.ctrl('c'));
    expect(await terminal.exited).toEqual({ exitCode: 0, signal: null });
    expect(terminal.alternate).toBe(false);
    expect(terminal.rawOutput.lastIndexOf('\u001B[?25h')).toBeGreaterThan(
      terminal.rawOutput.lastIndexOf('\u001B[?25l'),
    );
  });
});

test('of twelve called at once none is missing, on whatever terminal', async () => {
  const { server, desks } = await officeOf(12);
  const terminal = display(server);
  await terminal.until('Bitte warten Sie');
  await Promise.all(desks.map((station, i) => station.ask(callOf(`${i + 1}`))));
  const numbers = Array.from({ length: 12 }, (_, i) => `E${String(i + 1).padStart(3, '0')}`);
  const plain = (text: string): string[] => numbers.filter((number) => text.includes(number));
  // One of them is large; the others fit in plain letters only.
  await terminal.until((text) => plain(text).length >= 11, 'eleven beside the large one');
  expect(terminal.text()).toMatch(/E\d{3} → wird abgeholt|Sie werden abgeholt/);
  for (const [columns, rows] of [
    [40, 12],
    [20, 4],
    [80, 24],
  ] as const) {
    terminal.resize(columns, rows);
    // The clock at the right edge tells that it is drawn anew.
    const isDrawn = (): boolean =>
      terminal.lines[0]?.length === columns - 1 && /\d\d:\d\d$/.test(terminal.lines[0]);
    const isWhole = (text: string): boolean => (rows === 4 ? /\+\d+/.test(text) : plain(text).length >= 11);
    await terminal.until((text) => isDrawn() && isWhole(text), `${columns} × ${rows}`);
  }
  // Where there is room everybody is large.
  terminal.resize(200, 60);
  const isLarge = (text: string): boolean => plain(text).length === 0 && /Bitte (zu|warten)/.test(text);
  await terminal.until((text) => isLarge(text) && pictureRows(terminal) > 40, 'large letters');
});

test('it is there before the server, says so, and follows it to wherever it comes back', async () => {
  const store = join(temporaryFolder(), 'store');
  const env = { BEO_DATA: store };
  const terminal = Terminal.start(['display'], { env });
  await terminal.until('Noch läuft kein Server.');
  expect(pictureRows(terminal)).toBeGreaterThan(5);
  const first = Program.start(['server', '--port', '0'], { env });
  await terminal.until('Bitte warten Sie');
  await first.kill();
  await terminal.until(/Verbindung unterbrochen seit \d\d:\d\d/);
  const second = Program.start(['server', '--port', '0'], { env });
  await terminal.until((text) => text.includes('Jobcenter') && !text.includes('unterbrochen'), 'connected');
  // As one that was shut down, too.
  await second.stop();
  await terminal.until(/Verbindung unterbrochen seit \d\d:\d\d/);
});

test('it needs no keyboard, and ends by a signal', async () => {
  const { server } = await officeOf(1);
  const terminal = Terminal.start([`exec "$0" "$@" </dev/null`, process.execPath, launcher, 'display'], {
    node: '/bin/sh',
    file: '-c',
    env: { BEO_DATA: server.store, BEO_SERVER: server.url },
  });
  await terminal.until('Bitte warten Sie');
  terminal.signal('SIGTERM');
  await terminal.exited;
  expect(terminal.alternate).toBe(false);
});

test('on the bare console of Linux it draws with half blocks and writes ASCII', async () => {
  const { server, desks } = await officeOf(2);
  const terminal = display(server, [], { env: { TERM: 'linux' } });
  await desks[0]?.ask(callOf('1'));
  await terminal.until('Bitte zu Platz 1');
  expect(terminal.text()).toMatch(/^[\x20-\x7E█▀▄\n]*$/);
  expect(pictureRows(terminal)).toBeGreaterThan(10);
});

test('a program speaks each call once, in order, and one that fails is nowhere on the screen', async () => {
  const { server, desks } = await officeOf(3);
  const folder = temporaryFolder();
  const spoken = join(folder, 'spoken');
  const speech = join(folder, 'speech');
  writeFileSync(speech, `#!/bin/sh\nprintf '%s|%s|%s\\n' "$1" "$2" "$4" >>'${spoken}'\nexit 7\n`);
  chmodSync(speech, 0o700);
  const terminal = display(server, ['--sound', join(folder, 'no such gong'), '--speech', speech]);
  await terminal.until('Bitte warten Sie');
  await desks[0]?.ask(callOf('1'));
  await desks[1]?.ask(callOf('2'));
  const expected =
    'E001|Platz 1|Number E 1. Please go to Platz 1.\nE002|Platz 2|Number E 2. Please go to Platz 2.\n';
  await vi.waitFor(() => expect(existsSync(spoken) ? readFileSync(spoken, 'utf8') : '').toBe(expected), {
    timeout: 30_000,
  });
  await terminal.until('Bitte zu Platz 2');
  await terminal.until(() => terminal.bells === 2, 'bell 2');
  expect(terminal.text()).not.toContain('gong');
});
