import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { figuresAt, noLimits, periodOf, reportOf } from '../testing/exampleReports.js';
import { herfordDay } from '../testing/scenarioDay.js';
import { renderAs } from './renderAs.js';
import { buildReport } from './reportModel.js';
import { reportSheet } from './reportSheet.js';

const week = periodOf({ kind: 'week', word: '2015-W24' });

/** Three questions: yes, no, and one nobody answers; two calls for help, one answered; advice taken once and once not. */
const busyDay = (date: string): DailyFigures => {
  const office = herfordDay(date);
  office.at('10:42');
  office.lead.decideExtraDesks('yes', 2);
  office.lead.decideExtraDesks('no', 3);
  for (const answer of ['yes', 'no'] as const) {
    office.reception().askZone();
    office.desk('P1').answerZone('reception/E1', answer);
  }
  office.reception().askZone();
  office.reception().callHelp();
  office.desk('P1').answerHelp('reception/E1');
  office.desk('P2').callHelp();
  office.lead.closeDay();
  return figuresAt(office);
};

/** As a program before this one archived it. */
function uncounted(figures: DailyFigures): DailyFigures {
  const { signals: _, deskDecisions: __, ...older } = figures;
  return older;
}

const none = {
  questions: null,
  answeredYes: null,
  answeredNo: null,
  unanswered: null,
  helpCalls: null,
  helpCallsAnswered: null,
};

describe('signals and decisions about more desks', () => {
  const days = [busyDay('2015-06-08'), uncounted(busyDay('2015-06-09')), busyDay('2015-06-10')];
  const report = reportOf(days, week);

  test('[R79] [R65] questions and calls for help are counted for the site', () => {
    expect(report.signals).toEqual({
      countedDays: 2,
      questions: 6,
      answeredYes: 2,
      answeredNo: 2,
      unanswered: 2,
      helpCalls: 4,
      helpCallsAnswered: 2,
    });
  });

  test('[R85] decisions are counted, with the desks that the advice called for', () => {
    expect(report.deskDecisions).toEqual({ countedDays: 2, decisions: 4, yes: 2, no: 2, desks: 10 });
  });

  test('a day that did not count has none, which is not 0', () => {
    expect(report.columns[1]?.signals).toEqual({ countedDays: 0, ...none });
    expect(report.columns[1]?.deskDecisions).toEqual({
      countedDays: 0,
      decisions: null,
      yes: null,
      no: null,
      desks: null,
    });
    const older = reportOf([uncounted(busyDay('2015-06-08'))]);
    expect(older.signals.helpCalls).toBeNull();
    const { sections } = reportSheet(older, { language: 'en' });
    expect(JSON.stringify(sections)).not.toMatch(/silent|more desks/i);
  });

  test('a table has a dash for such a day, and says on how many days they were counted', async () => {
    const table = await renderAs('table', reportSheet(report, { language: 'de' }));
    expect(table).toMatch(/Fragen des Empfangs +3 +– +3 +6\n/);
    expect(table).toMatch(/ {2}ohne Antwort +1 +– +1 +2\n/);
    expect(table).toMatch(/stille Hilferufe +2 +– +2 +4\n {2}beantwortet +1 +– +1 +2\n/);
    expect(table).toMatch(/entschieden +2 +– +2 +4\n {2}ja +1 +– +1 +2\n {2}nein +1 +– +1 +2\n/);
    expect(table).toMatch(/Plätze nach dem Rat +5 +– +5 +10\ngezählt an Tagen +1 +0 +1 +2\n/);
  });

  test.each(['csv', 'md', 'html', 'xlsx'] as const)('are in %s too, in both languages', async (format) => {
    const read = (content: string | Uint8Array) =>
      typeof content === 'string'
        ? content
        : Object.values(unzipSync(content))
            .map((part) => strFromU8(part))
            .join('');
    for (const [language, words] of [
      ['de', ['Entscheidungen über weitere Plätze', 'stille Hilferufe', 'Fragen des Empfangs']],
      ['en', ['Decisions about more desks', 'silent help calls', 'reception asked']],
    ] as const) {
      const text = read(await renderAs(format, reportSheet(report, { language })));
      for (const word of words) expect(text).toContain(word);
    }
  });
});

test('a day without any says so in a line', async () => {
  const quiet = herfordDay('2015-06-08');
  quiet.at('10:00');
  quiet.reception().checkIn('3.1', { rule: '3.1/default', identityChecked: true });
  const table = await renderAs('table', reportSheet(reportOf([figuresAt(quiet)]), { language: 'en' }));
  expect(table).toContain(
    'Decisions about more desks: 0\nQuestions to the entrance zone: 0; silent calls for help: 0\n',
  );
});

test('a site without a reception has nobody who asks, one without desks nobody to decide about', () => {
  const reportAt = (rules: Parameters<typeof herfordDay>[1]) => {
    const office = herfordDay('2015-06-08', rules);
    office.at('10:00');
    office.lead.callHelp();
    return buildReport({
      site: 'Herford',
      period: periodOf({ kind: 'day', word: '2015-06-08' }),
      days: [figuresAt(office)],
      limits: noLimits,
      targets: { waitSeconds: 900, utilisation: 0.85 },
      zone: 'Europe/Berlin',
    });
  };
  const withoutReception = reportAt({ receptions: [] });
  expect(withoutReception.signals).toMatchObject({ questions: null, unanswered: null, helpCalls: 1 });
  expect(withoutReception.deskDecisions.decisions).toBe(0);
  const withoutDesks = reportAt({ desks: {} });
  expect(withoutDesks.signals).toMatchObject({ questions: null, helpCalls: 1, helpCallsAnswered: 0 });
  expect(withoutDesks.deskDecisions).toMatchObject({ countedDays: 1, decisions: null });
});
