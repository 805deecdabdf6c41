import type { Baseline, Label } from '../protocol/messages.js';
import type { Half } from '../statistics/figures.js';
import type { GoalName } from '../statistics/goals.js';
import type { OnwardCounts } from '../statistics/onward.js';
import type { Period, PeriodKind } from '../statistics/period.js';
import type { PeakSpans } from '../statistics/peakSpans.js';
import type { ToldPeak } from '../statistics/portion.js';
import type { ProfileHour } from '../statistics/profile.js';
import type { Limits } from '../statistics/suppression.js';
import type { DeskFigures, Slice, Stats } from './sliceModel.js';

export type * from './sliceModel.js';

/*
 * The report: what `beo report --format json` prints, to the key, and what every other format is made from. Times are
 * seconds, not rounded; shares are between 0 and 1. The empty set is null, never 0. A suppressed cell keeps its `n`,
 * everything else in it is null, and `suppressed` is true.
 */

/** The key of what only sheets read of the peaks; it is none of the JSON's. */
export const peakSpans = Symbol('spans of peaks');

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
  readonly peaks: readonly ToldPeak[];
  /** The same as spans, so that a table need not read days. */
  readonly [peakSpans]?: PeakSpans;
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
    /** Contacts that a correction gave another concern before, and that kept it. */
    readonly corrected: number;
  };
  /** Days with figures, by weekday; `withheld` counts the contacts of days that may not be shown by themselves. */
  readonly byWeekday: readonly {
    /** 1 is Monday, 7 is Sunday. */
    readonly weekday: number;
    readonly days: number;
    readonly visits: number;
    readonly contacts: number;
    readonly waiting: Stats;
    readonly service: Stats;
  }[];
  /** Means over the weekday's days. */
  readonly profile: readonly ProfileHour[];
  /** The wait with those that no call to a service ended taken as what they are: cut short. */
  readonly censoring: CensoringFigures;
  /** Who was sent on or given an appointment, and who came back. */
  readonly onward: readonly OnwardCounts[];
  readonly goals: Readonly<Record<GoalName, GoalFigures>>;
  /** Days, weeks, months or quarters of the period, as few as fit a table; empty for a single day. */
  readonly columns: readonly Column[];
  /** Where the concept's criteria stand in this report. */
  readonly definitions: typeof definitions;
  /** To whom it goes, where the site's settings say so. */
  readonly addressees?: readonly Label[];
  /** What was before; in reports of the pilot and of key dates. */
  readonly baseline?: Baseline;
}

/** The keys of the JSON. */
export type ReportKey = Extract<keyof Report, string>;

/** Kaplan–Meier over the waits of completed contacts and those cut short; no-shows are in neither. */
export interface CensoringFigures {
  /** Waits of completed contacts. */
  readonly ended: number;
  readonly stillWaiting: number;
  readonly left: number;
  /** In the line when a day was closed. */
  readonly flagged: number;
  /** Mean of the waits that ended: rather low where others were cut short. */
  readonly meanOfEndedSeconds: number | null;
  /** Mean with the others as if they had been called when they were lost sight of: the least that it can be. */
  readonly meanAtLeastSeconds: number | null;
  readonly medianSeconds: number | null;
  /** Mean wait where one longer than the limit counts as the limit. */
  readonly restrictedMeanSeconds: number | null;
  /** The longest wait on record, ended or not. */
  readonly limitSeconds: number | null;
  readonly suppressed?: true;
}

/** A goal and what became of it. Shares; null without a goal, or without anything to hold against it. */
export interface GoalFigures {
  readonly goal: number | null;
  readonly actual: number | null;
  readonly isReached: boolean | null;
  readonly suppressed?: true;
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
