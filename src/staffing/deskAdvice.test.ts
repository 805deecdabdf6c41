import { expect, test } from 'vitest';
import { minutes } from '../testing/officeDay.js';
import { adviseDesks, type Load } from './deskAdvice.js';

/** 15 an hour for 10 minutes each: a load of 2.5 desks. */
const morning: Load = {
  waiting: 4,
  desks: 3,
  arrivalsPerHour: 15,
  meanServiceTime: minutes(10),
  targetTime: minutes(15),
  mostDesks: 6,
};

const inMinutes = (ms: number | null | undefined) => (ms === null || ms === undefined ? ms : ms / minutes(1));

test('S01 at 08:21: the next one waits (4 + 1) · 10 / 3 minutes, over the target, and one desk more helps', () => {
  const { advice, advised, outlooks } = adviseDesks(morning);
  expect([advice, advised]).toEqual(['openMore', 4]);
  expect(outlooks.map(({ desks }) => desks)).toEqual([2, 3, 4]);
  const [, now, more] = outlooks;
  expect(inMinutes(now?.next)).toBeCloseTo(16 + 40 / 60, 9);
  // 14.04 and 2.13 minutes, as the tables say
  expect(inMinutes(now?.lasting)).toBeCloseTo(14.0449, 4);
  expect(inMinutes(more?.next)).toBeCloseTo(12.5, 9);
  expect(inMinutes(more?.lasting)).toBeCloseTo(2.1324, 4);
});

test('two desks less than the load: no end of the line in sight, as many more as it takes', () => {
  const { advice, advised, outlooks } = adviseDesks({ ...morning, desks: 1, waiting: 9 });
  expect([advice, advised]).toEqual(['openMore', 6]);
  expect(outlooks.map(({ desks }) => desks)).toEqual([0, 1, 2, 6]);
  expect(outlooks.map(({ lasting }) => lasting === null)).toEqual([true, true, true, false]);
});

test('where there is no desk left to open, all that there are have to do', () => {
  expect(adviseDesks({ ...morning, desks: 3, mostDesks: 3 })).toMatchObject({
    advice: 'allOpen',
    advised: 3,
  });
});

test('a desk can go when nobody waits and the rest keeps well within the target', () => {
  const quiet = { ...morning, waiting: 0, arrivalsPerHour: 4 };
  expect(adviseDesks(quiet)).toMatchObject({ advice: 'closeOne', advised: 2 });
  expect(adviseDesks({ ...quiet, desks: 1, arrivalsPerHour: 1 })).toMatchObject({
    advice: 'enough',
    advised: 1,
  });
  // Three desks keep 14 of the 15 minutes, which is not well within them.
  expect(adviseDesks({ ...morning, waiting: 0, desks: 4 })).toMatchObject({ advice: 'enough', advised: 4 });
  expect(adviseDesks({ ...quiet, waiting: 1 })).toMatchObject({ advice: 'enough', advised: 3 });
  expect(adviseDesks({ ...quiet, leastDesks: 2 })).toMatchObject({ advice: 'closeOne' });
  expect(adviseDesks({ ...quiet, leastDesks: 2.5 })).toMatchObject({ advice: 'enough', advised: 3 });
});

test('with nobody at a desk the first one is advised as soon as somebody waits', () => {
  expect(adviseDesks({ ...morning, desks: 0, waiting: 1, arrivalsPerHour: 1 })).toMatchObject({
    advice: 'openMore',
    advised: 2,
  });
});
