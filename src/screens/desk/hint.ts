import { timeOf } from '../../statistics/calendar.js';
import { countdown } from '../../texts/countdown.js';
import type { OfficeView } from '../../client/officeView.js';
import { openTicketOf, wordFor, type Scene } from './scene.js';
import { whoIsNext } from './whoIsNext.js';

/** A sentence below the first: what to know before the next key is pressed. */
export interface Hint {
  readonly tone: 'warning' | 'plain';
  readonly text: string;
}

export interface HintOptions {
  readonly view: Pick<OfficeView, 'phase' | 'asking'>;
  /** An ask has been on its way for longer than a person expects. */
  readonly isSlow: boolean;
  /** The key for "did not appear", as written on the keyboard. */
  readonly noShowKey: string;
}

export function hintFor(scene: Scene, { view, isSlow, noShowKey }: HintOptions): Hint | null {
  const words = scene.texts.desk.hints;
  const ticket = openTicketOf(scene);
  if (view.phase === 'lost') {
    const isKept = view.asking.some(({ type }) => type === 'finish');
    return { tone: 'warning', text: isKept && ticket ? words.finishKept(ticket.number) : words.lost };
  }
  if (isSlow) return { tone: 'warning', text: words.sending };
  if (scene.day.closedAt !== null) return { tone: 'plain', text: words.tomorrow };
  const text = ticket ? noShowHint(scene, noShowKey) : orderHint(scene);
  return text === null ? null : { tone: 'plain', text };
}

/** When a call that nobody answers may be given up (SPEC C14). */
function noShowHint(scene: Scene, key: string): string | null {
  const { day, site, at, texts, screenReader } = scene;
  const words = texts.desk.hints;
  const ticket = openTicketOf(scene);
  if (ticket?.state !== 'called' || ticket.calledAt === null) return null;
  const { assistedNoShowAfterMs, noShowAfterMs } = day.rules;
  const from = ticket.calledAt + (ticket.marks.assisted ? assistedNoShowAfterMs : noShowAfterMs);
  if (at >= from) return words.noShowNow(key);
  return screenReader
    ? words.noShowFrom(timeOf(from, site.zone), key)
    : words.noShowIn(countdown(from - at), key);
}

/** Why the next one here is not the first of the line. */
function orderHint({ day, site, desk, at, language, texts }: Scene): string | null {
  const { hints, obstacles } = texts.desk;
  const next = whoIsNext(day, desk, at);
  if (!next?.because) return null;
  const { number } = next.ticket;
  return next.because.kind === 'urgent'
    ? hints.urgentFirst(number, wordFor(site.deviationReasons, next.because.reason, language))
    : hints.notFirst(number, next.because.first, obstacles[next.because.kind]);
}
