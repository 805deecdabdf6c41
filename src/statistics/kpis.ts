import type { Counted, OpenDeskState } from './figures.js';
import { visitsIn, type Days } from './combine.js';
import type { ClockQuarter } from './clockTimes.js';
import { appointmentDestination } from './contacts.js';
import { sumOf } from './grouping.js';
import type { DailyValues, HourSums } from './portion.js';

/*
 * The office's criteria, chapter 6 of its concept. Times are ms, not rounded; shares are between 0 and 1; the empty
 * set is null. "Line" is the line of the concept that asks for the figure.
 */

/**
 * K1, line 359, and K4, line 362: mean daily wait and mean daily service time, per visit. For each day its sum by its
 * count, of which the mean over the days that have any is taken. Days that may only be shown together stand in one block
 * and share the block's value.
 */
export function dailyValues(
  blocks: readonly Days[],
  sumIn: (days: Days) => number,
  countIn: (days: Days) => number,
): DailyValues {
  const values: number[] = [];
  let days = 0;
  for (const block of blocks) {
    const counted = block.filter((day) => countIn([day]) > 0).length;
    if (counted === 0) continue;
    values.push((sumIn(block) / countIn(block)) * counted);
    days += counted;
  }
  return { values, days };
}

/** The mean of daily values. */
export function meanOfValues(parts: readonly DailyValues[]): number | null {
  const days = sumOf(parts, (part) => part.days);
  return days === 0
    ? null
    : sumOf(
        parts.flatMap(({ values }) => values),
        (value) => value,
      ) / days;
}

/** Visits with at least one completed contact, which the means per visit are taken over. */
export const servedVisitsIn = (days: readonly Pick<Counted, 'visits'>[]): number =>
  visitsIn(days, { contact: true });

/** Desk time of some quarter hours, ms. */
export interface DeskTimes {
  /** Free or in contact. */
  readonly staffed: number;
  /** In contact. */
  readonly busy: number;
  readonly caseWork: number;
  readonly activity: number;
  readonly reinforcement: number;
  readonly pause: number;
  /** K8, line 365: free while nobody waited. */
  readonly idle: number;
  /** Free while somebody waited; should be next to nothing. */
  readonly idleWhileWaiting: number;
}

export function deskTimesIn(quarters: Iterable<Pick<ClockQuarter, 'row'>>): DeskTimes {
  const times = { free: 0, contact: 0, caseWork: 0, activity: 0, reinforcement: 0, pause: 0 };
  let [idle, idleWhileWaiting] = [0, 0];
  for (const { row } of quarters) {
    for (const state in row.desk) times[state as OpenDeskState] += row.desk[state as OpenDeskState] ?? 0;
    idle += row.idle ?? 0;
    idleWhileWaiting += row.idleWhileWaiting ?? 0;
  }
  const { free, contact, ...others } = times;
  return { staffed: free + contact, busy: contact, ...others, idle, idleWhileWaiting };
}

/** Whether any desk's time is known; recorded contacts alone tell nothing of it. */
export const isKnown = ({ staffed, caseWork, activity, reinforcement, pause }: DeskTimes): boolean =>
  staffed + caseWork + activity + reinforcement + pause > 0;

/**
 * K7, line 365: utilisation, desk time in contact by desk time free or in contact; pause, case work and closed desks
 * are in neither. Over several half days numerators and denominators are added up.
 */
export const utilisation = ({ busy, staffed }: DeskTimes): number | null =>
  staffed === 0 ? null : busy / staffed;

/** The same with case work as use of the desk. */
export const utilisationWithCaseWork = ({ busy, staffed, caseWork }: DeskTimes): number | null =>
  staffed + caseWork === 0 ? null : (busy + caseWork) / (staffed + caseWork);

export interface PeakLimits {
  /** Utilisation from which an interval is a peak. */
  readonly utilisation: number;
  /** Longest wait from which it is one, ms. */
  readonly wait: number;
}

export interface Peak {
  readonly day: string;
  /** Local times 'HH:mm'. */
  readonly from: string;
  readonly to: string;
  readonly quarter: ClockQuarter;
  readonly utilisation: number | null;
  /** Contacts whose wait began in the interval. */
  readonly waits: number;
  /** ms */
  readonly maxWait: number | null;
  readonly reasons: readonly ('utilisation' | 'wait')[];
}

