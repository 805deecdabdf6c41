/** How far something is, in one line that is written over and over. */
export interface Progress {
  /** @param share 0 to 1 */
  tell(share: number, words: string): void;
  /** Takes the line away. */
  end(): void;
}

const width = 24;

/** A bar on stderr without colours, where somebody looks at it; nothing where nobody does. */
export function progressBar({ ascii = false, screenReader = false }): Progress {
  const { stderr } = process;
  let shown = '';
  const show = (line: string): void => {
    if (line === shown) return;
    shown = line;
    stderr.write(`\r${line}\u001B[K`);
  };
  if (!stderr.isTTY || screenReader || process.env.TERM === 'dumb')
    return { tell: () => undefined, end: () => undefined };
  const [full, empty] = ascii ? ['#', '-'] : ['█', '░'];
  return {
    tell: (share, words) => {
      const done = Math.round(Math.min(Math.max(share, 0), 1) * width);
      const bar = full.repeat(done) + empty.repeat(width - done);
      show(`${bar} ${words}`.slice(0, Math.max(stderr.columns - 1, width)));
    },
    end: () => show(''),
  };
}
