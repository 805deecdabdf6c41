import { describe, expect, test } from 'vitest';
import { officeDay } from '../testing/officeDay.js';

/** One ticket in each state: E001 missed, E002 called, E003 in service, E004 parked, E005 waiting, E006 finished. */
function busyDay() {
  const office = officeDay();
  office.at('16:00');
  for (let i = 0; i < 6; i += 1) office.reception().checkIn('3.1');
  office.desk('1').call();
  office.at('16:03');
  office.desk('1').noShow();
  office.desk('1').call();
  office.desk('2').call();
  office.desk('2').start();
  office.desk('3').call();
  office.desk('3').park();
  office.desk('3').call('E006', 'emergency');
  office.desk('3').finish();
  office.at('17:00');
  return office;
}

describe('closing the day', () => {
  test('[Z1] while four are still here, only force closes', () => {
    const office = busyDay();
    expect(office.lead.refused.closeDay()).toEqual({ name: 'ticketsOpen', count: 4 });
    const { entry } = office.lead.closeDay(true);
    expect(entry.events).toEqual([{ type: 'DayClosed', forced: true }]);
  });

  test('[Z1] when everybody is gone, it closes without force; the missed don’t count', () => {
    const office = officeDay();
    office.at('16:00');
    office.reception().checkIn('3.1');
    office.desk('1').call();
    office.at('16:03');
    office.desk('1').noShow();
    const { entry } = office.lead.closeDay();
    expect(entry.events).toEqual([{ type: 'DayClosed', forced: false }]);
  });

  test('[Z2] midnight asks nobody', () => {
    const office = busyDay();
    office.server.closeDay();
    expect(office.day.closedAt).toBe(office.instant('17:00'));
  });

  test('[Z3] who was still here is flagged, who was missed did not come', () => {
    const office = busyDay();
    office.server.closeDay();
    const ends = Object.values(office.day.tickets).map(({ number, state, ending }) => [
      number,
      state,
      ending,
    ]);
    expect(ends).toEqual([
      ['E001', 'ended', 'noShow'],
      ['E002', 'ended', 'dayClosed'],
      ['E003', 'ended', 'dayClosed'],
      ['E004', 'ended', 'dayClosed'],
      ['E005', 'ended', 'dayClosed'],
      ['E006', 'ended', 'finished'],
    ]);
    for (const { desk, calledAt, soundedAt } of Object.values(office.day.tickets)) {
      expect([desk, calledAt, soundedAt]).toEqual([null, null, null]);
    }
    expect(office.contact('E003')).toMatchObject({ finishedAt: null, outcome: null });
    expect(office.line).toEqual([]);
    for (const name of ['1', '2', '3']) {
      expect(office.stateOfDesk(name)).toMatchObject({
        state: 'closed',
        number: null,
        since: office.instant('17:00'),
      });
    }
  });

  test('[Z4] the next ask is for the next day', () => {
    const office = busyDay();
    office.lead.closeDay(true);
    const closed = { name: 'dayClosed', day: '2015-06-08' };
    expect(office.reception().refused.checkIn('3.1')).toEqual(closed);
    expect(office.desk('3').refused.undo()).toEqual(closed);
    expect(office.server.refused.closeDay()).toEqual(closed);
  });
});
