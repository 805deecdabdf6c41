import type { Day, Ticket } from '../queue/day.js';
import { servingDesks } from '../queue/extraDesks.js';
import { line, mayServe } from '../queue/order.js';
import { expectedWait, type ExpectedWait } from './nextInLine.js';

/** What somebody would wait who came now, whatever the concern; null where no desk serves. */
export function waitOfNext(day: Day, meanServiceTime: number): ExpectedWait | null {
  return waitBehind(day, servingDesks(day), line(day), meanServiceTime);
}

/**
 * What somebody in line will still wait from `at` (ms since the epoch) on: for the desks that may call them, behind those
 * whom these call before. Urgent ones go first, but before nobody who is in line for longer than the cap (SPEC O2).
 */
export function waitOf(day: Day, ticket: Ticket, meanServiceTime: number, at: number): ExpectedWait | null {
  const desks = servingDesks(day).filter((desk) => mayServe(day, desk, ticket));
  const all = line(day);
  const place = all.indexOf(ticket);
  const isUrgent = ({ marks }: Ticket): boolean => marks.urgent !== undefined;
  const isPastCap = ({ placeAt }: Ticket): boolean => at - placeAt > day.rules.urgentCapMs;
  const before = all.filter((other, i) =>
    i < place
      ? !isUrgent(ticket) || isUrgent(other) || isPastCap(other)
      : i > place && !isUrgent(ticket) && isUrgent(other) && !isPastCap(ticket),
  );
  return waitBehind(day, desks, before, meanServiceTime);
}

function waitBehind(
  day: Day,
  desks: readonly string[],
  before: readonly Ticket[],
  meanServiceTime: number,
): ExpectedWait | null {
  const ahead = before.filter((ticket) => desks.some((desk) => mayServe(day, desk, ticket))).length;
  const free = desks.filter((desk) => day.desks[desk]?.state === 'free').length;
  return expectedWait({ ahead, desks: desks.length, meanServiceTime }, free);
}
