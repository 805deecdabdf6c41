import { describe, expect, test } from 'vitest';
import { minutes, officeDay, seconds, type OfficeDay } from '../testing/officeDay.js';
import { partOf } from '../testing/scenarios/load.js';
import { endOf, startOf } from './calendar.js';
import { quartersOf } from './clockTimes.js';
import { servicesIn, serviceTimeIn, waitsIn, waitTimeIn, type Days } from './combine.js';
import { factsOf } from './contacts.js';
import { dailyFigures, type DailyFigures, type FiguresOptions } from './dailyFigures.js';
import { hourSums } from './weekdaySums.js';
import {
  dailyValues,
  deskTimesIn,
  hoursIn,
  meanOfValues,
  peaks,
  productivity,
  servedVisitsIn,
  utilisation,
} from './kpis.js';

const zone = 'Europe/Berlin';
const figuresOf = (office: OfficeDay, more: Partial<FiguresOptions> = {}) =>
  dailyFigures(office.day, { zone, halfDayAt: '12:00', ...more });

/** K1 or K4 of a day. */
const perVisit = (figures: DailyFigures, sumIn: (days: Days) => number): number | null =>
  meanOfValues([dailyValues([[figures]], sumIn, servedVisitsIn)]);

/** A desk serves the next ticket from one time to another. */
function serve(office: OfficeDay, desk: string, from: string, to: string): void {
  office.at(from);
  office.desk(desk).call();
  office.at(to);
  office.desk(desk).finish();
}

describe('a completed contact', () => {
  test('waits until the call that leads to service; a call nobody answers does not end the wait', () => {
    const office = officeDay();
    office.at('08:00');
    const { number } = office.reception().checkIn('3.1');
    office.at('08:05');
    office.desk('1').call();
    office.at('08:09');
    office.desk('1').noShow();
    office.at('08:12');
    office.reception().resume(number);
    serve(office, '1', '08:20', '08:30');
    const [contact] = factsOf(office.day).contacts;
    expect(contact).toMatchObject({
      waitTime: minutes(20),
      firstCallWait: minutes(5),
      serviceTime: minutes(10),
    });
    expect(figuresOf(office).contacts[0]).toMatchObject({
      wait: { sum: minutes(20) },
      firstWait: { sum: minutes(5) },
    });
    expect(figuresOf(office).counters).toMatchObject({ noShowEvents: 1, lostTime: minutes(4) });
  });

  test('leaves parked spans out of its service, also one that ended in the line', () => {
    const office = officeDay();
    office.at('08:00');
    const { number } = office.reception().checkIn('3.1');
    office.desk('1').call();
    office.at('08:02');
    office.desk('1').start();
    office.at('08:05');
    office.desk('1').park();
    office.at('08:11');
    office.desk('1').resume(number);
    office.at('08:12');
    office.desk('1').park();
    office.at('08:15');
    office.reception().resume(number, { toQueue: true });
    serve(office, '2', '08:20', '08:24');
    expect(factsOf(office.day).contacts).toMatchObject([
      { waitTime: 0, wayTime: minutes(2), serviceTime: minutes(24 - 6 - 8), desk: '2' },
    ]);
  });

  test('of a second leg waits from queueing again, and stays with the half day of the booking', () => {
    const office = officeDay();
    office.at('11:50');
    office.reception().checkIn('3.1');
    office.at('11:55');
    office.desk('1').call();
    office.at('12:05');
    office.desk('1').requeue('6.3');
    serve(office, '1', '12:15', '12:20');
    const figures = figuresOf(office);
    expect(figures.contacts).toMatchObject([
      { half: 'am', concern: '3.1', booked: '3.1', wait: { sum: minutes(5) } },
      { half: 'am', concern: '6.3', booked: '6.3', wait: { sum: minutes(10) } },
    ]);
    expect(figures.counters.laterLegs).toBe(1);
    expect(perVisit(figures, waitTimeIn)).toBe(minutes(15));
    expect(perVisit(figures, serviceTimeIn)).toBe(minutes(15));
    // It ended once, at 12:20.
    expect(figures.quarters['49']).toMatchObject({ served: 1 });
    expect(figures.visits).toEqual([
      { way: 'ticket', destination: 'EINGANGSZONE', outcome: 'settled', contact: true, n: 1 },
    ]);
  });

  test('of which no desk is on record was at one at least', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception().checkIn('3.1');
    serve(office, '1', '08:00', '08:10');
    const { day } = office;
    const tickets = structuredClone(day.tickets);
    for (const ticket of Object.values(tickets)) for (const contact of ticket.contacts) contact.desk = null;
    expect(dailyFigures({ ...day, tickets }, { zone, halfDayAt: '12:00' }).sessions.all).toBe(1);
  });

  test('that dealt with several concerns shares its service equally; the main one carries the wait', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.at('08:04');
    office.desk('1').call();
    office.at('08:16');
    office.desk('1').finish({ concern: '3.2', furtherConcerns: ['3.9', '3.2', '6.3'] });
    office.reception().checkIn('6.3');
    serve(office, '2', '08:16', '08:19');
    const figures = [figuresOf(office)];
    expect(waitsIn(figures, '3.2')).toMatchObject({ n: 1, sum: minutes(4) });
    expect(waitsIn(figures, '3.9').n).toBe(0);
    expect(['3.2', '3.9', '6.3'].map((concern) => servicesIn(figures, concern).sum)).toEqual(
      [4, 4, 7].map(minutes),
    );
    expect(servicesIn(figures)).toMatchObject({ n: 2, sum: minutes(15), max: minutes(12) });
    expect(figures[0]?.contacts.find(({ booked }) => booked === '3.1')?.concern).toBe('3.2');
    expect(figures[0]?.sessions).toMatchObject({ all: 2, byConcern: { '3.2': 1, '3.9': 1, '6.3': 2 } });
  });
});

