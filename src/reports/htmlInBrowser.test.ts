import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chromium, pagesOf, pdfToText, unless } from '../testing/counterparts.js';
import { exampleSheets, hostileTexts, sheetSaying } from '../testing/exampleSheets.js';
import { makeTemporaryFolder, type TemporaryFolder } from '../testing/temporaryFolder.js';
import { renderHtml } from './html.js';
import type { Sheet } from './sheet.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe's run gives, as far as it is looked at here. */
interface Findings {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const sheets: Readonly<Record<string, Sheet>> = {
  ...exampleSheets('de'),
  'a day in English': exampleSheets('en').day as Sheet,
  'many words': sheetSaying(hostileTexts.join(' '), 'de'),
  'one long word': sheetSaying('Wohnungsbeschaffungskosten'.repeat(5), 'de'),
};

describe.skipIf(chromium === undefined)(`the page in a real browser${unless(chromium, 'Chromium')}`, () => {
  let browser: Browser;
  let folder: TemporaryFolder;
  beforeAll(async () => {
    folder = makeTemporaryFolder();
    browser = await playwright.launch({ executablePath: chromium ?? '', args: ['--disable-gpu'] });
  });
  afterAll(() => browser.close());

  /** Opens a page that may ask for nothing but itself and has nothing to complain of. */
  async function opened(sheet: Sheet, look: (page: Page) => Promise<void>): Promise<void> {
    const file = join(folder.path, 'bericht.html');
    writeFileSync(file, renderHtml(sheet));
    const page = await browser.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    try {
      await page.goto(pathToFileURL(file).href);
      await look(page);
      expect({ requests, complaints }).toEqual({ requests: [pathToFileURL(file).href], complaints: [] });
    } finally {
      await page.close();
    }
  }

  test.each(Object.keys(sheets))('is no wider than any screen: %s', async (name) => {
    await opened(sheets[name] as Sheet, async (page) => {
      for (const width of [320, 480, 768, 1024, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        expect(wide, String(width)).toBeLessThanOrEqual(width);
      }
    });
  });

  test.each(['week', 'a day in English', 'many words'])('has no barrier that axe knows: %s', async (name) => {
    await opened(sheets[name] as Sheet, async (page) => {
      await page.evaluate(axe);
      for (const [colorScheme, width] of [
        ['light', 1280],
        ['dark', 320],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const { violations } = await page.evaluate<Findings>('axe.run()');
        const told = violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`);
        expect(told).toEqual([]);
      }
    });
  });

  test('keeps its bars and numbers where colours are forced', async () => {
    await opened(sheets.week as Sheet, async (page) => {
      await page.emulateMedia({ forcedColors: 'active' });
      const fills = await page.evaluate<string[]>(
        `[...document.querySelectorAll('rect.one')].map((bar) => getComputedStyle(bar).fill)`,
      );
      const ground = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      expect(fills.length).toBeGreaterThan(5);
      expect(fills).not.toContain(ground);
    });
  });

  test('says what its texts say, whatever they are', async () => {
    const text = hostileTexts.join(' ').replaceAll(/\s+/g, ' ').replaceAll('\0', '\uFFFD');
    await opened(sheets['many words'] as Sheet, async (page) => {
      const read = await page.evaluate<string[]>(
        `[...document.querySelectorAll('title, h1, h2, th[scope=row], main p:not(.legend)')].map((element) => element.textContent)`,
      );
      expect(new Set(read.map((one) => one.replaceAll(/\s+/g, ' ')))).toEqual(new Set([text]));
      expect(await page.evaluate('document.scripts.length + document.images.length')).toBe(0);
    });
  });

  test('every chart has a title and its values for those who do not see it, and a table beside it', async () => {
    await opened(sheets.weeks as Sheet, async (page) => {
      const charts = await page.evaluate<{ named: string[]; table: boolean }[]>(`
        [...document.querySelectorAll('svg[role=img]')].map((svg) => ({
          named: svg.getAttribute('aria-labelledby').split(' ').map((id) => document.getElementById(id).textContent),
          table: svg.closest('section').querySelector('table') !== null,
        }))`);
      expect(charts.map(({ named }) => named[0])).toEqual([
        'K2 Durchschnittliche tägliche Wartezeit je Kundenkontakt (min:s)',
        'K3 Durchschnittliche tägliche Wartezeit nach Anliegen (min:s)',
        'K5 Durchschnittliche tägliche Bearbeitungszeit nach Anliegen (min:s)',
        'K11 Ankommende und bearbeitete Kunden je Stunde',
        'Wochentage (min:s)',
      ]);
      expect(charts[0]?.named[1]).toBe('Mittel: KW 23 0:00; KW 24 6:00; KW 27 7:09; KW 28 3:33. Ziel 15:00.');
      expect(charts.every(({ table }) => table)).toBe(true);
    });
  });

  test.skipIf(pdfToText === undefined)(
    `prints on A4, with whose report it is on every page${unless(pdfToText, 'pdftotext')}`,
    async () => {
      await opened(sheets.weeks as Sheet, async (page) => {
        const path = join(folder.path, 'bericht.pdf');
        const pdf = await page.pdf({ path, preferCSSPageSize: true });
        const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[([\d. ]+)\]/g)].map(([, box = '']) =>
          box.split(' ').map((side) => Math.round(Number(side))),
        );
        const pages = await pagesOf(path);
        expect(boxes.length).toBe(pages.length);
        expect(new Set(boxes.map(String))).toEqual(new Set(['0,0,595,842']));
        expect(pages.length).toBeLessThanOrEqual(8);
        for (const [i, text] of pages.entries()) {
          expect(text).toContain('Herford');
          expect(text).toContain('01.06.2015 bis 09.07.2015');
          expect(text).toContain(`Seite ${i + 1} von ${pages.length}`);
        }
        // A table that goes on has its heads again.
        const torn = pages.filter((text) => text.includes('3.14 Kommunikation mit Dritten'));
        for (const text of torn) expect(text).toContain('KW 23');
        for (const heading of ['K1 ', 'K13 ', 'Erläuterungen']) expect(pages.join('\n')).toContain(heading);
      });
    },
  );
});
