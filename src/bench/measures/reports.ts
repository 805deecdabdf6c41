import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { makeDuckdb, makeSqlite } from '../reports/databases.js';
import { lastYear, madeDays, makeStore, siteIds, type Extent } from '../reports/madeStore.js';
import { checkOwnAnswer } from '../reports/ownAnswer.js';
import { visitsADay } from '../reports/madeVisits.js';
import type { RivalRow } from '../reports/rivalAnswer.js';
import { runProgram } from '../reports/runProgram.js';
import type { Comparison, Finding, Measure } from '../measure.js';
import { rounds } from '../rounds.js';
import { checkout, type Workplace } from '../workplace.js';

interface Asked {
  readonly name: string;
  readonly about: string;
  readonly extent: Extent;
  readonly rounds: number;
  /** How long beo may take, as a part of what the others take; null: told only. */
  readonly sqlite: number | null;
  readonly duckdb: number | null;
}

const launcher = join(checkout, 'bin', 'beo.js');
const program = (name: string) => join(checkout, 'build', 'bench', `${name}.js`);

/** More memory than this no report may take. */
const mostMemory = 150 * 1024;

const rivals = [
  { key: 'sqlite', name: 'SQLite, every visit read and counted', ask: 'askSqlite', make: makeSqlite },
  { key: 'duckdb', name: 'DuckDB, its own quantiles', ask: 'askDuckdb', make: makeDuckdb },
] as const;

type Opened = (typeof rivals)[number] & {
  /** Its database. */
  readonly file: string;
  readonly missing: string | undefined;
};

function reports(asked: Asked): Measure {
  return {
    name: asked.name,
    about: asked.about,
    run: (workplace) => compareReports(workplace, asked),
  };
}

async function compareReports(workplace: Workplace, asked: Asked): Promise<Finding[]> {
  const { extent } = asked;
  const store = await workplace.newFolder();
  await makeStore(store, extent, madeDays(extent));
  const folder = await workplace.newFolder();
  const opened: Opened[] = [];
  for (const rival of rivals) {
    const file = join(folder, rival.key);
    opened.push({ ...rival, file, missing: await rival.make(file, extent) });
  }
  const from = `${lastYear + 1 - extent.years}-01-01`;
  const question = ['report', '--data', store, '--from', from, '--to', `${lastYear}-12-31`];
  if (extent.sites > 1) question.push('--all-sites');

  const answers = new Map<string, RivalRow[]>();
  const all = await rounds(asked.rounds, async () => {
    const beo = await runProgram([launcher, ...question]);
    const empty = await runProgram([launcher, '--version']);
    const parsed = Number((await runProgram([program('parseArchive'), store])).printed);
    const others = new Map<string, number>();
    for (const { key, ask, file, missing } of opened) {
      if (missing !== undefined) continue;
      const { ms, printed } = await runProgram([program(ask), file]);
      others.set(key, ms);
      answers.set(key, JSON.parse(printed) as RivalRow[]);
    }
    return { beo: beo.ms, least: empty.ms + 1.5 * parsed, others };
  });
  checkAnswers(answers, extent);
  const [rows] = answers.values();
  const ownReport = [launcher, 'report', '--data', store];
  const firstSite = siteIds(extent)[0] ?? '';
  if (rows) await checkOwnAnswer(ownReport, firstSite, from, `${lastYear}-12-31`, rows);
  const memory = await runProgram(['--import', program('peakMemory'), launcher, ...question]);
  const peak = Number(/^peak (\d+)$/m.exec(memory.complained)?.[1]);

  const what = whatOf(extent);
  const beo = all.map((round) => round.beo);
  const compared = (limitIs: string, limit: readonly number[], most: number | null): Comparison => ({
    what,
    limitIs,
    unit: 'ms',
    beo,
    limit,
    must: most === null ? null : { atMost: most },
  });
  return [
    ...opened.map(({ key, name, missing }): Finding => {
      if (missing !== undefined) return { what, missing: `${name} (${missing})` };
      return compared(
        name,
        all.map(({ others }) => others.get(key) ?? Number.NaN),
        asked[key],
      );
    }),
    compared(
      'beo --version + 1.5 x read and parse',
      all.map(({ least }) => least),
      1,
    ),
    {
      what: `${what}: memory`,
      limitIs: '150 MB',
      unit: 'kB',
      beo: [peak],
      limit: [mostMemory],
      must: { atMost: 1 },
    },
  ];
}

const whatOf = ({ sites, years }: Extent): string =>
  `${years === 1 ? 'a year' : `${years} years`} of ${sites === 1 ? 'a site' : `${sites} sites`}`;

/** The engines were asked the same of the same visits only if they say the same. */
function checkAnswers(answers: ReadonlyMap<string, readonly RivalRow[]>, extent: Extent): void {
  const [first, ...others] = answers.values();
  if (!first) return;
  for (const other of others) {
    if (!isDeepStrictEqual(first, other)) throw new Error('the engines answer differently');
  }
  const visits = first.reduce((sum, [, , n]) => sum + n, 0) / 2;
  const made = siteIds(extent).length * extent.years * 250 * visitsADay;
  if (visits !== made) throw new Error(`the engines counted ${visits} visits of ${made}`);
}

export const reportsYear = reports({
  name: 'reports-year',
  about: 'a year of a site as a table, 75,000 visits, beside SQLite and DuckDB',
  extent: { sites: 1, years: 1 },
  rounds: 15,
  sqlite: 1,
  duckdb: 1,
});

export const reportsFiveYears = reports({
  name: 'reports-five-years',
  about: 'five years of a site as a table, 375,000 visits',
  extent: { sites: 1, years: 5 },
  rounds: 9,
  sqlite: null,
  duckdb: 1,
});

/** All 50 take minutes to make; ten tell as much of a ratio. */
const sites = Number(process.env.BEO_BENCH_SITES ?? 10);

export const reportsSites = reports({
  name: 'reports-sites',
  about: `a year of ${sites} sites; BEO_BENCH_SITES=50 for 3.75 million visits`,
  extent: { sites, years: 1 },
  rounds: 3,
  sqlite: null,
  duckdb: 1,
});
