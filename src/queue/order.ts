import type { Day, Ticket } from './day.js';
import { findDeskRules } from './find.js';

/** Whether a desk may call a ticket in normal order (SPEC O3, O4, O5). */
export function mayServe(day: Day, desk: string, ticket: Ticket): boolean {
  const rules = findDeskRules(day, desk);
  if (!rules) return false;
  if (ticket.marks.confidential && !rules.confidential) return false;
  const reservedFor = reservationOf(day, ticket);
  if (reservedFor !== null) return reservedFor === desk;
  const concern = ticket.contacts.at(-1)?.concern ?? ticket.concern;
  return (
    rules.skills === null ||
    rules.skills.some((skill) => concern === skill || concern.startsWith(`${skill}.`))
  );
}

/** The desk a ticket was transferred to, as long as that desk is there and may take it; else nobody could. */
function reservationOf(day: Day, { reservedFor, marks }: Ticket): string | null {
  const rules = reservedFor === null ? undefined : findDeskRules(day, reservedFor);
  return rules && (rules.confidential || !marks.confidential) ? reservedFor : null;
}

/** The waiting tickets in the order of their places. */
export function line(day: Day): Ticket[] {
  return day.waiting.flatMap((number) => day.tickets[number] ?? []);
}

/**
 * The ticket that a desk's next call takes, or undefined when nobody is there for it (SPEC O1, O2).
 * The oldest goes first; an urgent one before it, unless the oldest stands in line for longer than the cap.
 */
export function nextFor(day: Day, desk: string, at: number): Ticket | undefined {
  let oldest: Ticket | undefined;
  for (const number of day.waiting) {
    const ticket = day.tickets[number];
    if (!ticket || !mayServe(day, desk, ticket)) continue;
    if (ticket.marks.urgent !== undefined) return ticket;
    oldest ??= ticket;
    if (at - oldest.placeAt > day.rules.urgentCapMs) return oldest;
  }
  return oldest;
}

/** Puts a ticket into the line at its place. */
export function enterLine(day: Day, ticket: Ticket): void {
  let low = 0;
  let high = day.waiting.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = day.tickets[day.waiting[middle] ?? ''];
    if (other && isBefore(other, ticket)) low = middle + 1;
    else high = middle;
  }
  day.waiting.splice(low, 0, ticket.number);
}

/** Takes a ticket out of the line, if it stands there. */
export function leaveLine(day: Day, number: string): void {
  const index = day.waiting.indexOf(number);
  if (index >= 0) day.waiting.splice(index, 1);
}

const isBefore = (a: Ticket, b: Ticket): boolean =>
  a.placeAt < b.placeAt || (a.placeAt === b.placeAt && a.placeSeq < b.placeSeq);
