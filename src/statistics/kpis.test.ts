import { expect, test } from 'vitest';
import { appointmentDestination } from './contacts.js';
import type { VisitRow } from './figures.js';
import { filters } from './kpis.js';

const row = (
  way: VisitRow['way'],
  outcome: VisitRow['outcome'],
  n: number,
  more: Partial<VisitRow> = {},
) => ({
  way,
  outcome,
  n,
  destination: 'EMPFANG',
  contact: way === 'ticket',
  ...more,
});

/** Ten visits: two end at the reception, three of four in the entrance zone, and four have an appointment elsewhere. */
const day = {
  visits: [
    row('settled', 'settled', 2),
    row('ticket', 'settled', 3),
    row('ticket', 'forwarded', 1),
    row('forwarded', 'forwarded', 4, { destination: appointmentDestination }),
  ],
};

test('visitors with an appointment are no part of the first filter, but of both together (K13)', () => {
  expect(filters([day], true)).toEqual({ first: 2 / 6, second: 3 / 4, together: 5 / 10 });
  expect(filters([day], false).first).toBeNull();
});

test('of days recorded elsewhere nothing is known of the filters', () => {
  expect(filters([day, { ...day, imported: true }], true)).toEqual(filters([day], true));
  expect(filters([{ ...day, imported: true }], true)).toEqual({ first: null, second: null, together: null });
});
