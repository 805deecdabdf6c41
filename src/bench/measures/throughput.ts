import { Child } from '../child.js';
import { closedLoop } from '../closedLoop.js';
import { askFrame, workOf } from '../deskWork.js';
import { Line } from '../line.js';
import type { Measure } from '../measure.js';
import { deskIds } from '../office.js';
import { scriptOf } from '../recording.js';
import { rounds } from '../rounds.js';
import { openDesks } from '../workingDesks.js';

const roundCount = 15;
const warmUpMs = 500;
const roundMs = 420;

export const throughput: Measure = {
  name: 'throughput',
  about: '64 desks at once, each waiting for its answer before the next command',

  async run(workplace) {
    const desks = await openDesks(workplace);
    const { day, recorded } = desks;
    await desks.work(warmUpMs);

    const bare = await Child.startBare(workplace);
    await bare.tell(scriptOf(day, recorded, 1));
    const lines = await Line.openMany(deskIds.length, bare.url, () => 'work');
    const next = workOf(deskIds);
    // As many asks to a batch as beo had, so that as many frames of as many bytes go to as many lines.
    const askBare = async (ms: number, batch: number) => {
      await bare.tell(scriptOf(day, recorded, batch));
      return closedLoop(
        lines,
        ms,
        (desk) => askFrame(day, next(desk)),
        // Who waits for a batch to fill up is answered.
        () => bare.tell(scriptOf(day, recorded, 1)),
      );
    };
    await askBare(warmUpMs, 1);

    const results = await rounds(roundCount, async () => {
      const atBeo = await desks.work(roundMs);
      const atBare = await askBare(roundMs, Math.ceil(atBeo.batch));
      return { beo: atBeo.rate, limit: atBare.rate };
    });
    return [
      {
        what: `commands of ${deskIds.length} desks, all told of all`,
        limitIs: 'bare ws, same frames, nothing decided or stored',
        unit: '1/s',
        beo: results.map((round) => round.beo),
        limit: results.map((round) => round.limit),
        must: { atLeast: 0.5 },
      },
    ];
  },
};
