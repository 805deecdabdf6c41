import type { ByHalf, Half } from '../statistics/figures.js';
import type { LevelCount } from '../statistics/levels.js';
import type { ConsultationCount, NewCustomers } from '../statistics/onward.js';
import type { Stage } from '../statistics/presence.js';

/*
 * The part of the report that exists for the period and for each of its columns. Units and rules as in `report.ts`.
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
  /** A day's late duty is a part of its own, if any of the days that count has one. */
  readonly halfDays: ByHalf<DeskFigures>;
  readonly desks: DeskFigures;
  readonly productivity: {
    readonly contactsPerStaffedHour: number | null;
    readonly contactShare: number | null;
    readonly caseWorkShare: number | null;
    readonly freeShare: number | null;
  };
  /** Contacts booked in a late duty and the contacts' times; absent where no day has one. */
  readonly lateDuty?: Omit<ConcernFigures, 'concern'>;
  readonly byLevel: readonly LevelCount[];
  readonly newCustomers: NewCustomers;
  /** By concern, of those that came up in the period and may need one. */
  readonly consultations: readonly ConsultationCount[];
  /** Items handed out, by their wording in the catalogue. */
  readonly handouts: Readonly<Record<string, number>>;
  readonly activitiesByHalf: readonly ActivityFigures[];
  /** Absent where nothing is known of how the stages are to be staffed. */
  readonly staffing?: Readonly<Record<Stage, StaffingFigures>>;
  readonly deskDecisions: DeskDecisionFigures;
  readonly signals: SignalFigures;
}

/** The lead's answers to the advice to open more desks; null without an entrance zone or where no day counted them. */
export interface DeskDecisionFigures {
  /** Days that counted them. */
  readonly countedDays: number;
  readonly decisions: number | null;
  readonly yes: number | null;
  readonly no: number | null;
  /** How many more desks the advice called for, in all decisions together. */
  readonly desks: number | null;
}

/** Signals between the places, of the site as a whole; null where no day counted them. */
export interface SignalFigures {
  /** Days that counted them. */
  readonly countedDays: number;
  /** Of the reception to the entrance zone; null where the site lacks either. */
  readonly questions: number | null;
  readonly answeredYes: number | null;
  readonly answeredNo: number | null;
  /** Dropped, still open, or left over at the end of a day. */
  readonly unanswered: number | null;
  /** Silent calls for help. */
  readonly helpCalls: number | null;
  /** Of these, how many somebody answered. */
  readonly helpCallsAnswered: number | null;
}

/** Desk time in an activity; null where it may not be shown. */
export interface ActivityFigures {
  readonly half: Half;
  /** "4.1", or a code of the site. */
  readonly activity: string;
  readonly team?: string;
  readonly seconds: number | null;
  readonly suppressed?: true;
}

/** Desk time of a stage as planned and as it was, on the days with figures; full-time equivalents beside it. */
export interface StaffingFigures {
  /** null without a plan. */
  readonly plannedSeconds: number | null;
  readonly plannedFte: number | null;
  readonly minimumSeconds: number;
  readonly minimumFte: number;
  /** Somebody at the desk, pauses aside; null where it is not known or may not be shown. The reception's is not recorded. */
  readonly presentSeconds: number | null;
  readonly presentFte: number | null;
  /** Desk time with which the entrance zone reinforced the reception; null where it is not known or may not be shown. */
  readonly reinforcementSeconds: number | null;
  readonly suppressed?: true;
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
