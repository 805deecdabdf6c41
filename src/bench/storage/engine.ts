/** Something that keeps what it is given. */
export interface Engine {
  /** Resolves when one more fact of a producer is kept, as durable as the engine can. One at a time a producer. */
  store(producer: number): Promise<unknown>;
}

/** An engine, or why this machine has none. */
export type Opened = Engine | { readonly missing: string };

/** A fact as the other engines store it: as many bytes as an entry of beo's has. */
export const fact = (count: number): string =>
  JSON.stringify({
    seq: count,
    at: '2026-01-12T09:30:00.000Z',
    by: 'desk/17',
    ask: '5a1f6c0e-52f5-4f0f-9a5c-0d1b2c3d4e5f',
    events: [{ type: 'ContactFinished', number: 'E1017', desk: '17', outcome: 'settled', concern: '3.7' }],
    crc: '0badcafe',
  });
