import type { By, DeskAnswer, Marks, Outcome, SettledConcern, Team, ZoneAnswer } from './events.js';

/** What every booking at the reception may carry. */
interface BookingDetails {
  readonly identityChecked?: boolean;
  readonly consulted?: boolean;
  /** When the form was opened, ms since the epoch. */
  readonly openedAt?: number;
  readonly handouts?: readonly string[];
  readonly copies?: boolean;
  /** Destination of documents that were taken. */
  readonly documents?: string;
  readonly masterData?: boolean;
  /** True time of an entry made up after a breakdown. */
  readonly occurredAt?: number;
  /** The lead lets a visitor in outside opening hours. */
  readonly afterHours?: boolean;
}

export type Command =
  | ({
      readonly type: 'checkIn';
      /** null only with the rules that need none: an appointment, or information. */
      readonly concern: string | null;
      /** Rule of the routing table, chosen from the answers at the reception. */
      readonly rule: string;
      readonly marks?: Marks;
      readonly alsoSettled?: readonly SettledConcern[];
      /** With `occurredAt`: a whole visit made up, called and finished at these times at that desk. */
      readonly visit?: { readonly desk: string; readonly calledAt: number; readonly finishedAt: number };
    } & BookingDetails)
  | { readonly type: 'mark'; readonly number: string; readonly marks: Marks }
  | { readonly type: 'leave'; readonly number: string }
  | { readonly type: 'correct'; readonly visit: string; readonly concern: string }
  | { readonly type: 'cancel'; readonly visit: string }
  /** Calls the next ticket, or a certain one; out of order only with a reason. */
  | { readonly type: 'call'; readonly desk: string; readonly number?: string; readonly reason?: string }
  | { readonly type: 'recall'; readonly desk: string }
  | { readonly type: 'withdraw'; readonly desk: string }
  | { readonly type: 'start'; readonly desk: string }
  | ({ readonly type: 'finish'; readonly desk: string; readonly occurredAt?: number } & Ending)
  | { readonly type: 'park'; readonly desk: string }
  /** Parked: back into service at its desk, or with `toQueue` into the line. Missed: back into the line. */
  | { readonly type: 'resume'; readonly number: string; readonly desk?: string; readonly toQueue?: boolean }
  | ({ readonly type: 'requeue'; readonly desk: string; readonly nextConcern: string } & Ending)
  | { readonly type: 'transfer'; readonly desk: string; readonly reason: string; readonly toDesk?: string }
  | { readonly type: 'noShow'; readonly desk: string }
  | { readonly type: 'openDesk'; readonly desk: string }
  | { readonly type: 'closeDesk'; readonly desk: string }
  | { readonly type: 'pause'; readonly desk: string }
  | { readonly type: 'startActivity'; readonly desk: string; readonly activity: string; readonly team?: Team }
  /** Silent: to the staff at the other places, never to the display. */
  | { readonly type: 'callHelp' }
  /** Somebody at this place is on the way to the place that called. */
  | { readonly type: 'answerHelp'; readonly from: By }
  /** The call of the asker's own place, or of another, is over. */
  | { readonly type: 'endHelp'; readonly from?: By }
  /** Whether somebody of the entrance zone has a moment for a question at the reception; or no longer. */
  | { readonly type: 'askZone' }
  | { readonly type: 'answerZone'; readonly from: By; readonly answer: ZoneAnswer }
  | { readonly type: 'dropQuestion' }
  /** The lead's answer to the advice to open so many more desks; 1 or more. */
  | { readonly type: 'decideExtraDesks'; readonly answer: DeskAnswer; readonly extraDesks: number }
  | { readonly type: 'undo' }
  | { readonly type: 'closeDay'; readonly force?: boolean };

/** How a contact ends; nothing said means: settled, with the concern it was booked for. */
export interface Ending {
  readonly outcome?: Outcome;
  readonly destination?: string;
  readonly concern?: string;
  readonly furtherConcerns?: readonly string[];
  readonly consulted?: boolean;
  readonly papInformed?: boolean;
  readonly masterData?: boolean;
}

export type CommandType = Command['type'];
