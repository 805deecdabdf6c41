import { describe, expect, test } from 'vitest';
import { studentTail } from './student.js';

describe("Student's t", () => {
  // Two-sided critical values as every table prints them.
  test.each([
    [12.706, 1, 0.05],
    [4.303, 2, 0.05],
    [3.182, 3, 0.05],
    [2.306, 8, 0.05],
    [2.228, 10, 0.05],
    [2.042, 30, 0.05],
    [1.96, 1_000_000, 0.05],
    [3.355, 8, 0.01],
    [1.86, 8, 0.1],
  ])('%d with %d degrees of freedom leaves %d outside', (t, df, p) => {
    expect(studentTail(t, df)).toBeCloseTo(p, 3);
    expect(studentTail(-t, df)).toBe(studentTail(t, df));
  });

  test('nothing lies outside of everything', () => {
    expect(studentTail(0, 4)).toBe(1);
    expect(studentTail(Infinity, 4)).toBeCloseTo(0, 12);
  });
});
