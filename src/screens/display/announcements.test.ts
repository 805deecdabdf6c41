import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardCall } from '../../protocol/messages.js';
import { boardChanged, largeMs, nextAt, silence, timePassed } from './announcements.js';

const call = (number: string, calledAt: number): BoardCall => ({
  number,
  place: 'Platz 1',
  fetched: false,
  calledAt,
});
const found = (calls: readonly BoardCall[]) => boardChanged(silence, calls, { at: 0, isFound: true });

describe('announcements', () => {
  it('announces nothing that was there at the start, but shows the newest large', () => {
    expect(found([call('E001', 1), call('E002', 2)])).toMatchObject({
      large: 'E002',
      announced: 0,
      announcedAt: null,
      queue: [],
    });
  });

  it('announces a new call at once, even over one that was only found there', () => {
    const state = boardChanged(found([call('E001', 1)]), [call('E001', 1), call('E002', 100)], {
      at: 100,
      isFound: false,
    });
    expect(state).toMatchObject({ large: 'E002', announced: 1, announcedAt: 100, queue: [] });
  });

  it('announces who is called to another place, even if no time has passed or the store is an older one', () => {
    const elsewhere = { ...call('E001', 10), place: 'Platz 9' };
    let state = boardChanged(found([call('E001', 10)]), [elsewhere], { at: 100, isFound: false });
    expect(state).toMatchObject({ large: 'E001', announced: 1, announcedAt: 100 });
    state = boardChanged(state, [elsewhere], { at: 100 + largeMs, isFound: false });
    expect(state.announced).toBe(1);
    state = boardChanged(state, [call('E001', 5)], { at: 100 + largeMs, isFound: false });
    expect(state.announced).toBe(2);
  });

  it('gives every call of several its time, in the order in which they were called', () => {
    let state = boardChanged(found([]), [call('E003', 12), call('E001', 10), call('E002', 11)], {
      at: 100,
      isFound: false,
    });
    expect(state).toMatchObject({ large: 'E001', queue: ['E002', 'E003'], announced: 1 });
    expect(nextAt(state)).toBe(100 + largeMs);
    state = timePassed(state, 100 + largeMs - 1);
    expect(state.large).toBe('E001');
    state = timePassed(state, 100 + largeMs);
    expect(state).toMatchObject({ large: 'E002', queue: ['E003'], announced: 2 });
    state = timePassed(state, 100 + 2 * largeMs);
    expect(state).toMatchObject({ large: 'E003', queue: [], announced: 3 });
    expect(nextAt(state)).toBeNull();
  });

  it('announces a recall again', () => {
    const first = boardChanged(found([]), [call('E001', 10)], { at: 10, isFound: false });
    const again = boardChanged(first, [call('E001', 9000)], { at: 9000, isFound: false });
    expect(again).toMatchObject({ large: 'E001', announced: 2, announcedAt: 9000 });
  });

  it('lets a call go at once that was answered or taken back, also one still to be announced', () => {
    const both = boardChanged(found([]), [call('E001', 10), call('E002', 11)], { at: 20, isFound: false });
    expect(boardChanged(both, [call('E002', 11)], { at: 30, isFound: false })).toMatchObject({
      large: 'E002',
      announced: 2,
      queue: [],
    });
    expect(boardChanged(both, [call('E001', 10)], { at: 30, isFound: false })).toMatchObject({
      large: 'E001',
      announced: 1,
      queue: [],
    });
    expect(boardChanged(both, [], { at: 30, isFound: false })).toMatchObject({ large: null, queue: [] });
  });

  it('goes back to the newest open call when the announced one is gone', () => {
    const state = boardChanged(found([call('E001', 1), call('E002', 2)]), [call('E001', 1)], {
      at: 50,
      isFound: false,
    });
    expect(state).toMatchObject({ large: 'E001', announcedAt: null, announced: 0 });
  });

  it('rings for what was called while the connection was cut, and not again for what was there before', () => {
    const before = boardChanged(found([]), [call('E001', 10)], { at: 10, isFound: false });
    const after = boardChanged(before, [call('E001', 10), call('E002', 500)], { at: 9000, isFound: false });
    expect(after).toMatchObject({ announced: 2, large: 'E002', queue: [] });
    expect(after.calls.map(({ number }) => number)).toEqual(['E002', 'E001']);
  });

  it('announces every new call exactly once, whatever comes together', () => {
    const boards = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(boards, (steps) => {
        // Calls never leave before their turn, so each has to be announced.
        const open = new Set<number>();
        let state = found([]);
        let now = 0;
        for (const step of steps) {
          for (const each of step) open.add(each);
          now += 1000;
          state = boardChanged(
            state,
            [...open].map((each) => call(`E${each}`, each)),
            { at: now, isFound: false },
          );
        }
        for (const _ of open) {
          now += largeMs;
          state = timePassed(state, now);
        }
        expect(state.announced).toBe(open.size);
        expect(state.queue).toEqual([]);
      }),
      { seed: 20150608 },
    );
  });
});
