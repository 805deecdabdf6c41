import { createHash } from 'node:crypto';
import { columnNames, formatTexts, oneSpaced } from './formatTexts.js';
import { html } from './htmlEscape.js';
import { styleFor } from './htmlStyle.js';
import { heatTable, table } from './htmlTable.js';
import type { CountRow, Section, Sheet } from './sheet.js';
import { gridChart, listChart } from './svgChart.js';

/**
 * The report as one page that needs nothing else: no network, no script, its charts drawn in SVG beside the tables
 * they are made from. It may only use the one style that stands in it; every text is escaped.
 */
export function renderHtml(sheet: Sheet): string {
  const texts = formatTexts(sheet.language);
  const [title = '', ...facts] = sheet.title;
  const style = styleFor(sheet);
  const headings = sheet.sections.map(
    ({ heading }, i) => `<li><a href="#s${i}">${html(oneSpaced(heading))}</a></li>`,
  );
  return `${[
    '<!DOCTYPE html>',
    `<html lang="${sheet.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${html(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${html(title)}</h1>`,
    ...facts.map((fact) => `<p>${html(fact)}</p>`),
    '</header>',
    ...(headings.length > 0
      ? [`<nav aria-label="${html(texts.contents)}">`, '<ul>', ...headings, '</ul>', '</nav>']
      : []),
    sheet.hasTotal ? '<main class="totals">' : '<main>',
    ...sheet.sections.flatMap((section, i) => sectionOf(section, `s${i}`, sheet)),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

/** Nothing may be loaded, sent or run; the only style is the one that has this hash. */
const policyFor = (style: string): string =>
  [
    `default-src 'none'`,
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');

function sectionOf(section: Section, id: string, sheet: Sheet): string[] {
  return [
    `<section class="${section.kind}">`,
    `<h2 id="${id}">${html(oneSpaced(section.heading))}</h2>`,
    ...bodyOf(section, id, sheet),
    '</section>',
  ];
}

function bodyOf(section: Section, id: string, sheet: Sheet): string[] {
  switch (section.kind) {
    case 'grid':
      return [
        ...gridChart(section, id, sheet),
        ...table({ ...section, id, heads: gridHeads(sheet), language: sheet.language }),
      ];
    case 'list':
      return [
        ...listChart(section, id, sheet.language),
        ...table({ ...section, id, heads: section.heads.map(html), language: sheet.language }),
      ];
    case 'heat':
      return heatTable({ ...section, id, heads: section.heads.map(html), language: sheet.language });
    case 'counts':
      return ['<dl>', ...section.rows.flatMap(countsItem), '</dl>'];
    case 'text':
      return section.paragraphs.map((paragraph) => `<p>${html(paragraph)}</p>`);
  }
}

/** As markup: a column's lines below each other. */
function gridHeads(sheet: Sheet): string[] {
  if (sheet.heads.length === 0) return columnNames(sheet).map(html);
  return columnNames(sheet).map((_, i) =>
    sheet.heads
      .map((line) => html(line[i] ?? ''))
      .filter(Boolean)
      .join('<br>'),
  );
}

function countsItem(row: CountRow): string[] {
  if ('sentence' in row) return [`<div><dd>${html(row.sentence)}</dd></div>`];
  const entries = row.entries.map(
    ({ name, cell }) => `<span>${html(name)}&nbsp;<b>${html(cell.text)}</b></span>`,
  );
  const label = row.label === '' ? '' : `<dt>${html(row.label)}</dt>`;
  return [`<div>${label}<dd>${entries.join(' ')}</dd></div>`];
}
