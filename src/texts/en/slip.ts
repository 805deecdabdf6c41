import type { slip as german } from '../de/slip.js';

/** The time is printed once. */
export const slip: Omit<typeof german, 'given'> = {
  waitHere: (place) => `Please wait: ${place}`,
  wait: (from, to) => `Wait: about ${from}–${to} minutes`,
  call: 'You will be called by this number. The display shows the desk to go to.',
};
