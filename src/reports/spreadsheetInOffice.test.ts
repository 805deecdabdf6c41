import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { convert, libreOffice, pagesOf, pdfToText, unless } from '../testing/counterparts.js';
import { exampleSheets, hostileTexts, sheetSaying } from '../testing/exampleSheets.js';
import { readCsv } from '../testing/readCsv.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { renderCsv } from './csv.js';
import type { Sheet } from './sheet.js';
import { renderSpreadsheet } from './spreadsheet.js';
import { worksheetsOf } from './workbook.js';

vi.setConfig({ testTimeout: 120_000 });

const { week, weeks } = exampleSheets('de') as { week: Sheet; weeks: Sheet };

function saved(name: string, content: string | Uint8Array): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
}

/** Semicolon, UTF-8, texts quoted, every sheet; numbers as they are shown or as they are. */
const asCsv = (isShown: boolean) =>
  `csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,true,false,${isShown},false,false,-1`;

/** The records of what LibreOffice wrote: by itself with plain ends of lines. */
const recordsOf = (csv: Buffer | undefined): string[][] =>
  readCsv((csv?.toString('utf8') ?? '').replaceAll(/\r?\n/g, '\r\n'), ';');

/** The records of every sheet, by its name. */
async function sheetsOf(workbook: Uint8Array, isShown: boolean): Promise<Map<string, string[][]>> {
  const files = await convert(saved('bericht.xlsx', workbook), asCsv(isShown));
  return new Map(
    Object.entries(files).map(([name, content]) => [
      name.replace(/^bericht-|\.csv$/g, ''),
      recordsOf(content),
    ]),
  );
}

/** "12:05:13 AM", "05:13.3333333", "94.4%" or "12" as the number that the cell's unit counts. */
function numberIn(text: string): number {
  if (text.endsWith('%')) return Number(text.slice(0, -1)) / 100;
  // As it is edited a span of time is a time of the day, and midnight is twelve.
  const parts = text
    .replace(/^12(:.* AM)$/, '0$1')
    .replace(' AM', '')
    .split(':');
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}

describe.skipIf(libreOffice === undefined)(`in a real office${unless(libreOffice, 'LibreOffice')}`, () => {
  test('the workbook holds every word and every number of the report', async () => {
    for (const sheet of [week, weeks]) {
      const read = await sheetsOf(await renderSpreadsheet(sheet), false);
      const worksheets = worksheetsOf(sheet);
      expect([...read.keys()].toSorted()).toEqual(worksheets.map(({ name }) => name).toSorted());
      for (const { name, rows } of worksheets) {
        for (const [i, row] of rows.entries()) {
          for (const [column, { content }] of row.entries()) {
            const found = read.get(name)?.[i]?.[column] ?? '';
            const place = `${name}, row ${i + 1}, column ${column + 1}`;
            if (typeof content === 'string') expect(found, place).toBe(content);
            else if (content.value === undefined) expect(found, place).toBe(content.text);
            else expect(numberIn(found), place).toBeCloseTo(content.value, 5);
          }
        }
      }
    }
  });

  test('shows durations as the report does', async () => {
    const read = await sheetsOf(await renderSpreadsheet(weeks), true);
    for (const { name, rows } of worksheetsOf(weeks)) {
      for (const [i, row] of rows.entries()) {
        for (const [column, { content }] of row.entries()) {
          if (typeof content !== 'object' || content.unit !== 'seconds') continue;
          const shown = read.get(name)?.[i]?.[column]?.replace(/^(~?)0(?=\d:)/, '$1');
          expect(content.text.replace(/ \(n .*/, ''), `${name} ${i + 1}`).toBe(shown);
        }
      }
    }
  });

  test('no text is calculated, in the workbook or in CSV', async () => {
    const rows = hostileTexts.map((label) => ({ label, cells: [{ text: label }] }));
    const sections = [{ kind: 'list', heading: 'Texte', heads: ['Text'], rows } as const];
    const sheet = { ...sheetSaying('x', 'de'), sections };
    const workbook = [...(await sheetsOf(await renderSpreadsheet(sheet), true)).values()].flat(2);
    for (const text of ['=1+1', '+49 5221 12345', '-3', '@SUM(A1:A9)', 'K_x0041_ _x005F_']) {
      expect(workbook).toContain(text);
    }
    const csv = await convert(saved('bericht.csv', renderCsv(sheet)), asCsv(true), [
      '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1031,false,true',
    ]);
    const fields = recordsOf(Object.values(csv)[0]).flat();
    expect(fields).toContain("'=1+1");
    expect(fields).not.toContain('2');
  });

  test('German CSV opens with its values as numbers', async () => {
    const file = saved('bericht.csv', renderCsv(week));
    const files = await convert(file, asCsv(false), [
      '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1031,false,false',
    ]);
    const records = recordsOf(Object.values(files)[0]);
    const written = readCsv(renderCsv(week), ';');
    expect(records.length).toBe(written.length);
    for (const [i, record] of records.entries()) {
      const [value = '', expected = ''] = [record[3], written[i]?.[3]];
      if (i === 0 || expected === '') expect(value).toBe(expected);
      else expect(Number(value)).toBeCloseTo(Number(expected.replace(',', '.')), 9);
      expect(record[0]).toBe(written[i]?.[0]);
    }
  });

  test.skipIf(pdfToText === undefined)(
    `prints with whose report it is on every page${unless(pdfToText, 'pdftotext')}`,
    async () => {
      const workbook = saved('bericht.xlsx', await renderSpreadsheet(week));
      const pdf = Object.values(await convert(workbook, 'pdf'))[0] ?? Buffer.alloc(0);
      const pages = await pagesOf(saved('bericht.pdf', pdf));
      expect(pages.length).toBeGreaterThanOrEqual(worksheetsOf(week).length);
      for (const [i, text] of pages.entries()) {
        expect(text).toContain(week.subject.period);
        expect(text).toContain(`Seite ${i + 1} von ${pages.length}`);
      }
      // The criteria go on on a second page, below the same heads.
      expect(pages[1]).toContain('08.06.');
    },
  );
});
