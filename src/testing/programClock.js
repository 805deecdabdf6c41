/*
 * A clock for the real program, loaded into it with NODE_OPTIONS=--import: at every SIGUSR2 it jumps ahead by a day.
 *
 *   CLOCK_DAYS  days that it has jumped ahead already
 *   CLOCK_AT    ISO 8601 with an offset: it stands still there, so that one run writes the same as another
 */
import process from 'node:process';

const { CLOCK_AT, CLOCK_DAYS = '0' } = process.env;
const dayMs = 86_400_000;
const now = Date.now;
let ahead = Number(CLOCK_DAYS) * dayMs;

if (CLOCK_AT === undefined) {
  Date.now = () => now() + ahead;
} else {
  Date.now = () => Date.parse(CLOCK_AT) + ahead;
  performance.now = () => 0;
}

process.on('SIGUSR2', () => {
  ahead += dayMs;
});
