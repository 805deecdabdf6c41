import type { Line } from './line.js';

export interface Load {
  /** Answers per second. */
  readonly rate: number;
  /** Asks that one of the told frames stood for, in the mean. */
  readonly batch: number;
}

/**
 * Every line asks, waits for its answer and asks again, for so many ms.
 * @param frame what a line asks next
 * @param onTimeUp called when nothing new is asked, while the last answers are still awaited
 */
export async function closedLoop(
  lines: readonly Line[],
  ms: number,
  frame: (line: number) => string,
  onTimeUp: () => Promise<void> = async () => undefined,
): Promise<Load> {
  const start = performance.now();
  const end = start + ms;
  const toldBefore = lines[0]?.told ?? 0;
  let answers = 0;
  let timeUp: Promise<void> | undefined;
  await Promise.all(
    lines.map(async (line, index) => {
      while (performance.now() < end) {
        await line.ask(frame(index));
        if (performance.now() < end) answers += 1;
      }
      timeUp ??= onTimeUp();
    }),
  );
  await timeUp;
  const told = (lines[0]?.told ?? 0) - toldBefore;
  return { rate: (answers / ms) * 1000, batch: answers / told };
}
