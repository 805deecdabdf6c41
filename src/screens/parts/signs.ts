/** Signs that stand beside a word, never instead of it. */
export interface Signs {
  readonly connected: string;
  readonly lost: string;
  readonly ok: string;
  readonly error: string;
  readonly chosen: string;
  readonly on: string;
  readonly offBox: string;
  readonly more: string;
  readonly fewer: string;
  readonly to: string;
  readonly dash: string;
  readonly dot: string;
  readonly cut: string;
  readonly rule: string;
}

const unicode: Signs = {
  connected: '●',
  lost: '○',
  ok: '✓',
  error: '!',
  chosen: '▶',
  on: '[x]',
  offBox: '[ ]',
  more: '↓',
  fewer: '↑',
  to: '→',
  dash: '–',
  dot: '·',
  cut: '…',
  rule: '─',
};

const ascii: Signs = {
  ...unicode,
  connected: '*',
  lost: 'o',
  ok: '+',
  chosen: '>',
  more: 'v',
  fewer: '^',
  to: '->',
  dash: '-',
  dot: '|',
  cut: '~',
  rule: '-',
};

export const signsFor = (isAscii: boolean): Signs => (isAscii ? ascii : unicode);
