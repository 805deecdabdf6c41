import type { DailyFigures } from '../statistics/dailyFigures.js';
import { figuresAt } from './exampleReports.js';
import { minutes } from './officeDay.js';
import { herfordDay } from './scenarioDay.js';

/** A closed day with visitors in the morning and in a late duty from 14:00, of whom one came with two concerns. */
export function lateDutyDay(date: string): DailyFigures {
  const plain = herfordDay(date);
  const lateDuty = { from: plain.instant('14:00'), to: plain.instant('18:00'), desks: null };
  const office = herfordDay(date, { lateDuty });
  for (const [time, visitors] of [
    ['08:00', 6],
    ['14:30', 4],
  ] as const) {
    office.at(time);
    for (let i = 0; i < visitors; i += 1) {
      office.reception().checkIn('3.1', { rule: '3.1/default', identityChecked: true });
      office.pass(minutes(1 + i));
      office.desk(`P${(i % 3) + 1}`).call();
      office.pass(minutes(3));
      // A third of three minutes' service is no whole number of anything but milliseconds.
      office.desk(`P${(i % 3) + 1}`).finish(i === 0 ? { furtherConcerns: ['3.2', '6.3'] } : {});
    }
  }
  office.at('18:00');
  office.server.closeDay();
  return figuresAt(office);
}
