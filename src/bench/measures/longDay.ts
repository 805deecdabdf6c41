import { ordinaryDay } from '../beoServer.js';
import type { Measure } from '../measure.js';
import { rounds } from '../rounds.js';
import { openDesks } from '../workingDesks.js';
import type { Workplace } from '../workplace.js';

const roundCount = 5;
const warmUpMs = 600;
const roundMs = 800;
const longDayTickets = 30_000;

export const longDay: Measure = {
  name: 'long-day',
  about: `the same with ${ordinaryDay} and with ${longDayTickets} tickets in the day`,

  async run(workplace) {
    const results = await rounds(roundCount, async () => ({
      short: await rateOn(workplace, ordinaryDay),
      long: await rateOn(workplace, longDayTickets),
    }));
    return [
      {
        what: `time per command at ${longDayTickets} tickets`,
        limitIs: `the same at ${ordinaryDay} tickets`,
        unit: 'ms',
        beo: results.map(({ long }) => 1000 / long),
        limit: results.map(({ short }) => 1000 / short),
        must: { atMost: 1.2 },
      },
    ];
  },
};

/** A new server each time: its day grows while it is measured. */
async function rateOn(workplace: Workplace, tickets: number): Promise<number> {
  const desks = await openDesks(workplace, tickets);
  await desks.work(warmUpMs);
  const { rate } = await desks.work(roundMs);
  await desks.stop();
  return rate;
}
