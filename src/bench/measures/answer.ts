import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { writeLine } from '../../server/journalLine.js';
import { median } from '../arithmetic.js';
import { helloOf, startBeo } from '../beoServer.js';
import { Child } from '../child.js';
import { askFrame, deskCommand } from '../deskWork.js';
import { Line } from '../line.js';
import type { Measure } from '../measure.js';
import { deskIds } from '../office.js';
import { recordWork, scriptOf } from '../recording.js';
import { rounds } from '../rounds.js';

const roundCount = 9;
const visitorsARound = 120;

export const answer: Measure = {
  name: 'answer',
  about: "one desk's command, from sending it to its answer",

  async run(workplace) {
    const beo = await startBeo(workplace);
    const { day } = beo.day;
    const desk = deskIds[0] ?? '';
    const atBeo = await Line.open(beo.url, helloOf(beo.day, 'desk', desk));
    const work = await recordWork(day, desk, atBeo);

    const bare = await Child.startBare(workplace);
    await bare.tell(scriptOf(day, work, 1));
    const atBare = await Line.open(bare.url, 'work');

    const file = openSync(join(await workplace.newFolder(), 'lines'), 'a');
    workplace.onClose(() => closeSync(file));
    const append = (line: string) => {
      writeSync(file, line);
      fdatasyncSync(file);
    };

    const results = await rounds(roundCount, async () => {
      const times = { beo: [] as number[], echo: [] as number[], append: [] as number[] };
      for (let visitor = 0; visitor < visitorsARound; visitor += 1) {
        for (const { step, entry } of work) {
          const line = writeLine(entry);
          const frame = askFrame(day, deskCommand(step, desk));
          times.beo.push(await timed(() => atBeo.ask(frame)));
          times.echo.push(await timed(() => atBare.ask(frame)));
          times.append.push(await timed(() => append(line)));
        }
      }
      return { beo: median(times.beo), limit: median(times.echo) + median(times.append) };
    });
    return [
      {
        what: 'one command, send to answer, p50',
        limitIs: 'bare ws, same frames, + write and fdatasync of the line',
        unit: 'ms',
        beo: results.map((round) => round.beo),
        limit: results.map((round) => round.limit),
        must: { atMost: 1.5 },
      },
    ];
  },
};

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
