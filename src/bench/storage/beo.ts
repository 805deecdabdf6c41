import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { catalogueOf } from '../../server/catalogue.js';
import { openJournal } from '../../server/journal.js';
import { Office } from '../../server/office.js';
import { dayOf } from '../../statistics/calendar.js';
import { workOf } from '../deskWork.js';
import { openingOf } from '../madeDay.js';
import { deskIds, site } from '../office.js';
import type { Workplace } from '../workplace.js';
import type { Engine } from './engine.js';

/** beo's turn on its journal: what is stored was decided first, and is folded after. */
export async function openBeo(workplace: Workplace): Promise<Engine> {
  const file = join(await workplace.newFolder(), 'journal.jsonl');
  const { journal, entries } = await openJournal(file);
  const office = new Office({
    opening: openingOf(dayOf(Date.now(), site.zone)),
    catalogue: catalogueOf([]),
    journal,
    entries,
    onShown: () => undefined,
    onUnavailable: () => undefined,
    onDoubt: () => undefined,
  });
  workplace.onClose(() => office.close());
  const next = workOf(deskIds);
  return {
    store: async (producer) => {
      const by = `desk/${deskIds[producer] ?? ''}` as const;
      const reply = await office.ask(randomUUID(), next(producer), by, Date.now());
      if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.rejection)}`);
    },
  };
}
