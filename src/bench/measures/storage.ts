import type { Finding, Measure } from '../measure.js';
import { rounds } from '../rounds.js';
import { openBeo } from '../storage/beo.js';
import type { Engine, Opened } from '../storage/engine.js';
import { openFile } from '../storage/file.js';
import { openLowdb } from '../storage/lowdb.js';
import { openPostgres } from '../storage/postgres.js';
import { openSqlite } from '../storage/sqlite.js';
import type { Workplace } from '../workplace.js';

const roundCount = 5;
const roundMs = 300;
const producers = [1, 8, 64];

interface Rival {
  readonly name: string;
  readonly open: (workplace: Workplace) => Promise<Opened>;
  /** beo's rate at least so many times this one's, by number of producers. */
  readonly atLeast: Readonly<Record<number, number>>;
}

const rivals: readonly Rival[] = [
  { name: 'write and fdatasync, one after the other', open: openFile, atLeast: { 64: 2 } },
  { name: 'lowdb, JSONFile, 300 tickets, no fsync', open: openLowdb, atLeast: { 8: 5, 64: 8 } },
  { name: 'SQLite, WAL, synchronous=FULL, single rows', open: openSqlite, atLeast: {} },
  { name: 'PostgreSQL, single rows', open: openPostgres, atLeast: {} },
];

export const storage: Measure = {
  name: 'storage',
  about: `single asks stored by ${producers.join(', ')} producers, beside other stores`,

  async run(workplace) {
    const beo = await openBeo(workplace);
    const opened: (Rival & { readonly engine: Opened })[] = [];
    for (const rival of rivals) opened.push({ ...rival, engine: await rival.open(workplace) });
    const findings: Finding[] = [];
    for (const count of producers) {
      const all = await rounds(roundCount, async () => {
        const rates = new Map<string, number>();
        const ownRate = await rateOf(beo, count);
        for (const { name, engine } of opened) {
          if (!('missing' in engine)) rates.set(name, await rateOf(engine, count));
        }
        return { ownRate, rates };
      });
      for (const { name, engine, atLeast } of opened) {
        const what = `asks stored, ${count} ${count === 1 ? 'producer' : 'producers'}`;
        const bound = atLeast[count];
        findings.push(
          'missing' in engine
            ? { what, missing: `${name} (${engine.missing})` }
            : {
                what,
                limitIs: name,
                unit: '1/s',
                beo: all.map(({ ownRate }) => ownRate),
                limit: all.map(({ rates }) => rates.get(name) ?? Number.NaN),
                must: bound === undefined ? null : { atLeast: bound },
              },
        );
      }
    }
    return findings;
  },
};

/** Each producer waits until what it asked for is stored. */
async function rateOf(engine: Engine, count: number): Promise<number> {
  const start = performance.now();
  const end = start + roundMs;
  let stored = 0;
  await Promise.all(
    Array.from({ length: count }, async (_, producer) => {
      while (performance.now() < end) {
        await engine.store(producer);
        stored += 1;
      }
    }),
  );
  return (stored / (performance.now() - start)) * 1000;
}
