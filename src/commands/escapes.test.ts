import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { checkSettings } from '../server/settings.js';
import { jsonLine, lineLog } from '../server/log.js';
import { cleanUp } from '../testing/cleanUp.js';
import { MovableClock } from '../testing/movableClock.js';
import { Program } from '../testing/program.js';
import { exampleSite } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { inertLines, isInert } from '../protocol/inert.js';

vi.setConfig({ testTimeout: 60_000 });

/** Clears the screen, renames the window, writes to the clipboard, and turns the writing round; C0 and C1. */
const evil = '\u001B[2J\u001B]0;evil\u0007\u001B]52;c;ZXZpbA==\u001B\\\u009B31m\u202Elive';

/** What a program wrote, line by line. */
const obeys = (written: string): boolean => written !== inertLines(written);

/** A server that says to everybody what it is told to. */
async function saying(...messages: readonly object[]): Promise<string> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket) => {
    socket.once('message', () => {
      for (const message of messages) socket.send(JSON.stringify(message));
    });
  });
  cleanUp(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const run = (...args: readonly string[]) =>
  Program.run(args, { env: { BEO_DATA: join(temporaryFolder(), 'none') } });

describe('a terminal is never made to obey', () => {
  test('a server’s refusal', async () => {
    for (const rejection of [
      { name: 'unknownSite', site: evil, known: [evil] },
      { name: evil },
      { name: 'constructor' },
      { name: '__proto__' },
    ]) {
      const url = await saying({ type: 'notice', final: true, rejection });
      for (const more of [[], ['--json']]) {
        const { stdout, stderr, exitCode } = await run('stats', '--json', '--server', url, ...more);
        expect({ exitCode, obeys: obeys(stdout + stderr) }).toEqual({ exitCode: 1, obeys: false });
        expect(stderr).toMatch(/^beo: .*\.\n$/);
      }
    }
  });

  test('a server’s board, as lines and as JSON', async () => {
    const call = { number: `E001${evil}`, place: `Platz ${evil}`, fetched: false, calledAt: 1 };
    const site = { id: 'herford', name: evil, zone: 'Europe/Berlin' };
    const url = await saying({ type: 'board', site, serverTime: 1, calls: [call] });
    for (const form of ['--plain', '--json']) {
      const display = Program.start(['display', form, '--server', url], {
        env: { BEO_DATA: join(temporaryFolder(), 'none') },
      });
      await display.until(/E001/);
      const { stdout } = await display.stop();
      expect(obeys(stdout)).toBe(false);
    }
  });

  test('the name of a file, a word of the line, the name of a setting', async () => {
    const file = join(temporaryFolder(), `${evil.replaceAll('/', '')}.json`);
    const missing = await run('settings', 'check', file);
    writeFileSync(file, JSON.stringify({ version: 1, sites: { [evil]: {} }, [evil]: 1 }));
    const wrong = await run('settings', 'check', file);
    const word = await run('report', '--day', evil);
    const option = await run(`--${evil}`);
    for (const { stdout, stderr, exitCode } of [missing, wrong, word, option]) {
      expect(exitCode).toBeGreaterThan(0);
      expect(obeys(stdout + stderr)).toBe(false);
      expect(stderr).toMatch(/^beo: \S/);
    }
  });

  test('a label of the settings, which is refused by its path', () => {
    const label = { de: `Platz ${evil}`, en: 'Desk' };
    const site = exampleSite({ name: evil, desks: { '1': { label, room: '\u009B1' } }, waitingPlace: label });
    const checked = checkSettings({ version: 1, sites: { herford: site } });
    const paths = 'problems' in checked ? checked.problems.map(({ path }) => path) : [];
    expect(paths.toSorted()).toEqual([
      'sites.herford.desks.1.label.de',
      'sites.herford.desks.1.room',
      'sites.herford.name',
      'sites.herford.waitingPlace.de',
    ]);
  });

  test('a line of the log', () => {
    const lines: string[] = [];
    const clock = new MovableClock('2015-06-08T08:00:00+02:00');
    const log = lineLog({ write: (line) => lines.push(line), clock, format: jsonLine({}) });
    log('storeUnreadable', { file: evil, problem: evil });
    expect(lines).toHaveLength(1);
    expect(isInert(lines[0]?.trimEnd() ?? '')).toBe(true);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ file: evil });
  });
});
