import { expect, test } from 'vitest';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { figuresOfRecords, recordedDays } from '../statistics/records.js';
import { dayOfWaits, defaultLimits, noLimits, periodOf, reportOf } from '../testing/exampleReports.js';
import { renderTable } from '../testing/renderTable.js';

const zone = 'Europe/Berlin';
const week = periodOf({ kind: 'week', word: '2015-W24' });
const tuesday = periodOf({ kind: 'day', word: '2015-06-09' });
const minute = 60_000;

/** Tuesday from a file: ten visitors a quarter hour apart, who wait 4 min and take 6 at one of five desks; one leaves. */
function importedDay(): DailyFigures {
  const records = Array.from({ length: 10 }, (_, i) => {
    const arrivedAt = Date.parse('2015-06-09T08:00:00+02:00') + i * 15 * minute;
    const isServed = i !== 9;
    return {
      arrivedAt,
      calledAt: isServed ? arrivedAt + 4 * minute : null,
      finishedAt: arrivedAt + 10 * minute,
      concern: 'PS',
      desk: isServed ? String(i % 5) : null,
    };
  });
  const [figures] = recordedDays(records, zone).map((day) =>
    figuresOfRecords(day, { site: 'herford', zone, halfDayAt: '12:00' }),
  );
  if (!figures) throw new Error('no day');
  return figures;
}

const ownDay = () => dayOfWaits('2015-06-08', [1, 2, 3, 4, 5, 6], ['P1']);

test('an imported day has waits and services, and a dash for what nobody knows of it', () => {
  const report = reportOf([importedDay()], tuesday);
  expect(report).toMatchObject({
    importedDays: 1,
    tickets: {
      checkedIn: 10,
      served: 9,
      contacts: 9,
      left: 1,
      noShow: null,
      noShowEvents: null,
      noShowRate: null,
    },
    waiting: { n: 9, sumSeconds: 9 * 240, meanPerVisitSeconds: 240 },
    service: { n: 9, sumSeconds: 9 * 360, conclusiveRate: null },
    filters: { first: null, second: null, together: null },
    shares: { reception: null, entranceZone: null, passedOn: null },
    reception: { contacts: null, n: 0, documents: null, copies: null },
    byConcern: [{ concern: 'PS', contacts: 9, conclusiveRate: null }],
    desks: { staffedSeconds: null, idleSeconds: null, utilisation: null },
    productivity: { contactsPerStaffedHour: null, contactShare: null, freeShare: null },
    outcomes: {},
    byLevel: [
      { level: 'reception', reception: 0, entranceZone: 0 },
      { level: 'medium', reception: 0, entranceZone: 0 },
      { level: 'high', reception: 0, entranceZone: 0 },
      { level: 'unknown', reception: 0, entranceZone: 9 },
    ],
  });
  const table = renderTable(report, { language: 'en', ascii: false });
  expect(table).toContain('1 of 1 days are imported from a file');
  expect(table).toMatch(/^PS {2,}/m);
  expect(table).toMatch(/annex 1, reception +0\n[^]*not in the catalogue +9\n/);
  expect(table).not.toContain('Deviations from');
});

test('beside other days it changes nothing of what only they know', () => {
  const own = reportOf([ownDay()], week);
  const both = reportOf([ownDay(), importedDay()], week);
  expect(both.importedDays).toBe(1);
  expect(both.tickets.contacts).toBe(15);
  for (const key of ['filters', 'shares', 'productivity', 'desks', 'reception', 'halfDays'] as const) {
    expect(both[key]).toEqual(own[key]);
  }
  expect(both.service.conclusiveRate).toBe(own.service.conclusiveRate);
  expect(own).not.toHaveProperty('importedDays');
});

test('its contacts do not stand behind the desk time of other days', () => {
  const few = () => dayOfWaits('2015-06-08', [1, 2, 3]);
  expect(reportOf([few()], week, defaultLimits).desks.suppressed).toBe(true);
  expect(reportOf([few(), importedDay()], week, defaultLimits).desks.suppressed).toBe(true);
  expect(reportOf([few(), importedDay()], week, noLimits).desks.suppressed).toBeUndefined();
});
