import { expect, test } from 'vitest';
import { localClock } from './calendar.js';
import { figuresOfRecords, recordedDays, type ServiceRecord } from './records.js';
import { roughSpots } from './roughSpots.js';

const zone = 'Europe/Berlin';

/** 'arrived called finished desk concern', times of the 8th or, with a plus, of the 9th; '-' for what is missing. */
function record(line: string): ServiceRecord {
  const [arrived = '', called = '', finished = '', desk = '', concern = '3.2'] = line.split(' ');
  const at = (time: string): number =>
    Date.parse(`2015-06-0${time.startsWith('+') ? 9 : 8}T${time.replace('+', '')}:00+02:00`);
  return {
    arrivedAt: at(arrived),
    calledAt: called === '-' ? null : at(called),
    finishedAt: at(finished),
    desk: desk === '-' ? null : desk,
    concern,
  };
}

const daysOf = (...lines: readonly string[]) => recordedDays(lines.map(record), zone);

const figuresOf = (...lines: readonly string[]) =>
  daysOf(...lines).map((day) => figuresOfRecords(day, { site: 'herford', zone, halfDayAt: '12:00' }));

test('records become visits and contacts, and nothing else is claimed to be known', () => {
  const [figures] = figuresOf(
    '08:00 08:05 08:15 1',
    '08:10 08:10 08:40 2 3.4',
    '08:20 - 08:50 -',
    '13:00 13:02 13:12 1',
  );
  expect(figures).toMatchObject({
    day: '2015-06-08',
    closed: true,
    imported: true,
    asOf: Date.parse('2015-06-08T13:12:00+02:00'),
    stages: { reception: false, entranceZone: true },
    visits: [
      { way: 'ticket', destination: 'EINGANGSZONE', outcome: 'left', contact: false, n: 1 },
      { way: 'ticket', destination: 'EINGANGSZONE', outcome: 'served', contact: true, n: 3 },
    ],
    reception: [],
    activities: [],
    waiting: [],
    sessions: { all: 2, byConcern: { '3.2': 1, '3.4': 1 }, byGroup: { '3': 2 }, atDesks: 0 },
  });
  expect(
    figures?.contacts.map(({ half, concern, wait, service, outcomes }) => [
      half,
      concern,
      wait.sum,
      service.sum,
      outcomes,
    ]),
  ).toEqual([
    ['am', '3.2', 300_000, 600_000, {}],
    ['am', '3.4', 0, 1_800_000, {}],
    ['pm', '3.2', 120_000, 600_000, {}],
  ]);
  expect(Object.values(figures?.quarters ?? {}).every(({ desk }) => desk === undefined)).toBe(true);
});

test('a visit belongs to the day of its arrival, and the order of the records is of no matter', () => {
  const lines = ['+08:00 +08:01 +08:02 1', '23:50 23:58 +00:10 1', '23:40 - +00:05 -'];
  const figures = figuresOf(...lines);
  expect(figures.map(({ day, contacts }) => [day, contacts.length])).toEqual([
    ['2015-06-08', 1],
    ['2015-06-09', 1],
  ]);
  expect(figures[0]?.quarters['95']).toMatchObject({ booked: 1, served: 1 });
  expect(figures[0]?.asOf).toBe(Date.parse('2015-06-09T00:00:00+02:00'));
  expect(figuresOf(...lines.toReversed())).toEqual(figures);
});

test('rough spots are counted', () => {
  const days = daysOf(
    '01:00 01:00 01:00 1',
    '08:00 08:00 08:10 1',
    '08:00 08:05 08:20 1',
    '08:10 08:20 08:30 1',
    '08:10 08:20 08:40 -',
    '08:10 08:20 08:40 -',
    '09:00 - 09:10 -',
    '09:00 - 09:10 2',
    '23:50 23:55 +00:10 1',
    '+00:00 +00:05 +00:06 1',
  );
  expect(roughSpots(days, zone)).toEqual({
    overlaps: 2,
    overMidnight: 1,
    zeroWaits: 2,
    zeroServices: 1,
    leftWithoutDesk: 1,
    servedWithoutDesk: 2,
    repeated: 1,
    quietNights: 2,
    emptyDays: 0,
  });
});

test('days without records are counted between the first and the last', () => {
  const days = recordedDays(
    ['2015-06-01', '2015-06-02', '2015-06-10'].map((day) => ({
      ...record('08:00 08:05 08:10 1'),
      arrivedAt: Date.parse(`${day}T08:00:00+02:00`),
    })),
    zone,
  );
  expect(roughSpots(days, zone).emptyDays).toBe(7);
});

test.each([
  ['2015-06-08', '08:15', ['2015-06-08T06:15:00Z']],
  ['2015-06-08', '08:15:30.5', ['2015-06-08T06:15:30.500Z']],
  ['2015-03-29', '02:00', []],
  ['2015-03-29', '03:00', ['2015-03-29T01:00:00Z']],
  ['2015-10-25', '02:30', ['2015-10-25T00:30:00Z', '2015-10-25T01:30:00Z']],
  ['2015-10-25', '03:00', ['2015-10-25T02:00:00Z']],
  ['2015-10-24', '23:59', ['2015-10-24T21:59:00Z']],
])('the clock showed %s %s at %o', (day, time, instants) => {
  expect(localClock(zone)(day, time)).toEqual(instants.map((instant) => Date.parse(instant)));
});

test('a clock knows no day that does not exist', () => {
  expect(localClock(zone)('2015-02-29', '08:00')).toBeUndefined();
  expect(localClock('Pacific/Auckland')('2015-09-27', '02:30')).toEqual([]);
});
