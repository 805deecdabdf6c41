import { expect, test } from 'vitest';
import { isHeld } from './heldKeys.js';

const enter = (at: number) => ({ name: 'enter', at });

test('the first repeat of a held key is given away by the second', () => {
  expect(isHeld(enter(500), enter(0), undefined)).toBe('unknown');
  expect(isHeld(enter(500), enter(0), enter(530))).toBe('held');
});

test('two presses by hand are two presses, however the third follows', () => {
  expect(isHeld(enter(500), enter(0), enter(900))).toBe('pressed');
  expect(isHeld(enter(500), enter(0), { name: 'n', at: 510 })).toBe('pressed');
});

test('nothing waits after a pause, after another key, or where the router drops it anyway', () => {
  expect(isHeld(enter(2000), enter(0), undefined)).toBe('pressed');
  expect(isHeld(enter(500), { name: 'n', at: 0 }, undefined)).toBe('pressed');
  expect(isHeld(enter(500), undefined, undefined)).toBe('pressed');
  expect(isHeld(enter(30), enter(0), undefined)).toBe('pressed');
});
