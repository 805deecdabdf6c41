import type { Desk, DeskSpan } from '../../queue/day.js';
import { endOf, startOf } from '../../statistics/calendar.js';
import { entranceZone, type ContactFact, type VisitFact } from '../../statistics/contacts.js';
import { figuresOfFacts, type DailyFigures } from '../../statistics/dailyFigures.js';
import { groupBy } from '../../statistics/grouping.js';
import { madeDesks, type MadeVisit } from './madeVisits.js';

export const madeZone = 'Europe/Berlin';
export const madeHalfDayAt = '12:00';

const noBooking = { rule: '', identityChecked: true, consulted: false };

/** The figures of a closed day with these visits, as beo makes them of a day that was worked. */
export function madeFigures(site: string, day: string, visits: readonly MadeVisit[]): DailyFigures {
  const startsAt = startOf(day, madeZone);
  const at = (second: number) => startsAt + second * 1000;
  const lastAt = at(Math.max(...visits.map((visit) => endOfVisit(visit))));
  return figuresOfFacts(
    {
      visits: visits.map((visit) => visitOf(visit, at)),
      contacts: visits.map((visit) => contactOf(visit, at)),
      unserved: { left: [], flagged: [] },
    },
    {
      site,
      day,
      startsAt,
      endsAt: endOf(day, madeZone),
      lastAt,
      closedAt: lastAt,
      tickets: {},
      waiting: [],
      desks: Object.fromEntries(madeDesks.map((desk) => [desk, closedAt(lastAt)])),
      spans: spansOf(visits, at),
      deviations: [],
      corrections: [],
      rules: { receptions: ['E1'], desks: Object.fromEntries(madeDesks.map((desk) => [desk, anyConcern])) },
    },
    { zone: madeZone, halfDayAt: madeHalfDayAt },
  );
}

const anyConcern = { skills: null, confidential: false };

const endOfVisit = ({ arrivedAt, wait, service }: MadeVisit): number => arrivedAt + wait + service;

const destinationOf = ({ ending }: MadeVisit): string | null => (ending === 'settled' ? null : 'PAP');

const visitOf = (visit: MadeVisit, at: (second: number) => number): VisitFact => ({
  way: 'ticket',
  destination: destinationOf(visit) ?? entranceZone,
  concern: visit.concern,
  outcome: visit.ending,
  hadContact: true,
  bookedAt: at(visit.arrivedAt),
  servedAt: at(endOfVisit(visit)),
  booking: { ...noBooking, receptionTime: visit.reception * 1000 },
  alsoSettled: [],
  madeUp: false,
});

const contactOf = (visit: MadeVisit, at: (second: number) => number): ContactFact => ({
  bookedAt: at(visit.arrivedAt),
  queuedAt: at(visit.arrivedAt),
  concern: visit.concern,
  bookedConcern: visit.concern,
  furtherConcerns: [],
  outcome: visit.ending,
  destination: destinationOf(visit),
  isBack: false,
  desk: visit.desk,
  leg: 1,
  waitTime: visit.wait * 1000,
  firstCallWait: visit.wait * 1000,
  wayTime: visit.way * 1000,
  serviceTime: visit.service * 1000,
  consulted: false,
  papInformed: false,
  masterData: false,
  isCorrected: false,
});

const closedAt = (since: number): Desk => ({ ...idle, state: 'closed', since, number: null, touched: 0 });

const idle = { activity: null, team: null } as const;

/** Each desk is free from the first arrival on, and in contact from a call to its end. */
function spansOf(visits: readonly MadeVisit[], at: (second: number) => number): Record<string, DeskSpan[]> {
  const opensAt = at(visits[0]?.arrivedAt ?? 0);
  return Object.fromEntries(
    groupBy(visits, ({ desk }) => desk).map(([desk, served]) => {
      let freeSince = opensAt;
      const spans = served.flatMap((visit): DeskSpan[] => {
        const from = at(visit.arrivedAt + visit.wait);
        const to = at(endOfVisit(visit));
        const free = { ...idle, state: 'free' as const, from: freeSince, to: from };
        freeSince = to;
        return [...(from > free.from ? [free] : []), { ...idle, state: 'contact' as const, from, to }];
      });
      return [desk, spans];
    }),
  );
}
