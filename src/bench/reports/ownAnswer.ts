import { isoWeekOf, plusDays, weekdayOf } from '../../statistics/calendar.js';
import type { RivalRow } from './rivalAnswer.js';
import { runProgram } from './runProgram.js';

/** What is looked at of `beo report --format json`. */
interface Printed {
  readonly waiting: Durations;
  readonly service: Durations;
  readonly byConcern: readonly {
    readonly concern: string;
    readonly waiting: Durations;
    readonly service: Durations;
  }[];
}

interface Durations {
  readonly n: number;
  readonly meanPerContactSeconds: number | null;
  readonly medianSeconds: number | null;
  readonly p90Seconds: number | null;
  /** Contacts that beo leaves out, because too few of them may be shown: then the engines tell more. */
  readonly withheld?: number;
}

/** Weeks of which all figures are compared. */
const weeksCompared = 4;

/**
 * Whether beo prints what the engines say: of weeks n, mean, median and 90th percentile of wait and service; of the
 * whole n and mean of each concern, which the engines have by half day. Throws where it does not.
 */
export async function checkOwnAnswer(
  beo: readonly string[],
  site: string,
  from: string,
  to: string,
  rows: readonly RivalRow[],
): Promise<void> {
  const ofSite = new Map(
    rows.flatMap(([at, key, ...figures]) => (at === site ? [[key, figures] as const] : [])),
  );
  const asked = async (...period: readonly string[]): Promise<Printed> => {
    const { printed } = await runProgram([...beo, '--site', site, ...period, '--format', 'json']);
    return JSON.parse(printed) as Printed;
  };
  const whole = await asked('--from', from, '--to', to);
  for (const { concern, waiting, service } of whole.byConcern) {
    const halves = ['am', 'pm'].flatMap((half) => [ofSite.get(`${concern} ${half}`) ?? []]);
    const n = halves.reduce((sum, [count = 0]) => sum + count, 0);
    const meanAt = (place: number) =>
      halves.reduce((sum, figures) => sum + (figures[0] ?? 0) * (figures[place] ?? 0), 0) / n;
    for (const [durations, place] of [
      [waiting, 1],
      [service, 4],
    ] as const) {
      if (durations.withheld === undefined)
        compare(`${concern} at ${site}`, [n, meanAt(place)], [durations.n, durations.meanPerContactSeconds]);
    }
  }
  // Mondays in the middle of a month, so that no week is cut by the year's ends.
  for (
    let day = `${to.slice(0, 4)}-02-10`, seen = 0;
    seen < weeksCompared;
    day = plusDays(day, 49), seen += 1
  ) {
    const monday = plusDays(day, 1 - weekdayOf(day));
    const { waiting, service } = await asked('--from', monday, '--to', plusDays(monday, 6));
    const week = rows.find(([at, key]) => at === site && key === isoWeekOf(monday)) ?? [];
    compare(`the week of ${monday} at ${site}`, week.slice(2).map(Number), [
      waiting.n,
      ...[waiting, service].flatMap(({ meanPerContactSeconds, medianSeconds, p90Seconds }) => [
        meanPerContactSeconds,
        medianSeconds,
        p90Seconds,
      ]),
    ]);
  }
}

function compare(what: string, theirs: readonly number[], ours: readonly (number | null)[]): void {
  const isSame =
    theirs.length === ours.length &&
    ours.every((figure, i) => figure !== null && Math.abs(figure - (theirs[i] ?? Number.NaN)) < 0.002);
  if (!isSame) throw new Error(`beo says of ${what}: ${ours.join(', ')}; the engines: ${theirs.join(', ')}`);
}
