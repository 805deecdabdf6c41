import { randomUUID } from 'node:crypto';
import type { Entry } from '../queue/events.js';
import type { DayOpening } from '../queue/rules.js';
import { catalogueOf } from '../server/catalogue.js';
import { writeLine } from '../server/journalLine.js';
import { Office } from '../server/office.js';
import { rulesOf } from '../server/siteView.js';
import { dayOf, endOf, startOf } from '../statistics/calendar.js';
import { deskCommand, deskWork } from './deskWork.js';
import { deskIds, site, siteId } from './office.js';

/** A day that was worked until now. */
export interface MadeDay {
  readonly day: string;
  readonly epoch: string;
  /** Sequence number of the last entry. */
  readonly seq: number;
  /** What its journal holds. */
  readonly journal: string;
}

const ticketsAtOnce = 1000;
const made = new Map<number, Promise<MadeDay>>();

/** Today with so many tickets, each checked in, called, started and finished: four entries. Made once a run. */
export function madeDay(tickets: number): Promise<MadeDay> {
  const before = made.get(tickets) ?? makeDay(tickets);
  made.set(tickets, before);
  return before;
}

async function makeDay(tickets: number): Promise<MadeDay> {
  const now = Date.now();
  const day = dayOf(now, site.zone);
  const lines: string[] = [];
  const opening = openingOf(day);
  const office = openOffice(opening, lines);
  const asks = tickets * deskWork.length;
  const step = (now - opening.startsAt) / (asks + 1);
  for (let first = 0; first < tickets; first += ticketsAtOnce) {
    const some = Math.min(ticketsAtOnce, tickets - first);
    const replies = Array.from({ length: some * deskWork.length }, (_, i) => {
      const ask = first * deskWork.length + i;
      const desk = deskIds[Math.floor(ask / deskWork.length) % deskIds.length] ?? '';
      const what = deskWork[ask % deskWork.length] ?? 'checkIn';
      const at = Math.floor(opening.startsAt + (ask + 1) * step);
      return office.ask(randomUUID(), deskCommand(what, desk), `desk/${desk}`, at);
    });
    for (const reply of await Promise.all(replies)) {
      if (!reply.ok) throw new Error(`the made day was refused: ${JSON.stringify(reply.rejection)}`);
    }
  }
  return { day, epoch: opening.epoch, seq: office.shown.seq, journal: lines.join('') };
}

/** How a day of the measured office begins. */
export const openingOf = (day: string): DayOpening => ({
  site: siteId,
  day,
  epoch: randomUUID(),
  startsAt: startOf(day, site.zone),
  endsAt: endOf(day, site.zone),
  rules: rulesOf(site, day),
});

function openOffice(opening: DayOpening, lines: string[]): Office {
  return new Office({
    opening,
    catalogue: catalogueOf([]),
    journal: {
      append: async (entries: readonly Entry[]) => {
        for (const entry of entries) lines.push(writeLine(entry));
      },
      close: () => undefined,
    },
    entries: [],
    onShown: () => undefined,
    onUnavailable: () => undefined,
    onDoubt: (error) => {
      throw error;
    },
  });
}
