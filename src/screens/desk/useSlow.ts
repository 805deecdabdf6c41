import { useEffect, useState } from 'react';

/** Whether something has lasted for longer than a person expects it to. */
export function useSlow(isGoingOn: boolean, afterMs = 1000): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return undefined;
    const timer = setTimeout(() => setIsSlow(true), afterMs);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isGoingOn, afterMs]);
  return isSlow;
}
