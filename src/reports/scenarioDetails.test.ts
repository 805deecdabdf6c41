import { describe, expect, test } from 'vitest';
import { quartersOf } from '../statistics/clockTimes.js';
import { factsOf } from '../statistics/contacts.js';
import { deskTimesIn } from '../statistics/kpis.js';
import { liveFigures } from '../statistics/live.js';
import {
  defaultLimits,
  figuresAt,
  noLimits,
  perHour,
  reportOf,
  spreadWeek,
} from '../testing/exampleReports.js';
import { minutes } from '../testing/officeDay.js';
import { herfordDay, playOn, playScenario } from '../testing/scenarioDay.js';
import { loadScenario, partOf, scenarioZone as zone } from '../testing/scenarios/load.js';
import type { Report } from './report.js';

const reportOfScenario = (id: string, time?: string): Report =>
  reportOf([figuresAt(playScenario(loadScenario(id)).office, time)]);

const half = (report: Report, name: 'am' | 'pm') => report.byHalfDay.find((row) => row.half === name);

const hour = (report: Report, wanted: number) => report.byHour.find((row) => row.hour === wanted)?.desks;

/** A number of a scenario's further parts. */
function told(id: string, part: string, ...path: string[]): number {
  const value = path.reduce<unknown>(
    (found, key) => (found as Record<string, unknown>)[key],
    partOf(id, part),
  );
  expect(value, `${id} ${part} ${path.join(' ')}`).toBeTypeOf('number');
  return value as number;
}

