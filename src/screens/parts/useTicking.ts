import { useEffect, useState } from 'react';

/**
 * A text that changes with time, such as a clock: renders again only when it reads differently.
 * @param show what is to be read now
 * @param everyMs how often it is looked at
 */
export function useTicking(show: () => string, everyMs = 1000): string {
  const text = show();
  const [, setShown] = useState(text);
  useEffect(() => {
    const timer = setInterval(() => setShown(show()), everyMs);
    return () => clearInterval(timer);
  }, [show, everyMs]);
  return text;
}
