import { describe, expect, test } from 'vitest';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import type { StaffingPlan } from '../statistics/presence.js';
import {
  dayOfWaits,
  defaultLimits,
  figuresAt,
  noLimits,
  periodOf,
  reportOf,
} from '../testing/exampleReports.js';
import { minutes, type OfficeDay } from '../testing/officeDay.js';
import { herfordDay } from '../testing/scenarioDay.js';
import { buildReport, type ReportInput } from './reportModel.js';
import type { Report } from './report.js';
import { reportSheet } from './reportSheet.js';
import { renderTable } from '../testing/renderTable.js';

const june = periodOf({ kind: 'month', word: '2015-06' });
const hour = 3_600_000;

/** A report of June 2015 with more than `reportOf` takes. */
const juneReport = (days: readonly DailyFigures[], more: Partial<ReportInput> = {}): Report =>
  buildReport({
    site: 'Herford',
    period: june,
    days,
    limits: noLimits,
    targets: { waitSeconds: 900, utilisation: 0.85 },
    zone: 'Europe/Berlin',
    ...more,
  });

const book = (office: OfficeDay, concern = '3.1', rule = `${concern}/default`) =>
  office.reception().checkIn(concern, { rule, identityChecked: true });

/** A desk serves the next ticket from one time to another. */
function serve(
  office: OfficeDay,
  desk: string,
  from: string,
  to: string,
  ending: Parameters<ReturnType<OfficeDay['desk']>['finish']>[0] = {},
): void {
  office.at(from);
  office.desk(desk).call();
  office.at(to);
  office.desk(desk).finish(ending);
}

describe('the profile of the weekdays', () => {
  // Two Mondays of four visits and of two, a Tuesday of one; Monday 22 and 29 June have no figures.
  const days = [
    dayOfWaits('2015-06-08', [0, 2, 4, 6]),
    dayOfWaits('2015-06-09', [5]),
    dayOfWaits('2015-06-15', [8, 10]),
  ];
  const report = reportOf(days, june);

  test('has means over the open days, and 0 for an hour in which nothing happened', () => {
    const of = (weekday: number) =>
      report.profile
        .filter((row) => row.weekday === weekday)
        .map(({ hour: at, visits, arrived, served }) => [at, visits, arrived, served]);
    expect(of(1)).toEqual([
      [8, 2, 2, 2],
      [9, 1, 1, 1],
    ]);
    expect(of(2)).toEqual([
      [8, 1, 1, 1],
      [9, 0, 0, 0],
    ]);
    expect(report.profile).toHaveLength(4);
  });

  test('counts days, visits and times of each weekday', () => {
    expect(
      report.byWeekday.map(({ weekday, days: open, visits, contacts, waiting, service }) => ({
        row: [weekday, open, visits, contacts],
        wait: waiting.meanPerContactSeconds,
        service: service.meanPerContactSeconds,
      })),
    ).toEqual([
      { row: [1, 2, 6, 6], wait: 5 * 60, service: 5 * 60 },
      { row: [2, 1, 1, 1], wait: 5 * 60, service: 5 * 60 },
    ]);
  });

  test('leaves out of its times the days that may not be shown by themselves', () => {
    const mondays = reportOf([...days, dayOfWaits('2015-06-22', [1, 2, 3, 4, 5, 6])], june, defaultLimits)
      .byWeekday[0];
    expect(mondays?.service).toMatchObject({ n: 6, withheld: 6, meanPerContactSeconds: 300 });
    const tuesdays = reportOf(days, june, defaultLimits).byWeekday[1];
    expect(tuesdays?.waiting).toMatchObject({ n: 1, suppressed: true, sumSeconds: null });
  });

  test('stands in the table as hours by weekdays', () => {
    const table = renderTable(report, { language: 'en' });
    expect(table).toMatch(
      /Visits by hour and weekday.*\n +Mon +Tue\n08–09 +2\.0█ +1\.0▒\n09–10 +1\.0▒ +0\.0\n/,
    );
    // Everybody got a number.
    expect(table).not.toContain('Numbers booked by hour');
    expect(renderTable(reportOf(days.slice(0, 1)), { language: 'en' })).not.toContain('by hour and weekday');
  });
});

