import type { Refusal } from '../../protocol/messages.js';
import type { OfficeLine } from '../parts/line.js';

/**
 * Writes a line a call, "E017 Platz 1", once each call and each recall, for existing boards and screen readers. What is open at
 * the start is written too; after a cut only what is new. Survives restarts of the server.
 * Resolves when the server does not let it stay, with the reason, or with null when nobody reads any more.
 */
export function plainDisplay(line: OfficeLine, out: NodeJS.WritableStream): Promise<Refusal | null> {
  const written = new Map<string, number>();
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const { board, phase, refusal } = line.view;
      if (phase === 'refused') return end(refusal);
      if (board === null || phase !== 'joined') return;
      for (const { number, place, calledAt } of board.calls) {
        if (calledAt <= (written.get(number) ?? -Infinity)) continue;
        written.set(number, calledAt);
        out.write(`${number} ${place}\n`);
      }
      line.tellShowing(board.calls.map(({ number }) => number));
    };
    const fail = (error: Error & { readonly code?: string }): void => {
      if (error.code === 'EPIPE') return end(null);
      stop();
      reject(error);
    };
    const end = (why: Refusal | null): void => {
      stop();
      line.close();
      resolve(why);
    };
    const unsubscribe = line.subscribe(look);
    const stop = (): void => {
      unsubscribe();
      out.off('error', fail);
    };
    out.on('error', fail);
    look();
  });
}
