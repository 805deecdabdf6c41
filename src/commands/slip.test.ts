import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { Program } from '../testing/program.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { keys, Terminal } from '../testing/terminal.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 90_000 });

/** An office whose reception prints as these settings say; its folder is the store. */
async function office(slipIn: (folder: string) => object) {
  const store = temporaryFolder();
  const place = (label: string, more: object = {}) => ({ label: { de: label, en: label }, ...more });
  writeSettings(store, {
    herford: exampleSite({ receptions: { E1: place('Empfang 1', { slip: slipIn(store) }) } }),
  });
  const env = { BEO_DATA: store };
  const server = Program.start(['server', '--port', '0'], { env });
  await server.until(/^beo listening on ws:/);
  return { store, env, beo: (...args: readonly string[]) => Program.run(args, { env }) };
}

const booking = ['checkin', '--concern', '3.2', '--fact', 'beratungsbedarf', '--identity-checked', '--slip'];

describe('a slip of a one-shot check-in', () => {
  test('goes to standard output, and says nothing of the concern; with --json it is a field', async () => {
    const { beo } = await office(() => ({}));
    await beo('desk', '1', 'open');
    const { stdout } = await beo(...booking);
    expect(stdout).toMatch(/#{3}/);
    expect(stdout).toContain('E001');
    expect(stdout).toMatch(/Wartezeit: ca. 0–5 Minuten/);
    expect(stdout).not.toMatch(/3\.2|WBA|Weiterbewilligung/);
    const answer = JSON.parse((await beo(...booking, '--json')).stdout) as Record<string, unknown>;
    expect(answer).toMatchObject({ number: 'E002', expectedWaitMinutes: [5, 25] });
    expect(answer.slip).toContain('E002');
  });

  test('goes to a file, one after the other, or to a command that gets the bytes as they are', async () => {
    const file = await office((folder) => ({ to: 'file', file: join(folder, 'slips') }));
    for (const number of ['E001', 'E002']) {
      expect((await file.beo(...booking)).stdout).toContain(number);
    }
    expect(readFileSync(join(file.store, 'slips'), 'utf8')).toMatch(/E001[^]+E002/);
    const command = await office((folder) => ({
      to: 'command',
      command: [
        process.execPath,
        '-e',
        'process.stdin.pipe(fs.createWriteStream(process.argv[1]))',
        join(folder, 'out $HOME'),
      ],
      escpos: true,
    }));
    await command.beo(...booking);
    const bytes = readFileSync(join(command.store, 'out $HOME'));
    expect([bytes.subarray(0, 2), bytes.subarray(-4)]).toEqual([
      Buffer.from([0x1b, 0x40]),
      Buffer.from([0x1d, 0x56, 0x42, 0]),
    ]);
  });

  test('that is not printed is named, and the visitor is checked in all the same', async () => {
    const { beo } = await office(() => ({ to: 'command', command: ['/no/such/printer'] }));
    const done = await beo(...booking);
    expect(done).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('E001') as string });
    expect(done.stderr).toContain('Eingebucht, aber der Nummernzettel wurde nicht gedruckt: ');
  });
});

test('the screen prints every number by itself; a printer that fails costs one line, and a key prints again', async () => {
  const here = await office((folder) => ({ to: 'command', command: [join(folder, 'printer')] }));
  const slips = join(here.store, 'slips');
  const screen = Terminal.start(['checkin', '--place', 'E1'], { env: here.env });
  await screen.until('Anliegen:');
  await screen.press('3', '2', keys.enter);
  await screen.until('Identität geprüft und einbuchen');
  await screen.press(keys.enter);
  await screen.until('! Der Zettel für E001 wurde nicht gedruckt.');
  await screen.until('Nummer E001');
  writeFileSync(join(here.store, 'printer'), `#!/bin/sh\ncat >> "${slips}"\n`);
  chmodSync(join(here.store, 'printer'), 0o700);
  await screen.press(keys.ctrl('d'));
  await screen.until('Zettel für E001 gedruckt.');
  expect(readFileSync(slips, 'utf8')).toContain('E001');
  await screen.press('3', '7', keys.enter);
  await screen.until('Identität geprüft und einbuchen');
  await screen.press(keys.enter);
  await screen.until('Nummer E002');
  await expect
    .poll(() => existsSync(slips) && readFileSync(slips, 'utf8'), { timeout: 20_000 })
    .toContain('E002');
});
