import { verifyStore, type Finding } from '../server/verify.js';
import { inert } from '../protocol/inert.js';
import { textsFor, type Language } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';

/** `beo verify`: reads everything in the store and names what is wrong. */
export async function runVerify(options: Globals): Promise<void> {
  const store = storeOf(options);
  const texts = textsFor(languageOf(options)).commands.verify;
  const { findings, ...counts } = await verifyStore(store);
  tellChecked({
    result: { store, ...counts },
    lines: [texts.counted({ store, ...counts })],
    findings,
    complaint: texts.findings({ count: findings.length }),
    options,
  });
}

/** What a command did that checks the store on its way. */
export interface Checked {
  /** For programs. */
  readonly result: object;
  /** For people. */
  readonly lines: readonly string[];
  readonly findings: readonly Finding[];
  /** Said if there are findings. */
  readonly complaint: string;
  readonly options: Globals;
}

/** Prints one object or some lines, and a line a finding; with findings the command has failed. */
export function tellChecked({ result, lines, findings, complaint, options }: Checked): void {
  const told = { ...result, ok: findings.length === 0, findings };
  if (!options.json) {
    for (const line of lines) process.stdout.write(`${line}\n`);
    printFindings(findings, options);
  } else if (findings.length === 0) {
    process.stdout.write(`${JSON.stringify(told)}\n`);
  }
  if (findings.length > 0) throw new Failure('storeHasFindings', complaint, 1, told);
}

/** One line a finding; with `--json` the result names them. */
export function printFindings(findings: readonly Finding[], options: Globals): void {
  if (options.json) return;
  const language = languageOf(options);
  for (const finding of findings) process.stdout.write(`${lineOf(finding, language)}\n`);
}

function lineOf({ file, line, problem, detail, reason }: Finding, language: Language): string {
  const problems: Record<Finding['problem'], string> = textsFor(language).commands.verify.problems;
  const where = line === undefined ? file : `${file}:${line}`;
  const more = [detail, reason?.[language]].filter((part) => part !== undefined).join(': ');
  return inert(`${where}: ${problems[problem]}${more === '' ? '' : ` (${more})`}`);
}
