import type { OpeningSpans } from '../queue/rules.js';
import type { Goals } from '../statistics/goals.js';
import type { PeriodKind, ReportingSpans } from '../statistics/period.js';
import type { StaffingPlan } from '../statistics/presence.js';
import type { Limits } from '../statistics/suppression.js';
import type { UsualService } from '../statistics/usualService.js';

// What a site looks like to its stations

/** A word of the office in both languages. */
export interface Label {
  readonly de: string;
  readonly en: string;
}

export interface CodeLabel extends Label {
  readonly code: string;
}

export interface PlaceView {
  readonly id: string;
  readonly label: Label;
  readonly room: string;
}

export interface DeskView extends PlaceView {
  readonly fetched: boolean;
  readonly confidential: boolean;
}

/** Where a destination is found in the house. */
export interface DestinationView {
  readonly room: string;
  readonly phone: string;
}

/** What is known of the time before the trial. */
export interface Baseline {
  readonly receptionEmployees?: number | undefined;
  /** Full-time equivalents. */
  readonly receptionFte?: number | undefined;
  readonly team?: string | undefined;
  /** The office's own, as it gave them. */
  readonly figures: readonly { readonly label: Label; readonly value: number | string }[];
}

/** What a site's reports say beside their figures. */
export interface ReportingView extends ReportingSpans {
  readonly baseline?: Baseline;
  /** To whom the reports of a kind of period go. */
  readonly addressees: Readonly<Partial<Record<PeriodKind, readonly Label[]>>>;
}

/** The part of the settings that staff screens need. */
export interface SiteView {
  readonly id: string;
  readonly name: string;
  /** IANA name. */
  readonly zone: string;
  readonly receptions: readonly PlaceView[];
  readonly desks: readonly DeskView[];
  readonly destinations: Readonly<Record<string, DestinationView>>;
  /** Concerns this site does not offer at check-in. */
  readonly hiddenConcerns: readonly string[];
  /** What people mostly come for, most frequent first. */
  readonly frequentConcerns: readonly string[];
  readonly deviationReasons: readonly CodeLabel[];
  readonly transferReasons: readonly CodeLabel[];
  readonly activities: readonly CodeLabel[];
  /** Target of the wait, ms. */
  readonly waitTargetMs: number;
  /** Utilisation from which an interval is a peak, 0 to 1. */
  readonly peakUtilisation: number;
  /** What a published figure must rest on. */
  readonly limits: Limits;
  /** Boundary of the half days, 'HH:mm'. */
  readonly halfDayAt: string;
  /** What reports hold against what was. */
  readonly goals: Goals;
  /** How the stages are to be staffed. */
  readonly staffing: StaffingPlan;
  /** What one service usually takes, ms; the expected wait rests on it. */
  readonly usualService: UsualService;
  readonly open: OpeningSpans;
  /** Where visitors wait, printed with the number. */
  readonly waitingPlace: Label;
  /** For the lead's reports. */
  readonly reporting: ReportingView;
}
