import type { Board, Presence, Refusal, SiteView } from '../protocol/messages.js';
import type { Command } from '../queue/commands.js';
import type { Day } from '../queue/day.js';
import type { Entry } from '../queue/events.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';

/** What a client knows; a new object after every change, so that two of them can be told apart by identity. */
export interface OfficeView {
  /** `refused` is final: another hello is needed. */
  readonly phase: 'connecting' | 'joined' | 'lost' | 'refused';
  /** The address that it is, or tries to be, connected to; null while none is known. */
  readonly url: string | null;
  /** Since when the connection is gone, or tried for in vain, on the client's clock of `now()`. */
  readonly lostAt: number | null;
  readonly refusal: Refusal | null;
  /** Version of the server's program; only staff are told. */
  readonly serverVersion: string | null;
  readonly site: SiteView | null;
  /** The day as the server has it on disk. Never changed by a screen. */
  readonly day: Day | null;
  readonly board: Board | null;
  readonly presence: Presence | null;
  /** Asks sent and not yet answered, oldest first. */
  readonly asking: readonly Command[];
}

export type AskReply =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly rejection: Refusal };

/** Daily figures, or why there are none. */
export type FiguresReply = readonly DailyFigures[] | { readonly rejection: Refusal };

/** Before the server said anything. */
export const nothingYet: OfficeView = {
  phase: 'connecting',
  url: null,
  lostAt: null,
  refusal: null,
  serverVersion: null,
  site: null,
  day: null,
  board: null,
  presence: null,
  asking: [],
};
