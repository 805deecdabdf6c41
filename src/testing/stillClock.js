/*
 * A clock that stands still, for the real program: loaded into it with NODE_OPTIONS=--import, its time is CLOCK_AT
 * (ISO 8601 with its offset), so that one run writes the same as another. SIGUSR2 sets it forward by a day.
 */
import process from 'node:process';

const { CLOCK_AT } = process.env;

if (CLOCK_AT !== undefined) {
  let at = Date.parse(CLOCK_AT);
  Date.now = () => at;
  performance.now = () => 0;
  process.on('SIGUSR2', () => {
    at += 86_400_000;
  });
}
