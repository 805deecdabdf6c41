import type { Baseline, Label } from '../protocol/messages.js';
import type { Peak } from '../statistics/kpis.js';
import type { Half } from '../statistics/figures.js';
import type { Period, PeriodKind } from '../statistics/period.js';
import type { Limits } from '../statistics/suppression.js';

/*
 * The report: what `beo report --format json` prints, to the key, and what every other format is made from. Times are
 * seconds, not rounded; shares are between 0 and 1. The empty set is null, never 0. A suppressed cell keeps its `n`,
 * everything else in it is null, and `suppressed` is true.
 */

/** Durations of one kind. */
export interface Stats {
  readonly n: number;
  readonly sumSeconds: number | null;
  readonly meanPerContactSeconds: number | null;
  /** Over several days the mean of the daily values. null in rows by concern, which have no visits of their own. */
  readonly meanPerVisitSeconds: number | null;
  readonly medianSeconds: number | null;
  /** Hyndman & Fan, type 7; for any n. */
  readonly p90Seconds: number | null;
  readonly maxSeconds: number | null;
  readonly suppressed?: true;
  /** Contacts left out, because the days or weeks they are of may not be shown; `n` is without them. */
  readonly withheld?: number;
}

export interface VisitCounts {
  readonly total: number;
  readonly settled: number;
  readonly tickets: number;
  readonly appointments: number;
  readonly forwarded: number;
  /** Of all visits, those of visitors with an appointment. */
  readonly withAppointment: number;
}

/** Everything is null at a site without an entrance zone. */
export interface TicketCounts {
  readonly checkedIn: number | null;
  /** Ended by a completed contact. */
  readonly served: number | null;
  /** Completed contacts. */
  readonly contacts: number | null;
  /** Called, absent and not back. */
  readonly noShow: number | null;
  readonly noShowEvents: number | null;
  readonly left: number | null;
  /** Open when the day closed; outside of every mean. */
  readonly flagged: number | null;
  readonly stillWaiting: number | null;
  /** Called, in service or parked. */
  readonly atDesks: number | null;
  /** With at least one completed contact; the means per visit are over these. */
  readonly visits: number | null;
  /** No-shows by tickets. */
  readonly noShowRate: number | null;
}

/** K13; `first` is of the visits without appointment, `second` of the visits with a contact, `together` of all. */
export interface FilterShares {
  readonly first: number | null;
  readonly second: number | null;
  readonly together: number | null;
}

/** Of all visits; together 1. */
export interface SettledShares {
  readonly reception: number | null;
  readonly entranceZone: number | null;
  /** Passed on, or not concluded. */
  readonly passedOn: number | null;
}

/** The reception's contacts; every visit is one. The stats are of the time from opening the form to booking. */
export interface ReceptionFigures extends Stats {
  /** null at a site without a reception. */
  readonly contacts: number | null;
  /** Information and directions: settled, without a concern. */
  readonly information: number | null;
  readonly documents: number | null;
  readonly copies: number | null;
  readonly handouts: number | null;
  readonly consultations: number | null;
}

export interface ConcernFigures {
  /** A concern ("3.2"), or in `byGroup` a group ("3"). */
  readonly concern: string;
  /** Completed contacts with this as their main concern. */
  readonly contacts: number;
  readonly waiting: Stats;
  /** Its share where several concerns were dealt with; `n` counts each of them. */
  readonly service: Stats;
  /** Contacts that ended as settled; null where service is suppressed. */
  readonly conclusiveRate: number | null;
}

/** Desk time. Everything is null where none is known, or where it is suppressed. */
export interface DeskFigures {
  /** Free or in contact. */
  readonly staffedSeconds: number | null;
  /** In contact. */
  readonly busySeconds: number | null;
  readonly caseWorkSeconds: number | null;
  /** Free while nobody waited. */
  readonly idleSeconds: number | null;
  /** Free while somebody waited. */
  readonly idleWhileWaitingSeconds: number | null;
  readonly utilisation: number | null;
  readonly utilisationWithCaseWork: number | null;
  readonly suppressed?: true;
  /** Days left out because they may not be shown. */
  readonly withheldDays?: number;
}

/** The figures of a span of days. */
export interface Slice {
  readonly visits: VisitCounts;
  readonly tickets: TicketCounts;
  readonly waiting: Stats & WaitingExtras;
  readonly firstCallWait: Stats;
  readonly wayTime: Stats;
  readonly service: Stats & ServiceExtras;
  readonly filters: FilterShares;
  readonly shares: SettledShares;
  readonly reception: ReceptionFigures;
  readonly byConcern: readonly ConcernFigures[];
  readonly byGroup: readonly ConcernFigures[];
  readonly halfDays: Readonly<Record<Half, DeskFigures>>;
  readonly desks: DeskFigures;
  readonly productivity: {
    readonly contactsPerStaffedHour: number | null;
    readonly contactShare: number | null;
    readonly caseWorkShare: number | null;
    readonly freeShare: number | null;
  };
}

