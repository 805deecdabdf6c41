import type { BoardCall, SiteView } from '../protocol/messages.js';
import type { Day } from '../queue/day.js';

/** What the waiting room may know: every open call with its place, the one that was sounded first first. */
export function boardOf(day: Day, site: SiteView): BoardCall[] {
  return Object.values(day.desks)
    .flatMap(({ number }) => (number === null ? [] : (day.tickets[number] ?? [])))
    .filter((ticket) => ticket.state === 'called')
    .map((ticket) => {
      const desk = site.desks.find(({ id }) => id === ticket.desk);
      return {
        number: ticket.number,
        place: desk?.label.de ?? ticket.desk ?? '',
        fetched: desk?.fetched ?? false,
        calledAt: ticket.soundedAt ?? 0,
      };
    })
    .toSorted((a, b) => a.calledAt - b.calledAt || (a.number < b.number ? -1 : 1));
}
