import { describe, expect, test, vi } from 'vitest';
import { Program } from '../testing/program.js';
import { keys, Terminal } from '../testing/terminal.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 120_000 });

/** A server with visitors who wait, and no desk that serves. */
async function crowdedOffice() {
  const env = { BEO_DATA: temporaryFolder() };
  const server = Program.start(['server', '--port', '0'], { env });
  await server.until(/^beo listening on ws:/);
  const beo = (...args: readonly string[]) => Program.run(args, { env });
  const json = async (...args: readonly string[]): Promise<unknown> =>
    JSON.parse((await beo(...args, '--json')).stdout);
  const book = ['checkin', '--place', 'E1', '--concern', '3.2', '--fact', 'beratungsbedarf'];
  for (let i = 0; i < 2; i += 1) await beo(...book, '--identity-checked');
  return { env, beo, json };
}

/** What a team lead reads, in both languages. */
const said = {
  de: {
    advice: '! Noch 2 Plätze öffnen: keiner ruft auf',
    key: 'W Weitere Plätze: ja oder nein',
    question: 'Noch 2 Plätze öffnen?',
    answers: ['Ja, es werden Plätze geöffnet', 'Nein, es bleibt dabei'],
    done: 'Weitere Plätze: nein – Strg+Z nimmt zurück',
    no: /✓ \d\d:\d\d Weitere Plätze: nein \(Rat: noch 2 öffnen\)/,
    undone: 'Zurückgenommen',
    yes: /✓ \d\d:\d\d Weitere Plätze: ja \(Rat: noch 2 öffnen\)/,
    report: /entschieden +1\n {2}ja +1\n {2}nein +0\nPlätze nach dem Rat +2\n/,
  },
  en: {
    advice: '! Open 2 more desks: none is calling',
    key: 'W More desks: yes or no',
    question: 'Open 2 more desks?',
    answers: ['Yes, desks will be opened', 'No, it stays as it is'],
    done: 'More desks: no – Ctrl+Z undoes it',
    no: /✓ \d\d:\d\d More desks: no \(advice: open 2 more\)/,
    undone: 'Undone',
    yes: /✓ \d\d:\d\d More desks: yes \(advice: open 2 more\)/,
    report: /decided +1\n {2}yes +1\n {2}no +0\ndesks advised +2\n/,
  },
} as const;

describe('[R85] the advice to open more desks', () => {
  test.each(['de', 'en'] as const)('is answered by the lead with one key, in %s', async (language) => {
    const { env, beo, json } = await crowdedOffice();
    const words = said[language];
    const screen = Terminal.start(['stats', '--lang', language], { columns: 80, rows: 24, env });
    await screen.until(words.advice);
    await screen.until(words.key);
    await screen.press('w');
    await screen.until(words.question);
    for (const answer of words.answers) await screen.until(answer);
    await screen.press('2');
    await screen.until(words.done);
    await screen.until(words.no);
    await screen.press(keys.ctrl('z'));
    await screen.until(words.undone);
    await screen.until(words.advice);
    await screen.press('w');
    await screen.until(words.question);
    await screen.press(keys.enter);
    await screen.until(words.yes);
    expect(await json('stats')).toMatchObject({
      deskDecision: { answer: 'yes', extraDesks: 2, stands: true },
    });
    expect((await beo('report', '--day', '--lang', language)).stdout).toMatch(words.report);
  });

  test('is answered from a script', async () => {
    const { beo, json } = await crowdedOffice();
    expect(await json('extra-desks', 'no')).toEqual({ state: 'extraDesksNo', extraDesks: 2 });
    expect(await json('extra-desks', 'no')).toMatchObject({ error: { name: 'alreadyDecided' } });
    expect((await beo('extra-desks', 'yes')).stdout).toBe('weitere Plätze: ja · Rat: noch 2 öffnen\n');
    expect((await beo('extra-desks', 'perhaps')).exitCode).toBe(2);
    for (const desk of ['1', '2', '3']) await beo('desk', desk, 'call');
    expect(await json('extra-desks', 'yes')).toMatchObject({ error: { name: 'noExtraDesks' } });
    expect(await json('report', '--day', '--format', 'json')).toMatchObject({
      deskDecisions: { countedDays: 1, decisions: 2, yes: 1, no: 1, desks: 4 },
    });
  });
});
