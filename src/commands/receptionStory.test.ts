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

/** What a receptionist reads, in both languages. */
const said = {
  de: {
    form: 'Anliegen:',
    ready: 'Identität geprüft und einbuchen',
    given: 'Nummer E001 ausgeben',
    wait: /Voraussichtliche Wartezeit: ca\. 0–5 Minuten/,
    undone: 'Zurückgenommen.',
    appointment: 'Besuch mit Termin',
    recorded: 'V001 eingetragen',
    information: 'Auskunft vermerkt',
    consult: 'Erst Rücksprache halten und mit R bestätigen.',
    consulted: /\[x\] R: Rücksprache gehalten/,
    visitors: 'Nicht Erschienene, Wartende, heute Erledigte',
    actions: 'Anliegen berichtigen',
    left: 'E002 ist gegangen.',
    covered: 'beo ist verdeckt',
    help: 'Tasten dieses Bildschirms',
    sent: 'Signal gesendet',
    leaveTwice: /Strg\+C/,
  },
  en: {
    form: 'Concern:',
    ready: 'Identity checked and give a number',
    given: 'Give out number E001',
    wait: /Expected wait: about 0–5 minutes/,
    undone: 'Taken back.',
    appointment: 'with an appointment',
    recorded: 'V001 recorded',
    information: 'Information recorded',
    consult: 'Consult first and confirm it with R.',
    consulted: /\[x\] R: /,
    visitors: 'Missed, waiting, settled today',
    actions: 'Correct the concern',
    left: 'E002 has left.',
    covered: 'beo is covered',
    help: 'Keys of this screen',
    sent: 'Signal sent',
    leaveTwice: /Ctrl\+C/,
  },
};

describe('a morning at the reception', () => {
  test.each([
    ['de', 80, 24, {}],
    ['en', 200, 60, {}],
    ['de', 200, 60, { NO_COLOR: '1' }],
    ['en', 80, 24, { NO_COLOR: '1' }],
  ] as const)('in %s on %i × %i, %o', async (language, columns, rows, more) => {
    const { env, beo } = await office();
    const words = said[language];
    await beo('desk', '1', 'open');
    const screen = Terminal.start(['checkin', '--place', 'E1', '--lang', language], {
      columns,
      rows,
      env: { ...env, ...more },
    });
    await screen.until(words.form);
    // A word of daily speech with a slip of the finger; what is settled on the way leads elsewhere.
    await screen.press(...Array.from('weiterbewiligung'));
    await screen.until('▶ 3.2');
    await screen.press(keys.enter);
    await screen.until(words.ready);
    await screen.press(keys.enter);
    await screen.until(words.given);
    await screen.until(words.wait);
    await screen.press(keys.ctrl('z'));
    await screen.until(words.undone);
    // The next ones: with an appointment, a short answer, one that wants somebody to be asked first.
    await screen.press(keys.ctrl('t'));
    await screen.until(words.appointment);
    await screen.press(keys.enter);
    await screen.until(words.recorded);
    await screen.press(keys.ctrl('n'));
    await screen.until(words.information);
    await screen.press('3', '6', keys.enter);
    await screen.until(words.consult);
    await screen.press('r');
    await screen.until(words.consulted);
    await screen.press(keys.enter);
    await screen.until('V003');
    // A number, and its visitor goes.
    await screen.press('3', '2', keys.enter);
    await screen.until(words.ready);
    await screen.press(keys.enter);
    await screen.until('E002');
    await screen.press(keys.tab);
    await screen.until(words.visitors);
    await screen.press('e', '0', '0', '2');
    await screen.press(keys.enter);
    await screen.until(words.actions);
    await screen.press('2');
    await screen.until(words.left);
    await screen.press(keys.escape);
    await screen.until(words.form);
    // Whatever lies over it: the keys are listed, the screen is covered, help is called without a sound.
    await screen.press('?');
    await screen.until(words.help);
    await screen.press(keys.ctrl('g'));
    await screen.until(words.sent);
    expect(screen.bells).toBe(0);
    await screen.press(keys.escape);
    await screen.until((text) => !text.includes(words.help), 'the keys gone');
    await screen.press(keys.ctrl('b'));
    await screen.until(words.covered);
    screen.resize(columns + 7, rows + 3);
    await screen.until((text) => text.split('\n').length === rows + 3, 'the new size');
    await screen.press(keys.enter);
    await screen.until(words.form);
    const colours = screen.rawOutput.split('\u001B[').filter((part) => /^[349][0-7]m/.test(part));
    expect(colours.length > 0).toBe(!('NO_COLOR' in more));
    await screen.press(keys.ctrl('c'));
    await screen.until(words.leaveTwice);
    await screen.press(keys.ctrl('c'));
    expect(await screen.exited).toMatchObject({ exitCode: 0 });
    expect(screen.alternate).toBe(false);
    expect(JSON.parse(await beo('stats', '--json'))).toMatchObject({ waiting: 0 });
  });
});

test('text that was pasted, and keys of a scanner, are text', async () => {
  const { env } = await office();
  const screen = Terminal.start(['checkin', '--place', 'E1'], { env });
  await screen.until('Anliegen:');
  screen.send('\u001B[200~umzug\nkaution\u001B[201~');
  await screen.until('Anliegen: umzug kaution');
  await screen.until('▶ 3.4');
});
