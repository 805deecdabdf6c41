import { mkdir, writeFile } from 'node:fs/promises';
import { archiveDays } from '../../server/archive.js';
import { rollUpMonths } from '../../server/rollUp.js';
import { keepChecked, readSettings, settingsFile } from '../../server/store.js';
import { plusDays, weekdayOf } from '../../statistics/calendar.js';
import type { DailyFigures } from '../../statistics/dailyFigures.js';
import { groupBy } from '../../statistics/grouping.js';
import { madeFigures, madeHalfDayAt, madeZone } from './madeFigures.js';
import { madeDesks, madeVisits, type MadeVisit } from './madeVisits.js';

/** What a store holds, and what the tables beside it hold. */
export interface Extent {
  readonly sites: number;
  /** The last of them is 2025. */
  readonly years: number;
}

/** Working days of a year that somebody comes on. */
const daysAYear = 250;

export const lastYear = 2025;

export const siteIds = ({ sites }: Extent): string[] =>
  Array.from({ length: sites }, (_, i) => `site-${String(i + 1).padStart(2, '0')}`);

export interface MadeSiteDay {
  readonly site: string;
  readonly day: string;
  readonly visits: readonly MadeVisit[];
}

/** Every day of every site, a site after the other. The same extent always gives the same days. */
export function* madeDays(extent: Extent): Generator<MadeSiteDay> {
  const days = Array.from({ length: extent.years }, (_, i) => workingDays(lastYear + 1 + i - extent.years));
  for (const [number, site] of siteIds(extent).entries()) {
    for (const [index, day] of days.flat().entries()) {
      yield { site, day, visits: madeVisits(number * 10_000 + index) };
    }
  }
}

/** Mondays to Fridays; the year is closed towards its end. */
function workingDays(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-02`; days.length < daysAYear; day = plusDays(day, 1)) {
    if (weekdayOf(day) <= 5) days.push(day);
  }
  return days;
}

/** A store with the figures of these days in its archive, as beo leaves it. */
export async function makeStore(store: string, extent: Extent, days: Iterable<MadeSiteDay>): Promise<void> {
  await mkdir(store, { recursive: true });
  await writeFile(settingsFile(store), JSON.stringify(settingsContent(siteIds(extent))));
  for (const [site, months] of monthsOf(days)) await archiveDays(store, site, months);
  // As a server leaves it.
  const settings = await readSettings(store);
  await keepChecked(store);
  for (const [site, own] of Object.entries(settings?.sites ?? {})) await rollUpMonths(store, site, own);
}

/** Months one by one, so that the years of many sites need not be in memory together. */
function* monthsOf(days: Iterable<MadeSiteDay>): Generator<[site: string, figures: DailyFigures[]]> {
  let open: MadeSiteDay[] = [];
  const close = (): [string, DailyFigures[]][] =>
    groupBy(open, ({ site }) => site).map(([site, members]) => [
      site,
      members.map(({ day, visits }) => madeFigures(site, day, visits)),
    ]);
  for (const next of days) {
    const [first] = open;
    if (first && (first.site !== next.site || first.day.slice(0, 7) !== next.day.slice(0, 7))) {
      yield* close();
      open = [];
    }
    open.push(next);
  }
  yield* close();
}

const label = (text: string) => ({ de: text, en: text });

const settingsContent = (sites: readonly string[]) => ({
  version: 1,
  sites: Object.fromEntries(
    sites.map((site) => [
      site,
      {
        name: site,
        zone: madeZone,
        alwaysOpen: true,
        receptions: { E1: { label: label('Empfang 1') } },
        desks: Object.fromEntries(madeDesks.map((desk) => [desk, { label: label(`Platz ${desk}`) }])),
        destinations: {},
        deviationReasons: [{ code: 'health', ...label('Health') }],
        transferReasons: [{ code: 'desk', ...label('Wrong desk') }],
        queue: { halfDayAt: madeHalfDayAt },
      },
    ]),
  ),
});