describe('waits cut short', () => {
  const office = herfordDay('2015-06-08');
  office.at('08:00');
  for (let i = 0; i < 4; i += 1) book(office);
  // One is called at once, one after ten minutes; one leaves after twenty, one is left over.
  office.desk('P1').call();
  office.at('08:10');
  office.desk('P1').finish();
  office.desk('P1').call();
  office.at('08:20');
  office.desk('P1').finish();
  office.reception().leave('E003');
  office.at('08:30');

  test('are in the estimate and in the least mean, and not in the mean', () => {
    const { censoring, waiting } = reportOf([figuresAt(office, '08:30')]);
    expect(waiting.meanPerContactSeconds).toBe(5 * 60);
    expect(censoring).toEqual({
      ended: 2,
      stillWaiting: 1,
      left: 1,
      flagged: 0,
      meanOfEndedSeconds: 5 * 60,
      // 0, 10, 20 and 30 minutes.
      meanAtLeastSeconds: 15 * 60,
      medianSeconds: 10 * 60,
      // Three quarters for ten minutes, a half for twenty more.
      restrictedMeanSeconds: 17.5 * 60,
      limitSeconds: 30 * 60,
    });
  });

  test('of few who left tell no sum, and of few waits nothing at all', () => {
    const few = {
      period: periodOf({ kind: 'day', word: '2015-06-08' }),
      limits: { minContacts: 2, minDesks: 1 },
    };
    const { censoring } = juneReport([figuresAt(office, '08:30')], few);
    expect(censoring).toMatchObject({ meanAtLeastSeconds: null, restrictedMeanSeconds: 17.5 * 60 });
    const more = { ...few, limits: { minContacts: 3, minDesks: 1 } };
    expect(juneReport([figuresAt(office, '08:30')], more).censoring).toMatchObject({
      suppressed: true,
      meanOfEndedSeconds: null,
      medianSeconds: null,
    });
  });

  test('include who stood in line at the end of the day, but nobody who did not show up', () => {
    office.desk('P2').call();
    office.at('08:40');
    office.desk('P2').noShow();
    office.at('09:00');
    book(office);
    office.at('09:30');
    office.server.closeDay(true);
    const { censoring, tickets } = reportOf([figuresAt(office)]);
    expect(tickets).toMatchObject({ noShow: 1, flagged: 1, left: 1 });
    expect(censoring).toMatchObject({
      ended: 2,
      stillWaiting: 0,
      left: 1,
      flagged: 1,
      limitSeconds: 30 * 60,
    });
  });
});

describe('goals', () => {
  const office = herfordDay('2015-06-08');
  office.at('08:00');
  for (const concern of ['3.1', '3.1', '3.1', '3.1']) book(office, concern);
  // Waits of 0, 10, 20 and 30 minutes; one was booked wrongly, another is corrected while it waits.
  office.reception().correct('E004', '3.14');
  for (const ending of [{}, { concern: '3.14' }, { outcome: 'evidenceRequested' as const }, {}]) {
    office.desk('P1').call();
    office.pass(minutes(10));
    office.desk('P1').finish(ending);
  }
  const days = [figuresAt(office)];

  test('are held against what was, each by its own direction', () => {
    const { goals, counters } = juneReport(days, {
      goals: { withinWait: 0.5, conclusive: 0.8, misrouting: 0.5 },
    });
    expect(goals).toEqual({
      withinWait: { goal: 0.5, actual: 0.5, isReached: true },
      conclusive: { goal: 0.8, actual: 0.75, isReached: false },
      noShow: { goal: null, actual: 0, isReached: null },
      misrouting: { goal: 0.5, actual: 0.5, isReached: true },
    });
    expect(counters).toMatchObject({ otherConcern: 1, corrections: 1, corrected: 1 });
  });

  test('are told in words, and as a dash where there is none', () => {
    const table = renderTable(juneReport(days, { goals: { withinWait: 0.5, conclusive: 0.8 } }), {
      language: 'de',
    });
    expect(table).toMatch(/Wartezeit höchstens 15:00 +ab 50,0 % +50,0 % +erreicht\n/);
    expect(table).toMatch(/abschließend erledigt +ab 80,0 % +75,0 % +verfehlt\n/);
    expect(table).toMatch(/nicht erschienen +– +0,0 % +–\n/);
  });

  test('tell nothing of a share that may not be shown', () => {
    const { goals } = juneReport(days, { goals: { conclusive: 0.8 }, limits: defaultLimits });
    expect(goals.conclusive).toEqual({ goal: 0.8, actual: null, isReached: null, suppressed: true });
  });
});

