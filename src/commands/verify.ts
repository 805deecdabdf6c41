import { verifyStore, type Finding } from '../server/verify.js';
import { textsFor, type Language } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';

/** `beo verify`: reads everything in the store and names what is wrong. */
export async function runVerify(options: Globals): Promise<void> {
  const store = storeOf(options);
  const texts = textsFor(languageOf(options)).commands.verify;
  const result = await verifyStore(store);
  const { findings, ...counts } = result;
  if (options.json)
    process.stdout.write(`${JSON.stringify({ store, ok: findings.length === 0, ...counts, findings })}\n`);
  else {
    process.stdout.write(`${texts.counted({ store, ...counts })}\n`);
    printFindings(findings, options);
  }
  if (findings.length > 0) throw new Failure('storeHasFindings', texts.findings({ count: findings.length }));
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
  return `${where}: ${problems[problem]}${more === '' ? '' : ` (${more})`}`;
}
