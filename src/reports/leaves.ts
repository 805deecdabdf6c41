import type { Report, ReportKey } from './report.js';

/** What is no figure of the whole period, or no figure at all. */
const leftOut: ReadonlySet<string> = new Set<ReportKey | 'withheld' | 'withheldDays'>([
  'period',
  'asOf',
  'limits',
  'targets',
  'halfDayAt',
  'byDay',
  'byHalfDay',
  'peaks',
  'columns',
  'activities',
  'definitions',
  'addressees',
  'baseline',
  'withheld',
  'withheldDays',
]);

/**
 * Every figure of a report by its path: "waiting.meanPerVisitSeconds", "byConcern[3.2].waiting.n", "byHour[9].visits";
 * null where there is none or where it may not be shown. Beside them "perDay.visits", "perDay.tickets" and
 * "perDay.contacts": means over the days with figures.
 */
export function leavesOf(report: Report): Map<string, number | null> {
  const { days, visits, tickets } = report;
  const perDay = (count: number | null) => (count === null || days === 0 ? null : count / days);
  return new Map([
    ['perDay.visits', perDay(visits.total)],
    ['perDay.tickets', perDay(tickets.checkedIn)],
    ['perDay.contacts', perDay(tickets.contacts)],
    ...leavesIn(report, ''),
  ]);
}

function leavesIn(value: unknown, path: string): [string, number | null][] {
  if (value === null || typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => leavesOfItem(item, path));
  const prefix = path === '' ? '' : `${path}.`;
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    leftOut.has(key) ? [] : leavesIn(member, prefix + key),
  );
}

/** Rows are known by their concern or by their hour; others have nothing that two reports could have in common. */
function leavesOfItem(item: unknown, path: string): [string, number | null][] {
  if (typeof item !== 'object' || item === null) return [];
  const { concern, hour, ...figures } = item as { concern?: string; hour?: number };
  const key = concern ?? hour;
  return key === undefined ? [] : leavesIn(figures, `${path}[${key}]`);
}
