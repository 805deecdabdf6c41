import { CommanderError } from 'commander';
import type { Label, Refusal } from '../protocol/messages.js';
import { inertJson, inertLines } from '../protocol/inert.js';
import { refusalText, textsFor, type Language, type Texts } from '../texts/texts.js';

/** Something a person can act on: its sentence says what happened and what to try. */
export class Failure extends Error {
  readonly exitCode: 1 | 2;
  /** What there is to tell all the same; printed beside the error under `--json`. */
  readonly result: object;

  constructor(name: string, message: string, exitCode: 1 | 2 = 1, result: object = {}) {
    super(message);
    this.name = name;
    this.exitCode = exitCode;
    this.result = result;
  }
}

/** What a server refused, with all that it said. */
export class Refused extends Failure {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, language: Language) {
    super(refusal.name, refusalText(refusal, language));
    this.refusal = refusal;
  }
}

export const refused = (refusal: Refusal, language: Language): Refused => new Refused(refusal, language);

/**
 * The one place that prints errors: the sentence to stderr and, with `--json`, the object to stdout.
 * Returns the exit code: 1 refused or failed, 2 a line that can't be parsed or a screen without a terminal.
 */
export function printFailure(error: unknown, language: Language, json: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const { name, exitCode, stack, ...explained } = explain(error, language);
  // It may quote a file's name, a server's word or what was typed.
  const message = inertLines(explained.message);
  const result = error instanceof Failure ? error.result : {};
  if (json) process.stdout.write(`${inertJson(JSON.stringify({ ...result, error: { name, message } }))}\n`);
  process.stderr.write(`beo: ${message}\n${stack ? `${inertLines(stack)}\n` : ''}`);
  return exitCode;
}

/** What went wrong, as a sentence. */
export const explainFailure = (error: unknown, language: Language): string =>
  explain(error, language).message;

interface Explained {
  readonly name: string;
  readonly message: string;
  readonly exitCode: number;
  /** Only for a fault of the program itself. */
  readonly stack?: string;
}

function explain(error: unknown, language: Language): Explained {
  const texts = textsFor(language).failures;
  if (error instanceof Failure) return { name: error.name, message: error.message, exitCode: error.exitCode };
  if (error instanceof CommanderError) {
    return { name: 'usage', message: usageText(error, texts), exitCode: 2 };
  }
  const known =
    error instanceof Error ? (settingsFailure(error, language) ?? storeFailure(error, language)) : undefined;
  if (known) return { name: (error as Error).name, message: known, exitCode: 1 };
  const unexpected = error instanceof Error ? error : new Error(String(error));
  const { stack } = unexpected;
  return {
    name: 'unexpected',
    message: texts.unexpected({ problem: unexpected.message }),
    exitCode: 1,
    ...(stack === undefined ? {} : { stack }),
  };
}

/** What errors of the store and the system carry beside their message. */
type About = Error &
  Partial<Record<'file' | 'problem' | 'code' | 'path' | 'address' | 'syscall', string>> &
  Partial<Record<'line' | 'port' | 'version', number>>;

/** Wrong settings bring their reasons in both languages. */
function settingsFailure(error: Error, language: Language): string | undefined {
  if (error.name !== 'BadSettings') return undefined;
  const { file, problems } = error as Error & {
    readonly file: string;
    readonly problems: readonly { readonly path: string; readonly problem: Label }[];
  };
  const told = problems.map(({ path, problem }) => `${path}: ${problem[language]}`).join('; ');
  return textsFor(language).failures.badSettings({ problems: `${file}: ${told}` });
}

/** Failures of the store and the system, told by name so that this file need not load the server. */
function storeFailure(error: Error, language: Language): string | undefined {
  const about: About = error;
  const { failures: texts, commands } = textsFor(language);
  const problems: Readonly<Record<string, string>> = commands.verify.problems;
  switch (error.name) {
    case 'NewerStore':
      return texts.newerStore({ file: error.message });
    case 'OlderStore':
      return texts.olderStore({ file: about.file ?? '', version: about.version ?? 0 });
    case 'HalfRestored':
      return texts.halfRestored({ store: error.message });
    case 'UnreadableFile':
      return texts.unreadableFile({ file: about.file ?? '', problem: about.problem ?? '' });
    case 'DamagedJournal':
      return texts.damagedJournal({
        file: about.file ?? '',
        line: about.line ?? 0,
        problem: problems[about.problem ?? ''] ?? '',
      });
    case 'NotLoopback':
      return texts.notLoopback({ host: error.message });
    case 'StoreUnavailable':
      return texts.storeUnavailable();
    case 'StoreLost':
      return texts.storeLost({ file: error.message });
    case 'StoreInDoubt':
      return texts.storeInDoubt({ problem: error.message });
    default:
      return systemFailure(about, texts);
  }
}

function systemFailure(about: About, texts: Texts['failures']): string | undefined {
  switch (about.code) {
    case 'EADDRINUSE':
      return texts.portTaken({ port: about.port ?? 0 });
    case 'EACCES':
    case 'EPERM':
      return texts.noPermission({ path: about.path ?? String(about.port ?? '') });
    case 'EROFS':
      return texts.readOnly({ path: about.path ?? '' });
    case 'ENOTDIR':
    case 'EEXIST':
      return texts.notAFolder({ path: about.path ?? '' });
    case 'EADDRNOTAVAIL':
      return texts.noSuchAddress({ address: about.address ?? '' });
    case 'ENOSPC':
    case 'EDQUOT':
      return texts.diskFull();
    default:
      return about.syscall === undefined ? undefined : texts.system({ problem: about.message });
  }
}

function usageText(error: CommanderError, texts: Texts['failures']): string {
  const subject = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return texts.unknownOption({ subject });
    case 'commander.unknownCommand':
      return texts.unknownCommand({ subject });
    case 'commander.excessArguments':
      return excessText(error.message, texts);
    case 'commander.missingArgument':
      return texts.missingArgument({ subject });
    case 'commander.optionMissingArgument':
      return texts.optionMissingArgument({ subject });
    case 'commander.conflictingOption':
      return texts.conflictingOption({ subject });
    case 'commander.invalidArgument':
      return texts.notAChoice(choiceOf(error.message));
    default:
      return texts.usage({ problem: error.message });
  }
}

/** beo alone takes no words but commands: the first one is meant as one. Commander names the command where there is one. */
function excessText(message: string, texts: Texts['failures']): string {
  const [, subject] = /^error: too many arguments\..* got \d+: ([^,]*?)(?:,|\.$)/.exec(message) ?? [];
  return subject === undefined ? texts.excessArguments() : texts.unknownCommand({ subject });
}

/** Commander's sentence holds what was said, and what would have been possible. */
function choiceOf(message: string): { readonly word: string; readonly known: string } {
  const [, word = ''] = /(?:value|argument) '([^']*)' (?:from env )?is invalid/.exec(message) ?? [];
  const [, known = ''] = /Allowed choices are (.*)\.$/.exec(message) ?? [];
  return { word, known };
}
