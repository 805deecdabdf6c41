import type { Blob, Buffer } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import { formatTexts } from './formatTexts.js';
import type { Sheet } from './sheet.js';
import { xml } from './spreadsheetText.js';
import type { Worksheet } from './workbook.js';

/*
 * What a workbook has beside its cells, added to the parts that the library writes: how its sheets are printed, and
 * the properties of the file. The names of elements are those of ECMA-376.
 */

type Parts = Feature<Stream | Buffer | Blob>;

/** A4, as wide as the page, heads on every page, whose report it is above and the page's number below. */
export function paperOf(worksheets: readonly Worksheet[], { subject, language }: Sheet): Parts {
  const { page } = formatTexts(language);
  const header = `&L${code(subject.site)}&R${code(subject.period)}`;
  const footer = `&R${code(page.before)}&P${code(page.between)}&N`;
  const paper = (worksheet: Worksheet | undefined) =>
    [
      '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.7" header="0.35" footer="0.35"/>',
      `<pageSetup paperSize="9" orientation="${orientationOf(worksheet)}" fitToWidth="1" fitToHeight="0"/>`,
      `<headerFooter><oddHeader>${xml(header)}</oddHeader><oddFooter>${xml(footer)}</oddFooter></headerFooter>`,
    ].join('');
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert: (_, { sheetIndex }) => paper(worksheets[sheetIndex]),
          transform: (markup) =>
            markup.replace(
              /<worksheet[^>]*>/,
              (start) => `${start}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
            ),
        },
        'xl/workbook.xml': {
          transform: (markup) =>
            markup.replace(
              '<definedNames/>',
              () => `<definedNames>${printTitles(worksheets)}</definedNames>`,
            ),
        },
      },
    },
  };
}

/** Characters that stand beside each other on an upright page without getting small. */
const uprightWidth = 115;

function orientationOf(worksheet: Worksheet | undefined): 'portrait' | 'landscape' {
  const width = worksheet?.widths.reduce((sum, column) => sum + column, 0) ?? 0;
  return width > uprightWidth ? 'landscape' : 'portrait';
}

const printTitles = (worksheets: readonly Worksheet[]): string =>
  worksheets
    .map(({ name, frozenRows, headRows }, i) => {
      if (headRows === 0) return '';
      const rows = `$${frozenRows - headRows + 1}:$${frozenRows}`;
      const place = xml(`'${name.replaceAll("'", "''")}'!${rows}`);
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${place}</definedName>`;
    })
    .join('');

/** In a header an ampersand begins a code. */
const code = (text: string): string => text.replaceAll('&', '&&');

const relationship = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
const contentType = 'application/vnd.openxmlformats-package.core-properties+xml';

/** Title and date of the file; nobody is named. */
export function filePropertiesOf({ title, subject, language }: Sheet): Parts {
  const instant = `${subject.lastDay}T00:00:00Z`;
  const properties = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xml(title[0] ?? '')}</dc:title><dc:language>${language}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () => `<Override ContentType="${contentType}" PartName="/docProps/core.xml"/>`,
        },
        '_rels/.rels': {
          insert: () => `<Relationship Id="rId-core" Type="${relationship}" Target="docProps/core.xml"/>`,
        },
      },
      write: { files: () => ({ 'docProps/core.xml': properties }) },
    },
  };
}