describe('what is passed on', () => {
  const office = herfordDay('2015-06-08');
  office.at('08:00');
  // The reception gives an appointment, a desk another and one with the adviser; one comes back, one changes desks.
  office.reception().checkIn('3.13', { rule: '3.13/default', identityChecked: true });
  book(office, '2.1');
  serve(office, 'P1', '08:00', '08:10', { outcome: 'appointment', destination: 'PAP' });
  book(office, '2.1');
  serve(office, 'P1', '08:10', '08:20', { outcome: 'appointment', destination: 'SACHBEARBEITUNG' });
  book(office);
  office.desk('P1').call();
  office.at('08:30');
  office.desk('P1').requeue('6.3', { outcome: 'forwarded', destination: 'SACHBEARBEITUNG' });
  serve(office, 'P2', '08:40', '08:50');
  const report = reportOf([figuresAt(office)]);

  test('is counted by destination, with who came back on the same day', () => {
    expect(report.onward).toEqual([
      { destination: 'PAP', appointments: 1, forwarded: 0, cameBack: 0 },
      { destination: 'SACHBEARBEITUNG', appointments: 2, forwarded: 1, cameBack: 1 },
    ]);
    expect(report.newCustomers).toEqual({ contacts: 2, appointments: 2, withAdviser: 1 });
  });

  test('is still known by the visits of a day recorded without it', () => {
    const { onward: _, ...older } = figuresAt(office);
    expect(reportOf([older]).onward).toEqual([
      { destination: 'PAP', appointments: 1, forwarded: 0, cameBack: 0 },
      { destination: 'SACHBEARBEITUNG', appointments: 2, forwarded: 0, cameBack: 0 },
    ]);
  });
});

test('a consultation that was not asked for is 0, of a concern that did not come up there is none on record', () => {
  const monday = herfordDay('2015-06-08');
  monday.at('08:00');
  monday.reception().checkIn('3.6', { rule: '3.6/default', identityChecked: true, consulted: true });
  book(monday);
  const tuesday = herfordDay('2015-06-09');
  tuesday.at('08:00');
  book(tuesday);
  const days = [figuresAt(monday), figuresAt(tuesday)];
  const { consultations, columns } = reportOf(days, periodOf({ kind: 'week', word: '2015-W24' }));
  expect(consultations).toEqual([
    { concern: '3.1', n: 0 },
    { concern: '3.6', n: 1 },
  ]);
  expect(columns[1]?.consultations).toEqual([
    { concern: '3.1', n: 0 },
    { concern: '3.6', n: null },
  ]);
});

test('activities are told in minutes for each half day', () => {
  const office = herfordDay('2015-06-08');
  office.at('11:30');
  office.desk('P1').activity('4.3');
  office.desk('P2').activity('4.1', '703');
  office.at('12:15');
  office.desk('P1').close();
  office.at('11:45');
  office.at('12:15');
  office.desk('P2').close();
  const report = reportOf([figuresAt(office)]);
  expect(report.activitiesByHalf).toEqual([
    { half: 'am', activity: '4.1', team: '703', seconds: 30 * 60 },
    { half: 'am', activity: '4.3', seconds: 30 * 60 },
    { half: 'pm', activity: '4.1', team: '703', seconds: 15 * 60 },
    { half: 'pm', activity: '4.3', seconds: 15 * 60 },
  ]);
  expect(renderTable(report, { language: 'de' })).toMatch(
    /Postbearbeitung \(4.3\) +45\n {2}vormittags +30\n {2}nachmittags +15\n/,
  );
  const few = juneReport([figuresAt(office)], { limits: defaultLimits });
  expect(few.activitiesByHalf.every(({ seconds, suppressed }) => seconds === null && suppressed)).toBe(true);
});

