import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { Ticket } from '../../queue/day.js';
import { replay } from '../../queue/evolve.js';
import { readLine } from '../../server/journalLine.js';
import { ordinaryDay } from '../beoServer.js';
import { madeDay } from '../madeDay.js';
import type { Workplace } from '../workplace.js';
import type { Engine } from './engine.js';

/** lowdb with its own file adapter, as its README shows it: every change writes the whole day; nothing is synced. */
export async function openLowdb(workplace: Workplace): Promise<Engine> {
  const file = join(await workplace.newFolder(), 'tickets.json');
  const low = new Low<Ticket[]>(new JSONFile(file), await ticketsOfADay());
  let count = 0;
  return {
    store: () =>
      low.update((tickets) => {
        count += 1;
        const ticket = tickets[count % tickets.length];
        if (ticket) ticket.touched = count;
      }),
  };
}

async function ticketsOfADay(): Promise<Ticket[]> {
  const { journal } = await madeDay(ordinaryDay);
  const entries = journal
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const read = readLine(line);
      return 'entry' in read ? [read.entry] : [];
    });
  return Object.values(replay(entries)?.tickets ?? {});
}
