/*
 * Loaded into a program before it starts: at every SIGUSR2 its wall clock jumps ahead by a day.
 * BEO_CLOCK_DAYS days have been jumped over already.
 */
import process from 'node:process';

const dayMs = 24 * 60 * 60 * 1000;
const now = Date.now;
let ahead = Number(process.env.BEO_CLOCK_DAYS ?? 0) * dayMs;

Date.now = () => now() + ahead;
process.on('SIGUSR2', () => {
  ahead += dayMs;
});
