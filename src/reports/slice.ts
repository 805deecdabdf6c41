import {
  allConcerns,
  concernsIn,
  contactsIn,
  countersIn,
  firstCallWaitsIn,
  groupRow,
  lateDutyRow,
  outcomesIn,
  servicesIn,
  visitsIn,
  waitsIn,
  wayTimesIn,
  type Days,
} from '../statistics/combine.js';
import { appointmentDestination } from '../statistics/contacts.js';
import { countIn, sumOf } from '../statistics/grouping.js';
import {
  filters,
  meanOfDays,
  ownDays,
  ratio,
  servedVisitsIn,
  servicePerVisit,
  waitPerVisit,
} from '../statistics/kpis.js';
import { levelOfWork, levels } from '../routing/levels.js';
import { contactsByLevel } from '../statistics/levels.js';
import { consultationsIn, newCustomersIn } from '../statistics/onward.js';
import type { Coverage, Release } from '../statistics/release.js';
import { countWithin, meanOf, pool, type Pool } from '../statistics/tally.js';
import { areaProductivity, deskRow } from './deskSlice.js';
import { activitiesByHalf, staffing } from './furtherSlice.js';
import { allDesks, groupsIn, type Range } from './releases.js';
import type { ConcernFigures, ReceptionFigures, Slice, Stats, TicketCounts } from './report.js';
import { blocksIn, type SliceContext } from './sliceContext.js';
import { daysWithin, statsOf, suppressedStats } from './stats.js';

/** The figures of a span of days. */
export function sliceOf(context: SliceContext, range: Range): Slice {
  const days = daysWithin(context.days, range);
  return {
    visits: visitCounts(days),
    tickets: ticketCounts(days, context.stages.entranceZone),
    waiting: waiting(context, range),
    firstCallWait: waitStats(context, context.waits, range, firstCallWaitsIn),
    wayTime: waitStats(context, context.ways, range, wayTimesIn),
    service: service(context, range),
    filters: filters(days),
    shares: shares(days),
    reception: reception(context, range),
    byConcern: concernsIn(days).map((concern) => concernFigures(context, range, concern, concern)),
    byGroup: groupsIn(days).map((group) => concernFigures(context, range, groupRow(group), group)),
    halfDays: {
      am: deskRow(context, range, 'am'),
      pm: deskRow(context, range, 'pm'),
      ...(context.hasLateDuty ? { late: deskRow(context, range, 'late') } : {}),
    },
    desks: deskRow(context, range, allDesks),
    productivity: areaProductivity(context, range),
    ...(context.hasLateDuty ? { lateDuty: lateDuty(context, range) } : {}),
    byLevel: contactsByLevel(days, levels, levelOfWork),
    newCustomers: newCustomersIn(days),
    consultations: consultationsIn(days, context.consulted),
    handouts: countersIn(days).handouts,
    activitiesByHalf: activitiesByHalf(context, range),
    ...staffing(context, range),
  };
}

function lateDuty(context: SliceContext, range: Range): NonNullable<Slice['lateDuty']> {
  const { concern: _, ...figures } = concernFigures(context, range, lateDutyRow, '');
  return figures;
}

export const visitCounts = (days: Days): Slice['visits'] => ({
  total: visitsIn(days),
  settled: visitsIn(days, { way: 'settled' }),
  tickets: visitsIn(days, { way: 'ticket' }),
  appointments: visitsIn(days, { way: 'appointment' }),
  forwarded: visitsIn(days, { way: 'forwarded' }),
  withAppointment: visitsIn(days, { destination: appointmentDestination }),
});

export function ticketCounts(days: Days, hasEntranceZone: boolean): TicketCounts {
  const checkedIn = visitsIn(days, { way: 'ticket' });
  const ended = (outcome: 'noShow' | 'left' | 'flagged' | 'open') =>
    visitsIn(days, { way: 'ticket', outcome });
  const [noShow, left, flagged] = [ended('noShow'), ended('left'), ended('flagged')];
  const { noShowEvents, open } = countersIn(days);
  const own = ownDays(days);
  const areNoShowsKnown = days.length === 0 || own.length > 0;
  const counts: TicketCounts = {
    checkedIn,
    served: checkedIn - noShow - left - flagged - ended('open'),
    contacts: contactsIn(days),
    noShow: areNoShowsKnown ? noShow : null,
    noShowEvents: areNoShowsKnown ? noShowEvents : null,
    left,
    flagged,
    stillWaiting: open.waiting,
    atDesks: open.called + open.inService + open.parked,
    visits: servedVisitsIn(days),
    noShowRate: ratio(noShow, visitsIn(own, { way: 'ticket' })),
  };
  return hasEntranceZone ? counts : noTickets;
}

const noTickets: TicketCounts = {
  checkedIn: null,
  served: null,
  contacts: null,
  noShow: null,
  noShowEvents: null,
  left: null,
  flagged: null,
  stillWaiting: null,
  atDesks: null,
  visits: null,
  noShowRate: null,
};

