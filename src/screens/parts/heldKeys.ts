/** A second press of a key that soon, ms, is a slip of the finger; see the router. */
export const repeatMs = 400;
/** Keyboards wait this long at the most before they repeat a key that is held down. */
const longestDelayMs = 1200;
/** How long after a press the next repeat of a held key has come, ms. */
export const repeatGapMs = 120;

/** A press that may be the first repeat of a key that is held down. */
export interface TimedPress {
  /** Name of the key. */
  readonly name: string;
  /** When it came in, ms; only differences count. */
  readonly at: number;
}

/**
 * Whether a press was made by a hand, or by a keyboard whose key is held down. The first repeat comes late, so that only
 * the one after it gives it away: `unknown` until then, or until `repeatGapMs` have passed.
 * @param before the last press of the same key
 * @param next what came after, if anything has
 */
export function isHeld(
  press: TimedPress,
  before: TimedPress | undefined,
  next: TimedPress | undefined,
): 'held' | 'pressed' | 'unknown' {
  const gap = before?.name === press.name ? press.at - before.at : Infinity;
  if (gap < repeatMs || gap > longestDelayMs) return 'pressed';
  if (!next) return 'unknown';
  return next.name === press.name && next.at - press.at < repeatGapMs ? 'held' : 'pressed';
}
