import type { Day } from '../../queue/day.js';
import { factsOf } from '../../statistics/contacts.js';

/** How many visitors were sent to one place of the house today (R66). */
export interface SentOn {
  /** Code of the destination. */
  readonly destination: string;
  /** Went there at once. */
  readonly direct: number;
  /** Got an appointment there. */
  readonly appointments: number;
}

/** The entrance area itself is no place to be sent on to. */
const here: ReadonlySet<string> = new Set(['EMPFANG', 'EINGANGSZONE']);

/** Where today's visitors went on to, the busiest place first. */
export function sentIntoTheHouse(day: Day): readonly SentOn[] {
  const places = new Map<string, SentOn>();
  for (const { destination, outcome } of factsOf(day).visits) {
    if (here.has(destination)) continue;
    const sum = places.get(destination) ?? { destination, direct: 0, appointments: 0 };
    const isAppointment = outcome === 'appointment';
    places.set(destination, {
      destination,
      direct: sum.direct + Number(!isAppointment),
      appointments: sum.appointments + Number(isAppointment),
    });
  }
  const total = ({ direct, appointments }: SentOn): number => direct + appointments;
  return [...places.values()].toSorted((a, b) => total(b) - total(a));
}

/** How many visitors are called to a desk now, or served there. */
export interface AtPlace {
  readonly desk: string;
  readonly called: number;
  readonly inService: number;
}

/** The desks to which somebody has been sent, in the order of the site. */
export function atPlaces({ desks, tickets }: Pick<Day, 'desks' | 'tickets'>): readonly AtPlace[] {
  return Object.entries(desks).flatMap(([desk, { number }]) => {
    const state = number === null ? undefined : tickets[number]?.state;
    const [called, inService] = [Number(state === 'called'), Number(state === 'inService')];
    return called + inService === 0 ? [] : [{ desk, called, inService }];
  });
}
