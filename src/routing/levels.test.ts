import { expect, test } from 'vitest';
import { levelOfWork } from './levels.js';

test.each([
  // Anlage 1 and Anlage 3 have it: the stage decides.
  ['3.2', 'reception', 'reception'],
  ['3.2', 'entranceZone', 'medium'],
  // In Anlage 1 alone, and beside it in Anlage 5: no harder at a desk.
  ['3.11', 'entranceZone', 'reception'],
  ['1.7', 'entranceZone', 'reception'],
  // Not in Anlage 1: the reception only passes it on.
  ['6.3', 'reception', 'medium'],
  ['2.2', 'entranceZone', 'medium'],
  // In Anlage 5 alone.
  ['1.1', 'reception', 'high'],
  [null, 'reception', 'reception'],
  ['9.9', 'entranceZone', 'unknown'],
] as const)('work on %s, %s: %s', (concern, stage, level) => {
  expect(levelOfWork(concern, stage)).toBe(level);
});
