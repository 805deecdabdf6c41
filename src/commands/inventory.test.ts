import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Inventory } from '../inventory/inventory.js';
import { Program } from '../testing/program.js';
import { exampleSite, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 60_000 });

const beo = (store: string, ...args: readonly string[]) => Program.run(args, { env: { BEO_DATA: store } });

const inventory = async (store: string, ...args: readonly string[]): Promise<Inventory> =>
  JSON.parse((await beo(store, 'inventory', '--json', ...args)).stdout) as Inventory;

describe('beo inventory', () => {
  test('[R3] prints what is kept for how long by the settings of the store, else by those that one begins with', async () => {
    const none = join(temporaryFolder(), 'none');
    expect(await inventory(none)).toMatchObject({
      settings: 'defaults',
      sites: [{ site: 'herford', rowsDays: 14, figuresMonths: 24, minContacts: 5, minDesks: 3 }],
    });
    const store = join(temporaryFolder(), 'store');
    writeSettings(store, {
      herford: { ...exampleSite(), retention: { rowsDays: 3, figuresMonths: 7 } },
      buende: exampleSite(),
    });
    const own = await inventory(store, '--lang', 'en');
    expect(own.settings).toBe('store');
    const retentionOf = (name: string) => own.stored.find((holder) => holder.name === name)?.retention;
    expect(retentionOf('TicketCalled')).toContain('3 (herford), 14 (buende) days');
    expect(retentionOf('archive')).toContain('7 (herford), 24 (buende) months');
  });

  test('says of every field what it is, in both languages, and of every stored one why, how long and for whom', async () => {
    const none = join(temporaryFolder(), 'none');
    for (const language of ['de', 'en']) {
      const told = await inventory(none, '--lang', language);
      const holders = [told.stored, told.shapes, told.sent, told.asked, told.logged].flat();
      for (const { meaning } of holders.flatMap(({ fields }) => fields)) expect(meaning).not.toBe('');
      for (const holder of told.stored) {
        for (const key of ['file', 'purpose', 'retention', 'seenBy'] as const)
          expect(holder[key]).toMatch(/\S/);
      }
    }
  });

  test('lists every command of the program', async () => {
    const none = join(temporaryFolder(), 'none');
    const { stdout } = await beo(none, '--help', '--lang', 'en');
    const [, commands = ''] = stdout.split('Commands:');
    const named = [...commands.matchAll(/^ {2}([a-z][a-z-]*)/gm)].flatMap(([, name]) => name ?? []);
    const { printed } = await inventory(none);
    expect(named.filter((name) => name !== 'help' && name !== 'beo').toSorted()).toEqual(
      printed.map(({ command }) => command).toSorted(),
    );
  });

  test('fits a terminal of 80 columns, and paper', async () => {
    const none = join(temporaryFolder(), 'none');
    const { stdout, stderr, exitCode } = await beo(none, 'inventory', '--ascii', '--lang', 'de');
    expect([stderr, exitCode]).toEqual(['', 0]);
    // The store's path may be longer, and nothing breaks it.
    const lines = stdout.split('\n').filter((line) => !line.includes(none));
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toMatch(/^[ -~\n]*$/);
    const paper = (await beo(none, 'inventory', '--format', 'md')).stdout;
    const tables = paper.split('\n\n').filter((block) => block.startsWith('|'));
    for (const table of tables) {
      const widths = table
        .trim()
        .split('\n')
        .map((line) => line.replaceAll(String.raw`\|`, '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
    expect(tables.length).toBeGreaterThan(50);
  });
});
