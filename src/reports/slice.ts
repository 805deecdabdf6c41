import {
  allConcerns,
  countersIn,
  endingsIn,
  groupRow,
  lateDutyRow,
  visitsIn,
} from '../statistics/combine.js';
import { appointmentDestination } from '../statistics/contacts.js';
import { byConcernOrder } from '../statistics/concernOrder.js';
import { groupOf, type Counted, type Counters } from '../statistics/figures.js';
import { sumOf } from '../statistics/grouping.js';
import { filters, ownDays, ratio, servedVisitsIn } from '../statistics/kpis.js';
import { levelOfWork, workLevels } from '../routing/levels.js';
import { contactsByLevel } from '../statistics/levels.js';
import { consultationsIn, newCustomersIn } from '../statistics/onward.js';
import type { Portion } from '../statistics/portion.js';
import { allDesks, type Range } from '../statistics/releases.js';
import { countWithin } from '../statistics/tally.js';
import { coveredStats, durationsOf, meanOfDaily, type Durations } from './covered.js';
import { areaProductivity, deskRow } from './deskSlice.js';
import { activitiesByHalf, staffing } from './furtherSlice.js';
import type { ConcernFigures, ReceptionFigures, Slice, Stats, TicketCounts } from './report.js';
import { deskDecisions, signals } from './signalSlice.js';
import type { SliceContext } from './sliceContext.js';

export const countedIn = (portions: readonly Portion[]): Counted[] =>
  portions.flatMap(({ counted }) => counted);

/** Completed contacts of a span of days. */
export const contactsOf = (portions: readonly Portion[], row = allConcerns): number =>
  sumOf(portions, (portion) => portion.waits(row).n);

/** The figures of a span of days. */
export function sliceOf(context: SliceContext, range: Range): Slice {
  const portions = context.portionsOf(range);
  const days = countedIn(portions);
  const counters = countersIn(days);
  const concerns = [...new Set(portions.flatMap((portion) => portion.concerns))].toSorted(byConcernOrder);
  const groups = [...new Set(concerns.map(groupOf))];
  return {
    visits: visitCounts(days),
    tickets: ticketCounts(portions, context.stages.entranceZone, counters),
    waiting: waiting(context, range),
    firstCallWait: waitStats(portions, range, 'firstWaits'),
    wayTime: waitStats(portions, range, 'ways'),
    service: service(context, range),
    filters: filters(days, context.stages.reception),
    shares: shares(days, context.stages),
    reception: reception(context, range, counters),
    byConcern: concerns.map((concern) => concernFigures(context, range, concern, concern)),
    byGroup: groups.map((group) => concernFigures(context, range, groupRow(group), group)),
    halfDays: {
      am: deskRow(context, range, 'am'),
      pm: deskRow(context, range, 'pm'),
      ...(context.hasLateDuty ? { late: deskRow(context, range, 'late') } : {}),
    },
    desks: deskRow(context, range, allDesks),
    productivity: areaProductivity(context, range),
    ...(context.hasLateDuty ? { lateDuty: lateDuty(context, range) } : {}),
    byLevel: byLevel(days),
    newCustomers: newCustomersIn(days),
    consultations: consultationsIn(days, context.consulted),
    handouts: counters.handouts,
    activitiesByHalf: activitiesByHalf(context, range),
    ...staffing(context, range),
    deskDecisions: deskDecisions(context, days),
    signals: signals(context, days),
  };
}

function lateDuty(context: SliceContext, range: Range): NonNullable<Slice['lateDuty']> {
  const { concern: _, ...figures } = concernFigures(context, range, lateDutyRow, '');
  return figures;
}

export const visitCounts = (days: readonly Counted[]): Slice['visits'] => ({
  total: visitsIn(days),
  settled: visitsIn(days, { way: 'settled' }),
  tickets: visitsIn(days, { way: 'ticket' }),
  appointments: visitsIn(days, { way: 'appointment' }),
  forwarded: visitsIn(days, { way: 'forwarded' }),
  withAppointment: visitsIn(days, { destination: appointmentDestination }),
});

