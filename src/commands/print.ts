import type { Outcome } from './outcome.js';

/** The result of a one-shot command: an object for programs, or lines for people. */
export function printOutcome(outcome: Outcome, json: boolean, describe: () => readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : `${describe().join('\n')}\n`);
}
