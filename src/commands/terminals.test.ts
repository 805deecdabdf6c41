import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Program } from '../testing/program.js';
import { preloading } from '../testing/startedProgram.js';
import { keys, Terminal } from '../testing/terminal.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

interface Office {
  readonly store: string;
  readonly server: Program;
}

async function office(): Promise<Office> {
  const store = temporaryFolder();
  const server = Program.start(['server', '--port', '0'], { env: { BEO_DATA: store } });
  await server.until(/^beo listening on ws:/);
  return { store, server };
}

const open = (
  { store }: Office,
  args: readonly string[],
  options: { columns?: number; rows?: number } = {},
) => Terminal.start(args, { env: { BEO_DATA: store }, ...options });

describe('a visitor with concern 3.2 and need for advice', () => {
  test('is checked in, called from desk 1, shown large, finished, and appears in the report of the day', async () => {
    const here = await office();
    const reception = open(here, ['checkin', '--place', 'E1']);
    const desk = open(here, ['desk', '1']);
    const display = open(here, ['display']);

    await reception.until('Anliegen');
    await reception.press('w', 'b', 'a');
    await reception.until('3.2');
    await reception.press(keys.enter);
    await reception.until('Beratung oder Ausfüllhilfe');
    await reception.press('1');
    await reception.until('[x]');
    await reception.press(keys.enter);
    await reception.until('E001');

    await desk.until('E001');
    await desk.press(keys.enter);
    await desk.until('geöffnet');
    await desk.press(keys.enter);
    await desk.until('aufgerufen seit');
    await display.until('Platz 1');
    expect(display.text()).toMatch(/[█▀▄]{3}/);
    expect(display.text()).not.toContain('3.2');
    await desk.press(keys.enter);
    await desk.until('in Bearbeitung');
    await display.until((text) => !text.includes('Platz 1'), 'nobody called');
    await desk.press(keys.enter);
    await desk.until('E001: erledigt');

    const report = await Program.run(['report', '--day', '--json'], { env: { BEO_DATA: here.store } });
    expect(JSON.parse(report.stdout)).toMatchObject({
      visits: { total: 1, tickets: 1 },
      tickets: { served: 1, contacts: 1 },
      byConcern: [{ concern: '3.2', contacts: 1 }],
    });

    for (const terminal of [reception, desk, display]) {
      await terminal.press(keys.ctrl('c'));
      if (terminal !== display) {
        await terminal.until(/Strg\+C.*beende/);
        await terminal.press(keys.ctrl('c'));
      }
      expect(await terminal.exited).toMatchObject({ exitCode: 0 });
      expect(terminal.alternate).toBe(false);
    }
  });
});

describe('the menu', () => {
  test('opens a screen, comes back, and ends with its own server', async () => {
    const store = temporaryFolder();
    const menu = Terminal.start(['--data', store], { env: preloading('anyPort') });
    await menu.until('Was möchten Sie öffnen?');
    await menu.press('3');
    await menu.until('verbunden');
    await menu.press(keys.ctrl('q'));
    await menu.until('Was möchten Sie öffnen?');
    await menu.press(keys.ctrl('q'));
    expect(await menu.exited).toMatchObject({ exitCode: 0 });
    expect(menu.alternate).toBe(false);
  });

  test('finds a server that runs', async () => {
    const here = await office();
    const [, url = ''] = await here.server.until(/^beo listening on (ws:\S+)$/);
    const menu = open(here, []);
    await menu.until(url);
  });
});

describe('every screen', () => {
  let here: Office;
  beforeAll(async () => {
    here = await office();
  });

  test.each([
    ['checkin', ['checkin', '--place', 'E2']],
    ['desk', ['desk', '2']],
    ['stats', ['stats']],
    ['display', ['display']],
  ])(
    '%s gives the terminal back on SIGTERM, and shows itself in German and English, large and small',
    async (_, line) => {
      for (const [lang, columns, rows] of [
        ['de', 80, 24],
        ['en', 120, 40],
      ] as const) {
        const terminal = open(here, [...line, '--lang', lang], { columns, rows });
        await terminal.until((text) => text.trim() !== '' && terminal.alternate, 'a screen');
        if (line[0] !== 'display') await terminal.until(lang === 'de' ? 'verbunden' : 'connected');
        terminal.resize(100, 30);
        await terminal.until((text) => text.split('\n').length === 30, 'the new size');
        terminal.signal('SIGTERM');
        await terminal.exited;
        expect(terminal.alternate).toBe(false);
      }
    },
  );

  test('says what it needs when the terminal is too small', async () => {
    const terminal = open(here, ['stats'], { columns: 60, rows: 15 });
    await terminal.until('80');
    expect(terminal.text()).toContain('60');
  });
});

describe('the lead', () => {
  test('is told how many desks it takes, in small and in large, as the desks call', async () => {
    const here = await office();
    const env = { BEO_DATA: here.store };
    const beo = (...args: string[]) => Program.run(args, { env });
    const booking = ['checkin', '--concern', '3.2', '--fact', 'beratungsbedarf', '--identity-checked'];
    for (let i = 0; i < 5; i += 1) expect((await beo(...booking)).exitCode).toBe(0);
    await beo('desk', '1', 'call');

    // Four wait and one desk serves: (4 + 1) · 10 minutes; of three desks two are free, so (2 + 1) · 10 / 3.
    const small = open(here, ['stats'], { columns: 80, rows: 24 });
    await small.until('! Noch 2 Plätze öffnen: der Nächste wartet sonst 50 min, mit 3 Plätzen 17 min');
    await small.until('! Mindestbesetzung 2,5 unterschritten: 1 offen');
    expect(small.text()).not.toContain('Kunden jetzt');
    const large = open(here, ['stats', '--lang', 'en', '--ascii'], { columns: 200, rows: 60 });
    await large.until('! Open 2 more desks: else the next waits 50 min, with 3 desks 17 min');
    await large.until('visitors now');
    expect(large.text()).toMatch(/#{5}/);

    await beo('desk', '2', 'open');
    await beo('desk', '3', 'open');
    await small.until('✓ 3 Plätze genügen: der Nächste wartet 10 min');
    await large.until('+ 3 desks are enough: the next waits 10 min');
    await large.until('+ Minimum staffing 2.5 met: 3 open');
  });
});

describe('a server that goes away', () => {
  test('is noticed by the screens, which come back by themselves', async () => {
    const here = await office();
    const [, url = ''] = await here.server.until(/^beo listening on (ws:\S+)$/);
    const desk = open(here, ['desk', '1']);
    await desk.until('verbunden');
    await here.server.kill();
    await desk.until('getrennt');
    const again = Program.start(['server', '--port', new URL(url).port], { env: { BEO_DATA: here.store } });
    await again.until(/^beo listening/);
    await desk.until((text) => text.includes('verbunden') && !text.includes('getrennt'), 'connected again');
  });
});

test('a screen of the staff finds its server again, on whatever port it comes back', async () => {
  const here = await office();
  const desk = open(here, ['desk', '1']);
  await desk.until('● verbunden');
  await desk.press(keys.enter);
  await desk.until('Platz 1 geöffnet');
  await here.server.kill();
  await desk.until('○ getrennt seit');
  const again = Program.start(['server', '--port', '0'], { env: { BEO_DATA: here.store } });
  await again.until(/^beo listening on ws:/);
  await desk.until('● verbunden');
  await Program.run(['checkin', '--concern', '3.7', '--identity-checked'], { env: { BEO_DATA: here.store } });
  await desk.until('Eingabe E001 aufrufen');
});
