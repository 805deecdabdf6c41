import type { Answer } from '../protocol/messages.js';
import type { Entry } from '../queue/events.js';
import { askFrame, deskCommand, deskWork, type DeskStep } from './deskWork.js';
import type { Line } from './line.js';
import type { Script } from './script.js';

/** One step of a desk's work as it went over beo's wire. */
export interface RecordedStep {
  readonly step: DeskStep;
  readonly entry: Entry;
  readonly answer: string;
  /** What a display was told; null for what it need not know. */
  readonly board: string | null;
}

/** Works through one visitor at a desk and writes down what beo says to it and to a display. */
export async function recordWork(
  day: string,
  desk: string,
  line: Line,
  display?: Line,
): Promise<RecordedStep[]> {
  const recorded: RecordedStep[] = [];
  for (const step of deskWork) {
    let board: string | null = null;
    if (display) {
      display.onTold = (frame) => {
        board = frame.toString();
      };
    }
    const answer = (await line.ask(askFrame(day, deskCommand(step, desk)))).toString();
    await display?.settled();
    const { entry } = JSON.parse(answer) as Extract<Answer, { ok: true }>;
    recorded.push({ step, entry, answer, board });
  }
  return recorded;
}

/** A bare server's part: the same frames, each told with a batch of `batch` asks. */
export function scriptOf(day: string, work: readonly RecordedStep[], batch: number): Script {
  return {
    greeting: { watch: work.find(({ board }) => board !== null)?.board ?? 'welcome', work: 'welcome' },
    answers: work.map(({ answer }) => answer),
    batch,
    toWorking: work.map((_, first) => {
      const entries = Array.from({ length: batch }, (_unused, i) => work[(first + i) % work.length]?.entry);
      return JSON.stringify({ type: 'events', day, entries });
    }),
    toWatching: work.map(({ board }) => board),
  };
}
