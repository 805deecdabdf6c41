import { describe, expect, test } from 'vitest';
import { localClock } from './calendar.js';
import { readRecord, type RecordFields } from './recordLine.js';

const served: RecordFields = {
  arrived_at: '2015-06-08T08:00:00',
  called_at: '2015-06-08T08:05:00',
  finished_at: '2015-06-08T08:15:30',
  ended: 'served',
  concern: '3.2',
  desk: '1',
};

const read = (changes: Partial<RecordFields>) =>
  readRecord(
    { ...served, ...changes },
    { clock: localClock('Europe/Berlin'), isKnown: (id) => id !== '9.9' },
  );

const berlin = (time: string) => Date.parse(`${time}+02:00`);

describe('a line', () => {
  test('is a service', () => {
    expect(read({})).toEqual({
      record: {
        arrivedAt: berlin('2015-06-08T08:00:00'),
        calledAt: berlin('2015-06-08T08:05:00'),
        finishedAt: berlin('2015-06-08T08:15:30'),
        concern: '3.2',
        desk: '1',
      },
      ambiguous: 0,
    });
  });

  test('or a visitor who left, mostly without a desk', () => {
    expect(read({ ended: 'left', called_at: '', desk: '' })).toMatchObject({
      record: { calledAt: null, finishedAt: berlin('2015-06-08T08:15:30'), desk: null },
    });
  });

  test.each([
    ['2015-06-08 08:00', '2015-06-08T08:00:00'],
    ['2015-06-08T08:00:00.250', '2015-06-08T08:00:00.250'],
    ['2015-06-08T06:00:00Z', '2015-06-08T08:00:00'],
    ['2015-06-08T03:00:00-03:00', '2015-06-08T08:00:00'],
    ['08.06.2015 08:00:00', '2015-06-08T08:00:00'],
    ['8.6.2015 8:00', '2015-06-08T08:00:00'],
  ])('may write its times as %s', (text, time) => {
    expect(read({ arrived_at: text })).toMatchObject({ record: { arrivedAt: berlin(time) } });
  });

  test.each<[Partial<RecordFields>, string, string]>([
    [{ arrived_at: '' }, 'missing', 'arrived_at'],
    [{ arrived_at: 'yesterday' }, 'badTime', 'arrived_at'],
    [{ arrived_at: '2015-02-30T08:00:00' }, 'badTime', 'arrived_at'],
    [{ called_at: '2015-06-08T24:00:00' }, 'badTime', 'called_at'],
    [{ called_at: '2015-06-08T08:60:00' }, 'badTime', 'called_at'],
    [{ called_at: '06/08/2015 08:05' }, 'badTime', 'called_at'],
    [{ arrived_at: '2015-06-08T08:00:00+99:00' }, 'badTime', 'arrived_at'],
    [{ called_at: '2015-06-08T07:59:59' }, 'calledBeforeArrived', 'called_at'],
    [{ finished_at: '2015-06-08T08:04:59' }, 'finishedBeforeCalled', 'finished_at'],
    [
      { ended: 'left', called_at: '', finished_at: '2015-06-08T07:00:00' },
      'finishedBeforeArrived',
      'finished_at',
    ],
    [{ finished_at: '2015-07-08T08:15:30' }, 'tooLong', 'finished_at'],
    [{ called_at: '' }, 'servedWithoutCall', 'called_at'],
    [{ ended: 'left' }, 'leftWithCall', 'called_at'],
    [{ ended: 'Served?' }, 'unknownEnded', 'ended'],
    [{ ended: '' }, 'missing', 'ended'],
    [{ concern: '' }, 'missing', 'concern'],
    [{ concern: '9.9' }, 'unknownConcern', 'concern'],
    [{ concern: 'Erika Mustermann' }, 'badConcern', 'concern'],
    [{ concern: '__proto__' }, 'badConcern', 'concern'],
    [{ concern: 'constructor' }, 'badConcern', 'concern'],
  ])('%o is bad: %s', (changes, problem, column) => {
    expect(read(changes)).toMatchObject({ problem, column });
  });
});

describe('where the clocks change', () => {
  test('the skipped hour of March is no time', () => {
    const night = { arrived_at: '2015-03-29T01:50:00', finished_at: '2015-03-29T03:10:00' };
    expect(read({ ...night, called_at: '2015-03-29T02:30:00' })).toMatchObject({
      problem: 'skippedTime',
      column: 'called_at',
    });
    expect(read({ ...night, called_at: '2015-03-29T03:00:00' })).toMatchObject({
      record: {
        arrivedAt: Date.parse('2015-03-29T01:50:00+01:00'),
        calledAt: Date.parse('2015-03-29T03:00:00+02:00'),
      },
    });
  });

  test('the doubled hour of October is the first one, unless that would go back in time', () => {
    const night = { arrived_at: '2015-10-25T02:40:00', called_at: '2015-10-25T02:55:00' };
    expect(read({ ...night, finished_at: '2015-10-25T02:10:00' })).toEqual({
      record: {
        arrivedAt: Date.parse('2015-10-25T02:40:00+02:00'),
        calledAt: Date.parse('2015-10-25T02:55:00+02:00'),
        finishedAt: Date.parse('2015-10-25T02:10:00+01:00'),
        concern: '3.2',
        desk: '1',
      },
      ambiguous: 3,
    });
  });

  test('a time with its offset is not in doubt', () => {
    const read1 = read({
      arrived_at: '2015-10-25T02:40:00+01:00',
      called_at: '2015-10-25T02:55:00+01:00',
      finished_at: '2015-10-25T03:10:00',
    });
    expect(read1).toMatchObject({
      ambiguous: 0,
      record: { arrivedAt: Date.parse('2015-10-25T01:40:00Z') },
    });
  });
});
