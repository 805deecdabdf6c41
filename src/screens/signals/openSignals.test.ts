import { expect, test } from 'vitest';
import { fakeOffice } from '../../testing/fakeConnection.js';
import { isLoud, seenSignals } from './openSignals.js';

test('who calls for help without an answer comes first, the own call before those that have one', () => {
  const office = fakeOffice();
  for (const by of ['desk/1', 'desk/2', 'reception/E1'] as const) office.ask(by, { type: 'callHelp' });
  office.ask('desk/3', { type: 'answerHelp', from: 'desk/1' });
  const seen = seenSignals(office.day, 'desk/2', office.now());
  expect(seen.map((signal) => signal.kind === 'help' && signal.call.from)).toEqual([
    'reception/E1',
    'desk/2',
    'desk/1',
  ]);
  expect(seen.map(isLoud)).toEqual([true, false, true]);
});

test('a question is for the desks and the lead, and its answer stays with the asker for a minute', () => {
  const office = fakeOffice();
  office.ask('reception/E1', { type: 'askZone' });
  const kinds = (by: 'reception/E1' | 'reception/E2' | 'desk/1' | 'lead', readAt = 0) =>
    seenSignals(office.day, by, office.now(), readAt).map(({ kind }) => kind);
  expect([kinds('reception/E1'), kinds('reception/E2'), kinds('desk/1'), kinds('lead')]).toEqual([
    ['question'],
    [],
    ['question'],
    ['question'],
  ]);
  office.ask('desk/1', { type: 'answerZone', from: 'reception/E1', answer: 'no' });
  expect([kinds('reception/E1'), kinds('desk/1'), kinds('reception/E1', office.now())]).toEqual([
    ['answer'],
    [],
    [],
  ]);
  office.pass(60_000);
  expect(kinds('reception/E1')).toEqual([]);
});

test('a question that was dropped has no answer', () => {
  const office = fakeOffice();
  office.ask('reception/E1', { type: 'askZone' });
  office.ask('reception/E1', { type: 'dropQuestion' });
  expect(seenSignals(office.day, 'reception/E1', office.now())).toEqual([]);
});
