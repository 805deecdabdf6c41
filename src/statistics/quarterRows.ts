import type { Day } from '../queue/day.js';
import type { ContactFact, VisitFact } from './contacts.js';
import { quarterOf, sessionsOf, type DeskTime, type QuarterOfDesks } from './deskTime.js';
import type { QuarterRow } from './figures.js';
import { countBy, groupBy } from './grouping.js';
import { tallyOf } from './tally.js';

/** What each quarter hour of a day brought, by its index; those with nothing in them are left out. */
export function quarterRows(
  day: Pick<Day, 'startsAt' | 'endsAt'>,
  visits: readonly VisitFact[],
  contacts: readonly ContactFact[],
  desks: DeskTime,
): Record<string, QuarterRow> {
  const inQuarter = (at: number) => String(quarterOf(day, at));
  const begun = countBy(visits, ({ bookedAt }) => inQuarter(bookedAt));
  const booked = countBy(
    visits.filter(({ way }) => way === 'ticket'),
    ({ bookedAt }) => inQuarter(bookedAt),
  );
  const served = countBy(
    visits.flatMap(({ servedAt }) => servedAt ?? []),
    inQuarter,
  );
  const waits = new Map(groupBy(contacts, ({ queuedAt }) => inQuarter(queuedAt)));
  const present = new Set([
    ...Object.keys(begun),
    ...Object.keys(served),
    ...waits.keys(),
    ...[...desks.quarters.keys(), ...desks.lateQuarters.keys()].map(String),
  ]);
  const rows = [...present]
    .toSorted((a, b) => Number(a) - Number(b))
    .map((quarter): [string, QuarterRow] => {
      const begunHere = waits.get(quarter);
      const atDesks = desks.quarters.get(Number(quarter));
      const onLateDuty = desks.lateQuarters.get(Number(quarter));
      return [
        quarter,
        {
          ...(begun[quarter] ? { visits: begun[quarter] } : {}),
          ...(booked[quarter] ? { booked: booked[quarter] } : {}),
          ...(served[quarter] ? { served: served[quarter] } : {}),
          ...(begunHere ? { waits: briefTally(begunHere) } : {}),
          ...(atDesks ? deskRow(atDesks) : {}),
          ...(onLateDuty ? { late: deskRow(onLateDuty) } : {}),
        },
      ];
    });
  return Object.fromEntries(rows);
}

function briefTally(contacts: readonly ContactFact[]): NonNullable<QuarterRow['waits']> {
  const { n, sum, max } = tallyOf(contacts.map(({ waitTime }) => waitTime));
  return { n, sum, max };
}

function deskRow(quarter: QuarterOfDesks): QuarterRow {
  return {
    desk: Object.fromEntries(Object.entries(quarter.desk).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    ...(quarter.idle > 0 ? { idle: quarter.idle } : {}),
    ...(quarter.idleWhileWaiting > 0 ? { idleWhileWaiting: quarter.idleWhileWaiting } : {}),
    desks: sessionsOf([quarter.contributors]),
  };
}
