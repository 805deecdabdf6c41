import { describe, expect, test, vi } from 'vitest';
import type { Report } from '../reports/report.js';
import { MovableClock } from '../testing/movableClock.js';
import { Program } from '../testing/program.js';
import { queued, startedServer, Station } from '../testing/startedServer.js';

vi.setConfig({ testTimeout: 60_000 });

describe('beo report --week at the turn of the year', () => {
  const weekOf = async (store: string, ...word: string[]) => {
    const { stdout } = await Program.run(['report', '--week', ...word, '--format', 'json'], {
      env: { BEO_DATA: store },
    });
    const { period, visits, byDay } = JSON.parse(stdout) as Report;
    return {
      week: `${period.label} ${period.from} ${period.to}`,
      total: visits.total,
      days: byDay.flatMap((row) => (row.visits.total > 0 ? [row.day] : [])),
    };
  };

  test.each([
    [
      ['2015-12-27', '2015-12-28', '2015-12-31', '2016-01-01', '2016-01-03', '2016-01-04'],
      '2015-W53 2015-12-28 2016-01-03',
      '2016-W01 2016-01-04 2016-01-10',
    ],
    [
      ['2020-12-27', '2020-12-28', '2020-12-31', '2021-01-01', '2021-01-03', '2021-01-04'],
      '2020-W53 2020-12-28 2021-01-03',
      '2021-W01 2021-01-04 2021-01-10',
    ],
  ])('%s', async (days, week53, week1) => {
    const clock = new MovableClock(`${days[0]}T09:00:00+01:00`);
    const server = await startedServer({ clock });
    const { store } = server;
    for (const day of days) {
      clock.set(`${day}T09:00:00+01:00`);
      const reception = await Station.join(server, 'reception', 'E1');
      await reception.ask(queued());
      reception.connection.close();
      // Bare means the week of the server's today.
      if (day === '2016-01-01' || day === '2021-01-01') {
        expect(await weekOf(store)).toEqual({ week: week53, total: 3, days: days.slice(1, 4) });
      }
    }
    const inWeek53 = { week: week53, total: 4, days: days.slice(1, 5) };
    const inWeek1 = { week: week1, total: 1, days: days.slice(5) };
    const word = (week: string) => week.split(' ')[0] ?? '';
    expect(await weekOf(store)).toEqual(inWeek1);
    expect(await weekOf(store, word(week53))).toEqual(inWeek53);
    await server.stop();
    expect(await weekOf(store, word(week53))).toEqual(inWeek53);
    expect(await weekOf(store, word(week1))).toEqual(inWeek1);
  });
});
