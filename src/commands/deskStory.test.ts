import { describe, expect, test, vi } from 'vitest';
import { runOn, startedProgram } from '../testing/startedProgram.js';
import { keys, Terminal } from '../testing/terminal.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 120_000 });

async function office() {
  const store = temporaryFolder();
  await startedProgram(store);
  const beo = async (...args: readonly string[]): Promise<string> => (await runOn(store, ...args)).stdout;
  return { env: { BEO_DATA: store }, beo };
}

const book = (concern: string): readonly string[] => [
  'checkin',
  '--concern',
  concern,
  '--fact',
  'beratungsbedarf',
  '--identity-checked',
];

/** What a clerk reads, in both languages. */
const said = {
  de: {
    closed: 'Platz 1 ist geschlossen',
    opened: 'Platz 1 ist frei',
    called: 'E001 aufgerufen',
    noDisplay: 'keine Anzeige',
    onDisplay: 'auf Anzeige',
    started: 'E001 in Bearbeitung',
    further: 'außerdem erledigt',
    outcomes: 'Womit endet E001?',
    ended: 'E001: Nachweise angefordert',
    parked: 'E002 geparkt',
    parkedList: 'Hier fortsetzen',
    resumed: 'E002 in Bearbeitung',
    why: 'Warum wird E002 übergeben?',
    where: 'An welchen Platz?',
    passedOn: 'E002 übergeben',
    question: 'FRAGE: Empfang 1',
    helpCalled: 'HILFE: Empfang 1',
    activity: 'Welche Tätigkeit?',
    waiting: 'warten',
    team: 'für welches Team?',
    busy: 'Datenpflege',
    off: 'ist gerade niemand. Erst aufrufen.',
  },
  en: {
    closed: 'Desk 1 is closed',
    opened: 'Desk 1 is free',
    called: 'E001 called',
    noDisplay: 'no display',
    onDisplay: 'on display',
    started: 'E001 in service',
    further: 'What else was settled',
    outcomes: 'How does E001 end?',
    ended: 'E001: evidence requested',
    parked: 'E002 parked',
    parkedList: 'Continue here',
    resumed: 'E002 in service',
    why: 'Why is E002 passed on?',
    where: 'To which desk?',
    passedOn: 'E002 passed on',
    question: 'QUESTION: Reception 1',
    helpCalled: 'HELP: Reception 1',
    activity: 'Which activity?',
    waiting: 'waiting',
    team: 'for which team?',
    busy: 'Data maintenance',
    off: 'Call somebody first.',
  },
};

describe('a morning at a desk', () => {
  test.each([
    ['de', 80, 24, []],
    ['en', 200, 60, []],
    ['de', 200, 60, ['--ascii']],
    ['en', 80, 24, ['--ascii']],
  ] as const)('in %s on %i × %i %j', async (language, columns, rows, style) => {
    const { env, beo } = await office();
    const words = said[language];
    await beo(...book('3.2'));
    await beo(...book('3.9'));
    const desk = Terminal.start(['desk', '1', '--lang', language, ...style], { columns, rows, env });
    await desk.until(words.closed);
    // One key a step: open, call, begin; what is off says why.
    await desk.press('k');
    await desk.until(words.off);
    await desk.press(keys.enter);
    await desk.until(words.opened);
    await desk.press(keys.enter);
    await desk.until(words.called);
    await desk.until(words.noDisplay);
    const display = Terminal.start(['display'], { env });
    await display.until('Platz 1');
    await desk.until(words.onDisplay);
    await desk.press(keys.enter);
    await desk.until(words.started);
    // Several concerns in one contact, and an outcome of its own.
    await desk.press('m');
    await desk.until(words.further);
    await desk.press('3', '7', keys.enter);
    await desk.until((text) => !text.includes(words.further) && text.includes('3.7'), 'the further concern');
    await desk.press('e');
    await desk.until(words.outcomes);
    await desk.until(words.ended.slice('E001: '.length));
    await desk.press(outcomeDigit(desk, words.ended.slice('E001: '.length)));
    await desk.until(words.ended);
    // The next one is parked, fetched back, and passed on with a reason.
    await desk.press(keys.enter);
    await desk.until(/E002 (aufgerufen|called)/);
    await desk.press('k');
    await desk.until(words.parked);
    await desk.press('f');
    await desk.until(words.parkedList);
    await desk.press(keys.enter);
    await desk.until(words.resumed);
    await desk.press('u');
    await desk.until(words.why);
    await desk.press('2');
    await desk.until(words.where);
    await desk.press('1');
    await desk.until(words.passedOn);
    // The reception asks and calls for help, heard and answered from here, whatever is open.
    await desk.press('t');
    await desk.until(words.activity);
    await beo('checkin', '--place', 'E1', '--ask-zone');
    await desk.until(words.question);
    await desk.press('j');
    await desk.until((text) => !text.includes(words.question), 'the question answered');
    const reception = Terminal.start(['checkin', '--place', 'E1', '--lang', language], { env });
    await reception.until(/Anliegen:|Concern:/);
    const bells = desk.bells;
    await reception.press(keys.ctrl('g'));
    await desk.until(words.helpCalled);
    await desk.until(() => desk.bells > bells, 'the bell');
    expect(reception.bells).toBe(0);
    expect(display.text()).not.toMatch(/HILFE|HELP/);
    await desk.press(keys.ctrl('k'));
    for (const screen of [reception, desk]) await screen.until(/(Platz 1 kommt|Desk 1 is coming)/);
    await desk.press(keys.ctrl('r'));
    await desk.until((text) => !text.includes(words.helpCalled), 'the call ended');
    // The list of activities is still there.
    await desk.press('1');
    await desk.until(words.team);
    await desk.press('1');
    await desk.until(words.busy);
    if (style.length > 0) expect(desk.text()).not.toMatch(/[^ -~\näöüÄÖÜß§×]/);
    // The terminal is as it was, even when the program is killed off.
    desk.signal('SIGTERM');
    await desk.exited;
    expect(desk.alternate).toBe(false);
  });
});

/** The digit in front of an outcome in the list that is shown. */
function outcomeDigit(desk: Terminal, outcome: string): string {
  const row = desk.lines.find((line) => line.includes(outcome)) ?? '';
  return /(\d) /.exec(row)?.[1] ?? '?';
}
