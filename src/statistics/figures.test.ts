import { expect, test } from 'vitest';
import { officeDay } from '../testing/officeDay.js';
import { dailyFigures } from './dailyFigures.js';
import { asOldAs } from './figures.js';

/** One visitor is sent on after a correction, one leaves after twenty minutes, one is in line when the day is closed. */
const figures = (() => {
  const office = officeDay();
  office.at('08:00');
  const { number } = office.reception().checkIn('3.1');
  const { number: impatient } = office.reception().checkIn('3.1');
  office.reception().checkIn('3.1');
  office.reception().correct(number, '6.3');
  office.desk('1').call();
  office.at('08:20');
  office.desk('1').finish({ outcome: 'forwarded', destination: 'PAP' });
  office.reception().leave(impatient);
  office.at('09:00');
  office.server.closeDay(true);
  return dailyFigures(office.day, { zone: 'Europe/Berlin', halfDayAt: '12:00' });
})();

test('a day keeps who was sent on, how long those waited whom nobody served, and what was corrected', () => {
  expect(figures.onward).toEqual([{ concern: '6.3', outcome: 'forwarded', destination: 'PAP', n: 1 }]);
  expect(figures.unserved).toMatchObject({
    left: { n: 1, sum: 20 * 60_000 },
    flagged: { n: 1, sum: 60 * 60_000 },
  });
  expect(figures.counters.corrected).toBe(1);
});

test('figures of a program before this one are compared in what both have', () => {
  const { onward: _, unserved: __, counters, ...rest } = figures;
  const { corrected: ___, ...others } = counters;
  const older = { ...rest, counters: others };
  expect(asOldAs(figures, older)).toEqual(older);
  expect(asOldAs(figures, figures)).toEqual(figures);
});
