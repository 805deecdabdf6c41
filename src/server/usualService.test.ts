import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dailyFigures } from '../statistics/dailyFigures.js';
import { MovableClock } from '../testing/movableClock.js';
import { playScenario } from '../testing/scenarioDay.js';
import { loadScenario, scenarioZone } from '../testing/scenarios/load.js';
import { exampleSite, startedServer, Station } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { archiveDay, monthFile } from './archive.js';

/** The Monday of S01: twelve contacts of ten minutes at three desks, all of them in the morning. */
function figuresOfS01() {
  const { date } = loadScenario('S01');
  const { office } = playScenario(loadScenario('S01'));
  return { date, figures: dailyFigures(office.day, { zone: scenarioZone, halfDayAt: '12:00' }) };
}

const sites = { herford: exampleSite({ queue: { meanServiceSeconds: 480 } }) };

async function usualOn(day: string, store: string): Promise<unknown> {
  const clock = new MovableClock(`${day}T07:00:00+02:00`);
  const server = await startedServer({ store, clock, sites });
  const lead = await Station.join(server, 'lead');
  await server.stop();
  return lead.connection.view.site?.usualService;
}

test('stations are told what one service usually takes, from the archive of four weeks', async () => {
  const store = temporaryFolder();
  const { date, figures } = figuresOfS01();
  await archiveDay(store, 'herford', { ...figures, closed: true });
  expect(date).toBe('2015-06-08');
  expect(await usualOn('2015-06-22', store)).toEqual({ am: 600_000, pm: 600_000 });
  expect(await usualOn('2015-07-20', store)).toEqual({ am: 480_000, pm: 480_000 });
});

test('an archive that cannot be read keeps no visitor from being checked in', async () => {
  const store = temporaryFolder();
  await archiveDay(store, 'herford', figuresOfS01().figures);
  writeFileSync(monthFile(store, 'herford', '2015-06-08'), '{');
  expect(await usualOn('2015-07-03', store)).toEqual({ am: 480_000, pm: 480_000 });
});