/** Waits of all contacts to another moment than the call to the service, as far as their release shows them. */
function waitStats(
  context: SliceContext,
  release: Release,
  { from, to }: Range,
  talliesIn: (days: Days) => Pool,
): Stats {
  const coverage = release(allConcerns, from, to);
  const covered = blocksIn(context, coverage).flat();
  const tally = talliesIn(covered);
  const perVisit = meanOfDays(
    covered.map((day) => [day]),
    (some) => talliesIn(some).sum,
    servedVisitsIn,
  );
  return coveredStats(coverage, tally, {
    perContact: meanOf(tally),
    perVisit: tally.n === 0 ? null : perVisit,
  });
}

export function waiting(context: SliceContext, range: Range): Slice['waiting'] {
  const coverage = context.waits(allConcerns, range.from, range.to);
  const covered = blocksIn(context, coverage).flat();
  const tally = waitsIn(covered);
  const stats = coveredStats(coverage, tally, {
    perContact: meanOf(tally),
    perVisit: waitPerVisit(covered),
  });
  if (tally.n === 0 || stats.suppressed) return { ...stats, meanPerDaySeconds: null, withinTarget: null };
  // Days on which nobody waited count as well.
  const isCovered = new Set(covered);
  const days = daysWithin(context.days, range).filter((day) => isCovered.has(day) || contactsIn([day]) === 0);
  return {
    ...stats,
    meanPerDaySeconds: tally.sum / 1000 / days.length,
    withinTarget: ratio(countWithin(tally, context.targets.waitSeconds * 1000), tally.n),
  };
}

export function service(context: SliceContext, range: Range): Slice['service'] {
  const coverage = context.service(allConcerns, range.from, range.to);
  const days = daysWithin(context.days, range);
  const blocks = blocksIn(context, coverage);
  const covered = blocks.flat();
  const served = servicesIn(covered);
  const stats = coveredStats(coverage, served, {
    perContact: meanOf(served),
    perVisit: servicePerVisit(blocks),
  });
  return {
    ...stats,
    meanPerDaySeconds: stats.sumSeconds === null ? null : stats.sumSeconds / covered.length,
    conclusiveRate: stats.suppressed ? null : filters(days).second,
  };
}

export const coveredStats = (
  { n, withheld, isShown }: Coverage,
  tally: Pool,
  means: Parameters<typeof statsOf>[1],
): Stats => (isShown ? statsOf(tally, means, withheld) : suppressedStats(n));

function concernFigures(context: SliceContext, range: Range, row: string, name: string): ConcernFigures {
  const days = daysWithin(context.days, range);
  const contacts = contactsIn(days, row);
  const waits = context.waits(row, range.from, range.to);
  const waitDays = blocksIn(context, waits).flat();
  const coverage = context.service(row, range.from, range.to);
  const covered = blocksIn(context, coverage).flat();
  const waited = waitsIn(waitDays, row);
  const served = servicesIn(covered, row);
  const outcomes = outcomesIn(days, row);
  const known = sumOf(Object.values(outcomes), (n) => n);
  return {
    concern: name,
    contacts,
    waiting: coveredStats(waits, waited, { perContact: meanOf(waited), perVisit: null }),
    service: coveredStats(coverage, served, { perContact: meanOf(served), perVisit: null }),
    conclusiveRate: coverage.isShown ? ratio(countIn(outcomes, 'settled'), known) : null,
  };
}

function shares(period: Days): Slice['shares'] {
  const days = ownDays(period);
  const all = visitsIn(days);
  const settled = visitsIn(days, { way: 'settled' });
  const concluded = visitsIn(days, { way: 'ticket', outcome: 'settled' });
  return {
    reception: ratio(settled, all),
    entranceZone: ratio(concluded, all),
    passedOn: ratio(all - settled - concluded, all),
  };
}

function reception(context: SliceContext, range: Range): ReceptionFigures {
  const days = daysWithin(context.days, range);
  const coverage = context.reception(allConcerns, range.from, range.to);
  const blocks = blocksIn(context, coverage);
  const timesIn = (some: Days) =>
    pool(some.flatMap((day) => day.reception.flatMap(({ time }) => time ?? [])));
  const times = timesIn(blocks.flat());
  const perVisit = meanOfDays(
    blocks,
    (some) => timesIn(some).sum,
    (some) => timesIn(some).n,
  );
  const rows = days.flatMap((day) => day.reception);
  const counters = countersIn(days);
  const total = (counts: Readonly<Record<string, number>>) => sumOf(Object.values(counts), (n) => n);
  const orNull = (n: number) => (context.stages.reception ? n : null);
  return {
    ...coveredStats(coverage, times, { perContact: meanOf(times), perVisit }),
    contacts: orNull(sumOf(rows, ({ n }) => n)),
    information: orNull(
      sumOf(rows, ({ way, concern, n }) => (way === 'settled' && concern === null ? n : 0)),
    ),
    documents: orNull(total(counters.documents)),
    copies: orNull(counters.copies),
    handouts: orNull(total(counters.handouts)),
    consultations: orNull(total(counters.consultations.reception)),
  };
}