describe('what the scenarios tell besides', () => {
  test('S01: live at 08:21, and utilisation of the hour and of the rush', () => {
    const scenario = loadScenario('S01');
    const { office } = playScenario(scenario, Date.parse('2015-06-08T08:21:00+02:00'));
    const live = liveFigures(office.day, office.instant('08:21'), { zone });
    expect(live.waiting).toBe(told('S01', 'live', 'waiting'));
    expect(live.called + live.inService).toBe(told('S01', 'live', 'inService'));
    expect(live.current).toBe(told('S01', 'live', 'current'));
    expect(live.arrived).toBe(told('S01', 'live', 'arrived'));
    expect(live.served).toBe(told('S01', 'live', 'completed'));
    expect(live.longestWaitSeconds).toBe(7 * 60);
    expect(live.byHour).toEqual([{ hour: 8, arrived: 11, served: 4 }]);

    for (const [time, span] of [
      ['09:00', '08:00-09:00'],
      ['08:44', '08:00-08:44'],
    ] as const) {
      const desks = hour(reportOfScenario('S01', time), 8);
      expect(desks?.busySeconds).toBe(told('S01', 'utilisation', span, 'busyDeskMin') * 60);
      expect(desks?.staffedSeconds).toBe(told('S01', 'utilisation', span, 'staffedDeskMin') * 60);
      expect(desks?.utilisation).toBe(told('S01', 'utilisation', span, 'value'));
    }
  });

  test('S02: filters, groups, all visits, utilisation and idle time', () => {
    const report = reportOfScenario('S02', '09:00');
    const { visits, filters, waiting } = report;
    expect(visits.total).toBe(told('S02', 'extra', 'visitsTotal'));
    expect(visits.settled).toBe(told('S02', 'extra', 'receptionSettled'));
    expect(filters.first).toBe(told('S02', 'extra', 'firstFilterRate'));
    expect(filters.second).toBe(told('S02', 'extra', 'eingangszoneConclusiveRate'));
    expect(filters.together).toBe(told('S02', 'extra', 'settledWithoutBackOffice'));
    expect((filters.second ?? 0) * 6).toBe(told('S02', 'extra', 'eingangszoneConclusiveVisits'));
    expect((waiting.sumSeconds ?? 0) / visits.total).toBe(told('S02', 'extra', 'waitMeanOverAllVisitsSec'));
    for (const row of report.byGroup) {
      expect(row.waiting.meanPerContactSeconds).toBe(
        told('S02', 'extra', 'groups', row.concern, 'waitMeanSec'),
      );
      expect(row.service.meanPerContactSeconds).toBe(
        told('S02', 'extra', 'groups', row.concern, 'serviceMeanSec'),
      );
    }
    expect(report.byGroup.map(({ concern }) => concern)).toEqual(['2', '3', '6']);
    expect(report.byLevel).toEqual([
      { level: 'reception', reception: 8, entranceZone: 0 },
      { level: 'medium', reception: 0, entranceZone: 7 },
      { level: 'high', reception: 0, entranceZone: 0 },
    ]);
    expect(report.newCustomers).toEqual({ contacts: 1, appointments: 1, withAdviser: 0 });
    expect(report.desks.utilisation).toBe(told('S02', 'extra', 'utilisation 08-09'));
    expect(report.desks.idleSeconds).toBe(told('S02', 'extra', 'idleDeskMin') * 60);
    expect(report.desks.idleWhileWaitingSeconds).toBe(0);
    const { reception, entranceZone, passedOn } = report.shares;
    expect([reception, entranceZone, passedOn]).toEqual([2 / 8, 5 / 8, 1 / 8]);
    expect(report.destinations).toEqual({ EINGANGSZONE: 5, EMPFANG: 2, SACHBEARBEITUNG: 1 });
    expect(report.counters.laterLegs).toBe(1);
    // 08:02 to 08:05 and 08:06 to 08:08.
    expect(report.reception).toMatchObject({ n: 2, sumSeconds: 300, maxSeconds: 180, contacts: 8 });
  });

  test('S03: the half days, case work, pause and idle hours', () => {
    const report = reportOfScenario('S03');
    for (const [name, key] of [
      ['am', 'vormittag'],
      ['pm', 'nachmittag'],
    ] as const) {
      expect(half(report, name)?.staffedSeconds).toBe(told('S03', 'extra', key, 'staffedDeskMin') * 60);
      expect(half(report, name)?.busySeconds).toBe(told('S03', 'extra', key, 'busyDeskMin') * 60);
      expect(half(report, name)?.idleSeconds).toBe(told('S03', 'extra', key, 'idleDeskMin') * 60);
      expect(half(report, name)?.utilisation).toBe(told('S03', 'extra', key, 'utilisation'));
    }
    expect(half(report, 'pm')?.utilisationWithCaseWork).toBe(
      told('S03', 'extra', 'nachmittag', 'utilisationInclBackOffice'),
    );
    expect(report.activities).toEqual([
      { activity: '4.1', team: '703', seconds: told('S03', 'extra', 'backOfficeMin', '4.1') * 60 },
    ]);
    const { office } = playScenario(loadScenario('S03'));
    const times = deskTimesIn(quartersOf(figuresAt(office), zone));
    expect(times.pause).toBe(minutes(told('S03', 'extra', 'pauseMin')));
    for (const [from, key] of [
      [12, 'idle 12-13'],
      [13, 'idle 13-14'],
    ] as const) {
      expect(hour(report, from)?.staffedSeconds).toBe(told('S03', 'extra', key, 'staffed') * 60);
      expect(hour(report, from)?.idleSeconds).toBe(told('S03', 'extra', key, 'idle') * 60);
    }
  });

  test('S04 and S05: a finish sent late counts at its true time', () => {
    const serviceOf = (id: string, ticket: string) => {
      const { office, numbers } = playScenario(loadScenario(id));
      const { calledAt, finishedAt } = office.contact(numbers[ticket] ?? '');
      return ((finishedAt ?? 0) - (calledAt ?? 0)) / 1000;
    };
    expect(serviceOf('S04', 'T1')).toBe(told('S04', 'extra', 'serviceT1', 'policyOccurredAt'));
    expect(serviceOf('S05', 'T2')).toBe(told('S05', 'extra', 'serviceT2', 'policyOccurredAt'));
    const { office } = playScenario(loadScenario('S04'), Date.parse('2015-07-09T08:06:30+02:00'));
    expect(office.line).toEqual(['E003', 'E004']);
    expect(office.day.lastNumber + 1).toBe(told('S04', 'extra', 'nextTicketNumber'));
  });

  test('S07: no-shows, lost desk time and the wait to the first call', () => {
    const { office, numbers } = playScenario(loadScenario('S07'));
    const report = reportOf([figuresAt(office)]);
    expect(report.tickets.noShow).toBe(told('S07', 'extra', 'finalNoShows'));
    expect(report.tickets.noShowRate).toBe(told('S07', 'extra', 'noShowRate'));
    expect(report.counters.lostDeskSeconds).toBe(told('S07', 'extra', 'deskTimeLostSec'));
    expect(report.counters.recalls).toBe(4);
    const t2 = factsOf(office.day).contacts.find(({ bookedAt }) => bookedAt === office.instant('08:02'));
    expect((t2?.firstCallWait ?? 0) / 1000).toBe(told('S07', 'extra', 'firstCallWaitT2Sec'));
    // The first calls of those who were served; with T5, who never came, it would be the wrong 10:36.
    expect(report.firstCallWait).toMatchObject({ n: 4, meanPerContactSeconds: 570 });
    const first = Object.values(numbers).map((number) => {
      const { firstCalledAt, queuedAt } = office.contact(number, 1);
      return ((firstCalledAt ?? 0) - queuedAt) / 1000;
    });
    expect(first.reduce((a, b) => a + b) / first.length).toBe(
      told('S07', 'extra', 'wrongNaiveMeanSec (first call of everyone)'),
    );
  });

  test('S09: visitors with an appointment change nothing in the line', () => {
    const office = herfordDay('2015-07-20');
    const expected = partOf('S09', 'expected');
    const appointment = { rule: 'G1' };
    const alsoSettled = [{ concern: '3.9', rule: '3.9/default' }];
    office.at('08:35');
    office.reception().checkIn(null, appointment);
    office.at('08:36');
    office.reception().checkIn('3.1', { rule: '3.1/default', identityChecked: true });
    office.desk('P1').call();
    office.at('08:38');
    office.reception().checkIn('3.1', { rule: '3.1/default', identityChecked: true });
    office.at('08:46');
    office.desk('P1').finish();
    office.desk('P1').call();
    office.at('08:56');
    office.desk('P1').finish();
    office.at('09:20');
    office.reception().checkIn(null, appointment);
    office.at('10:00');
    office.reception().checkIn(null, { ...appointment, identityChecked: true, alsoSettled });
    const report = reportOf([figuresAt(office)]);
    expect(report.visits.total).toBe(expected.visitsTotal);
    expect(report.visits.withAppointment).toBe(expected.appointmentVisits);
    expect(report.tickets.checkedIn).toBe(expected.eingangszoneTickets);
    expect(report.waiting.meanPerContactSeconds).toBe(expected.waitMeanSec);
    expect(report.waiting.sumSeconds).toBe(expected.waitSumSec);
    expect(report.counters.alsoSettled).toEqual({ '3.9': expected.receptionSettledConcerns });
    expect(perHour(report, 'visits')).toEqual(expected['arrivedPerHour(all visits)']);
    expect(report.filters).toEqual({ first: 0, second: 1, together: 2 / 5 });
  });

  test('S10: going first moves waits, not their mean, and is one deviation', () => {
    const fair = reportOfScenario('S10a');
    const urgent = reportOfScenario('S10b');
    expect(urgent.waiting.meanPerContactSeconds).toBe(fair.waiting.meanPerContactSeconds);
    expect([fair.waiting.maxSeconds, urgent.waiting.maxSeconds]).toEqual([16 * 60, 18 * 60]);
    expect(fair.counters.deviations).toEqual([]);
    expect(urgent.counters.deviations).toEqual([
      { kind: 'urgent', reason: 'destitution', n: told('S10b', 'extra', 'auditEntries') },
    ]);
    expect(fair.counters.consultations.reception).toEqual({ '3.6': 1 });
  });

  test('S12: the walk belongs to the service and is shown apart', () => {
    const report = reportOfScenario('S12');
    expect(report.wayTime).toMatchObject({ n: 1, sumSeconds: told('S12', 'extra', 'walkingSec') });
    expect(report.tickets).toMatchObject({ checkedIn: 2, served: 1, noShow: 1 });
    expect(JSON.stringify(report)).not.toMatch(/assist|interpreter/);
  });

  test('S14: at closing time those still waiting stand beside the mean', () => {
    const { office: afternoon, refused } = playScenario(loadScenario('S14'));
    expect(refused).toEqual(['outsideOpeningHours']);
    const after = deskTimesIn(
      quartersOf(figuresAt(afternoon), zone).filter(({ half: name }) => name === 'pm'),
    );
    expect(after.busy).toBe(minutes(told('S14', 'extra', 'deskMinAfterClosing')));

    const prior = told('S14', 'extra', 'prior', 'contacts');
    const closing = (until: string) => {
      const office = herfordDay('2015-07-31');
      office.at('08:00');
      for (let i = 0; i < prior; i += 1) {
        office.reception().checkIn('3.1', { rule: '3.1/default', identityChecked: true });
        office.pass(minutes(6));
        office.desk('P1').call();
        office.pass(minutes(1));
        office.desk('P1').finish();
      }
      const scenario = loadScenario('S14');
      const before = scenario.events.filter(
        ({ at, type }) => at.slice(11, 19) <= until && !type.startsWith('CHECK_IN_'),
      );
      playOn(office, { ...scenario, events: before });
      return reportOf([figuresAt(office, until)]);
    };
    const noon = closing('12:00:00');
    expect(noon.waiting.meanPerContactSeconds).toBe(told('S14', 'extra', 'meanAtNoonCalledOnlySec'));
    expect(noon.waiting).toMatchObject({ n: 20, sumSeconds: told('S14', 'extra', 'prior', 'waitSumSec') });
    expect(noon.tickets.stillWaiting).toBe(5);
    expect(noon.open.elapsedSeconds).toEqual([25, 19, 12, 5, 2].map((m) => m * 60));
    expect(noon.open.elapsedSeconds.reduce((a, b) => a + b)).toBe(
      told('S14', 'extra', 'elapsedOfWaitingAtNoonSec'),
    );
    expect(noon.open.meanWaitAtLeastSeconds).toBeCloseTo(told('S14', 'extra', 'lowerBoundMeanAtNoonSec'), 9);
    expect(noon.censoring).toMatchObject({
      ended: 20,
      stillWaiting: 5,
      left: 0,
      meanOfEndedSeconds: 6 * 60,
      meanAtLeastSeconds: 7 * 60 + 19.2,
    });
    const evening = closing('23:00:00');
    expect(evening.censoring).toMatchObject({
      ended: 25,
      stillWaiting: 0,
      meanAtLeastSeconds: 8 * 60 + 57.6,
    });
    expect(evening.waiting.meanPerContactSeconds).toBe(told('S14', 'extra', 'finalMeanSec'));
    expect(evening.open.meanWaitAtLeastSeconds).toBeNull();
    expect(evening.columns).toEqual([]);
  });

  test('S16: a week pooled, and as the mean of its days', () => {
    const report = spreadWeek(defaultLimits);
    const { waiting, tickets } = report;
    const minutesOf = (seconds: number | null) => (seconds ?? Number.NaN) / 60;
    expect(tickets.contacts).toBe(told('S16', 'expected', 'contacts'));
    expect(minutesOf(waiting.sumSeconds)).toBe(told('S16', 'expected', 'waitSumMin'));
    expect(minutesOf(waiting.meanPerContactSeconds)).toBeCloseTo(told('S16', 'expected', 'pooledMeanMin'), 9);
    expect(minutesOf(waiting.meanPerVisitSeconds)).toBeCloseTo(
      told('S16', 'expected', 'meanOfDailyMeansMin'),
      9,
    );
    expect(minutesOf(waiting.meanPerDaySeconds)).toBeCloseTo(told('S16', 'expected', 'meanDailyTotalMin'), 9);
    expect(minutesOf(waiting.medianSeconds)).toBe(told('S16', 'expected', 'pooledMedianMin'));
    expect(minutesOf(waiting.p90Seconds)).toBe(told('S16', 'expected', 'pooledP90type7Min'));

    const open = spreadWeek(noLimits);
    const daily = open.byDay.map((day) => day.waiting);
    expect(daily.map((stats) => minutesOf(stats.meanPerContactSeconds))).toEqual(
      partOf('S16', 'expected').dailyMeansMin,
    );
    const medians = daily.map((stats) => minutesOf(stats.medianSeconds));
    expect(medians.reduce((a, b) => a + b) / 5).toBe(told('S16', 'expected', 'meanOfDailyMediansMin'));
  });

  test('S16: the thin Tuesday can not be computed from the rest of the week', () => {
    const report = spreadWeek(defaultLimits);
    const hidden = (key: 'waiting' | 'service') =>
      report.byDay.filter((day) => day[key].suppressed).map(({ day, [key]: { n } }) => [day, n]);
    // Waits: the week tells their sum and, by its mean of daily values, one more combination, so that two more days go
    // with it. Service: Tuesday is merged with Wednesday.
    expect(hidden('waiting')).toEqual([
      ['2015-06-09', 3],
      ['2015-06-10', 6],
      ['2015-06-12', 5],
    ]);
    expect(hidden('service')).toEqual([
      ['2015-06-09', 3],
      ['2015-06-10', 6],
    ]);
    expect(report.service.n).toBe(36);
    expect(report.service.suppressed).toBeUndefined();
  });
});
