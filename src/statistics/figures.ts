import type { Deviation, DeskState } from '../queue/day.js';
import type { Outcome, Team, Way } from '../queue/events.js';
import type { VisitOutcome } from './contacts.js';
import type { Extent, Tally } from './tally.js';

/** A part of the day: before or after the boundary of the half days, or in its late duty, which is a part of its own (R62). */
export type Half = 'am' | 'pm' | 'late';

/** The parts of a day, in order. */
export const halves: readonly Half[] = ['am', 'pm', 'late'];

/** Raised when the shape below changes its meaning. */
export const figuresVersion = 2;

/**
 * All that is kept of a day once its rows are gone; every report is computed from these alone. Plain JSON: durations
 * in ms, instants in ms since the epoch. Nothing names a desk, a ticket or a person. Statistical, not anonymous:
 * suppression decides what is printed. Only what occurred is present; what is absent is 0.
 */
export interface DailyFigures {
  readonly version: typeof figuresVersion;
  readonly site: string;
  /** YYYY-MM-DD in the site's zone. */
  readonly day: string;
  /** The day's last event, or the instant that was asked for. */
  readonly asOf: number;
  readonly closed: boolean;
  /**
   * The day was recorded elsewhere: nothing is known of its reception, of what its desks did between the contacts, of
   * outcomes, no-shows and deviations.
   */
  readonly imported?: true;
  /** Local time 'HH:mm' at which the afternoon begins. */
  readonly halfDayAt: string;
  /** Whether there was a late duty, whose time and contacts are then in no half day. */
  readonly lateDuty?: true;
  /** Which stages the site has (R2). */
  readonly stages: { readonly reception: boolean; readonly entranceZone: boolean };
  readonly visits: readonly VisitRow[];
  /** Completed contacts, by the half day of the booking of their visit. */
  readonly contacts: readonly ContactRow[];
  /** Service by concern where a contact dealt with several and each has its equal share; else the rows above say it. */
  readonly sharedService?: Readonly<Record<string, Tally>>;
  /** Contacts that gave an appointment elsewhere or sent the visitor on. */
  readonly onward?: readonly OnwardRow[];
  readonly reception: readonly ReceptionRow[];
  /** By the number of quarter hours elapsed since local midnight: 92 to 100 a day. */
  readonly quarters: Readonly<Record<string, QuarterRow>>;
  readonly activities: readonly ActivityRow[];
  readonly sessions: DeskSessions;
  /** How long those still waiting have waited by `asOf`, longest first. */
  readonly waiting: readonly number[];
  /** How long those waited whom nobody called to a service: they left, or the day was closed. */
  readonly unserved?: { readonly left?: Tally; readonly flagged?: Tally };
  readonly counters: Counters;
  /** Absent where nobody counted them: on imported days, and on those archived by a program that did not. */
  readonly signals?: SignalCounts;
  /** Absent as the signals are. */
  readonly deskDecisions?: DeskDecisionCounts;
}

export interface VisitRow {
  readonly way: Way;
  readonly destination: string;
  readonly outcome: VisitOutcome;
  /** With at least one completed contact. */
  readonly contact: boolean;
  readonly n: number;
}

