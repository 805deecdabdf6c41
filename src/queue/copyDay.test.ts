import fc from 'fast-check';
import { expect, test } from 'vitest';
import { officeDay, type OfficeDay } from '../testing/officeDay.js';
import { diceOfADay, liveThrough } from '../testing/randomDay.js';
import { copyDay } from './copyDay.js';
import { evolve, replay } from './evolve.js';
import type { Day } from './day.js';
import type { Entry } from './events.js';

/** The day after some entries, as a fold of its own. */
function dayAfter(entries: readonly Entry[]): Day {
  const day = replay(entries);
  if (!day) throw new Error('no entry opens the day');
  return day;
}

test('a copy equals its day, and neither notices what the other goes on with', () => {
  const halfADay = fc.tuple(diceOfADay, fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(halfADay, ([dice, part]) => {
      const { entries } = liveThrough(dice, () => undefined);
      fc.pre(entries.length > 0);
      const half = Math.max(1, Math.round(part * entries.length));
      const before = entries.slice(0, half);
      const day = dayAfter(before);
      const copy = copyDay(day);
      const untouched = copyDay(copy);
      for (const entry of entries.slice(half)) evolve(day, entry);
      expect(copy).toEqual(dayAfter(before));
      for (const entry of entries.slice(half)) evolve(copy, entry);
      expect(copy).toEqual(day);
      expect(untouched).toEqual(dayAfter(before));
    }),
    { seed: 20150608, numRuns: 150 },
  );
});

/** A day on which E001 was served, E002 has left, and V001 was settled at the reception. */
function dayOfThreeVisits(): OfficeDay {
  const office = officeDay();
  office.at('08:00');
  office.reception().checkIn('3.1');
  office.reception().checkIn('3.1');
  office.reception().checkIn('6.1', { rule: '6.1/talk' });
  office.desk('1').call();
  office.desk('1').finish();
  office.desk('2').leave('E002');
  return office;
}

test.each<[change: string, make: (office: OfficeDay) => void]>([
  ['a correction', ({ lead }) => lead.correct('E001', '3.2')],
  ['a correction at the reception', ({ lead }) => lead.correct('V001', '6.3')],
  ['a finish taken back', (office) => office.desk('1').undo()],
  ['a leaving taken back', (office) => office.desk('2').undo()],
  ['a check-in taken back', (office) => office.reception().undo()],
  ['a double booking', ({ lead }) => lead.cancel('V001')],
])('a copy keeps what had ended as it was after %s', (_, make) => {
  const office = dayOfThreeVisits();
  const before = structuredClone(office.day);
  const copy = copyDay(office.day);
  make(office);
  expect(office.day).not.toEqual(before);
  expect(copy).toEqual(before);
});
