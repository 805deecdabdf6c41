import type { OfficeView } from '../../client/officeView.js';
import { usualServiceAt } from '../../statistics/usualService.js';
import type { ExpectedWait } from '../../staffing/nextInLine.js';
import { waitOf, waitOfNext } from '../../staffing/waitOf.js';

type Known = Pick<OfficeView, 'day' | 'site'>;

/** What somebody would wait who came now; null where nobody can say. */
export const expectedWaitNow = ({ day, site }: Known, at: number): ExpectedWait | null =>
  day && site && waitOfNext(day, usualServiceAt(at, day.day, site));

/** What the visitor with this number will still wait; null for one who does not. */
export function expectedWaitOf({ day, site }: Known, number: string, at: number): ExpectedWait | null {
  const ticket = day?.tickets[number];
  return day && site && ticket?.state === 'waiting'
    ? waitOf(day, ticket, usualServiceAt(at, day.day, site), at)
    : null;
}
