import { ordinaryDay } from '../beoServer.js';
import type { Measure } from '../measure.js';
import { rounds } from '../rounds.js';
import { openDesks } from '../workingDesks.js';
import type { Workplace } from '../workplace.js';

const roundCount = 5;
const warmUpMs = 500;
const slices = 5;
const sliceMs = 160;
const longDayTickets = 30_000;

export const longDay: Measure = {
  name: 'long-day',
  about: `the same with ${ordinaryDay} and with ${longDayTickets} tickets in the day`,

  async run(workplace) {
    const results = await rounds(roundCount, () => ratesOf(workplace));
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

/** New servers each round, as their days grow while they are measured; they take turns in short slices. */
async function ratesOf(workplace: Workplace): Promise<{ short: number; long: number }> {
  const short = await openDesks(workplace, ordinaryDay);
  const long = await openDesks(workplace, longDayTickets);
  await short.work(warmUpMs);
  await long.work(warmUpMs);
  const rates = { short: 0, long: 0 };
  for (let slice = 0; slice < slices; slice += 1) {
    rates.short += (await short.work(sliceMs)).rate / slices;
    rates.long += (await long.work(sliceMs)).rate / slices;
  }
  await short.stop();
  await long.stop();
  return rates;
}
