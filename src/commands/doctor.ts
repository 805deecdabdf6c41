import { dayOf } from '../statistics/calendar.js';
import { textsFor, type Texts } from '../texts/texts.js';
import type { Finding } from './doctor/finding.js';
import { checkClock, checkProgram } from './doctor/machine.js';
import { checkPort, checkServer } from './doctor/network.js';
import { checkStore } from './doctor/store.js';
import { checkTerminal } from './doctor/terminal.js';
import { Failure } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import { portOf } from './server.js';
import { styleOf } from './stations.js';
import { toAscii } from '../reports/ascii.js';

export interface DoctorOptions {
  readonly port?: number;
}

/** `beo doctor`: looks at everything that beo needs on this machine, and says what to do about what is not right. */
export async function runDoctor(options: DoctorOptions & Globals): Promise<void> {
  const texts = textsFor(languageOf(options));
  const now = Date.now();
  const findings = [
    ...checkProgram(texts, dayOf(now, 'UTC')),
    ...(await checkTerminal(texts, options)),
    ...(await checkClock(texts, now)),
    ...(await checkStore(texts, options, now)),
    ...(await checkPort(texts, portOf(options))),
    ...(await checkServer(texts, options)),
  ];
  const count = (verdict: Finding['verdict']): number =>
    findings.filter((finding) => finding.verdict === verdict).length;
  const problems = count('problem');
  const told = { ok: problems === 0, problems, warnings: count('warning'), findings };
  if (!options.json) print(findings, told, texts, options);
  else if (problems === 0) process.stdout.write(`${JSON.stringify(told)}\n`);
  if (problems > 0) throw new Failure('hasProblems', texts.doctor.complaint({ problems }), 1, told);
}

function print(
  findings: readonly Finding[],
  counts: { readonly problems: number; readonly warnings: number },
  { doctor }: Texts,
  options: Globals,
): void {
  const { ascii } = styleOf(options);
  const write = (line: string) => process.stdout.write(`${ascii ? toAscii(line) : line}\n`);
  const signs = ascii ? { ok: '+', warning: '!', problem: 'x' } : { ok: '✓', warning: '!', problem: '✗' };
  const width = Math.max(...Object.values(doctor.checks).map(({ length }) => length));
  for (const { check, verdict, message, fix } of findings) {
    const word = verdict === 'ok' ? '' : `${doctor.verdicts[verdict]}: `;
    const sign = options.screenReader ? '' : `${signs[verdict]} `;
    write(`${sign}${doctor.checks[check].padEnd(width)}  ${word}${message}`);
    if (fix !== undefined) write(`${' '.repeat(width + 4)}${doctor.fix}: ${fix}`);
  }
  const healthy = counts.problems + counts.warnings === 0;
  write(healthy ? doctor.healthy : doctor.summary(counts));
}
