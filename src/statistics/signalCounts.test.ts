import { expect, test } from 'vitest';
import { officeDay } from '../testing/officeDay.js';
import { countTogether } from './counted.js';
import { dailyFigures, type DailyFigures } from './dailyFigures.js';
import { deskDecisionsIn, signalsIn } from './signalCounts.js';

const options = { zone: 'Europe/Berlin', halfDayAt: '12:00' };

/** Four questions, of which one has yes, one no, one was dropped and one is open; two calls, one answered; two decisions. */
const figures = (() => {
  const office = officeDay();
  office.at('10:00');
  const reception = office.reception();
  for (const answer of ['yes', 'no'] as const) {
    reception.askZone();
    office.desk('1').answerZone('reception/E1', answer);
  }
  reception.askZone();
  reception.dropQuestion();
  reception.askZone();
  reception.callHelp();
  office.desk('1').answerHelp('reception/E1');
  office.desk('2').callHelp();
  office.lead.decideExtraDesks('no', 1);
  office.lead.decideExtraDesks('yes', 2);
  return dailyFigures(office.day, options);
})();

test('a day counts its signals and decisions, and nothing of who made them', () => {
  expect(figures.signals).toEqual({
    days: 1,
    questions: { asked: 4, yes: 1, no: 1 },
    helpCalls: { called: 2, answered: 1 },
  });
  expect(figures.deskDecisions).toEqual({ days: 1, yes: 1, no: 1, desks: 3 });
});

test('a quiet day has counted none', () => {
  const quiet = dailyFigures(officeDay().day, options);
  expect(quiet.signals?.questions).toEqual({ asked: 0, yes: 0, no: 0 });
  expect(quiet.deskDecisions).toEqual({ days: 1, yes: 0, no: 0, desks: 0 });
});

test('days that did not count are none of those that did', () => {
  const { signals: _, deskDecisions: __, ...rest } = figures;
  const older: DailyFigures = rest;
  expect([signalsIn([older]), deskDecisionsIn([older])]).toEqual([undefined, undefined]);
  expect(signalsIn([older, figures])).toEqual(figures.signals);
  expect(deskDecisionsIn([figures, older, figures])).toEqual({ days: 2, yes: 2, no: 2, desks: 6 });
  expect(countTogether([older])).not.toHaveProperty('signals');
  const month = countTogether([older, figures, figures]);
  expect(signalsIn([month, figures])?.questions).toEqual({ asked: 12, yes: 3, no: 3 });
});