export interface WaitingExtras {
  /** Sum of all waits, mean of the days. */
  readonly meanPerDaySeconds: number | null;
  /** Share of the contacts called within the target. */
  readonly withinTarget: number | null;
}

export interface ServiceExtras {
  readonly meanPerDaySeconds: number | null;
  /** Visits whose last contact settled them, of the visits with a contact. */
  readonly conclusiveRate: number | null;
}

/** A part of the period, with a column of its own in tables. */
export interface Column extends Slice {
  readonly kind: PeriodKind;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export interface Targets {
  /** Wait within which a visitor should be called, seconds. */
  readonly waitSeconds: number;
  /** Utilisation from which a quarter hour is a peak. */
  readonly utilisation: number;
}

export interface Report extends Slice {
  readonly site: string;
  readonly period: Period;
  /** ISO 8601, UTC: the last event in the period, or the instant that was asked for; null without any. */
  readonly asOf: string | null;
  readonly zone: string;
  readonly stages: { readonly reception: boolean; readonly entranceZone: boolean };
  readonly limits: Limits;
  readonly targets: Targets;
  /** Local time 'HH:mm' at which the afternoon begins; null without any days. */
  readonly halfDayAt: string | null;
  /** Days with figures. */
  readonly days: number;
  /** Of these, the days recorded elsewhere, if there are any: what they do not know is in no figure. */
  readonly importedDays?: number;
  readonly byDay: readonly (Pick<Slice, 'visits' | 'tickets' | 'waiting' | 'service'> & {
    readonly day: string;
  })[];
  readonly byHour: readonly {
    /** 0 to 23 */
    readonly hour: number;
    readonly visits: number;
    /** Tickets booked. */
    readonly arrived: number;
    /** Last completions. */
    readonly served: number;
    readonly desks: DeskFigures;
  }[];
  readonly byHalfDay: readonly ({ readonly day: string; readonly half: Half } & DeskFigures)[];
  /** Quarter hours of peak load. */
  readonly peaks: readonly (Omit<Peak, 'index' | 'maxWait'> & { readonly maxWaitSeconds: number | null })[];
  /** Tickets whose visit goes on at `asOf`. */
  readonly open: {
    readonly waiting: number;
    readonly called: number;
    readonly inService: number;
    readonly parked: number;
    /** How long each has waited, longest first. */
    readonly elapsedSeconds: readonly number[];
    /** The mean wait will be at least this: with those still waiting as if they were called now. */
    readonly meanWaitAtLeastSeconds: number | null;
  };
  readonly outcomes: Readonly<Record<string, number>>;
  /** Waits by the concern named when the leg began (K3, second reading). */
  readonly byBookedConcern: readonly { readonly concern: string; readonly waiting: Stats }[];
  /** Where the visits went, as booked or sent on. */
  readonly destinations: Readonly<Record<string, number>>;
  /** Desk time by activity; null where suppressed. */
  readonly activities:
    | readonly { readonly activity: string; readonly team?: string; readonly seconds: number }[]
    | null;
  readonly counters: {
    readonly lostDeskSeconds: number;
    readonly recalls: number;
    readonly laterLegs: number;
    readonly deviations: readonly { readonly kind: string; readonly reason: string; readonly n: number }[];
    readonly corrections: number;
    readonly cancelled: number;
    readonly consultations: {
      readonly reception: Readonly<Record<string, number>>;
      readonly desk: Readonly<Record<string, number>>;
    };
    readonly handouts: Readonly<Record<string, number>>;
    readonly leadInformed: number;
    readonly papInformed: number;
    readonly masterData: { readonly reception: number; readonly desk: number };
    /** Documents taken, by the destination they are for. */
    readonly documents: Readonly<Record<string, number>>;
    readonly madeUp: number;
    readonly alsoSettled: Readonly<Record<string, number>>;
    /** Contacts whose final concern is another than the one named before. */
    readonly otherConcern: number;
  };
  /** Days, weeks, months or quarters of the period, as few as fit a table; empty for a single day. */
  readonly columns: readonly Column[];
  /** Where the concept's criteria stand in this report. */
  readonly definitions: typeof definitions;
  /** To whom it goes, where the site's settings say so. */
  readonly addressees?: readonly Label[];
  /** What was before; in reports of the pilot and of key dates. */
  readonly baseline?: Baseline;
}

/** Chapter 6 of the concept: its criteria, by the keys that hold them. */
export const definitions = {
  K1: 'waiting.meanPerVisitSeconds',
  K2: 'waiting.meanPerContactSeconds',
  K3: 'byConcern[].waiting.meanPerContactSeconds',
  K4: 'service.meanPerVisitSeconds',
  K5: 'byConcern[].service.meanPerContactSeconds',
  K6: 'service.meanPerContactSeconds',
  K7: 'byHalfDay[].utilisation',
  K8: 'peaks[], byHour[].desks.idleSeconds',
  K11: 'byHour[].arrived, byHour[].served',
  K12: 'productivity',
  K13: 'filters',
  quantiles: 'Hyndman & Fan type 7, of whole seconds',
} as const;
