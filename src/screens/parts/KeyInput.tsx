import { useInput, usePaste } from 'ink';
import { useLayoutEffect, useState } from 'react';
import type { KeyRouter } from './router.js';
import { pastedText, splitKeys, type Keystroke } from './splitKeys.js';

/** React takes fewer than fifty updates in a row; nobody types as far ahead. */
const longestQueue = 20;

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
 * taken in the one before, so that "wba" and Enter in one piece mean the same as typed slowly.
 */
export function KeyInput({ router, now }: KeyInputProps) {
  const [queue, setQueue] = useState<readonly Pressed[]>([]);
  const add = (keystrokes: readonly Keystroke[]): void => {
    const at = now();
    const pressed = keystrokes.map((keystroke) => ({ keystroke, at }));
    setQueue((waiting) => [...waiting, ...pressed].slice(0, longestQueue));
  };
  useInput((input, key) => add(splitKeys(input, key)));
  usePaste((text) => add([{ kind: 'text', text: pastedText(text), alone: false }]));
  useLayoutEffect(() => {
    const [next, ...rest] = queue;
    if (!next) return;
    // oxlint-disable-next-line react/set-state-in-effect -- the next key has to wait for what this one changes
    setQueue(rest);
    router.press(next.keystroke, next.at);
  }, [queue, router]);
  return null;
}
