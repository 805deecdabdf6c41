import type { BadLine, RecordsFile } from '../server/recordsFile.js';
import type { RoughSpots } from '../statistics/roughSpots.js';
import { textsFor, type Texts } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, type Globals } from './globals.js';

/** What an import brought, or under `--dry-run` would bring. */
export interface Imported {
  readonly store: string;
  readonly site: string;
  readonly file: string;
  /** IANA name of the zone of the file's times. */
  readonly zone: string;
  readonly days: number;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  readonly visits: number;
  readonly served: number;
  readonly left: number;
  /** Visits by concern. */
  readonly concerns: Readonly<Record<string, number>>;
  /** Concerns that the catalogue lacks. */
  readonly newConcerns: readonly string[];
  readonly roughSpots: RoughSpots & {
    /** Records that stand after a later arrival. */
    readonly outOfOrder: number;
    /** Times that the clock showed twice. */
    readonly ambiguousTimes: number;
  };
  /** Months that the settings do not keep, and for how many months they would have to; null if all are kept. */
  readonly soonPurged: {
    readonly months: readonly string[];
    readonly figuresMonths: number;
    readonly needed: number;
  } | null;
}

type Options = Globals & { readonly dryRun?: boolean };

/** Prints one object or some lines; what needs a decision goes to stderr as well. */
export function tellImported(imported: Imported, options: Options): void {
  const texts = textsFor(languageOf(options)).imports;
  const { site, newConcerns, soonPurged } = imported;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ...imported, dryRun: options.dryRun ?? false })}\n`);
  } else {
    const lines = [
      options.dryRun ? texts.checked(imported) : texts.done(imported),
      ...(newConcerns.length > 0 ? [texts.newConcerns({ concerns: newConcerns })] : []),
      ...roughLines(imported, texts),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  if (soonPurged) {
    const { months: all, figuresMonths: kept, needed } = soonPurged;
    const months = all.length > 3 ? [`${all[0]} … ${all.at(-1)}`] : all;
    process.stderr.write(`${texts.soonPurged({ site, months, kept, needed })}\n`);
  }
}

function roughLines({ roughSpots }: Imported, texts: Texts['imports']): string[] {
  const lines = (Object.keys(roughSpots) as (keyof typeof roughSpots)[])
    .filter((spot) => roughSpots[spot] > 0)
    .map((spot) => texts.roughSpot({ count: roughSpots[spot], what: texts.roughSpots[spot] }));
  return lines.length === 0 ? [] : [texts.rough, ...lines];
}

/** The lines that can't be used, in words; under `--json` the result holds them instead. */
export function badLinesFailure({ bad, badLines, lines }: RecordsFile, options: Options): Failure {
  const texts = textsFor(languageOf(options)).imports;
  const more = bad - badLines.reduce((sum, line) => sum + (line.lines ?? 1), 0);
  const named = badLines.map((badLine) =>
    texts.badLine({ line: badLine.line, what: whatIsWrong(badLine, texts) }),
  );
  const message = [
    texts.badRecords({ bad }),
    ...(options.json ? [] : [...named, ...(more > 0 ? [texts.moreBadLines({ count: more })] : [])]),
  ];
  return new Failure('badRecords', message.join('\n'), 1, { lines, bad, badLines });
}

function whatIsWrong(
  { problem, column = 'concern', value = '', lines = 1 }: BadLine,
  { problems }: Texts['imports'],
): string {
  return problems[problem]({ column, value, lines });
}
