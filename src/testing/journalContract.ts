import { describe, expect, test } from 'vitest';
import type { Entry } from '../queue/events.js';
import type { Journal } from '../server/journal.js';

/** An implementation of `Journal` with the disk that it stands on. */
export interface JournalUnderTest {
  /** Opens the journal as a process does that has just started, and tells what is in it. */
  open(): Promise<{ readonly journal: Journal; readonly entries: readonly Entry[] }>;
  /** What a process would find that starts now, whether or not the one before took its leave. */
  read(): Promise<readonly Entry[]>;
  /** From now on a part of a batch fits at most. */
  fillDisk(): void;
  /** From now on nobody can say whether what was written is on disk. */
  breakDisk(): void;
  /** Room again, and sound. */
  mendDisk(): void;
}

const startedAt = Date.parse('2015-06-08T06:00:00.123Z');

/** Entries with all that a line of text could stumble over. */
const entriesFrom = (first: number, count: number): Entry[] =>
  Array.from({ length: count }, (_, i) => ({
    seq: first + i,
    at: startedAt + (first + i) * 1001,
    by: 'desk/1',
    ask: `ask-${first + i}`,
    events: [{ type: 'DeskOpened', desk: 'Plätzchen "1"\n\u2028 \\ 🙂 „ß“' }],
  }));

const inDoubt = { name: 'StoreInDoubt' };
const unavailable = { name: 'StoreUnavailable' };

/** What the office relies on, whatever a journal is made of. `make` gives a new, empty one for each test. */
export function journalContract(make: () => JournalUnderTest): void {
  describe('keeps to the contract of journals:', () => {
    test('a new one is empty', async () => {
      expect(await make().read()).toEqual([]);
    });

    test('what was appended is there the moment that append resolves, exactly and in order', async () => {
      const store = make();
      const { journal } = await store.open();
      for (const [first, count] of [
        [1, 1],
        [2, 3],
        [5, 2],
      ] as const) {
        await journal.append(entriesFrom(first, count));
        // The process may be killed at any moment: nothing was closed.
        expect(await store.read()).toEqual(entriesFrom(1, first + count - 1));
      }
      journal.close();
      expect(await store.read()).toEqual(entriesFrom(1, 6));
    });

    test('it goes on after it was opened again', async () => {
      const store = make();
      for (let run = 0; run < 3; run += 1) {
        const { journal, entries } = await store.open();
        expect(entries).toEqual(entriesFrom(1, run * 2));
        await journal.append(entriesFrom(run * 2 + 1, 2));
        journal.close();
      }
      expect(await store.read()).toEqual(entriesFrom(1, 6));
    });

    test('what is done to the entries afterwards changes nothing', async () => {
      const store = make();
      const { journal } = await store.open();
      const batch = entriesFrom(1, 2);
      await journal.append(batch);
      batch.pop();
      Object.assign(batch[0] ?? {}, { ask: 'another' });
      expect(await store.read()).toEqual(entriesFrom(1, 2));
      journal.close();
    });

    test('an empty batch is none', async () => {
      const store = make();
      const { journal } = await store.open();
      await journal.append([]);
      await journal.append(entriesFrom(1, 1));
      await journal.append([]);
      journal.close();
      expect(await store.read()).toEqual(entriesFrom(1, 1));
    });

    test('a large batch is one like any other', async () => {
      const store = make();
      const { journal } = await store.open();
      await journal.append(entriesFrom(1, 8000));
      journal.close();
      expect(await store.read()).toEqual(entriesFrom(1, 8000));
    });

    test('a batch for which there is no room leaves nothing, and the next one is taken once there is', async () => {
      const store = make();
      const { journal } = await store.open();
      await journal.append(entriesFrom(1, 2));
      store.fillDisk();
      await expect(journal.append(entriesFrom(3, 5))).rejects.toMatchObject(unavailable);
      expect(await store.read()).toEqual(entriesFrom(1, 2));
      await expect(journal.append(entriesFrom(3, 1))).rejects.toMatchObject(unavailable);
      store.mendDisk();
      await journal.append(entriesFrom(3, 2));
      journal.close();
      expect(await store.read()).toEqual(entriesFrom(1, 4));
    });

    test('doubt is final: nothing more is taken, and what was taken before is there', async () => {
      const store = make();
      const { journal } = await store.open();
      await journal.append(entriesFrom(1, 2));
      store.breakDisk();
      await expect(journal.append(entriesFrom(3, 2))).rejects.toMatchObject(inDoubt);
      store.mendDisk();
      await expect(journal.append(entriesFrom(3, 2))).rejects.toMatchObject(inDoubt);
      await expect(journal.append([])).rejects.toMatchObject(inDoubt);
      journal.close();
      const { journal: next, entries } = await store.open();
      // Of what is in doubt as much as came to disk, from its beginning.
      expect(entries.slice(0, 2)).toEqual(entriesFrom(1, 2));
      expect(entries).toEqual(entriesFrom(1, entries.length));
      await next.append(entriesFrom(entries.length + 1, 1));
      next.close();
      expect(await store.read()).toEqual(entriesFrom(1, entries.length + 1));
    });

    test('a closed one takes nothing, and may be closed twice', async () => {
      const store = make();
      const { journal } = await store.open();
      await journal.append(entriesFrom(1, 1));
      journal.close();
      const { journal: next } = await store.open();
      journal.close();
      await expect(journal.append(entriesFrom(2, 1))).rejects.toMatchObject(inDoubt);
      await next.append(entriesFrom(2, 1));
      next.close();
      expect(await store.read()).toEqual(entriesFrom(1, 2));
    });
  });
}