export interface ContactRow {
  readonly half: Half;
  /** The final concern of the contact. */
  readonly concern: string;
  /** The one named when its leg began. */
  readonly booked: string;
  readonly wait: Tally;
  /** Wait to the first call; absent where it is the same. */
  readonly firstWait?: Tally;
  /** The walk to the desk, of those contacts whose start was pressed. */
  readonly way?: Tally;
  readonly service: Tally;
  /** Of those contacts whose outcome is on record. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
}

/** Completed contacts by what they led to elsewhere. */
export interface OnwardRow {
  /** The final concern of the contact. */
  readonly concern: string;
  readonly outcome: 'appointment' | 'forwarded';
  readonly destination: string;
  readonly n: number;
  /** Of these, how many were queued again on the same day. */
  readonly back?: number;
}

/** Contacts at the reception: every visit is one. */
export interface ReceptionRow {
  readonly half: Half;
  readonly way: Way;
  readonly concern: string | null;
  readonly n: number;
  /** From opening the form to booking, where it was measured. */
  readonly time?: Tally;
}

export type OpenDeskState = Exclude<DeskState, 'closed'>;

export interface QuarterRow {
  /** Visits that began, whatever their way. */
  readonly visits?: number;
  /** Tickets booked. */
  readonly booked?: number;
  /** Last completions. */
  readonly served?: number;
  /** Waits of completed contacts that began in this quarter. */
  readonly waits?: { readonly n: number; readonly sum: number; readonly max: number };
  /** Desk time by state. */
  readonly desk?: Readonly<Partial<Record<OpenDeskState, number>>>;
  /** Free desk time while nobody waited. */
  readonly idle?: number;
  /** Free desk time while somebody waited. */
  readonly idleWhileWaiting?: number;
  /** How many desks that time rests on. */
  readonly desks?: number;
  /** Desk time on late duty, which is not in the times above. */
  readonly late?: Pick<QuarterRow, 'desk' | 'idle' | 'idleWhileWaiting' | 'desks'>;
}

/** Desk time by activity ("4.1"), by the clock. */
export interface ActivityRow {
  readonly half: Half;
  readonly activity: string;
  /** The team that is helped, where it was named. */
  readonly team?: Team;
  readonly time: number;
}

/** How many desks contributed to a row; a desk counts once a day, so days add up. */
export interface DeskSessions {
  /** To the completed contacts. */
  readonly all: number;
  readonly byConcern: Readonly<Record<string, number>>;
  readonly byGroup: Readonly<Record<string, number>>;
  /** To the desk time: free or in contact, or where there was none, in any other state. */
  readonly atDesks: number;
  readonly atDesksByHalf: ByHalf<number>;
  /** To the completed contacts of the late duty and to the others, on a day with one. */
  readonly byDuty?: { readonly late: number; readonly regular: number };
}

/** Something for each part of a day; only a day with a late duty has that part. */
export type ByHalf<T> = Readonly<Record<'am' | 'pm', T>> & { readonly late?: T };

export interface Counters {
  /** Calls that ended as missed, whether or not the visitor came back. */
  readonly noShowEvents: number;
  /** Desk time lost by them. */
  readonly lostTime: number;
  readonly recalls: number;
  /** Contacts on a second or later leg. */
  readonly laterLegs: number;
  readonly deviations: readonly {
    readonly kind: Deviation['kind'];
    readonly reason: string;
    readonly n: number;
  }[];
  readonly corrections: number;
  /** Contacts that a correction gave another concern before they were served, and that kept that one. */
  readonly corrected?: number;
  /** Bookings taken back as double or mistaken. */
  readonly cancelled: number;
  /** Consultations with case work, by concern. */
  readonly consultations: {
    readonly reception: Readonly<Record<string, number>>;
    readonly desk: Readonly<Record<string, number>>;
  };
  /** By the item's wording in the catalogue. */
  readonly handouts: Readonly<Record<string, number>>;
  readonly copies: number;
  /** Documents taken, by the destination they are for. */
  readonly documents: Readonly<Record<string, number>>;
  /** Master data updated: at the reception the visitor's alone, at a desk the household's (R132). */
  readonly masterData: { readonly reception: number; readonly desk: number };
  readonly leadInformed: number;
  readonly papInformed: number;
  /** Visits entered later, after a breakdown. */
  readonly madeUp: number;
  /** Concerns settled at the reception beside the one that decided the visit's way. */
  readonly alsoSettled: Readonly<Record<string, number>>;
  /** Tickets whose visit goes on, by state. */
  readonly open: {
    readonly waiting: number;
    readonly called: number;
    readonly inService: number;
    readonly parked: number;
  };
}

/** Signals between the places, of the site as a whole; never of a place. */
export interface SignalCounts {
  /** Days on which they were counted; of a day 1. */
  readonly days: number;
  /** Of the reception to the entrance zone; what is neither yes nor no had no answer. */
  readonly questions: { readonly asked: number; readonly yes: number; readonly no: number };
  readonly helpCalls: { readonly called: number; readonly answered: number };
}

/** Decisions on the advice to open more desks. */
export interface DeskDecisionCounts {
  /** Days on which they were counted; of a day 1. */
  readonly days: number;
  readonly yes: number;
  readonly no: number;
  /** How many more desks the advice called for, in all decisions together. */
  readonly desks: number;
}

/**
 * What of days only has to be counted or added up, and of which nothing is held back: a day's figures have it, and so
 * has any number of days as if they were one.
 */
export interface Counted extends Pick<
  DailyFigures,
  | 'imported'
  | 'visits'
  | 'onward'
  | 'activities'
  | 'waiting'
  | 'unserved'
  | 'counters'
  | 'signals'
  | 'deskDecisions'
> {
  readonly contacts: readonly CountedContacts[];
  readonly reception: readonly CountedReception[];
}

export type CountedContacts = Pick<ContactRow, 'half' | 'concern' | 'booked' | 'outcomes'> & {
  readonly wait: Extent;
};

export type CountedReception = Pick<ReceptionRow, 'way' | 'concern' | 'n'>;

/**
 * The figures without the parts that others lack: a program before this one did not keep them. What both have stays as
 * it is.
 */
export function asOldAs(figures: DailyFigures, older: DailyFigures): DailyFigures {
  const { onward, unserved, counters, signals, deskDecisions, ...rest } = figures;
  const { corrected, ...others } = counters;
  return {
    ...rest,
    ...(onward && older.onward ? { onward } : {}),
    ...(unserved && older.unserved ? { unserved } : {}),
    counters: {
      ...others,
      ...(corrected !== undefined && older.counters.corrected !== undefined ? { corrected } : {}),
    },
    ...(signals && older.signals ? { signals } : {}),
    ...(deskDecisions && older.deskDecisions ? { deskDecisions } : {}),
  };
}

/** The group of a concern in the catalogue: "3" for "3.2" and "3.4b". */
export const groupOf = (concern: string): string => concern.split('.')[0] ?? concern;
