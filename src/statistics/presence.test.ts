import { expect, test } from 'vitest';
import { presentTime } from './presence.js';

test('whoever is at the desk is present whatever the work, and nobody in a pause or at the reception', () => {
  const times = { staffed: 1, busy: 1, caseWork: 2, activity: 4, reinforcement: 8, pause: 16 };
  expect(presentTime({ ...times, idle: 0, idleWhileWaiting: 0 })).toBe(1 + 2 + 4);
});
