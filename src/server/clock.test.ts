import { describe, expect, test } from 'vitest';
import { SystemClock } from './clock.js';

function clockOf(start: number) {
  const time = { wall: start, monotonic: 50 };
  const steps: number[] = [];
  const clock = new SystemClock((ms) => steps.push(ms), {
    wall: () => time.wall,
    monotonic: () => time.monotonic,
  });
  const pass = (ms: number, setBy = 0) => {
    time.monotonic += ms;
    time.wall += ms + setBy;
  };
  return { clock, pass, steps };
}

describe("the server's clock", () => {
  test('runs with the system', () => {
    const { clock, pass, steps } = clockOf(1_000_000);
    pass(1500);
    expect(clock.now()).toBe(1_001_500);
    expect(steps).toEqual([]);
  });

  test('never goes back, and tells once that the system did', () => {
    const { clock, pass, steps } = clockOf(10_000_000);
    pass(1000, -3_600_000);
    expect(clock.now()).toBe(10_001_000);
    pass(1000);
    expect(clock.now()).toBe(10_002_000);
    expect(steps).toEqual([-3_600_000]);
  });

  test('follows a clock that was set forward, as after a sleep', () => {
    const { clock, pass, steps } = clockOf(1_000_000);
    pass(10, 7_200_000);
    expect(clock.now()).toBe(8_200_010);
    expect(steps).toEqual([7_200_000]);
  });
});
