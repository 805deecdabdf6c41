import { expect, test } from 'vitest';
import { officeDay, type OfficeDay } from '../testing/officeDay.js';
import { dailyFigures } from './dailyFigures.js';
import { asOldAs } from './figures.js';

const figuresOf = ({ day }: OfficeDay) => dailyFigures(day, { zone: 'Europe/Berlin', halfDayAt: '12:00' });

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
  return figuresOf(office);
})();

test('a day keeps who was sent on, how long those waited whom nobody served, and what was corrected', () => {
  expect(figures.onward).toEqual([{ concern: '6.3', outcome: 'forwarded', destination: 'PAP', n: 1 }]);
  expect(figures.unserved).toMatchObject({
    left: { n: 1, sum: 20 * 60_000 },
    flagged: { n: 1, sum: 60 * 60_000 },
  });
  expect(figures.counters.corrected).toBe(1);
});

test('who was served and leaves the line afterwards has not waited in vain', () => {
  const office = officeDay();
  office.at('08:00');
  const { number } = office.reception().checkIn('3.1');
  office.desk('1').call();
  office.desk('1').start();
  office.desk('1').park();
  office.desk('1').resume(number, { toQueue: true });
  office.at('08:20');
  office.reception().leave(number);
  const { unserved, visits } = figuresOf(office);
  expect(visits).toMatchObject([{ outcome: 'left' }]);
  expect(unserved).toBeUndefined();
});

test('a concern that was corrected counts once, not for the legs that follow', () => {
  const office = officeDay();
  office.at('08:00');
  const { number } = office.reception().checkIn('3.1');
  office.reception().correct(number, '6.3');
  office.at('08:10');
  office.desk('1').call();
  office.desk('1').requeue('3.2');
  office.at('08:20');
  office.desk('1').call();
  office.desk('1').finish();
  const { counters } = figuresOf(office);
  expect(counters).toMatchObject({ laterLegs: 1, corrections: 1, corrected: 1 });
});

test('a desk is free while nobody waits as long as the one who was called is missing', () => {
  const office = officeDay();
  office.at('08:00');
  office.desk('2').open();
  const { number } = office.reception().checkIn('3.1');
  office.at('08:05');
  office.desk('1').call();
  office.at('08:09');
  office.desk('1').noShow();
  office.desk('1').close();
  office.at('08:30');
  office.reception().resume(number);
  office.desk('1').call();
  office.desk('1').finish();
  const rows = Object.values(figuresOf(office).quarters);
  expect(rows.map(({ idleWhileWaiting = 0 }) => idleWhileWaiting / 60_000)).toEqual([5, 0, 0]);
});

test('figures of a program before this one are compared in what both have', () => {
  const { onward: _, unserved: __, signals: ___, deskDecisions: ____, counters, ...rest } = figures;
  const { corrected: _____, ...others } = counters;
  const older = { ...rest, counters: others };
  expect(asOldAs(figures, older)).toEqual(older);
  expect(asOldAs(figures, figures)).toEqual(figures);
});
