import { attackOn } from './attacks.js';
import type { Target } from './peer.js';

// Those who attack, in a process of their own: told where, they go on until they are told to stop.

/** What the attackers are told. */
export interface Orders {
  readonly targets: readonly Target[];
  readonly seed: number;
}

let attacks: Promise<unknown> = Promise.resolve();
let over = true;

process.on('message', (message: Orders | 'stop') => {
  void (message === 'stop' ? stop() : start(message)).then(() => process.send?.('ready'));
});
// The probe beside it lets go of the channel.
process.channel?.ref();
process.on('disconnect', () => process.exit());

async function start({ targets, seed }: Orders): Promise<void> {
  over = false;
  attacks = Promise.all(targets.map((target, i) => attackOn(target, diceOf(seed + i), () => over)));
}

async function stop(): Promise<void> {
  over = true;
  await attacks;
}

/** A small generator of numbers from 0 to 1 (mulberry32): one seed, one course of events. */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

// The one who started it waits for an address; this one has none to be reached at.
process.stdout.write('ws://nobody\n');
