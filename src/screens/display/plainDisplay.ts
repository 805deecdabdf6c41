import type { BoardCall, Refusal } from '../../protocol/messages.js';
import type { Texts } from '../../texts/texts.js';
import type { OfficeLine } from '../parts/line.js';

/**
 * Writes a line a call, "E017 Platz 1" or "E017 wird abgeholt", once each call and each recall, for existing boards and screen
 * readers. What is open at the start is written too; after a cut only what is new. Survives restarts of the server.
 * Resolves when the server does not let it stay, with the reason, or with null when nobody reads any more.
 */
export function plainDisplay(
  line: OfficeLine,
  out: NodeJS.WritableStream,
  { fetchedShort }: Pick<Texts['display'], 'fetchedShort'>,
): Promise<Refusal | null> {
  const written = new Map<string, string>();
  return follow(line, out, (calls) => {
    for (const { number, place, fetched, calledAt } of calls) {
      const told = `${number} ${fetched ? fetchedShort : place}`;
      // By time and place: two calls may have one time, and a restored store an earlier one.
      const call = `${told} ${calledAt}`;
      if (written.get(number) === call) continue;
      written.set(number, call);
      out.write(`${told}\n`);
    }
  });
}

/**
 * Writes a line whenever something changed, for adapters of boards: a JSON object with every open call, the one sounded last
 * first, and whether the server is there. What is in no line any more is over. Ends as {@link plainDisplay} does.
 */
export function jsonDisplay(line: OfficeLine, out: NodeJS.WritableStream): Promise<Refusal | null> {
  let before = '';
  const write = (calls: readonly BoardCall[], connected: boolean): void => {
    const latest = calls.toSorted((a, b) => b.calledAt - a.calledAt);
    const told = JSON.stringify({
      connected,
      calls: latest.map((call) => ({ ...call, calledAt: new Date(call.calledAt).toISOString() })),
    });
    if (told !== before) out.write(`${told}\n`);
    before = told;
  };
  return follow(
    line,
    out,
    (calls) => write(calls, true),
    (calls) => write(calls, false),
  );
}

/** Looks at every board until the end. */
function follow(
  line: OfficeLine,
  out: NodeJS.WritableStream,
  onBoard: (calls: readonly BoardCall[]) => void,
  onLost: (calls: readonly BoardCall[]) => void = () => undefined,
): Promise<Refusal | null> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const { board, phase, refusal } = line.view;
      if (phase === 'refused') return end(refusal);
      if (board === null || phase !== 'joined') return onLost(board?.calls ?? []);
      onBoard(board.calls);
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