/** K8, line 365: quarter hours of peak load, by utilisation or by the longest wait that began in them. */
export function peaks(quarters: readonly ClockQuarter[], limits: PeakLimits): Peak[] {
  return quarters.flatMap((quarter): Peak[] => {
    const { day, from, to, row } = quarter;
    const used = utilisation(deskTimesIn([quarter]));
    const maxWait = row.waits?.max ?? null;
    const reasons: Peak['reasons'] = [
      ...(used !== null && used >= limits.utilisation ? (['utilisation'] as const) : []),
      ...(maxWait !== null && maxWait >= limits.wait ? (['wait'] as const) : []),
    ];
    return reasons.length === 0
      ? []
      : [{ day, from, to, quarter, utilisation: used, waits: row.waits?.n ?? 0, maxWait, reasons }];
  });
}

export interface HourRow {
  /** 0 to 23 */
  readonly hour: number;
  /** Visits that began, whatever their way. */
  readonly visits: number;
  /** Tickets booked. */
  readonly arrived: number;
  /** Last completions. */
  readonly served: number;
}

/**
 * K11, line 349: arrivals by booking and last completions by clock hour, from the first hour with any, or with a desk
 * at work, to the last.
 */
export function hoursIn(sums: readonly HourSums[]): HourRow[] {
  const open = sums.filter(({ isOpen }) => isOpen).map(({ hour }) => hour);
  if (open.length === 0) return [];
  const first = Math.min(...open);
  const rows = Array.from({ length: Math.max(...open) - first + 1 }, (_, index) => ({
    hour: first + index,
    visits: 0,
    arrived: 0,
    served: 0,
  }));
  for (const { hour, visits, booked, served } of sums) {
    const row = rows[hour - first];
    if (!row) continue;
    row.visits += visits;
    row.arrived += booked;
    row.served += served;
  }
  return rows;
}

export interface Productivity {
  /** Contacts per hour of a desk free or in contact. */
  readonly contactsPerStaffedHour: number | null;
  /** Shares of the time in contact, in case work and idle in all three together. */
  readonly contactShare: number | null;
  readonly caseWorkShare: number | null;
  readonly freeShare: number | null;
}

/** K12, line 353: productivity of the area; never of a desk or a person. */
export function productivity(contacts: number, { staffed, busy, caseWork }: DeskTimes): Productivity {
  const base = staffed + caseWork;
  const share = (part: number) => (base === 0 ? null : part / base);
  return {
    contactsPerStaffedHour: staffed === 0 ? null : contacts / (staffed / 3_600_000),
    contactShare: share(busy),
    caseWorkShare: share(caseWork),
    freeShare: share(staffed - busy),
  };
}

export interface Filters {
  /** Settled at the reception, of the visits without appointment; null at a site that has none. */
  readonly first: number | null;
  /** Concluded in the entrance zone, of its visits with a completed contact. */
  readonly second: number | null;
  /** Settled at the reception or concluded in the entrance zone, of all visits. */
  readonly together: number | null;
}

/** Days that beo itself kept: of imported ones neither outcomes nor the reception are known. */
export const ownDays = <T extends Pick<Counted, 'imported'>>(days: readonly T[]): T[] =>
  days.filter(({ imported }) => !imported);

/** K13, line 135: the two-stage filter, of the days of which it is known. */
export function filters(
  period: readonly Pick<Counted, 'imported' | 'visits'>[],
  hasReception: boolean,
): Filters {
  const days = ownDays(period);
  const settled = visitsIn(days, { way: 'settled' });
  const concluded = visitsIn(days, { way: 'ticket', outcome: 'settled' });
  const all = visitsIn(days);
  const withAppointment = visitsIn(days, { destination: appointmentDestination });
  const served = servedVisitsIn(days);
  return {
    first: hasReception ? ratio(settled, all - withAppointment) : null,
    second: ratio(concluded, served),
    together: ratio(settled + concluded, all),
  };
}

/** null where there is nothing to be a part of. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
