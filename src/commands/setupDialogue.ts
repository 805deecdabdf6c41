import { createInterface, type Interface } from 'node:readline/promises';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import {
  answerKeys,
  isAsked,
  problemWith,
  proposalFor,
  type AnswerKey,
  type Answers,
} from './setupAnswers.js';

/**
 * Asks one question a line, in plain text, so that a screen reader reads it as it stands. Rejects when the person ends it;
 * nothing has been written then.
 */
export async function askAll(known: readonly string[], options: Globals): Promise<Answers> {
  const words = textsFor(languageOf(options)).setup;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new AbortController();
  // Ctrl+C and Ctrl+D both end the dialogue.
  terminal.once('SIGINT', () => terminal.close());
  terminal.once('close', () => ended.abort());
  try {
    process.stdout.write(`${words.welcome}\n\n`);
    for (;;) {
      const answers = await askFrom(terminal, known, options, ended.signal);
      const sure = await terminal.question(`\n${words.confirm} [${words.yes}] `, { signal: ended.signal });
      if (sure.trim() === '' || sure.trim().toLowerCase() === words.yes) return answers;
      if (sure.trim() !== '<') throw new Failure('cancelled', words.cancelled);
    }
  } catch (error) {
    if (!ended.signal.aborted) throw error;
    process.stdout.write('\n');
    throw new Failure('cancelled', words.cancelled);
  } finally {
    terminal.close();
  }
}

async function askFrom(
  terminal: Interface,
  known: readonly string[],
  options: Globals,
  signal: AbortSignal,
): Promise<Answers> {
  const language = languageOf(options);
  const words = textsFor(language).setup;
  let given: Answers = {};
  const asked: AnswerKey[] = [];
  /** What was answered before to the question that is asked again. */
  let former: string | undefined;
  for (let i = 0; i < answerKeys.length;) {
    const key = answerKeys[i];
    if (key === undefined || !isAsked(key, given)) {
      i += 1;
      continue;
    }
    const proposal = former ?? proposalFor(key, given, language, options.server);
    const shown = proposal === undefined ? '' : ` [${proposal}]`;
    const typed = (await terminal.question(`${words.questions[key]}${shown}: `, { signal })).trim();
    former = undefined;
    if (typed === '<') {
      const before = asked.pop();
      if (before === undefined) continue;
      i = answerKeys.indexOf(before);
      ({ [before]: former, ...given } = given);
      continue;
    }
    const answered = { ...given, [key]: typed === '' ? (proposal ?? '') : typed };
    const problem = problemWith(key, answered, { known, language });
    if (problem === undefined) {
      given = answered;
      asked.push(key);
      i += 1;
    } else {
      process.stdout.write(`  ${problem}\n`);
    }
  }
  return given;
}
