import { useInput, usePaste } from 'ink';
import { useLayoutEffect, useRef, useState } from 'react';
import { isHeld, repeatGapMs, type TimedPress } from './heldKeys.js';
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
 * taken in the one before, so that "wba" and Enter in one piece mean the same as typed slowly. An Enter or blank soon after
 * another waits a moment: if more of them follow at once, the key is held down.
 */
export function KeyInput({ router, now }: KeyInputProps) {
  const [queue, setQueue] = useState<readonly Pressed[]>([]);
  const before = useRef<TimedPress | undefined>(undefined);
  const [waited, setWaited] = useState<Pressed | null>(null);
  const add = (keystrokes: readonly Keystroke[]): void => {
    const at = now();
    const pressed = keystrokes.map((keystroke) => ({ keystroke, at }));
    setQueue((waiting) => [...waiting, ...pressed].slice(0, longestQueue));
  };
  useInput((input, key) => add(splitKeys(input, key)));
  usePaste((text) => add([{ kind: 'text', text: pastedText(text), alone: false }]));
  useLayoutEffect(() => {
    const [next, ...rest] = queue;
    if (!next) return undefined;
    const press = timed(next);
    const following = rest[0] && timed(rest[0]);
    const held = isRepeatable(press) ? isHeld(press, before.current, following) : 'pressed';
    if (held === 'unknown' && waited !== next) {
      const timer = setTimeout(() => setWaited(next), repeatGapMs);
      return () => clearTimeout(timer);
    }
    before.current = press;
    setQueue(rest);
    router.press(held === 'held' ? { ...next.keystroke, held: true } : next.keystroke, next.at);
    return undefined;
  }, [queue, router, waited]);
  return null;
}

const timed = ({ keystroke, at }: Pressed): TimedPress => ({
  name: keystroke.kind === 'key' ? keystroke.name : keystroke.text,
  at,
});

/** The keys of the main action; of any other a repeat is welcome. */
const isRepeatable = ({ name }: TimedPress): boolean => name === 'enter' || name === ' ';
