import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { exampleSheets, hostileTexts, sheetSaying } from '../testing/exampleSheets.js';
import { readCsv } from '../testing/readCsv.js';
import { renderCsv } from './csv.js';
import { oneSpaced } from './formatTexts.js';
import { renderHtml } from './html.js';
import { cssString } from './htmlEscape.js';
import { renderMarkdown } from './markdown.js';
import { renderSpreadsheet } from './spreadsheet.js';

/** Any text at all, often with the signs that a format takes for its own. */
const anyText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(...Array.from(`=+-@'";,|\\<>&#*_[]()~$:/. \t\r\nax0_A`)),
    maxLength: 30,
  }),
);

/** Not empty: a report has a name for whatever it prints. */
const someText = anyText.filter((text) => oneSpaced(text) !== '');

const check = (property: fc.IProperty<[string]>): void => fc.assert(property, { numRuns: 300, seed: 7 });

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#13': '\r',
};
const decoded = (markup: string) =>
  markup.replaceAll(/&([a-z#0-9]+);/g, (whole, name: string) => entities[name] ?? whole);

describe('CSV', () => {
  const separators = { de: ';', en: ',' } as const;
  /** What a reader gets who takes away the one apostrophe that guards a text. */
  const unguarded = (field: string) => field.replace(/^'/, '');

  test.each(['de', 'en'] as const)(
    'gives every text back, in fields as many as its head has, %s',
    (language) => {
      check(
        fc.property(anyText, (text) => {
          const records = readCsv(renderCsv(sheetSaying(text, language)), separators[language]);
          const [head = []] = records;
          expect(records.every(({ length }) => length === head.length)).toBe(true);
          const texts = records.slice(1).map((record) => unguarded(record.at(-1) ?? ''));
          expect(new Set(texts)).toEqual(new Set([text]));
        }),
      );
    },
  );

  test.each(['de', 'en'] as const)(
    'no field begins as a formula does, unless it is a number, %s',
    (language) => {
      const number = language === 'de' ? /^-?\d+(,\d+)?(e-\d+)?$/ : /^-?\d+(\.\d+)?(e-\d+)?$/;
      check(
        fc.property(anyText, (text) => {
          const fields = readCsv(renderCsv(sheetSaying(text, language)), separators[language]).flat();
          const formulas = fields.filter(
            (field) => /^\s*[=+\-@＝＋－＠]|^[\t\r]/u.test(field) && !number.test(field),
          );
          expect(formulas).toEqual([]);
        }),
      );
    },
  );

  test.each(['de', 'en'] as const)('values are the cells’, not rounded, %s', (language) => {
    for (const sheet of Object.values(exampleSheets(language))) {
      const [, ...records] = readCsv(renderCsv(sheet), separators[language]);
      const values = records.flatMap(([, , , value = '']) =>
        value === '' ? [] : [Number(value.replace(language === 'de' ? ',' : '.', '.'))],
      );
      const cells = sheet.sections.flatMap((section) => {
        if (section.kind === 'text') return [];
        if (section.kind !== 'counts') return section.rows.flatMap((row) => row.cells);
        return section.rows.flatMap((row) => ('entries' in row ? row.entries.map(({ cell }) => cell) : []));
      });
      expect(values).toEqual(cells.flatMap(({ value }) => value ?? []));
      // A row is told from all others of its section.
      const keys = records
        .filter(([, , , value]) => value !== '')
        .map((record) => record.slice(0, 3).join('\n'));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('Markdown', () => {
  test('a real reader of it finds the text again, and nothing else', () => {
    check(
      fc.property(someText, (text) => {
        const markup = marked.parse(renderMarkdown(sheetSaying(text, 'en')), { async: false });
        // A line of Markdown has no place for control characters, and spaces are one.
        const told = oneSpaced(text.replaceAll(/\p{Cc}/gu, ' '));
        fc.pre(told !== '');
        const found = (tag: string) =>
          [...markup.matchAll(new RegExp(`<${tag}( [^>]*)?>([^]*?)</${tag}>`, 'g'))].map(([, , inner = '']) =>
            decoded(inner).trim(),
          );
        expect(found('h1')).toEqual([told]);
        expect(found('h2')).toEqual([told, told, told, told, told]);
        expect(found('td').length).toBe(6);
        expect(new Set(found('td'))).toEqual(new Set([told]));
        expect(found('li')).toEqual([`${told}: ${told} ${told}`, told, told]);
        expect(markup.match(/<(?!\/?(h1|h2|p|ul|li|table|thead|tbody|tr|th|td)\b)[^>]*>/)).toBeNull();
      }),
    );
  });
});

describe('HTML', () => {
  test('a text adds no element, no attribute and no rule', () => {
    const skeletonOf = (page: string) =>
      page.match(/<[^>]*>/g)?.map((tag) => tag.replaceAll(/"[^"]*"/g, '""'));
    const expected = skeletonOf(renderHtml(sheetSaying('x', 'en')));
    check(
      fc.property(someText, (text) => {
        const page = renderHtml(sheetSaying(text, 'en'));
        expect(skeletonOf(page)).toEqual(expected);
        const [, title = ''] = /<title>([^]*?)<\/title>/.exec(page) ?? [];
        expect(decoded(title)).toBe(text.replaceAll('\0', '\uFFFD'));
      }),
    );
  });

  test('a CSS string holds letters, digits, spaces and numbers of characters', () => {
    check(
      fc.property(anyText, (text) => {
        expect(cssString(text)).toMatch(/^"([A-Za-z0-9 ]|\\[0-9a-f]+ )*"$/);
      }),
    );
  });
});

describe('the workbook', () => {
  test('gives every text back, as text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someText, { minLength: 5, maxLength: 12 }), async (texts) => {
        const [first = ''] = texts;
        const sections = texts.flatMap((text) => sheetSaying(text, 'de').sections);
        const parts = unzipSync(await renderSpreadsheet({ ...sheetSaying(first, 'de'), sections }));
        const partOf = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
        const read = [...partOf('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^]*?)<\/t>/g)].map(
          ([, inner = '']) =>
            decoded(inner).replaceAll(/_x([0-9A-F]{4})_/g, (_, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            ),
        );
        // A heading's spaces are made one, those before a label are its level; a single column is the total.
        const known = new Set([
          'gesamt',
          ...texts.flatMap((text) => [text, oneSpaced(text), text.trimStart()]),
        ]);
        expect(read.filter((one) => !known.has(one))).toEqual([]);
        expect(texts.filter((text) => !read.includes(text))).toEqual([]);
        expect(Object.keys(parts).filter((path) => partOf(path).includes('<f>'))).toEqual([]);
        const names = [...partOf('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
          ([, name = '']) => decoded(name),
        );
        expect(names.filter((name) => name.length > 31 || /[[\]/\\:*?]|^'|'$/.test(name))).toEqual([]);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(2 * texts.length + 3);
      }),
      { numRuns: 15, seed: 7 },
    );
  });
});
