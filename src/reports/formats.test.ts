import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { defaultLimits, spreadWeek } from '../testing/exampleReports.js';
import { exampleSheets } from '../testing/exampleSheets.js';
import { expectGolden } from '../testing/golden.js';
import { formatOfFile, formats } from './formats.js';
import { renderAs } from './renderAs.js';
import { reportSheet } from './reportSheet.js';
import { renderSpreadsheet } from './spreadsheet.js';

const languages = ['de', 'en'] as const;
const sheetFormats = formats.filter((format) => format !== 'json');

const bytes = (content: string | Uint8Array) => Buffer.from(content);

/** A workbook's parts as text, an element a line. */
const partsOf = (workbook: Uint8Array): string =>
  Object.entries(unzipSync(workbook))
    .map(([path, content]) => `==== ${path}\n${strFromU8(content).replaceAll('><', '>\n<')}\n`)
    .join('');

describe.each(languages)('the week of S16, %s', (language) => {
  const sheet = reportSheet(spreadWeek(defaultLimits), { language });
  const file = (ending: string) => new URL(`golden/s16-week.${language}.${ending}`, import.meta.url);

  test.each(['csv', 'md', 'html'] as const)('as %s', async (format) => {
    expectGolden(String(await renderAs(format, sheet)), file(format));
  });

  test('as the parts of a workbook', async () => {
    expectGolden(partsOf(await renderSpreadsheet(sheet)), file('xlsx.txt'));
  });
});

describe.each(sheetFormats)('%s', (format) => {
  test.each(languages)('the same report has the same bytes, wherever it is made, %s', async (language) => {
    const { TZ } = process.env;
    for (const [name, sheet] of Object.entries(exampleSheets(language))) {
      const made: Buffer[] = [];
      try {
        for (const zone of ['America/Los_Angeles', 'Europe/Berlin', 'Pacific/Apia']) {
          process.env.TZ = zone;
          made.push(bytes(await renderAs(format, sheet)));
        }
      } finally {
        process.env.TZ = TZ;
      }
      expect(
        made.every((one) => made[0]?.equals(one)),
        name,
      ).toBe(true);
    }
  });

  test.each(languages)(
    'says whose, when, of how many, what is missing and how it is meant, %s',
    async (language) => {
      const { week } = exampleSheets(language);
      if (!week) throw new Error('no week');
      const content = await renderAs(format, week);
      const text = (typeof content === 'string' ? content : partsOf(content)).replaceAll(/\s+/g, ' ');
      const { site, period } = week.subject;
      expect(text).toContain(site);
      expect(text).toContain(period);
      const notes = week.sections.find(({ kind, heading }) => kind === 'text' && /Erl|Notes/.test(heading));
      if (notes?.kind !== 'text') throw new Error('no notes');
      for (const paragraph of notes.paragraphs) {
        const words = paragraph.replaceAll(/["“”„~&]/g, ' ').split(/\s{2,}|\s$/);
        const plain = text.replaceAll(/&quot;|&amp;|&#39;|["“”„~&\\]/g, ' ');
        for (const part of words) expect(plain).toContain(part.trim());
      }
      expect(text).toContain(language === 'de' ? 'n Kontakte' : 'n contacts');
      expect(text).toContain(format === 'csv' ? (language === 'de' ? 'darf nicht' : 'may not be') : '•');
    },
  );
});

test('a workbook names no author, no program and no time but the last day of its period', async () => {
  const { week } = exampleSheets('de');
  if (!week) throw new Error('no week');
  const workbook = Buffer.from(await renderSpreadsheet(week));
  const parts = partsOf(workbook);
  expect(parts).not.toMatch(/creator|lastModifiedBy|Application/);
  expect(new Set(parts.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g))).toEqual(new Set(['2015-06-14T00:00:00Z']));
  // MS-DOS dates of the entries, in their local headers and in the central directory.
  const datesAfter = (signature: string, offset: number) =>
    workbook
      .toString('latin1')
      .split(signature)
      .slice(1)
      .map((header) => Buffer.from(header, 'latin1').readUInt32LE(offset));
  const dates = [...datesAfter('PK\u0003\u0004', 6), ...datesAfter('PK\u0001\u0002', 8)];
  const noon = (((2015 - 1980) << 25) | (6 << 21) | (14 << 16) | (12 << 11)) >>> 0;
  expect(new Set(dates)).toEqual(new Set([noon]));
});

test('a span of time below zero is written as its words, since Excel can not show it', async () => {
  const { week } = exampleSheets('de');
  if (!week) throw new Error('no week');
  const cells = [
    { text: '-1:30', value: -90, unit: 'seconds' as const },
    { text: '1:30', value: 90, unit: 'seconds' as const },
  ];
  const rows = [{ label: 'Unterschied', cells }];
  const sections = [{ kind: 'list' as const, heading: 'Vergleich', heads: ['a', 'b'], rows }];
  const parts = partsOf(await renderSpreadsheet({ ...week, sections }));
  expect(parts).toContain('<t>-1:30</t>');
  expect(parts).toContain(`<v>${90 / 86_400}</v>`);
});

test.each([
  ['woche.HTML', 'html'],
  ['a.b/woche.htm', 'html'],
  ['woche.csv', 'csv'],
  ['woche.md', 'md'],
  ['woche.xlsx', 'xlsx'],
  ['woche.json', 'json'],
  ['woche.txt', 'table'],
  ['woche', undefined],
  ['woche.pdf', undefined],
  ['/dev/stdout', undefined],
])('the ending of %s means %s', (file, format) => {
  expect(formatOfFile(file)).toBe(format);
});
