/** Instants of opening, [from, to), in ms since the epoch; or a site that never closes. */
export type OpeningSpans = 'always' | readonly { readonly from: number; readonly to: number }[];

/** A span of late duty, [from, to), in ms since the epoch. Reports keep it apart; no decision depends on it. */
export interface LateDuty {
  readonly from: number;
  readonly to: number;
  /** The desks on duty; null: all. */
  readonly desks: readonly string[] | null;
}

/** What one desk may serve. */
export interface DeskRules {
  /** Concern ids or group ids ("3" covers "3.2"); null serves everything. */
  readonly skills: readonly string[] | null;
  /** Whether confidential tickets may be called here in normal order. */
  readonly confidential: boolean;
}

/** The site's settings as far as a decision depends on them; recorded with the day, so that a replay never reads settings. */
export interface Rules {
  /** Letter of the waiting zone that starts every number. Never the concern. */
  readonly letter: string;
  /** Places of the reception that may check in. Empty at a site without a reception (R2). */
  readonly receptions: readonly string[];
  /** Desks of the entrance zone. Empty at a site without one (R2). */
  readonly desks: Readonly<Record<string, DeskRules>>;
  readonly open: OpeningSpans;
  /** Absent on a day without. */
  readonly lateDuty?: LateDuty;
  /** ms from the call until a no-show may be recorded. */
  readonly noShowAfterMs: number;
  /** The same for a ticket marked as assisted, ms. */
  readonly assistedNoShowAfterMs: number;
  /** Shortest time between two calls of the same ticket, ms. */
  readonly recallGapMs: number;
  /** A ticket in line for longer than this is never overtaken by an urgent one, ms. */
  readonly urgentCapMs: number;
  /** How long a place may take its last action back, ms. */
  readonly undoWithinMs: number;
  /** Codes that explain a call out of order or an urgent mark. */
  readonly deviationReasons: readonly string[];
  /** Codes that explain a transfer. */
  readonly transferReasons: readonly string[];
  /** Ids of activities a desk may record: case work ("4.1") and others. */
  readonly activities: readonly string[];
}

/** What is known of a site-day before anything happened on it. */
export interface DayOpening {
  readonly site: string;
  /** YYYY-MM-DD in the site's zone. */
  readonly day: string;
  /** Identity of this stream; another value means another store. */
  readonly epoch: string;
  /** Local midnight that starts the day, ms since the epoch. */
  readonly startsAt: number;
  /** Local midnight that ends the day. */
  readonly endsAt: number;
  readonly rules: Rules;
}
