import { median } from '../arithmetic.js';
import { helloOf, startBeo } from '../beoServer.js';
import { Child } from '../child.js';
import { askFrame, deskCommand, type DeskStep } from '../deskWork.js';
import { Line } from '../line.js';
import type { Measure } from '../measure.js';
import { deskIds } from '../office.js';
import { recordWork, scriptOf, type RecordedStep } from '../recording.js';
import { rounds } from '../rounds.js';

const roundCount = 5;
const callsARound = 15;
const displayCount = 1000;
const callingAtOnce = deskIds.slice(0, 8);

export const fanOut: Measure = {
  name: 'fan-out',
  about: `a call, until the last of ${displayCount} displays has it`,

  async run(workplace) {
    const beo = await startBeo(workplace);
    const { day } = beo.day;
    const displays = await Line.openMany(displayCount, beo.url, () => helloOf(beo.day, 'display'));
    const desks = await Line.openMany(callingAtOnce.length, beo.url, (i) =>
      helloOf(beo.day, 'desk', callingAtOnce[i]),
    );
    const [desk, display] = [desks[0], displays[0]];
    if (!desk || !display) throw new Error('nobody is there');
    const work = await recordWork(day, deskIds[0] ?? '', desk, display);

    const bare = await Child.startBare(workplace);
    await bare.tell(scriptOf(day, work, 1));
    const watching = await Line.openMany(displayCount, bare.url, () => 'watch');
    const working = await Line.open(bare.url, 'work');

    const results = await rounds(roundCount, async () => {
      const times = { beo: [] as number[], limit: [] as number[] };
      for (let call = 0; call < callsARound; call += 1) {
        times.beo.push(await timeOfCall(day, work, desk, displays));
        times.limit.push(await timeOfCall(day, work, working, watching));
      }
      const frames = await framesOfCalls(day, desks, displays);
      return { beo: median(times.beo), limit: median(times.limit), frames };
    });
    return [
      {
        what: `a call until the last of ${displayCount} displays has it, p50`,
        limitIs: 'bare ws, same frames to as many',
        unit: 'ms',
        beo: results.map((round) => round.beo),
        limit: results.map((round) => round.limit),
        must: { atMost: 1.3 },
      },
      {
        what: `frames to a display, ${callingAtOnce.length} desks call at once`,
        limitIs: 'batches that were stored',
        unit: 'frames',
        beo: results.map(({ frames }) => frames.toDisplay),
        limit: results.map(({ frames }) => frames.batches),
        must: { atMost: 1 },
      },
    ];
  },
};

/** ms from sending a call to its last frame. The rest of the desk's work is done too, and not counted. */
async function timeOfCall(
  day: string,
  work: readonly RecordedStep[],
  asker: Line,
  displays: readonly Line[],
): Promise<number> {
  let time = 0;
  for (const { step, board } of work) {
    const told = board === null ? undefined : allTold(displays);
    const begun = performance.now();
    const answered = asker.ask(askFrame(day, deskCommand(step, deskIds[0] ?? '')));
    const arrivedAt = await told;
    if (step === 'call' && arrivedAt !== undefined) time = arrivedAt - begun;
    await answered;
  }
  return time;
}

/** Resolves with the instant at which each line has been told one thing more. */
function allTold(lines: readonly Line[]): Promise<number> {
  return new Promise((resolve) => {
    let missing = lines.length;
    const arrived = () => {
      missing -= 1;
      if (missing === 0) resolve(performance.now());
    };
    for (const line of lines) line.onTold = arrived;
  });
}

/** Desks call in the same instant: what came to the display that got most, and how many batches it took. */
async function framesOfCalls(
  day: string,
  desks: readonly Line[],
  displays: readonly Line[],
): Promise<{ toDisplay: number; batches: number }> {
  const allAsk = async (step: DeskStep) => {
    const asks = desks.map((desk, i) => desk.ask(askFrame(day, deskCommand(step, deskIds[i] ?? ''))));
    await Promise.all(asks);
    await Promise.all([...desks, ...displays].map((line) => line.settled()));
  };
  await allAsk('checkIn');
  const before = displays.map(({ told }) => told);
  const batchesBefore = desks[0]?.told ?? 0;
  await allAsk('call');
  const batches = (desks[0]?.told ?? 0) - batchesBefore;
  const toDisplay = Math.max(...displays.map(({ told }, i) => told - (before[i] ?? 0)));
  await allAsk('start');
  await allAsk('finish');
  return { toDisplay, batches };
}
