import { useStdout } from 'ink';
import { useEffect } from 'react';
import type { SeenSignal } from './openSignals.js';

const bell = '\u0007';
/** A call for help without an answer rings again after this time, ms. */
const againMs = 10_000;

/** Rings for what others signal; the place that calls for help stays silent. */
export function useBell(signals: readonly SeenSignal[]): void {
  const { stdout } = useStdout();
  const ringing = signals.find(
    (signal) =>
      (signal.kind === 'help' && !signal.isOwn && signal.call.answeredBy === null) ||
      (signal.kind === 'question' && !signal.isOwn),
  );
  const isHelp = ringing?.kind === 'help';
  const name = ringing && nameOf(ringing);
  useEffect(() => {
    if (name === undefined) return undefined;
    stdout.write(bell);
    if (!isHelp) return undefined;
    const timer = setInterval(() => stdout.write(bell), againMs);
    return () => clearInterval(timer);
  }, [name, isHelp, stdout]);
}

const nameOf = (signal: SeenSignal): string => {
  const { from, at } = signal.kind === 'help' ? signal.call : signal.question;
  return `${signal.kind} ${from} ${at}`;
};
