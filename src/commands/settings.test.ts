import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { Program, type Finished } from '../testing/program.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { Terminal } from '../testing/terminal.js';

vi.setConfig({ testTimeout: 60_000 });

function newStore(more: object = {}): string {
  const store = join(temporaryFolder(), 'store');
  writeSettings(store, { herford: exampleSite(), ...more });
  return store;
}

const beo = (store: string, ...args: readonly string[]): Promise<Finished> =>
  Program.run(['settings', ...args], { env: { BEO_DATA: store } });

async function json(store: string, ...args: readonly string[]): Promise<unknown> {
  return JSON.parse((await beo(store, ...args, '--json')).stdout);
}

async function serving(store: string): Promise<void> {
  const server = Program.start(['server', '--port', '0'], { env: { BEO_DATA: store } });
  await server.until(/^beo listening on/);
}

describe('beo settings', () => {
  test('shows nobody the example for the settings of a server elsewhere', async () => {
    const none = join(temporaryFolder(), 'none');
    const elsewhere = 'wss://beo.example:7717';
    for (const action of ['show', 'explain', 'log']) {
      const told = await beo(none, action, '--server', elsewhere);
      expect(told).toMatchObject({ exitCode: 1, stdout: '' });
      expect(told.stderr).toContain(`Servers ${elsewhere}`);
      const env = { BEO_DATA: none, BEO_SERVER: elsewhere };
      expect((await Program.run(['settings', action], { env })).stderr).toBe(told.stderr);
    }
    const store = newStore();
    // On a server's own machine the variable stands in no one's way.
    const here = { BEO_DATA: store, BEO_SERVER: elsewhere };
    expect(await Program.run(['settings', 'show', 'queue.letter'], { env: here })).toMatchObject({
      exitCode: 0,
    });
    expect((await beo(store, 'unset', 'sites.herford', '--server', elsewhere)).stderr).toContain(elsewhere);
  });

  test('changes the file where no server runs, and keeps it on record', async () => {
    const store = newStore();
    expect(await json(store, 'set', 'queue.noShowAfterSeconds', '240')).toEqual({
      path: 'queue.noShowAfterSeconds',
      before: 180,
      after: 240,
      changed: true,
      effect: 'serverStart',
    });
    expect((await beo(store, 'set', 'name', 'Jobcenter Enger')).stdout).toBe(
      'name: "Jobcenter Herford (Beispiel)" → "Jobcenter Enger"\nGilt ab dem nächsten Start des Servers.\n',
    );
    expect((await beo(store, 'set', 'desks.1.room', '12')).exitCode).toBe(0);
    expect(await json(store, 'show', 'desks.1.room')).toBe('12');
    expect((await beo(store, 'unset', 'queue.noShowAfterSeconds')).stdout).toContain(': 240 → 180');
    expect(await json(store, 'log')).toMatchObject({
      changes: [
        {
          revision: 1,
          by: 'machine',
          path: 'sites.herford.queue.noShowAfterSeconds',
          before: 180,
          after: 240,
        },
        { revision: 2, path: 'sites.herford.name' },
        { revision: 3, path: 'sites.herford.desks.1.room', after: '12' },
        { revision: 4, before: 240, after: 180 },
      ],
    });
    const [first = ''] = (await beo(store, 'log')).stdout.split('\n');
    expect(first).toMatch(/^\d\d\.\d\d\.\d{4} \d\d:\d\d  Rechner  queue\.noShowAfterSeconds: 180 → 240$/);
  });

  test('changes through the server that runs on the store, at once', async () => {
    const store = newStore();
    await serving(store);
    expect((await beo(store, 'set', 'queue.noShowAfterSeconds', '240')).stdout).toBe(
      'queue.noShowAfterSeconds: 180 → 240\nGilt sofort.\n',
    );
    expect((await beo(store, 'set', 'sites.herford.queue.letter', 'B', '--lang', 'en')).stdout).toBe(
      'queue.letter: "E" → "B"\nCounts from the next day on.\n',
    );
    expect(await json(store, 'log')).toMatchObject({ changes: [{ by: 'lead' }, { by: 'lead' }] });
    for (const [path, value] of [
      ['receptions.E1.slip.to', 'stdout'],
      ['privacy.minContacts', '1'],
    ] as const) {
      expect(await json(store, 'set', path, value)).toMatchObject({ error: { name: 'settingOnlyThere' } });
    }
    expect(await json(store, 'set', 'sites.enger', '{}')).toMatchObject({ error: { name: 'storeInUse' } });
  });

  test('spares whoever reads changed settings the check, as after a start', async () => {
    const store = newStore();
    const checked = () => {
      const [head = ''] = readFileSync(join(store, 'settings.checked.json'), 'utf8').split('\n', 1);
      return (JSON.parse(head) as { readonly text: string }).text;
    };
    const written = () => readFileSync(join(store, 'settings.json'), 'utf8');
    await serving(store);
    expect(checked()).toBe(written());
    await beo(store, 'set', 'queue.noShowAfterSeconds', '240');
    expect(written()).toContain('240');
    expect(checked()).toBe(written());
    expect(await json(store, 'show', 'queue.noShowAfterSeconds')).toBe(240);
  });

  test('reaches the screens that are open', async () => {
    const store = newStore();
    await serving(store);
    const desk = Terminal.start(['desk', '1'], { env: { BEO_DATA: store } });
    const lead = Terminal.start(['stats'], { columns: 120, rows: 40, env: { BEO_DATA: store } });
    await desk.until('Platz 1');
    await lead.until('Platz 1');
    await beo(store, 'set', 'desks.1.label.de', 'Ecke');
    await desk.until('Ecke');
    expect((await beo(store, 'unset', 'desks.1')).exitCode).toBe(0);
    await desk.until('Den Platz „1“ gibt es hier nicht.');
    await beo(store, 'set', 'desks.2.label.de', 'Mitte');
    await lead.until('Mitte');
  });

  test('only says what would change with --dry-run', async () => {
    const store = newStore();
    const before = readFileSync(join(store, 'settings.json'), 'utf8');
    expect((await beo(store, 'set', 'queue.letter', 'B', '--dry-run')).stdout).toContain(
      'Nicht geändert, nur geprüft.',
    );
    await serving(store);
    expect(await json(store, 'set', 'queue.letter', 'B', '--dry-run')).toMatchObject({
      changed: true,
      dryRun: true,
      effect: 'nextDay',
    });
    expect(readFileSync(join(store, 'settings.json'), 'utf8')).toBe(before);
  });

  test.each([
    [['set', 'queue.leter', 'B'], 1, /gibt es nicht\. Meinten Sie queue\.letter\?/],
    [['set', 'queue.letter', 'Q'], 1, /queue\.letter: "Q" geht nicht; erlaubt: ein Großbuchstabe/],
    [['set', 'queue.peakUtilisation', '0,9'], 1, /"0,9" geht nicht; erlaubt: Zahl von 0 bis 1/],
    [['set', 'desks.5', '{"lable":{}}'], 1, /desks\.5\.label/],
    [['set', 'revision', '1'], 1, /revision setzt beo selbst/],
    [['set', 'queue.letter'], 2, /fehlt der Wert/],
    [['set'], 2, /Welche Einstellung/],
    [['unset', 'name'], 1, /name: fehlt; erlaubt: Text, 1 bis 60 Zeichen/],
    [['show', 'desk'], 1, /Meinten Sie desks\?/],
    [['explain', 'colour'], 1, /Die Einstellung colour gibt es nicht/],
    [['log', 'a', 'b'], 2, /Zu viele Angaben/],
  ])('%j is refused with what to try', async (args, exitCode, sentence) => {
    const finished = await beo(newStore(), ...args);
    expect(finished.exitCode).toBe(exitCode);
    expect(finished.stderr).toMatch(sentence);
  });

  test('explains a setting, a group of them, or all', async () => {
    const store = newStore();
    expect((await beo(store, 'explain', 'queue.letter')).stdout).toBe(
      `queue.letter
  Buchstabe vor jeder Nummer; nie das Anliegen. Ohne I, O, Q; V zählt
  Vorsprachen
    erlaubt: ein Großbuchstabe, nicht I, O, Q und V
    Standard: "E"
    jetzt: "E"
    gilt: ab dem nächsten Tag
    ändert: die Teamleitung, auch während der Server läuft
`,
    );
    const desk = (await beo(store, 'explain', 'desks.1', '--lang', 'en')).stdout;
    expect(desk).toContain('\ndesks.1.skills\n  concerns or groups it serves; null: all (R34)\n');
    expect(desk).toContain('    now: "202"\n');
    const { stdout } = await beo(store, 'explain');
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
    expect(stdout).toContain('\nreceptions.*.slip.command\n');
    expect(stdout).toContain('\nretention.changesMonths\n');
    expect(await json(store, 'explain', 'queue.recallGapSeconds')).toEqual([
      {
        path: 'queue.recallGapSeconds',
        meaning: 'kürzeste Zeit zwischen zwei Aufrufen einer Nummer',
        allowed: { kind: 'number', whole: true, min: 0, max: 86_400 },
        allowedText: 'ganze Zahl von 0 bis 86400',
        required: false,
        default: 5,
        value: 5,
        effect: 'atOnce',
        changedBy: 'lead',
      },
    ]);
  });

  test('adds and removes sites while no server runs, but none that has records', async () => {
    const store = newStore();
    expect((await beo(store, 'set', 'sites.enger', JSON.stringify(exampleSite()))).exitCode).toBe(0);
    expect(await json(store, 'show', 'name')).toMatchObject({ error: { name: 'siteMissing' } });
    expect(await json(store, 'show', 'name', '--site', 'enger')).toBe('Jobcenter Herford (Beispiel)');
    const server = Program.start(['server', '--port', '0'], { env: { BEO_DATA: store } });
    await server.until(/^beo listening on/);
    await server.stop();
    expect(await json(store, 'unset', 'sites.enger')).toMatchObject({ error: { name: 'siteHasDays' } });
  });

  test("shows, explains and changes what is the store's own, while no server runs", async () => {
    const store = newStore({ enger: exampleSite() });
    expect((await beo(store, 'explain', 'network.connections')).stdout).toContain('    jetzt: 500\n');
    expect(await json(store, 'set', 'network.connections', '600')).toMatchObject({
      path: 'network.connections',
      before: 500,
      after: 600,
    });
    expect(await json(store, 'show', 'network')).toMatchObject({ connections: 600, origins: [] });
    expect((await beo(store, 'log')).stdout).toContain('  network.connections: 500 → 600\n');
    await serving(store);
    expect(await json(store, 'unset', 'network.connections')).toMatchObject({
      error: { name: 'storeInUse' },
    });
  });

  test('leaves a file that is wrong to its author', async () => {
    const store = newStore();
    writeFileSync(join(store, 'settings.json'), JSON.stringify({ version: 1, sites: { herford: {} } }));
    const { exitCode, stderr } = await beo(store, 'set', 'queue.letter', 'B');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('sites.herford.name: fehlt; erlaubt: Text, 1 bis 60 Zeichen');
  });
});
