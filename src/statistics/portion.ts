import type { ActivityRow, Counted, DailyFigures } from './figures.js';
import type { DeskTimes, Peak } from './kpis.js';
import type { Histogram } from './packedSeconds.js';
import type { PeakSpans } from './peakSpans.js';
import type { ConcernRow } from './rowsOfDay.js';
import type { Limits } from './suppression.js';
import type { Extent } from './tally.js';

/*
 * A portion is the days of one month that a report, or a column of it, is about: what they add up to, and how much of
 * that may be shown. Weeks are judged within their month, so portions of different months know nothing of each other,
 * and a report is made of portions alone.
 */

/** What decides, beside the days' figures, what a portion has. */
export interface Terms {
  readonly limits: Limits;
  /** IANA name of the site's zone. */
  readonly zone: string;
  /** From when on a quarter hour is a peak. */
  readonly targets: {
    /** Longest wait, seconds. */
    readonly waitSeconds: number;
    readonly utilisation: number;
  };
}

/** How much of a row may be shown. */
export interface Covered {
  /** Contacts. */
  readonly n: number;
  /** Of these, how many are left out because their days may not be shown. */
  readonly withheld: number;
  /** Whether the portion has a part only of days that are shown together; then nothing of the row may be shown. */
  readonly isCut: boolean;
  /** Days whose sum is shown. */
  readonly days: number;
}

/** Durations of a row; `shown` are those of the days that may be shown. */
export interface CoveredDurations extends Covered {
  readonly shown: Extent;
}

/** Desk time of a row; `times` are those of the days that may be shown. */
export interface CoveredDeskTime extends Covered {
  /** Whether any day's desk time is known. */
  readonly isKnown: boolean;
  readonly times: DeskTimes;
  /** Days with desk time that may not be shown. */
  readonly left: number;
}

/** Values of days that may be shown, of which a mean can be taken: their sum by the number of days. */
export interface DailyValues {
  readonly values: readonly number[];
  readonly days: number;
}

/** Durations of a weekday; `shown` are those of the days that may be shown by themselves. */
export interface WeekdayDurations {
  readonly n: number;
  readonly days: number;
  readonly shown: Extent;
  readonly daily: DailyValues;
}

/** What an hour of the clock brought. */
export interface HourSums {
  /** 0 to 23 */
  readonly hour: number;
  readonly visits: number;
  readonly booked: number;
  readonly served: number;
  /** Whether anybody came or was served, or a desk was at work. */
  readonly isOpen: boolean;
}

export interface WeekdaySums {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Days with figures. */
  readonly days: number;
  readonly visits: number;
  readonly contacts: number;
  readonly waits: WeekdayDurations;
  readonly services: WeekdayDurations;
  readonly hours: readonly HourSums[];
}

/** Desk time in an activity, ms. */
export type ActivitySum = Omit<ActivityRow, 'half'>;

/** Kinds of durations that have a mean of daily values. */
export type Kind = 'waits' | 'firstWaits' | 'ways' | 'services' | 'receptionTimes';

/** Durations of a row, or of all contacts. */
export type RowDurations =
  | `waits ${ConcernRow}`
  | `services ${ConcernRow}`
  | Exclude<Kind, 'waits' | 'services'>;

/** Durations of which it may be asked how often each second occurred. */
export type DurationsOf =
  | RowDurations
  /** Waits of all contacts, shown or not. */
  | 'ended'
  | `booked ${string}`
  | `weekday ${number} ${'waits' | 'services'}`;

/** What is known of a portion before anything is asked of its rows. */
export interface PortionFrame {
  /** Days with figures, 'YYYY-MM-DD', oldest first; at least one. */
  readonly days: readonly string[];
  /** Of the last event, ms since the epoch. */
  readonly asOf: number;
  /** Of the last day. */
  readonly halfDayAt: string;
  /** How many of the days are recorded elsewhere. */
  readonly imported: number;
  readonly stages: DailyFigures['stages'];
  /** Whether any day has a late duty. */
  readonly lateDuty: boolean;
  /** Concerns of the completed contacts. */
  readonly concerns: readonly string[];
  readonly daysWithoutContacts: number;
  /** Waits of all contacts, shown or not. */
  readonly ended: Extent;
  /** Contacts of the days whose desk time is known and shown. */
  readonly areaContacts: number;
  /** Days whose desk time is known and not shown. */
  readonly daysWithoutDeskTime: number;
  readonly weekdays: readonly WeekdaySums[];
  readonly peakSpans: PeakSpans;
  /** What is counted, in any number of parts. */
  readonly counted: readonly Counted[];
}

export interface Portion extends PortionFrame {
  readonly waits: (row: ConcernRow) => CoveredDurations;
  readonly services: (row: ConcernRow) => CoveredDurations;
  readonly firstWaits: CoveredDurations;
  readonly ways: CoveredDurations;
  readonly receptionTimes: CoveredDurations;
  readonly daily: (kind: Kind) => DailyValues;
  /** Desk time of a half day, of an hour in it (`hourRow`) or of all (`allDesks`). */
  readonly desks: (row: string) => CoveredDeskTime;
  /** The rows of hours that have anything. */
  readonly hourRows: readonly string[];
  /** Desk time by activity, of the days whose desk time may be shown in that row. */
  readonly activities: (row: string) => readonly ActivitySum[];
  /** How often each second occurred in those that are shown. */
  readonly histogram: (of: DurationsOf) => Histogram;
  /** Quarter hours of peak load, as far as they may be told. */
  readonly peaks: () => readonly ToldPeak[];
  /** The days one by one. */
  readonly eachDay: () => readonly PortionOfDay[];
}

export interface PortionOfDay {
  readonly figures: DailyFigures;
  readonly portion: Portion;
}

export type ToldPeak = Omit<Peak, 'quarter' | 'maxWait'> & {
  /** null where it may not be told. */
  readonly maxWaitSeconds: number | null;
};
