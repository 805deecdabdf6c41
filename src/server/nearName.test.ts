import { expect, test } from 'vitest';
import { nearName } from './nearName.js';

const known = ['letter', 'zone', 'desks', 'destinations', 'openingHours'];

test.each([
  ['leter', 'letter'],
  ['lettre', 'letter'],
  ['DESKS', 'desks'],
  ['desk', 'desks'],
  ['openninghours', 'openingHours'],
  ['zoen', 'zone'],
])('%s is meant to be %s', (typed, meant) => {
  expect(nearName(typed, known)).toBe(meant);
});

test.each(['x', 'colour', '', 'retention'])('%s is none of them', (typed) => {
  expect(nearName(typed, known)).toBeUndefined();
});
