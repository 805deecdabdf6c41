import { parseArgs } from 'node:util';
import type { Measure } from './measure.js';
import { resultOf, type Result } from './result.js';
import { table } from './table.js';
import type { Workplace } from './workplace.js';

export interface BenchOptions {
  readonly measures: readonly Measure[];
  /** Makes the place in which one measure works; `profile` names a folder for CPU profiles of beo's servers. */
  readonly openWorkplace: (profile: string | undefined) => Promise<Workplace>;
  /** What the machine is, for the JSON. */
  readonly machine: () => Readonly<Record<string, string | number>>;
  /** The result: one table, or one JSON object. */
  readonly print: (text: string) => void;
  /** What a person sees of it on the way. */
  readonly tell: (text: string) => void;
}

/** Runs the measures that the arguments name. Resolves with the exit code: 0 all kept, 1 a ratio missed, 2 bad arguments. */
export async function bench(args: readonly string[], options: BenchOptions): Promise<number> {
  const asked = readArgs(args, options.measures);
  if ('problem' in asked) {
    options.tell(`${asked.problem}\n\n${help(options.measures)}`);
    return 2;
  }
  if (asked.help) {
    options.print(help(options.measures));
    return 0;
  }
  const results: Result[] = [];
  for (const measure of asked.chosen) {
    options.tell(`${measure.name}: ${measure.about}\n`);
    results.push(...(await resultsOf(measure, await options.openWorkplace(asked.profile))));
  }
  const ok = results.every((result) => result.ok);
  options.print(
    asked.json ? `${JSON.stringify({ machine: options.machine(), ok, results }, null, 2)}\n` : table(results),
  );
  return ok ? 0 : 1;
}

async function resultsOf(measure: Measure, workplace: Workplace): Promise<Result[]> {
  try {
    const findings = await measure.run(workplace);
    return findings.map((finding) => resultOf(measure.name, finding));
  } finally {
    await workplace.close();
  }
}

interface Asked {
  readonly chosen: readonly Measure[];
  readonly help: boolean;
  readonly json: boolean;
  readonly profile: string | undefined;
}

function readArgs(args: readonly string[], measures: readonly Measure[]): Asked | { problem: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        profile: { type: 'string' },
      },
    });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  const unknown = positionals.find((name) => measures.every((measure) => measure.name !== name));
  if (unknown !== undefined) return { problem: `There is no measure "${unknown}".` };
  const chosen = measures.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  return { chosen, help: values.help || values.list, json: values.json, profile: values.profile };
}

function help(measures: readonly Measure[]): string {
  const width = Math.max(...measures.map(({ name }) => name.length));
  return [
    'npm run bench -- [MEASURE …] [--json] [--profile DIR]',
    '',
    'Measures, all of them unless some are named:',
    ...measures.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`),
    '',
    '  --json         one JSON object instead of the table',
    "  --profile DIR  CPU profiles of beo's servers, for a browser's developer tools",
    '',
    'Exit code 0: every ratio is kept. 1: one is missed. BENCHMARKS.md tells what the measures mean.',
    '',
  ].join('\n');
}