describe('who is in no mean', () => {
  test('tickets open at the end of the day are flagged; a contact completed before counts', () => {
    const office = officeDay();
    office.at('08:00');
    office.reception().checkIn('3.1');
    office.at('08:10');
    office.desk('1').call();
    office.at('08:20');
    office.desk('1').requeue('6.3');
    office.reception().checkIn('3.9');
    office.at('08:30');
    const left = office.reception().checkIn('3.9').number;
    office.reception().leave(left);
    office.at('23:00');
    office.server.closeDay(true);
    const figures = figuresOf(office);
    expect(figures.visits).toEqual([
      { way: 'ticket', destination: 'EINGANGSZONE', outcome: 'flagged', contact: false, n: 1 },
      { way: 'ticket', destination: 'EINGANGSZONE', outcome: 'flagged', contact: true, n: 1 },
      { way: 'ticket', destination: 'EINGANGSZONE', outcome: 'left', contact: false, n: 1 },
    ]);
    expect(waitsIn([figures])).toMatchObject({ n: 1, sum: minutes(10) });
    expect(perVisit(figures, waitTimeIn)).toBe(minutes(10));
    expect(figures).toMatchObject({ closed: true, asOf: office.instant('23:00'), waiting: [] });
  });

  test('cancelled bookings are no visits', () => {
    const office = officeDay();
    office.at('08:00');
    const { number } = office.reception().checkIn('3.1');
    office.reception().checkIn('6.1', { rule: '6.1/sickNote' });
    office.reception().undo();
    office.reception('E2').cancel(number);
    const figures = figuresOf(office);
    expect(figures).toMatchObject({ visits: [], contacts: [], reception: [], counters: { cancelled: 1 } });
    expect(figures.quarters).toEqual({});
  });
});