export function ticketCounts(
  portions: readonly Portion[],
  hasEntranceZone: boolean,
  { noShowEvents, open }: Counters,
): TicketCounts {
  const days = countedIn(portions);
  const checkedIn = visitsIn(days, { way: 'ticket' });
  const ended = (outcome: 'noShow' | 'left' | 'flagged' | 'open') =>
    visitsIn(days, { way: 'ticket', outcome });
  const [noShow, left, flagged] = [ended('noShow'), ended('left'), ended('flagged')];
  const own = ownDays(days);
  const areNoShowsKnown = days.length === 0 || own.length > 0;
  const counts: TicketCounts = {
    checkedIn,
    served: checkedIn - noShow - left - flagged - ended('open'),
    contacts: contactsOf(portions),
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
function waitStats(portions: readonly Portion[], range: Range, kind: 'firstWaits' | 'ways'): Stats {
  const durations = durationsOf(portions, range, kind, (portion) => portion[kind]);
  return coveredStats(durations, durations.shown.n === 0 ? null : meanOfDaily(portions, kind));
}

const waitsOf = (portions: readonly Portion[], range: Range, row: string): Durations =>
  durationsOf(portions, range, `waits ${row}`, (portion) => portion.waits(row));

const servicesOf = (portions: readonly Portion[], range: Range, row: string): Durations =>
  durationsOf(portions, range, `services ${row}`, (portion) => portion.services(row));

export function waiting(context: SliceContext, range: Range): Slice['waiting'] {
  const portions = context.portionsOf(range);
  const durations = waitsOf(portions, range, allConcerns);
  const { shown, coverage } = durations;
  const stats = coveredStats(durations, meanOfDaily(portions, 'waits'));
  if (shown.n === 0 || stats.suppressed) return { ...stats, meanPerDaySeconds: null, withinTarget: null };
  // Days on which nobody waited count as well.
  const days = coverage.days + sumOf(portions, ({ daysWithoutContacts }) => daysWithoutContacts);
  return {
    ...stats,
    meanPerDaySeconds: shown.sum / 1000 / days,
    withinTarget: ratio(countWithin(shown, context.targets.waitSeconds * 1000), shown.n),
  };
}

export function service(context: SliceContext, range: Range): Slice['service'] {
  const portions = context.portionsOf(range);
  const durations = servicesOf(portions, range, allConcerns);
  const stats = coveredStats(durations, meanOfDaily(portions, 'services'));
  return {
    ...stats,
    meanPerDaySeconds: stats.sumSeconds === null ? null : stats.sumSeconds / durations.coverage.days,
    conclusiveRate: stats.suppressed ? null : filters(countedIn(portions), context.stages.reception).second,
  };
}

function concernFigures(context: SliceContext, range: Range, row: string, name: string): ConcernFigures {
  const portions = context.portionsOf(range);
  const services = servicesOf(portions, range, row);
  const { settled, known } = endingsIn(countedIn(portions), row);
  return {
    concern: name,
    contacts: contactsOf(portions, row),
    waiting: coveredStats(waitsOf(portions, range, row), null),
    service: coveredStats(services, null),
    conclusiveRate: services.coverage.isShown ? ratio(settled, known) : null,
  };
}

/** What a stage does that the site lacks is no share at all, never 0. */
function shares(period: readonly Counted[], stages: SliceContext['stages']): Slice['shares'] {
  const days = ownDays(period);
  const all = visitsIn(days);
  const settled = visitsIn(days, { way: 'settled' });
  const concluded = visitsIn(days, { way: 'ticket', outcome: 'settled' });
  return {
    reception: stages.reception ? ratio(settled, all) : null,
    entranceZone: stages.entranceZone ? ratio(concluded, all) : null,
    passedOn: ratio(all - settled - concluded, all),
  };
}

/** Concerns that the catalogue lacks have a row only where there are any. */
const byLevel = (days: readonly Counted[]): Slice['byLevel'] =>
  contactsByLevel(days, workLevels, levelOfWork).filter(
    ({ level, ...counts }) => level !== 'unknown' || counts.reception + counts.entranceZone > 0,
  );

function reception(context: SliceContext, range: Range, counters: Counters): ReceptionFigures {
  const portions = context.portionsOf(range);
  const days = countedIn(portions);
  const times = durationsOf(portions, range, 'receptionTimes', ({ receptionTimes }) => receptionTimes);
  const rows = days.flatMap((day) => day.reception);
  const total = (counts: Readonly<Record<string, number>>) => sumOf(Object.values(counts), (n) => n);
  const orNull = (n: number) => (context.stages.reception ? n : null);
  return {
    ...coveredStats(times, meanOfDaily(portions, 'receptionTimes')),
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
