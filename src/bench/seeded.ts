/** Numbers in [0, 1), the same ones for the same seed (mulberry32): one seed, one course of events. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    const odd = Math.imul(state ^ (state >>> 15), state | 1);
    const mixed = odd ^ (odd + Math.imul(odd ^ (odd >>> 7), odd | 61));
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
