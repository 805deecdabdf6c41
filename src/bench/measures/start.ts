import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { catalogueOf } from '../../server/catalogue.js';
import { journalFile, openJournal } from '../../server/journal.js';
import { Office } from '../../server/office.js';
import { openingOf, madeDay } from '../madeDay.js';
import type { Measure } from '../measure.js';
import { siteId } from '../office.js';
import { rounds } from '../rounds.js';

const roundCount = 7;
const tickets = 30_000;

export const start: Measure = {
  name: 'start',
  about: 'a start that has 120,000 entries to replay',

  async run(workplace) {
    const day = await madeDay(tickets);
    const file = journalFile(await workplace.newFolder(), siteId, day.day);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, day.journal);

    const results = await rounds(roundCount, async () => ({
      beo: await timed(async () => {
        const { journal, entries } = await openJournal(file);
        return new Office({
          opening: openingOf(day.day),
          catalogue: catalogueOf([]),
          journal,
          entries,
          onShown: () => undefined,
          onUnavailable: () => undefined,
          onDoubt: () => undefined,
        });
      }),
      limit: await timed(async () => {
        const lines = (await readFile(file, 'utf8')).split('\n');
        return lines.filter(Boolean).map((line): unknown => JSON.parse(line));
      }),
    }));
    return [
      {
        what: `${day.seq} entries read, checked and replayed`,
        limitIs: 'read, split and JSON.parse of the same file',
        unit: 'ms',
        beo: results.map(({ beo }) => beo),
        limit: results.map(({ limit }) => limit),
        must: { atMost: 2.3 },
      },
    ];
  },
};

/**
 * ms of processor time, all threads; from a collected heap each time. Collecting garbage has helpers, and on a busy
 * machine the clock would count how long they wait for a processor.
 */
async function timed(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const made = await work();
  const { user, system } = process.cpuUsage(before);
  if (made instanceof Office) await made.close();
  return (user + system) / 1000;
}
