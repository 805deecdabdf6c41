import { describe, expect, test } from 'vitest';
import { minutes } from '../testing/officeDay.js';
import oracle from '../testing/oracles/waits.json' with { type: 'json' };
import { expectedWait, meanWaitInLine, waitInLine } from './nextInLine.js';

describe('the next one in line', () => {
  test.each(oracle.nextInLine)('with $ahead before and $desks desks', (row) => {
    const line = { ahead: row.ahead, desks: row.desks, meanServiceTime: minutes(row.serviceMinutes) };
    expect((meanWaitInLine(line) ?? 0) / minutes(1)).toBeCloseTo(row.mean, 9);
    expect((waitInLine(line, 0.5) ?? 0) / minutes(1)).toBeCloseTo(row.p50, 8);
    expect((waitInLine(line, 0.9) ?? 0) / minutes(1)).toBeCloseTo(row.p90, 8);
  });

  test('is told a range in steps of five minutes', () => {
    const line = { ahead: 2, desks: 3, meanServiceTime: minutes(10) };
    // p50 8.9 and p90 17.7 minutes
    expect(expectedWait(line, 0)).toEqual({ fromMinutes: 5, toMinutes: 20 });
    expect(expectedWait({ ...line, ahead: 0 }, 0)).toEqual({ fromMinutes: 0, toMinutes: 10 });
    expect(expectedWait({ ...line, ahead: 10 }, 0)).toEqual({ fromMinutes: 35, toMinutes: 55 });
  });

  test('waits hardly at all where a desk is free for them, and nobody knows how long where none serves', () => {
    expect(expectedWait({ ahead: 0, desks: 3, meanServiceTime: minutes(10) }, 1)).toEqual({
      fromMinutes: 0,
      toMinutes: 5,
    });
    expect(expectedWait({ ahead: 0, desks: 0, meanServiceTime: minutes(10) }, 0)).toBeNull();
    expect(meanWaitInLine({ ahead: 4, desks: 0, meanServiceTime: minutes(10) })).toBeNull();
    expect(waitInLine({ ahead: 4, desks: 0, meanServiceTime: minutes(10) }, 0.5)).toBeNull();
  });
});
