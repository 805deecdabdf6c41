import type { DayOpening, Rules } from './rules.js';

/** Who may ask something of the office. */
export type Role = 'reception' | 'desk' | 'lead' | 'display';

/** A place ("desk/1", "reception/E1") or a role ("lead"); never a person. "server" closes days and changes rules. */
export type By = `${'reception' | 'desk'}/${string}` | 'lead' | 'display' | 'server';

export type Team = '703' | '704' | 'unknown';

/** What staff should know about a waiting visitor. Nothing here is ever shown on the display. */
export interface Marks {
  /** Needs more time or a step-free place: doubles the time until a no-show. */
  readonly assisted?: true;
  readonly interpreter?: true;
  readonly confidential?: true;
  /** Code of the reason for going first; a logged deviation. */
  readonly urgent?: string;
  /** The team that holds the benefit case. */
  readonly team?: Team;
}

/** How a visit ends at the reception. */
export type Way = 'settled' | 'ticket' | 'appointment' | 'forwarded';

/** How a contact at a desk ends. */
export type Outcome =
  | 'settled'
  | 'appointment'
  | 'forwarded'
  | 'evidenceRequested'
  | 'fieldVisit'
  | 'abandoned';

/** What a desk says to a question of the reception. */
export type ZoneAnswer = 'yes' | 'no';

/** What the lead says to the advice to open more desks. */
export type DeskAnswer = 'yes' | 'no';

/** What the reception did for a visitor, as yes/no and counts; no content. */
export interface Booking {
  /** Rule of the routing table that decided; the answers that led to it are dropped. */
  readonly rule: string;
  readonly identityChecked: boolean;
  readonly consulted: boolean;
  /** From opening the form to booking, ms. */
  readonly receptionTime?: number;
  /** Items handed out, by their catalogue wording. */
  readonly handouts?: readonly string[];
  readonly copies?: true;
  /** Documents were taken for this destination. */
  readonly documents?: string;
  /** Master data were updated, of the visitor alone (R132). */
  readonly masterData?: true;
  /** The team lead is to be informed (complaints). */
  readonly informLead?: true;
}

/** A concern settled at the reception on the way to something else, by which rule of the routing table. */
export interface SettledConcern {
  readonly concern: string;
  readonly rule: string;
}

/** `occurredAt` is the true time of something entered later; then it is marked as made up. */
interface MadeUp {
  readonly occurredAt?: number;
}

export type Event =
  | ({ readonly type: 'DayOpened' } & DayOpening)
  | { readonly type: 'RulesChanged'; readonly rules: Rules }
  | { readonly type: 'DayClosed'; readonly forced: boolean }
  | ({
      readonly type: 'VisitEnded';
      readonly visit: string;
      readonly way: Exclude<Way, 'ticket'>;
      /** null: directions and information, or a visitor with an appointment. */
      readonly concern: string | null;
      readonly destination: string;
      readonly booking: Booking;
      /** Concerns settled on the way, beside the main one. */
      readonly alsoSettled?: readonly SettledConcern[];
    } & MadeUp)
  | ({
      readonly type: 'TicketCheckedIn';
      readonly number: string;
      readonly concern: string;
      readonly marks: Marks;
      readonly booking: Booking;
      /** Concerns settled at the reception before the ticket was given. */
      readonly alsoSettled?: readonly SettledConcern[];
    } & MadeUp)
  | { readonly type: 'TicketMarked'; readonly number: string; readonly marks: Marks }
  | {
      readonly type: 'VisitCorrected';
      readonly visit: string;
      readonly concern: string;
      readonly previous: string | null;
    }
  | { readonly type: 'VisitCancelled'; readonly visit: string }
  | ({
      readonly type: 'TicketCalled';
      readonly number: string;
      readonly desk: string;
      /** Present when the call went out of order. */
      readonly reason?: string;
    } & MadeUp)
  | { readonly type: 'TicketRecalled'; readonly number: string; readonly desk: string }
  | { readonly type: 'CallWithdrawn'; readonly number: string; readonly desk: string }
  | { readonly type: 'ServiceStarted'; readonly number: string; readonly desk: string }
  | ({
      readonly type: 'ContactFinished';
      readonly number: string;
      readonly desk: string;
      readonly outcome: Outcome;
      readonly destination?: string;
      /** The final concern of the contact. */
      readonly concern: string;
      /** Further concerns dealt with; service is split equally. */
      readonly furtherConcerns?: readonly string[];
      readonly consulted?: true;
      /** The personal contact was informed; the reason is not stored. */
      readonly papInformed?: true;
      /** Master data were updated, of the whole household (R132). */
      readonly masterData?: true;
    } & MadeUp)
  | { readonly type: 'TicketRequeued'; readonly number: string; readonly concern: string }
  | {
      readonly type: 'TicketTransferred';
      readonly number: string;
      readonly reason: string;
      readonly toDesk?: string;
    }
  | { readonly type: 'TicketParked'; readonly number: string; readonly desk: string }
  | { readonly type: 'TicketResumed'; readonly number: string; readonly to: 'service' | 'queue' }
  | { readonly type: 'TicketMissed'; readonly number: string; readonly desk: string }
  | { readonly type: 'TicketLeft'; readonly number: string }
  | { readonly type: 'DeskOpened'; readonly desk: string }
  | { readonly type: 'DeskPaused'; readonly desk: string }
  | { readonly type: 'DeskClosed'; readonly desk: string }
  | {
      readonly type: 'ActivityStarted';
      readonly desk: string;
      readonly activity: string;
      readonly team?: Team;
    }
  | { readonly type: 'HelpCalled'; readonly from: By }
  | { readonly type: 'HelpAnswered'; readonly from: By }
  | { readonly type: 'HelpEnded'; readonly from: By }
  | { readonly type: 'ZoneAsked'; readonly from: By }
  | { readonly type: 'ZoneAnswered'; readonly from: By; readonly answer: ZoneAnswer }
  | { readonly type: 'QuestionDropped'; readonly from: By }
  | {
      readonly type: 'ExtraDesksDecided';
      readonly answer: DeskAnswer;
      /** How many more desks the advice called for. */
      readonly extraDesks: number;
      /** How many called from the line. */
      readonly desks: number;
    }
  | { readonly type: 'ActionUndone'; readonly undoes: number };

/** One accepted ask with all it caused: a line of the journal, a part of a frame, a step of a replay. */
export interface Entry {
  /** 1, 2, 3 … without gaps within a day. */
  readonly seq: number;
  /** Time of receipt, ms since the epoch; never before the entry before it. */
  readonly at: number;
  readonly by: By;
  /** Id of the ask, made by the asker. */
  readonly ask: string;
  readonly events: readonly Event[];
}
