import { allConcerns, groupRow, lateDutyRow, type ConcernRow, type Days } from './combine.js';
import { countTogether } from './counted.js';
import { groupOf } from './figures.js';
import { deskTimesIn, ownDays } from './kpis.js';
import { MonthFigures } from './monthFigures.js';
import { packCounts, unpackCounts, type PackedCounts } from './packedCounts.js';
import type {
  ActivitySum,
  CoveredDeskTime,
  CoveredDurations,
  DailyValues,
  DurationsOf,
  Kind,
  Portion,
  PortionFrame,
  Terms,
} from './portion.js';
import { allDesks, halvesIn } from './releases.js';

/** Raised when the shape below, or what the same days make of it, changes. */
export const rollUpVersion = 2;

/**
 * A whole month summed up, so that a report over years need not read its days. Plain JSON: durations in ms. It has
 * what sheets print; what else a report may be asked for is worked out from the days.
 */
export interface MonthRollUp extends PortionFrame {
  readonly waits: Readonly<Record<ConcernRow, CoveredDurations>>;
  readonly services: Readonly<Record<ConcernRow, CoveredDurations>>;
  readonly firstWaits: CoveredDurations;
  readonly ways: CoveredDurations;
  readonly receptionTimes: CoveredDurations;
  readonly daily: Readonly<Record<Kind, DailyValues>>;
  readonly desks: Readonly<Record<string, CoveredDeskTime>>;
  readonly activities: Readonly<Record<string, readonly ActivitySum[]>>;
  /** How often each second occurred in the durations of which medians and percentiles are printed. */
  readonly histograms: Readonly<Record<string, PackedCounts>>;
}

/** Sums up all days of a month that have figures, oldest first; at least one. */
export function rollUp(days: Days, terms: Terms): MonthRollUp {
  const portion = new MonthFigures(days, terms).portion(days[0]?.day ?? '', days.at(-1)?.day ?? '');
  const { concerns, lateDuty, hourRows } = portion;
  const rows = [
    allConcerns,
    ...new Set(concerns.map((concern) => groupRow(groupOf(concern)))),
    ...concerns,
    ...(lateDuty ? [lateDutyRow] : []),
  ];
  const halves = halvesIn(days);
  return {
    days: portion.days,
    asOf: portion.asOf,
    halfDayAt: portion.halfDayAt,
    imported: portion.imported,
    stages: portion.stages,
    lateDuty,
    concerns,
    daysWithoutContacts: portion.daysWithoutContacts,
    ended: plainExtent(portion.ended),
    areaContacts: portion.areaContacts,
    daysWithoutDeskTime: portion.daysWithoutDeskTime,
    weekdays: portion.weekdays,
    peakSpans: portion.peakSpans,
    counted: [ownDays(days), days.filter(({ imported }) => imported)]
      .filter(({ length }) => length > 0)
      .map(countTogether),
    waits: byRow(rows, (row) => portion.waits(row)),
    services: byRow(rows, (row) => portion.services(row)),
    firstWaits: portion.firstWaits,
    ways: portion.ways,
    receptionTimes: portion.receptionTimes,
    daily: {
      waits: portion.daily('waits'),
      firstWaits: portion.daily('firstWaits'),
      ways: portion.daily('ways'),
      services: portion.daily('services'),
      receptionTimes: portion.daily('receptionTimes'),
    },
    desks: byRow([allDesks, ...halves, ...hourRows], (row) => portion.desks(row)),
    activities: byRow([allDesks, ...halves], (row) => portion.activities(row)),
    histograms: byRow(keptOf(portion), (of) => packCounts(portion.histogram(of))),
  };
}

const plainExtent = ({ n, sum, max }: PortionFrame['ended']): PortionFrame['ended'] => ({ n, sum, max });

const byRow = <K extends string, T>(rows: readonly K[], make: (row: K) => T): Record<K, T> =>
  Object.fromEntries(rows.map((row) => [row, make(row)])) as Record<K, T>;

const shownWaits = `waits ${allConcerns}` as const;

/** Where all waits are shown they are kept once. */
const areAllShown = (portion: Pick<Portion, 'waits'>): boolean => portion.waits(allConcerns).withheld === 0;

const keptOf = (portion: Portion): DurationsOf[] => [
  shownWaits,
  `services ${allConcerns}`,
  'receptionTimes',
  ...(areAllShown(portion) ? [] : (['ended'] as const)),
  ...(portion.lateDuty ? ([`waits ${lateDutyRow}`] as const) : []),
];

const nobody: CoveredDurations = {
  n: 0,
  withheld: 0,
  isCut: false,
  days: 0,
  shown: { n: 0, sum: 0, max: 0 },
};

const noDeskTime: CoveredDeskTime = {
  n: 0,
  withheld: 0,
  isCut: false,
  days: 0,
  isKnown: false,
  times: deskTimesIn([]),
  left: 0,
};

/** A whole month as its roll-up tells it, and as its days do where that is not enough. */
export function rolledPortion(
  { waits, services, daily, desks, activities, histograms, ...rest }: MonthRollUp,
  readDays: () => Portion,
): Portion {
  const rows = {
    waits: (row: ConcernRow) => ownIn(waits, row) ?? nobody,
    services: (row: ConcernRow) => ownIn(services, row) ?? nobody,
  };
  const all = rows.waits(allConcerns);
  return {
    ...rest,
    ...rows,
    ...fromDays(readDays, {
      // Where all waits are shown they are kept once.
      histograms: { ...(all.withheld === 0 ? { ended: histograms[shownWaits] ?? '' } : {}), ...histograms },
      isLate: rows.waits(lateDutyRow).shown.n > 0,
    }),
    daily: (kind) => daily[kind],
    desks: (row) => ownIn(desks, row) ?? noDeskTime,
    hourRows: Object.keys(desks).filter((row) => row.includes(' ')),
    activities: (row) => ownIn(activities, row) ?? [],
  };
}

/** What may need the days. It holds nothing else of the sums, so that a report that is kept does not keep them. */
function fromDays(
  readDays: () => Portion,
  { histograms, isLate }: Pick<MonthRollUp, 'histograms'> & { readonly isLate: boolean },
): Pick<Portion, 'histogram' | 'peaks' | 'eachDay'> {
  let inDays: Portion | undefined;
  const inFull = () => (inDays ??= readDays());
  return {
    histogram: (of) => {
      const packed = ownIn(histograms, of);
      if (packed !== undefined) return unpackCounts(packed);
      return of === `waits ${lateDutyRow}` && !isLate ? new Uint32Array(0) : inFull().histogram(of);
    },
    peaks: () => inFull().peaks(),
    eachDay: () => inFull().eachDay(),
  };
}

/** Codes of concerns and activities are an office's own, whatever they are called. */
const ownIn = <T>(record: Readonly<Partial<Record<string, T>>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
