import { useEffect, useState } from 'react';
import { lookEvery } from './beat.js';

/**
 * A text that changes with time, such as a clock: renders again only when it reads differently.
 * @param show what is to be read now
 * @param everyMs how often it is looked at, a multiple of 250
 */
export function useTicking(show: () => string, everyMs = 1000): string {
  const text = show();
  const [, setShown] = useState(text);
  useEffect(() => lookEvery(everyMs, () => setShown(show())), [show, everyMs]);
  return text;
}