describe('an open day', () => {
  const story = () => {
    const office = officeDay();
    office.at('08:00');
    office.desk('1').open();
    office.reception().checkIn('3.1');
    office.at('08:10');
    office.reception().checkIn('3.1');
    office.desk('1').call();
    return office;
  };

  test('is read as of its last event, or of the instant that is asked for', () => {
    expect(figuresOf(story())).toMatchObject({ closed: false, waiting: [0] });
    const later = figuresOf(story(), { at: story().instant('08:25') });
    expect(later).toMatchObject({
      asOf: story().instant('08:25'),
      waiting: [minutes(15)],
      counters: { open: { waiting: 1, called: 1, inService: 0, parked: 0 } },
    });
    expect(later.visits).toMatchObject([{ outcome: 'open', n: 2 }]);
  });

  test('tells free desks with an empty line from free desks while somebody waits', () => {
    const office = officeDay();
    office.at('08:00');
    office.desk('1').open();
    office.at('08:05');
    office.reception().checkIn('3.1');
    serve(office, '1', '08:08', '08:20');
    const times = deskTimesIn(quartersOf(figuresOf(office, { at: office.instant('08:30') }), zone));
    expect(times).toMatchObject({
      staffed: minutes(30),
      busy: minutes(12),
      idle: minutes(15),
      idleWhileWaiting: minutes(3),
    });
  });
});

