import { seeded } from '../seeded.js';

/** A visit as it stands in a row of the tables that beo is compared with. Instants and durations in whole seconds. */
export interface MadeVisit {
  readonly concern: string;
  /** After local midnight. */
  readonly arrivedAt: number;
  /** What the reception took before. */
  readonly reception: number;
  readonly wait: number;
  /** From the call to the start. */
  readonly way: number;
  /** From the call to the end. */
  readonly service: number;
  readonly desk: string;
  readonly ending: 'settled' | 'appointment' | 'forwarded';
}

/** Visits of a day. */
export const visitsADay = 300;

export const madeDesks = ['1', '2', '3'] as const;

/** Concerns by how often they come: the first half of them makes most of the visits. */
const concerns = [
  '3.2 3.7 1.1 3.1 3.4 2.1 6.1 3.9 1.3 3.10 2.2',
  '1.2 1.4 1.7 3.3 3.5 3.6 3.8 5 6.2 6.3',
].flatMap((codes) => codes.split(' '));

const opensAt = 8 * 3600;
const lastArrivalAfter = 7.25 * 3600;
const meanServiceSeconds = 250;

/** The visits of a day in order of arrival: three desks take them one after the other. The same seed gives the same day. */
export function madeVisits(seed: number): MadeVisit[] {
  const random = seeded(seed);
  const freeAt = madeDesks.map(() => opensAt);
  const arrivals = Array.from(
    { length: visitsADay },
    () => opensAt + Math.floor(random() ** 1.15 * lastArrivalAfter),
  );
  return arrivals
    .toSorted((a, b) => a - b)
    .map((arrivedAt) => {
      const service = 45 + Math.floor(Math.min(3600, -Math.log(1 - random()) * (meanServiceSeconds - 45)));
      const desk = freeAt.indexOf(Math.min(...freeAt));
      const calledAt = Math.max(arrivedAt, freeAt[desk] ?? 0) + Math.floor(random() * 20);
      freeAt[desk] = calledAt + service;
      const luck = random();
      return {
        concern: concerns[Math.floor(random() ** 1.6 * concerns.length)] ?? '3.2',
        arrivedAt,
        reception: 20 + Math.floor(random() * 100),
        wait: calledAt - arrivedAt,
        way: 10 + Math.floor(random() * 30),
        service,
        desk: madeDesks[desk] ?? madeDesks[0],
        ending: luck < 0.75 ? 'settled' : luck < 0.9 ? 'appointment' : 'forwarded',
      };
    });
}
