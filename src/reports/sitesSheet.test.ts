import { describe, expect, test } from 'vitest';
import { dayOfWaits, noLimits, periodOf, reportOf, spreadDays } from '../testing/exampleReports.js';
import { reports as german } from '../texts/de/reports.js';
import type { Report } from './report.js';
import type { Sheet } from './sheet.js';
import { sitesSheet, type SiteReport } from './sitesSheet.js';
import { splitColumns } from './splitColumns.js';
import { plainPainter, renderSheet } from './terminal.js';
import { sheetWidth } from './terminalTable.js';

const week = periodOf({ kind: 'week', word: '2015-W24' });

const herford = (): Report => reportOf(spreadDays(), week, noLimits);

const buende = (): Report => ({
  ...reportOf([dayOfWaits('2015-06-08', [1, 2, 3, 4, 5, 6])], week, noLimits),
  site: 'Bünde',
});

const withoutEntranceZone = (): Report => ({
  ...reportOf(
    [
      {
        ...dayOfWaits('2015-06-08', []),
        stages: { reception: true, entranceZone: false },
        visits: [{ way: 'settled', destination: '', outcome: 'settled', contact: false, n: 3 }],
      },
    ],
    week,
    noLimits,
  ),
  site: 'Löhne',
});

const sites = (): SiteReport[] => [
  { id: 'herford', report: herford() },
  { id: 'buende', report: buende() },
  { id: 'loehne', report: withoutEntranceZone() },
];

const cellsAt = ({ sections }: Sheet, heading: string, label: string): string[] =>
  sections
    .flatMap((section) => (section.kind === 'grid' && section.heading === heading ? section.rows : []))
    .find((row) => row.label.trim() === label)
    ?.cells.map(({ text }) => text) ?? [];

describe('sites side by side', () => {
  test('each has a column of its own, and what it lacks is a dash', () => {
    const sheet = sitesSheet(sites(), { language: 'de' });
    const { sections, rows } = german;
    expect(sheet.heads).toEqual([['herford', 'buende', 'loehne']]);
    expect(cellsAt(sheet, sections.K2, rows.mean)).toEqual(['5:13', '3:30', '–']);
    expect(cellsAt(sheet, sections.K2, 'n Kontakte')).toEqual(['36', '6', '–']);
    expect(cellsAt(sheet, sections.visits, rows.visits)).toEqual(['36', '6', '3']);
    expect(cellsAt(sheet, sections.visits, rows.contacts)).toEqual(['36', '6', '–']);
    const concerns = sheet.sections.find(({ heading }) => heading === sections.K3);
    expect(
      concerns?.kind === 'grid' && concerns.rows.map(({ cells }) => cells.map(({ text }) => text)),
    ).toEqual([
      ['5:13', '3:30', '–'],
      ['36', '6', '–'],
    ]);
  });

  test('every figure is the one of the report of the site alone', () => {
    const gridsOf = (sheet: Sheet) =>
      sheet.sections.flatMap((section) => (section.kind === 'grid' ? [section] : []));
    const together = gridsOf(sitesSheet(sites(), { language: 'de' }));
    /** Values in their order, by heading; a dash may stand for a row, or a section, that the site alone has not. */
    const told = (i: number, grids: ReturnType<typeof gridsOf>) =>
      grids.flatMap(({ heading, rows }) => {
        const values = rows.map(({ cells }) => cells[i]?.text).filter((text) => text !== '–' && text !== '');
        return values.length > 0 ? [[heading, values]] : [];
      });
    for (const [i, site] of sites().entries()) {
      expect(told(i, together)).toEqual(told(0, gridsOf(sitesSheet([site], { language: 'de' }))));
    }
  });

  test('more than fit stand in blocks of at most 80 columns', () => {
    const many = ['herford', 'buende', 'loehne', 'a-site-with-a-very-long-name', 'e', 'f'].map((id) => ({
      id,
      report: herford(),
    }));
    for (const language of ['de', 'en'] as const) {
      const blocks = splitColumns(sitesSheet(many, { language }), 4);
      expect(blocks.map(({ heads }) => heads[0]?.length)).toEqual([4, 2]);
      expect(blocks.map(({ title }) => title.length > 0)).toEqual([true, false]);
      const [first, last] = blocks.map(({ sections }) => sections.map(({ kind }) => kind));
      expect(new Set(first)).toEqual(new Set(['grid']));
      expect(last).toContain('text');
      const text = blocks
        .map((sheet) => renderSheet(sheet, { ascii: false, paint: plainPainter }))
        .join('\n');
      expect(text.split('\n').filter((line) => line.length > sheetWidth)).toEqual([]);
    }
  });

  test('a site without days says so', () => {
    const empty = { id: 'loehne', report: { ...reportOf([], week, noLimits), site: 'Löhne' } };
    const { title, sections } = sitesSheet([{ id: 'herford', report: herford() }, empty], { language: 'de' });
    expect(title).toContain('loehne: Löhne, Für diesen Zeitraum sind keine Tage erfasst.');
    const visits = sections.find(({ heading }) => heading === german.sections.visits);
    expect(visits?.kind === 'grid' && visits.rows[0]?.cells.map(({ text }) => text)).toEqual(['36', '–']);
  });
});
