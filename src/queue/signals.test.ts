import { describe, expect, test } from 'vitest';
import { officeDay } from '../testing/officeDay.js';
import { openHelp, openQuestion } from './signals.js';

const morning = () => {
  const office = officeDay();
  office.at('08:00');
  return office;
};

describe('a silent call for help', () => {
  test('[S1] names the place and nothing else, and is made once at a time', () => {
    const office = morning();
    const { entry } = office.desk('2').callHelp();
    expect(entry.events).toEqual([{ type: 'HelpCalled', from: 'desk/2' }]);
    expect(openHelp(office.day, 'desk/2')).toEqual({
      from: 'desk/2',
      at: office.instant('08:00'),
      answeredBy: null,
      endedAt: null,
    });
    expect(office.desk('2').refused.callHelp()).toEqual({ name: 'helpAlreadyCalled' });
    office.reception().callHelp();
    expect(office.day.helpCalls.map(({ from }) => from)).toEqual(['desk/2', 'reception/E1']);
  });

  test('[S2] is answered by the first other place that can come', () => {
    const office = morning();
    office.reception().callHelp();
    expect(office.reception().refused.answerHelp('reception/E1')).toEqual({ name: 'yourOwnSignal' });
    office.desk('3').answerHelp('reception/E1');
    expect(openHelp(office.day, 'reception/E1')?.answeredBy).toBe('desk/3');
    expect(office.lead.refused.answerHelp('reception/E1')).toEqual({
      name: 'helpAlreadyAnswered',
      by: 'desk/3',
    });
  });

  test('[S3] can be ended by anybody at any time, and made again', () => {
    const office = morning();
    office.desk('1').callHelp();
    office.desk('1').endHelp();
    expect(openHelp(office.day, 'desk/1')).toBeUndefined();
    office.desk('1').callHelp();
    office.desk('2').answerHelp('desk/1');
    office.pass(1000);
    office.lead.endHelp('desk/1');
    expect(office.day.helpCalls.at(-1)?.endedAt).toBe(office.day.lastAt);
    expect(office.desk('1').refused.endHelp()).toEqual({ name: 'noHelpCalled', from: 'desk/1' });
    expect(office.desk('2').refused.answerHelp('desk/1')).toEqual({ name: 'noHelpCalled', from: 'desk/1' });
  });
});

describe('a question to the entrance zone', () => {
  test('[S4] is answered once, yes or no, and that ends it', () => {
    const office = morning();
    office.reception().askZone();
    expect(openQuestion(office.day, 'reception/E1')?.answer).toBeNull();
    expect(office.reception().refused.askZone()).toEqual({ name: 'alreadyAsked' });
    office.reception('E2').askZone();
    office.pass(1000);
    office.desk('2').answerZone('reception/E1', 'yes');
    office.desk('3').answerZone('reception/E2', 'no');
    const answered = { answeredBy: 'desk/2', answer: 'yes', endedAt: office.day.lastAt };
    expect(office.day.questions).toMatchObject([answered, { answeredBy: 'desk/3', answer: 'no' }]);
    expect(office.desk('1').refused.answerZone('reception/E1', 'no')).toEqual({
      name: 'nothingAsked',
      from: 'reception/E1',
    });
    office.reception().askZone();
  });

  test('[S4] can be dropped, and has nobody to go to at a site without desks', () => {
    const office = morning();
    office.reception().askZone();
    office.reception().dropQuestion();
    expect(office.day.questions).toMatchObject([{ answer: null, endedAt: office.day.lastAt }]);
    expect(office.reception().refused.dropQuestion()).toEqual({ name: 'nothingAsked', from: 'reception/E1' });
    const alone = officeDay({ rules: { desks: {} } });
    expect(alone.reception().refused.askZone()).toEqual({ name: 'noEntranceZone' });
  });
});

test('[S5] signals are no part of undo: it takes back what the place did before', () => {
  const office = morning();
  office.reception().checkIn('3.1');
  office.reception().callHelp();
  office.reception().askZone();
  office.reception().undo();
  expect(office.ticket('E001').ending).toBe('cancelled');
  expect(openHelp(office.day, 'reception/E1')).toBeDefined();
  expect(openQuestion(office.day, 'reception/E1')).toBeDefined();
});

test('[S6] the end of the day ends every signal', () => {
  const office = morning();
  office.desk('1').callHelp();
  office.reception().askZone();
  office.lead.closeDay();
  expect([...office.day.helpCalls, ...office.day.questions].map(({ endedAt }) => endedAt)).toEqual([
    office.day.closedAt,
    office.day.closedAt,
  ]);
});