describe('the counters', () => {
  test('count what was done, and name nobody', () => {
    const office = officeDay();
    office.at('08:00');
    const bookings = {
      handouts: ['Hauptantrag'],
      copies: true,
      documents: 'PAP',
      openedAt: office.instant('07:58'),
    };
    const { number } = office.reception().checkIn('3.1', bookings);
    office.reception().checkIn('1.7', { rule: '1.7/complaint' });
    office.reception().checkIn('3.6', { rule: '3.6/advance', consulted: true });
    office.reception().checkIn(null, { rule: 'information' });
    office.reception().checkIn(null, { rule: 'appointment' });
    office.lead.mark(number, { urgent: 'emergency' });
    office.desk('1').call();
    office.pass(seconds(6));
    office.desk('1').recall();
    office.desk('1').finish({ outcome: 'forwarded', destination: 'PAP', consulted: true, papInformed: true });
    office.lead.correct('V001', '6.3');
    const figures = figuresOf(office);
    expect(figures.counters).toEqual({
      noShowEvents: 0,
      lostTime: 0,
      recalls: 1,
      laterLegs: 0,
      deviations: [{ kind: 'urgent', reason: 'emergency', n: 1 }],
      corrections: 1,
      cancelled: 0,
      consultations: { reception: { '3.6': 1 }, desk: { '3.1': 1 } },
      handouts: { Hauptantrag: 1 },
      copies: 1,
      documents: { PAP: 1 },
      masterData: { reception: 0, desk: 0 },
      leadInformed: 1,
      papInformed: 1,
      madeUp: 0,
      alsoSettled: {},
      open: { waiting: 0, called: 0, inService: 0, parked: 0 },
    });
    expect(figures.visits.map(({ way, destination }) => `${way} ${destination}`)).toEqual([
      'appointment SACHBEARBEITUNG',
      'appointment TEAMLEITUNG',
      'forwarded TERMIN_INHABER',
      'settled EMPFANG',
      'ticket PAP',
    ]);
    expect(figures.reception).toContainEqual({ half: 'am', way: 'settled', concern: null, n: 1 });
    expect(figures.reception.find(({ way }) => way === 'ticket')?.time).toMatchObject({
      n: 1,
      sum: minutes(2),
    });
    expect(JSON.stringify(figures)).not.toMatch(/E001|V001|desk\/|"desk":"/);
  });

  test('visits made up afterwards have their true times and move no desk', () => {
    const office = officeDay();
    office.at('14:00');
    office.reception().checkIn('3.1', {
      occurredAt: office.instant('09:00'),
      visit: { desk: '2', calledAt: office.instant('09:10'), finishedAt: office.instant('09:30') },
    });
    const figures = figuresOf(office);
    expect(figures.counters.madeUp).toBe(1);
    expect(figures.contacts).toMatchObject([
      { half: 'am', wait: { sum: minutes(10) }, service: { sum: minutes(20) } },
    ]);
    expect(figures.quarters).toEqual({
      36: { visits: 1, booked: 1, waits: { n: 1, sum: minutes(10), max: minutes(10) } },
      38: { served: 1 },
    });
    expect(figures.sessions).toMatchObject({ all: 1, atDesks: 0 });
  });

  test('activities are told by half day and team', () => {
    const office = officeDay();
    office.at('11:30');
    office.desk('1').activity('reinforcement', '704');
    office.at('12:15');
    office.desk('1').activity('4.1', '703');
    office.at('12:20');
    office.desk('1').close();
    const figures = figuresOf(office);
    expect(figures.activities).toEqual([
      { half: 'am', activity: 'reinforcement', team: '704', time: minutes(30) },
      { half: 'pm', activity: '4.1', team: '703', time: minutes(5) },
      { half: 'pm', activity: 'reinforcement', team: '704', time: minutes(15) },
    ]);
    const times = deskTimesIn(quartersOf(figures, zone));
    expect(times).toMatchObject({ staffed: 0, reinforcement: minutes(45), caseWork: minutes(5) });
    expect(productivity(0, times)).toMatchObject({ contactsPerStaffedHour: null, caseWorkShare: 1 });
  });
});

describe('days on which the clocks change', () => {
  const dayOf = (day: string) =>
    officeDay({ opening: { day, startsAt: startOf(day, zone), endsAt: endOf(day, zone) } });

  test('S15: a wait across the change is its true length, and the hour occurs twice', () => {
    const { dst } = partOf('S15', 'calendar') as {
      dst: { checkInUtc: string; callUtc: string; waitSec: number };
    };
    const office = dayOf('2015-10-25');
    const at = (utc: string) => office.pass(Date.parse(utc) - office.day.lastAt);
    at(dst.checkInUtc);
    office.reception().checkIn('3.1');
    at(dst.callUtc);
    office.desk('1').call();
    office.pass(minutes(10));
    office.desk('1').finish();
    const figures = figuresOf(office);
    expect(waitsIn([figures]).sum).toBe(seconds(dst.waitSec));
    const quarters = quartersOf(figures, zone);
    expect(quarters.filter(({ row }) => row.booked).map(({ index, from }) => [index, from])).toEqual([
      [10, '02:30'],
    ]);
    expect(quarters.filter(({ row }) => row.served).map(({ index, from }) => [index, from])).toEqual([
      [13, '02:15'],
    ]);
    expect(hoursIn(hourSums(quarters))).toEqual([{ hour: 2, visits: 1, arrived: 1, served: 1 }]);
  });

  test('the last quarter of a short and of a long day ends at midnight', () => {
    for (const [day, last] of [
      ['2016-03-27', 91],
      ['2015-10-25', 99],
      ['2015-06-08', 95],
    ] as const) {
      const figures = { ...figuresOf(dayOf(day)), quarters: { [last]: { visits: 1 } } };
      expect(quartersOf(figures, zone)).toMatchObject([{ from: '23:45', to: '24:00', hour: 23, half: 'pm' }]);
    }
    const short = { ...figuresOf(dayOf('2016-03-27')), quarters: { 8: { visits: 1 } } };
    expect(quartersOf(short, zone)).toMatchObject([{ from: '03:00', to: '03:15', hour: 3 }]);
  });
});

test('a quarter hour is a peak by its utilisation, or by a long wait that began in it', () => {
  const office = officeDay();
  office.at('08:00');
  office.desk('1').open();
  office.reception().checkIn('3.1');
  office.reception().checkIn('3.1');
  serve(office, '1', '08:00', '08:14');
  serve(office, '1', '08:20', '08:22');
  const quarters = quartersOf(figuresOf(office, { at: office.instant('08:45') }), zone);
  const limits = { utilisation: 0.85, wait: minutes(20) };
  const quarter = quarters.find(({ index }) => index === 32);
  expect(quarter).toMatchObject({ half: 'am' });
  expect(peaks(quarters, limits)).toEqual([
    {
      day: '2015-06-08',
      from: '08:00',
      to: '08:15',
      quarter,
      utilisation: 14 / 15,
      waits: 2,
      maxWait: minutes(20),
      reasons: ['utilisation', 'wait'],
    },
  ]);
  expect(peaks(quarters, { utilisation: 0.95, wait: minutes(21) })).toEqual([]);
  expect(peaks(quarters, { utilisation: 14 / 15, wait: minutes(21) })).toHaveLength(1);
});

test('utilisation of nothing is nothing', () => {
  expect(utilisation(deskTimesIn([]))).toBeNull();
  expect(hoursIn([])).toEqual([]);
});