describe('the late duty', () => {
  const day = '2015-06-11';
  const late = (desks: readonly string[] | null) => {
    const plain = herfordDay(day);
    return { from: plain.instant('16:00'), to: plain.instant('18:00'), desks };
  };
  /** P1 works from 15:00 to 17:00, P2 from 15:30 to 18:30; one contact before four, two after. */
  const afternoon = (desks: readonly string[] | null | undefined) => {
    const office = herfordDay(day, desks === undefined ? {} : { lateDuty: late(desks) });
    office.at('15:00');
    office.desk('P1').open();
    book(office);
    serve(office, 'P1', '15:10', '15:20');
    office.at('15:30');
    office.desk('P2').open();
    office.at('16:00');
    book(office);
    book(office);
    serve(office, 'P1', '16:06', '16:16');
    serve(office, 'P2', '16:20', '16:50');
    office.at('17:00');
    office.desk('P1').close();
    office.at('18:30');
    office.desk('P2').close();
    return office;
  };
  const reportWith = (desks: readonly string[] | null | undefined) => reportOf([figuresAt(afternoon(desks))]);

  test('is a part of the day of its own; the totals stay what they are', () => {
    const report = reportWith(null);
    expect(report.lateDuty).toMatchObject({
      contacts: 2,
      waiting: { n: 2, meanPerContactSeconds: 13 * 60 },
      service: { n: 2, meanPerContactSeconds: 20 * 60 },
      conclusiveRate: 1,
    });
    const staffed = ({ halfDays }: Report) =>
      (['am', 'pm', 'late'] as const).map((half) => (halfDays[half]?.staffedSeconds ?? 0) / 60);
    // P1 an hour and P2 two; before and after it P1 an hour, P2 half an hour twice.
    expect(staffed(report)).toEqual([0, 120, 180]);
    expect(report.halfDays.late?.busySeconds).toBe(40 * 60);
    const without = reportWith(undefined);
    expect(staffed(without)).toEqual([0, 300, 0]);
    expect(without.desks).toEqual(report.desks);
    expect(without.waiting).toEqual(report.waiting);
    expect(report.byHalfDay.map(({ half }) => half)).toEqual(['am', 'pm', 'late']);
  });

  test('has the desk time of the desks on duty alone', () => {
    const { halfDays } = reportWith(['P2']);
    expect(halfDays.late?.staffedSeconds).toBe(2 * 3600);
    expect(halfDays.pm.staffedSeconds).toBe(3 * 3600);
  });

  test('has rows of its own in K7, and a section', () => {
    const table = renderTable(reportWith(null), { language: 'de' });
    expect(table).toMatch(
      /Spätdienst +22,2 %\n {2}mit Sachbearbeitung +22,2 %\n {2}besetzt \(Minuten\) +180\n/,
    );
    expect(table).toMatch(/Spätdienst \(min:s\)\nKontakte +2\nWartezeit, Mittel +13:00\n/);
  });

  test('leaves a day without one as it is, to the byte', () => {
    expect(JSON.stringify(figuresAt(afternoon(undefined)))).not.toMatch(/"late"|lateDuty|byDuty/);
    expect(JSON.stringify(reportWith(undefined))).not.toMatch(/"late"|lateDuty/);
  });

  test('is hidden where few are behind it, and so is what would tell it', () => {
    const weeks = ['2015-06-11', '2015-06-12'].map((date) => ({
      ...dayOfWaits(date, [1, 2, 3, 4, 5, 6]),
    }));
    const thursday = figuresAt(afternoon(null));
    const report = reportOf(
      [thursday, ...weeks.slice(1)],
      periodOf({ kind: 'week', word: '2015-W24' }),
      defaultLimits,
    );
    expect(report.lateDuty?.service.suppressed).toBe(true);
    expect(report.lateDuty?.waiting.suppressed).toBe(true);
  });
});

describe('staffing', () => {
  const plan: StaffingPlan = {
    fullDayMs: 8 * hour,
    stages: {
      reception: { minimumFte: 1.5, plannedMs: null },
      // Three places for four hours, but on Tuesdays two.
      entranceZone: { minimumFte: 1, plannedMs: [12, 8, 12, 12, 12, 0, 0].map((hours) => hours * hour) },
    },
  };
  /** Two desks from eight to eleven; then one reinforces the reception for an hour and the other has its break. */
  const morning = (date: string) => {
    const office = herfordDay(date);
    office.at('08:00');
    office.desk('P1').open();
    office.desk('P2').open();
    office.at('11:00');
    office.desk('P1').activity('reinforcement', '703');
    office.desk('P2').pause();
    office.at('12:00');
    office.desk('P1').close();
    office.desk('P2').close();
    return office;
  };
  const days = ['2015-06-08', '2015-06-09'].map((date) => figuresAt(morning(date)));

  test('has planned, present and minimum time, with full-time equivalents, and reinforcement', () => {
    const { staffing } = juneReport(days, { staffing: plan });
    expect(staffing?.entranceZone).toEqual({
      plannedSeconds: 20 * 3600,
      plannedFte: 1.25,
      presentSeconds: 12 * 3600,
      presentFte: 0.75,
      minimumSeconds: 16 * 3600,
      minimumFte: 1,
      reinforcementSeconds: 2 * 3600,
    });
    expect(staffing?.reception).toMatchObject({
      plannedSeconds: null,
      presentSeconds: null,
      minimumFte: 1.5,
    });
  });

  test('says in a sentence what is missing', () => {
    const table = renderTable(juneReport(days, { staffing: plan }), { language: 'de' });
    expect(table).toContain('Eingangszone: anwesend waren 12,0 von mindestens 16,0 Stunden; es fehlen 4,0');
    expect(table).not.toContain('geplant sind');
    const more = {
      ...plan,
      stages: { ...plan.stages, entranceZone: { minimumFte: 1.5, plannedMs: [8 * hour] } },
    };
    expect(renderTable(juneReport(days, { staffing: more }), { language: 'en' })).toContain(
      'entrance zone: 8.0 of at least 24.0 hours are planned; 16.0 hours are missing.',
    );
  });

  test('shows who was present only where desk time may be shown', () => {
    const { staffing } = juneReport(days, { staffing: plan, limits: { minContacts: 1, minDesks: 5 } });
    expect(staffing?.entranceZone).toMatchObject({
      plannedSeconds: 20 * 3600,
      presentSeconds: null,
      reinforcementSeconds: null,
      suppressed: true,
    });
  });

  test('is drawn as planned beside present', () => {
    const { sections } = reportSheet(juneReport(days, { staffing: plan }), { language: 'en' });
    const grid = sections.find(({ heading }) => heading === 'Staffing (hours)');
    if (grid?.kind !== 'grid' || grid.drawing?.along !== 'columns') throw new Error('not drawn');
    expect(grid.drawing.rows.map((row) => grid.rows[row]?.label)).toEqual(['zone planned', 'zone present']);
  });

  test('is no section where nothing is known of it, or the minimum alone', () => {
    expect(juneReport(days)).not.toHaveProperty('staffing');
    const nobody = figuresAt(herfordDay('2015-06-08'));
    const stage = { minimumFte: 1, plannedMs: null };
    const unplanned = { ...plan, stages: { reception: stage, entranceZone: stage } };
    const table = renderTable(juneReport([nobody], { staffing: unplanned }), { language: 'en' });
    expect(table).not.toContain('Staffing (hours)');
  });
});

