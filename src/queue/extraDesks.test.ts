import { expect, test } from 'vitest';
import { officeDay } from '../testing/officeDay.js';
import { standingDecision } from './extraDesks.js';

/** Three desks, of which the first serves. */
const morning = () => {
  const office = officeDay();
  office.at('10:42');
  office.desk('1').open();
  return office;
};

test('[B1] the answer to an advice is on record with its time and numbers, and nothing else', () => {
  const office = morning();
  const { entry } = office.lead.decideExtraDesks('yes', 2);
  expect(entry.events).toEqual([{ type: 'ExtraDesksDecided', answer: 'yes', extraDesks: 2, desks: 1 }]);
  expect(office.day.deskDecisions).toEqual([
    { answer: 'yes', extraDesks: 2, desks: 1, at: office.instant('10:42'), seq: entry.seq },
  ]);
});

test('[B2] no more desks can be called for than are left', () => {
  const office = morning();
  expect(office.lead.refused.decideExtraDesks('yes', 3)).toEqual({ name: 'tooManyDesks', most: 2 });
  for (const desk of ['2', '3']) office.desk(desk).open();
  expect(office.lead.refused.decideExtraDesks('no', 1)).toEqual({ name: 'tooManyDesks', most: 0 });
});

test('[B3] a decision stands for an hour, and as long as no more desks are called for', () => {
  const office = morning();
  office.lead.decideExtraDesks('yes', 1);
  const stands = (extraDesks: number) =>
    standingDecision(office.day, extraDesks, office.day.lastAt) !== undefined;
  expect([stands(1), stands(2)]).toEqual([true, false]);
  expect(office.lead.refused.decideExtraDesks('yes', 1)).toEqual({ name: 'alreadyDecided', answer: 'yes' });
  // One more than it was taken on in all, though not beside those that serve now.
  office.desk('2').open();
  expect(stands(1)).toBe(false);
  // As many in all, and more beside those that serve now.
  office.desk('2').close();
  office.desk('1').close();
  expect([stands(1), stands(2)]).toEqual([true, false]);
  office.at('11:41:59');
  office.lead.desk('3').open();
  expect(stands(1)).toBe(true);
  office.at('11:42');
  office.lead.decideExtraDesks('yes', 1);
});

test('[B3] the other answer takes its place, and both stay on record', () => {
  const office = morning();
  office.lead.decideExtraDesks('no', 1);
  office.lead.decideExtraDesks('yes', 1);
  expect(standingDecision(office.day, 1, office.day.lastAt)?.answer).toBe('yes');
  expect(office.day.deskDecisions.map(({ answer }) => answer)).toEqual(['no', 'yes']);
});

test('[B4] a decision moves no desk, and undo takes it off the record', () => {
  const office = morning();
  const { desks, spans } = structuredClone(office.day);
  office.lead.decideExtraDesks('yes', 2);
  expect(office.day).toMatchObject({ desks, spans });
  office.lead.undo();
  expect(office.day.deskDecisions).toEqual([]);
  office.lead.decideExtraDesks('no', 2);
});
