import { seeded } from '../seeded.js';
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
  attacks = Promise.all(targets.map((target, i) => attackOn(target, seeded(seed + i), () => over)));
}

async function stop(): Promise<void> {
  over = true;
  await attacks;
}

// The one who started it waits for an address; this one has none to be reached at.
process.stdout.write('ws://nobody\n');
