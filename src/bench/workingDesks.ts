import { helloOf, startBeo } from './beoServer.js';
import { closedLoop, type Load } from './closedLoop.js';
import { askFrame, workOf } from './deskWork.js';
import { Line } from './line.js';
import { deskIds } from './office.js';
import { recordWork, type RecordedStep } from './recording.js';
import type { Workplace } from './workplace.js';

/** Every desk of the office on a line of its own. */
export interface WorkingDesks {
  readonly day: string;
  readonly recorded: readonly RecordedStep[];
  /** Lets every desk work for so many ms. */
  work(ms: number): Promise<Load>;
  stop(): Promise<void>;
}

/** Starts a server on a day with so many tickets, and a line from every desk to it. */
export async function openDesks(workplace: Workplace, tickets?: number): Promise<WorkingDesks> {
  const { child, url, day } = await startBeo(workplace, tickets);
  const lines = await Line.openMany(deskIds.length, url, (i) => helloOf(day, 'desk', deskIds[i]));
  const [first] = lines;
  if (!first) throw new Error('no desk is there');
  const recorded = await recordWork(day.day, deskIds[0] ?? '', first);
  const next = workOf(deskIds);
  return {
    day: day.day,
    recorded,
    work: (ms) => closedLoop(lines, ms, (desk) => askFrame(day.day, next(desk))),
    stop: async () => {
      for (const line of lines) line.close();
      await child.stop();
    },
  };
}
