import { describe, expect, test } from 'vitest';
import { dailyFigures } from '../statistics/dailyFigures.js';
import {
  dayOfWaits,
  defaultLimits,
  figuresOfScenario,
  noLimits,
  periodOf,
  reportOf,
  spreadWeek,
} from '../testing/exampleReports.js';
import { golden } from '../testing/golden.js';
import { officeDay } from '../testing/officeDay.js';
import { scenarioZone as zone } from '../testing/scenarios/load.js';
import { renderJson } from './json.js';
import { sheetWidth } from './terminalTable.js';
import { renderTable } from '../testing/renderTable.js';

const scenarioDays = () => ['S03', 'S01', 'S02', 'S04', 'S05', 'S07', 'S12', 'S14'].map(figuresOfScenario);

const file = (name: string) => new URL(`golden/${name}`, import.meta.url);

describe('golden files', () => {
  const day = reportOf([figuresOfScenario('S02')]);
  const week = spreadWeek(defaultLimits);

  test.each(['de', 'en'] as const)('the day of S02 and the week of S16 as a table, %s', (language) => {
    const [dayTable, weekTable] = [renderTable(day, { language }), renderTable(week, { language })];
    expect(dayTable).toBe(golden(file(`s02-day.${language}.txt`), dayTable));
    expect(weekTable).toBe(golden(file(`s16-week.${language}.txt`), weekTable));
  });

  test('the same as JSON', () => {
    expect(renderJson(day)).toBe(golden(file('s02-day.json'), renderJson(day)));
    expect(renderJson(week)).toBe(golden(file('s16-week.json'), renderJson(week)));
  });
});

describe('the table', () => {
  const busyWeek = () =>
    ['08', '09', '10', '11', '12', '13', '14'].map((date) =>
      dayOfWaits(`2015-06-${date}`, [0, 4, 8, 12, 20, 24, 3, 7, 9, 11, 13, 15]),
    );
  const reports = () => [
    ...['S01', 'S02', 'S03', 'S07', 'S14'].map((id) => reportOf([figuresOfScenario(id)])),
    spreadWeek(noLimits),
    reportOf(busyWeek(), periodOf({ kind: 'week', word: '2015-W24' })),
    reportOf(busyWeek(), periodOf({ kind: 'week', word: '2015-W24' }), defaultLimits),
    ...['2015-06', '2015-07'].map((word) => reportOf(scenarioDays(), periodOf({ kind: 'month', word }))),
    reportOf(scenarioDays(), periodOf({ kind: 'quarter', word: '2015-Q3' })),
    reportOf(scenarioDays(), periodOf({ kind: 'year', word: '2015' })),
    reportOf(scenarioDays(), periodOf({ kind: 'pilot' })),
    reportOf(scenarioDays(), periodOf({ kind: 'keydate', word: '2015-09-30' }), defaultLimits),
    reportOf(scenarioDays(), periodOf({ kind: 'range', from: '2015-06-01', to: '2015-07-09' })),
    reportOf([], periodOf({ kind: 'week', word: '2015-W24' })),
  ];

  test('no line is wider than 80 columns, in either language, with or without ASCII', () => {
    for (const report of reports()) {
      for (const language of ['de', 'en'] as const) {
        for (const ascii of [false, true]) {
          const wide = renderTable(report, { language, ascii })
            .split('\n')
            .filter((line) => line.length > sheetWidth || line !== line.trimEnd());
          expect(wide, report.period.label).toEqual([]);
        }
      }
    }
  });

  test('ASCII means ASCII', () => {
    for (const report of reports()) {
      for (const language of ['de', 'en'] as const) {
        expect(renderTable(report, { language, ascii: true })).toMatch(/^[ -~\n]*$/);
      }
    }
  });

  test('a period without days says so', () => {
    const empty = reportOf([], periodOf({ kind: 'week', word: '2015-W24' }));
    expect(renderTable(empty, { language: 'de' })).toBe(
      [
        'Beo-Bericht Herford: KW 24/2015, 08.06.2015 bis 14.06.2015',
        'Für diesen Zeitraum sind keine Tage erfasst.',
        '─'.repeat(sheetWidth),
        '',
      ].join('\n'),
    );
    expect(empty).toMatchObject({
      asOf: null,
      days: 0,
      waiting: { n: 0, sumSeconds: null },
      byDay: [],
      byHour: [],
    });
  });

  test('a stage that the site lacks is a dash, never 0', () => {
    const office = officeDay({ rules: { desks: {} } });
    office.at('08:00');
    office.reception().checkIn('6.1', { rule: '6.1/sickNote' });
    const noDesks = reportOf([dailyFigures(office.day, { zone, halfDayAt: '12:00' })]);
    expect(noDesks.tickets.checkedIn).toBeNull();
    expect(noDesks.shares).toEqual({ reception: 1, entranceZone: null, passedOn: 0 });
    const lines = renderTable(noDesks, { language: 'de' }).split('\n');
    const valueOf = (label: string) =>
      lines
        .map((line) => line.trim())
        .find((line) => line.startsWith(label))
        ?.slice(label.length)
        .trim();
    expect(['mit Nummer', 'Kundenkontakte', 'n Vorsprachen', 'Filter 2, Eingangszone'].map(valueOf)).toEqual([
      '–',
      '–',
      '–',
      '–',
    ]);
    expect(valueOf('am Empfang erledigt')).toBe('1');

    const noReception = reportOf([
      { ...dayOfWaits('2015-06-08', [1]), stages: { reception: false, entranceZone: true } },
    ]);
    expect(noReception.reception.contacts).toBeNull();
    expect(noReception.filters).toEqual({ first: null, second: 1, together: 1 });
    expect(noReception.shares).toEqual({ reception: null, entranceZone: 1, passedOn: 0 });
    expect(renderTable(noReception, { language: 'de' })).toMatch(/Filter 1, Empfang +–\n/);
  });

  test('a percentile of few is marked, one of many is not', () => {
    const few = renderTable(reportOf([dayOfWaits('2015-06-08', [1, 2, 3])]), { language: 'de' });
    expect(few).toMatch(/90-%-Wert +~2:48/);
    const many = renderTable(
      reportOf([
        dayOfWaits(
          '2015-06-08',
          Array.from({ length: 10 }, () => 2),
        ),
      ]),
      {
        language: 'de',
      },
    );
    expect(many).toMatch(/90-%-Wert +2:00/);
  });

  test('the footnote counts the suppressed cells, and the painter colours lines', () => {
    const text = renderTable(spreadWeek(defaultLimits), { language: 'en' });
    const [, cells] = /"•" is shown \((\d+) times/.exec(text.replaceAll('\n', ' ')) ?? [];
    expect(Number(cells)).toBe((text.split('Notes')[0] ?? '').split('•').length - 1);
    const painted = renderTable(spreadWeek(noLimits), {
      language: 'en',
      paint: {
        title: (line) => `<t>${line}`,
        heading: (line) => `<h>${line}`,
        minor: (line) => `<m>${line}`,
      },
    });
    expect(painted).toContain('<t>Beo report Herford: week 24/2015');
    expect(painted).toContain('<h>K1 ');
    expect(painted).toContain('<m>  n visits');
  });

  test("a site's own codes are told by their wording", () => {
    const report = reportOf([figuresOfScenario('S10b')]);
    expect(renderTable(report, { language: 'de' })).toContain('als dringend markiert (destitution) 1');
    expect(renderTable(report, { language: 'de', codes: { destitution: 'Mittellosigkeit' } })).toContain(
      'als dringend markiert (Mittellosigkeit) 1',
    );
  });
});