test('hand-outs are counted by item in every column', () => {
  const office = herfordDay('2015-06-08');
  office.at('08:00');
  office.reception().checkIn('3.1', {
    rule: '3.1/default',
    identityChecked: true,
    handouts: ['Vordrucke', 'Flyer Maßarbeit'],
  });
  office.reception().checkIn('3.1', { rule: '3.1/default', identityChecked: true, handouts: ['Vordrucke'] });
  const week = periodOf({ kind: 'week', word: '2015-W24' });
  const { handouts, columns } = reportOf([figuresAt(office)], week);
  expect(handouts).toEqual({ 'Flyer Maßarbeit': 1, Vordrucke: 2 });
  expect(columns[0]?.handouts).toEqual(handouts);
});

test('waits of a day can not be had by asking for the others', () => {
  const days = [
    dayOfWaits('2015-06-08', [0, 0, 0, 4, 4, 4, 8, 8]),
    dayOfWaits('2015-06-09', [2, 2, 2]),
    dayOfWaits('2015-06-10', [4, 8, 12, 16, 20]),
    dayOfWaits('2015-06-11', [0, 2, 4, 6, 8, 10]),
  ];
  const of = (from: string, to: string) =>
    reportOf(days, periodOf({ kind: 'range', from, to }), defaultLimits);
  // Of the week there are the sum and the mean of daily values: two equations, so three days stay hidden.
  expect(of('2015-06-08', '2015-06-14').waiting).toMatchObject({ n: 22 });
  const alone = days.map(({ day }) => of(day, day).waiting.suppressed ?? false);
  expect(alone).toEqual([false, true, true, true]);
  expect(of('2015-06-10', '2015-06-11').waiting.suppressed).toBe(true);
  expect(of('2015-06-08', '2015-06-10').waiting.suppressed).toBe(true);
});

test('a month leaves out the waits of a week with too few, and says so', () => {
  const days = [
    dayOfWaits('2015-06-08', [1, 2, 3, 4, 5]),
    dayOfWaits('2015-06-16', [9, 9]),
    dayOfWaits('2015-06-22', [3, 3, 3, 3, 3]),
  ];
  const report = juneReport(days, { limits: defaultLimits });
  expect(report.waiting).toMatchObject({ n: 10, withheld: 2, meanPerContactSeconds: 180 });
  expect(report.open.meanWaitAtLeastSeconds).toBeNull();
  expect(report.censoring).toMatchObject({ ended: 12, suppressed: true, meanOfEndedSeconds: null });
  expect(report.byBookedConcern).toMatchObject([{ concern: '3.1', waiting: { n: 12, suppressed: true } }]);
  expect(renderTable(report, { language: 'en' }).replaceAll('\n', ' ')).toContain(
    '2 contacts are missing in the waits',
  );
});
