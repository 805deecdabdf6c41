import { useInput, usePaste } from 'ink';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { isHeld, repeatGapMs, type TimedPress } from './heldKeys.js';
import type { KeyRouter } from './router.js';
import { isPiece, pastedText, splitKeys, type Keystroke } from './splitKeys.js';

/** Nobody types as far ahead; and React takes fewer than fifty updates in a row. */
const longestQueue = 20;
/** What comes so soon, ms, after a piece of text may be the rest of it: a scan is not always read at once. */
const restMs = 50;

export interface KeyInputProps {
  readonly router: KeyRouter;
  /** ms; only differences count. */
  readonly now: () => number;
}

interface Pressed {
  readonly keystroke: Keystroke;
  readonly at: number;
}

/**
 * Reads the keyboard; the only place that does. Keys that came at once are handed on one by one, each after the screen has
 * taken in the one before, so that "wba" and Enter in one piece mean the same as typed slowly. An Enter or blank soon after
 * another waits a moment: if more of them follow at once, the key is held down.
 *
 * A key that need not wait is handed on at once, so that what it does is drawn by the first frame after it: Ink would draw
 * an empty one before, and then wait before the next.
 */
export function KeyInput({ router, now }: KeyInputProps) {
  const queue = useRef<readonly Pressed[]>([]);
  const before = useRef<TimedPress | undefined>(undefined);
  const waiting = useRef<NodeJS.Timeout | undefined>(undefined);
  const isTakingIn = useRef(false);
  const pieceAt = useRef(-Infinity);
  const [handedOn, setHandedOn] = useState(0);

  /** @param hasWaited nothing has followed the first key in time */
  const handOn = (hasWaited = false): void => {
    const [next, ...rest] = queue.current;
    if (!next || isTakingIn.current) return;
    clearTimeout(waiting.current);
    const press = timed(next);
    const following = rest[0] && timed(rest[0]);
    const held = isRepeatable(press) ? isHeld(press, before.current, following) : 'pressed';
    if (held === 'unknown' && !hasWaited) {
      waiting.current = setTimeout(handOn, repeatGapMs, true);
      return;
    }
    before.current = press;
    queue.current = rest;
    isTakingIn.current = true;
    setHandedOn((count) => count + 1);
    router.press(held === 'held' ? { ...next.keystroke, held: true } : next.keystroke, next.at);
  };
  const add = (keystrokes: readonly Keystroke[], at: number): void => {
    if (isPiece(keystrokes)) pieceAt.current = at;
    const pressed = keystrokes.map((keystroke) => ({ keystroke, at }));
    queue.current = [...queue.current, ...pressed].slice(0, longestQueue);
    handOn();
  };
  useInput((input, key) => {
    const at = now();
    add(splitKeys(input, key, at - pieceAt.current < restMs), at);
  });
  usePaste((text) => add([{ kind: 'text', text: pastedText(text), alone: false }], now()));
  // The screen has taken in the last key: its bindings are those of what is shown now.
  const takenIn = useEffectEvent(() => {
    isTakingIn.current = false;
    handOn();
  });
  useLayoutEffect(() => {
    if (handedOn > 0) takenIn();
  }, [handedOn]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return null;
}

const timed = ({ keystroke, at }: Pressed): TimedPress => ({
  name: keystroke.kind === 'key' ? keystroke.name : keystroke.text,
  at,
});

/** The keys of the main action; of any other a repeat is welcome. */
const isRepeatable = ({ name }: TimedPress): boolean => name === 'enter' || name === ' ';
